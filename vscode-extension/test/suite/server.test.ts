import * as assert from "node:assert";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { put, until } from "./editor";

/** The life of the server: it is one process, which may die or be another one. */
export function server(): void {
  describe("The server", () => {
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("sispam.server");
    afterEach(() => settings().update("path", undefined, vscode.ConfigurationTarget.Global));

    it("comes back when it is killed", async () => {
      const [first] = await until(servers, (ids) => ids.length === 1);
      assert.ok(first);
      process.kill(first, "SIGKILL");
      await until(servers, (ids) => ids.length === 1 && ids[0] !== first);
      await works("killed.sispam");
    });

    it("is another one after a restart", async () => {
      const [first] = await until(servers, (ids) => ids.length === 1);
      await vscode.commands.executeCommand("sispam.restartServer");
      await until(servers, (ids) => ids.length === 1 && ids[0] !== first);
      await works("restarted.sispam");
    });

    it("a path that leads nowhere stops it, the right one starts it again", async () => {
      await settings().update("path", "/nowhere/sispam-lsp", vscode.ConfigurationTarget.Global);
      await until(servers, (ids) => ids.length === 0);
      await settings().update("path", undefined, vscode.ConfigurationTarget.Global);
      await until(servers, (ids) => ids.length === 1);
      await works("mended.sispam");
    });
  });
}

/** The processes of the server that this extension host has started. */
function servers(): number[] {
  const list = execFileSync("ps", ["-o", "pid=,stat=,args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  return list
    .split("\n")
    .filter((line) => line.includes("sispam-lsp") && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10));
}

async function works(name: string): Promise<void> {
  const document = await put(name, "phase Rekap: crowd escalates -> deploy Dalmaz\n");
  await until(
    () => vscode.languages.getDiagnostics(document.uri),
    (found) => found.length > 0,
  );
}
