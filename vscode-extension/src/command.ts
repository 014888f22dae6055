import { execFile } from "node:child_process";
import * as vscode from "vscode";

/** What hides the menus of commands that need the sispam command. */
const contextKey = "sispam.hasCommand";

/** The sispam command: the one that the user has set, else the one on the path. */
export function commandPath(): string {
  return vscode.workspace.getConfiguration("sispam").get("command.path", "sispam");
}

/** Offers what needs the sispam command as long as there is one. */
export function watchCommand(): vscode.Disposable {
  probe();
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("sispam.command.path")) {
      probe();
    }
  });
}

function probe(): void {
  execFile(commandPath(), ["--version"], (error) => {
    void vscode.commands.executeCommand("setContext", contextKey, error === null);
  });
}
