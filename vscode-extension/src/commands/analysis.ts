import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import * as path from "node:path";
import * as vscode from "vscode";
import { commandPath } from "../command";
import { makeTask } from "../tasks";
import { drillAtHand } from "./views";

/** Runs the drill of the editor many times and shows what came of it; what is there so far if the user stops it. */
export async function simulate(storage: vscode.Uri): Promise<void> {
  const drill = await savedDrill();
  if (drill === undefined) {
    return;
  }

  await vscode.workspace.fs.createDirectory(storage);
  const report = vscode.Uri.joinPath(storage, "simulation.html").fsPath;
  await rm(report, { force: true });
  const name = path.basename(drill.fsPath);
  const said = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Simulating {0}", name),
      cancellable: true,
    },
    (_progress, token) => runSimulation(drill.fsPath, report, token),
  );
  const html = await readFile(report, "utf8").catch(() => undefined);
  if (html === undefined) {
    await vscode.window.showErrorMessage(said);
    return;
  }

  const title = vscode.l10n.t("Simulation: {0}", name);
  const panel = vscode.window.createWebviewPanel("sispam.simulation", title, vscode.ViewColumn.Beside);
  panel.webview.html = html;
}

/** Proves or refutes what the drill of the editor promises, in a terminal, where it can be watched and stopped. */
export async function verify(): Promise<void> {
  const drill = await savedDrill();
  if (drill !== undefined) {
    const folder = vscode.workspace.getWorkspaceFolder(drill);
    await vscode.tasks.executeTask(makeTask({ type: "sispam", verb: "verify", path: drill.fsPath }, folder));
  }
}

/** What the command said on standard error; whether it made a report shows the file. */
function runSimulation(drill: string, report: string, token: vscode.CancellationToken): Promise<string> {
  return new Promise((resolve) => {
    const args = ["simulate", drill, "--format", "html", "--output", report];
    const child = execFile(commandPath(), args, { cwd: path.dirname(drill) }, (error, _out, said) => {
      resolve(said.trim() || (error?.message ?? ""));
    });
    token.onCancellationRequested(() => {
      child.kill("SIGINT");
    });
  });
}

/** The command reads the file, so it has to be one, with what the editor shows. */
async function savedDrill(): Promise<vscode.Uri | undefined> {
  const uri = drillAtHand();
  if (uri === undefined) {
    return undefined;
  }

  const document = await vscode.workspace.openTextDocument(uri);
  const isSaved = (!document.isDirty && !document.isUntitled) || (await document.save());
  return isSaved && document.uri.scheme === "file" ? document.uri : undefined;
}
