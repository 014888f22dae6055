import * as vscode from "vscode";
import type { Server } from "../server/server";
import { newDrill } from "./newDrill";

/** Registers every command of the palette. */
export function registerCommands(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const commands: Record<string, (...args: never[]) => unknown> = {
    newDrill: () => newDrill(context.extensionUri),
    format: () => vscode.commands.executeCommand("editor.action.formatDocument"),
    restartServer: () => server.restart(),
    showOutput: () => {
      server.output.show();
    },
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`sispam.${name}`, run)),
  );
}
