import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import * as path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";

/** How the server is started. */
export interface Program {
  readonly command: string;
  readonly args: string[];
}

/** Why there is no server, in the user's language, and what can be done about it. */
export class NoServer extends Error {
  constructor(
    message: string,
    readonly remedy: "settings" | "dotnet",
  ) {
    super(message);
  }
}

/** The .NET that the portable package needs. */
const runtime = /^Microsoft\.NETCore\.App (\d+)\./gm;
const oldestRuntime = 10;

/** The server of the settings, else the one that came with the extension, by itself or by an installed .NET. */
export async function findServer(extensionPath: string): Promise<Program> {
  const configured = vscode.workspace.getConfiguration("sispam").get("server.path", "").trim();
  if (configured !== "") {
    return ofSettings(configured);
  }

  const folder = path.join(extensionPath, "server");
  const own = path.join(folder, process.platform === "win32" ? "sispam-lsp.exe" : "sispam-lsp");
  if (await can(own, constants.X_OK)) {
    return { command: own, args: [] };
  }

  const dotnet = await findDotnet();
  if (dotnet === undefined) {
    throw new NoServer(
      vscode.l10n.t(
        "SispamLang needs .NET {0} or newer, which was not found. Install it, or install the SispamLang package for your system, which brings its own.",
        oldestRuntime,
      ),
      "dotnet",
    );
  }

  return { command: dotnet, args: [path.join(folder, "sispam-lsp.dll")] };
}

async function ofSettings(configured: string): Promise<Program> {
  const isAssembly = configured.toLowerCase().endsWith(".dll");
  if (!(await can(configured, isAssembly ? constants.R_OK : constants.X_OK))) {
    throw new NoServer(
      vscode.l10n.t("The setting sispam.server.path names {0}, which can't be started.", configured),
      "settings",
    );
  }

  return isAssembly ? { command: "dotnet", args: [configured] } : { command: configured, args: [] };
}

async function can(file: string, mode: number): Promise<boolean> {
  try {
    await access(file, mode);
    return true;
  } catch {
    return false;
  }
}

async function findDotnet(): Promise<string | undefined> {
  const root = process.env.DOTNET_ROOT;
  for (const command of [...(root === undefined ? [] : [path.join(root, "dotnet")]), "dotnet"]) {
    try {
      const { stdout } = await promisify(execFile)(command, ["--list-runtimes"]);
      if ([...stdout.matchAll(runtime)].some((version) => Number(version[1]) >= oldestRuntime)) {
        return command;
      }
    } catch {
      // Not there: the next one.
    }
  }

  return undefined;
}
