import * as vscode from "vscode";
import type { Position } from "vscode-languageclient/node";
import type { Server } from "../server/server";
import type { TestExplorer } from "../testExplorer";
import type { Views } from "../views/views";
import { simulate, verify } from "./analysis";
import { explain } from "./explain";
import { newDrill } from "./newDrill";
import { exportPhaseGraph, runDrill, runFromPhase, runWithSeed, showPhaseGraph } from "./views";

/** Registers the commands that work in every folder. */
export function registerEditingCommands(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  return register({
    newDrill: () => newDrill(context.extensionUri),
    format: () => vscode.commands.executeCommand("editor.action.formatDocument"),
    translate: () =>
      vscode.commands.executeCommand("editor.action.sourceAction", { kind: "source.translate.sispam", apply: "first" }),
    explain,
    showReferences,
    restartServer: () => server.restart(),
    showOutput: () => {
      server.output.show();
    },
  });
}

/** Registers the commands that run drills. */
export function registerRunningCommands(
  context: vscode.ExtensionContext,
  views: Views,
  tests: TestExplorer,
  server: Server,
): vscode.Disposable {
  return register({
    simulate: () => simulate(context.globalStorageUri),
    verify,
    runDrill: () => {
      runDrill(views);
    },
    runFromPhase: (drill?: string, phase?: string) => runFromPhase(views, server, drill, phase),
    runWithSeed: () => runWithSeed(views),
    showPhaseGraph: () => {
      showPhaseGraph(views);
    },
    exportPhaseGraph: () => exportPhaseGraph(views),
    runTest: (drill: string, name?: string) => tests.runTest(vscode.Uri.parse(drill), name),
  });
}

function register(commands: Record<string, (...args: never[]) => unknown>): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`sispam.${name}`, run)),
  );
}

/** The line above a declaration that counts its uses asks for this. */
async function showReferences(drill: string, { line, character }: Position): Promise<void> {
  const uri = vscode.Uri.parse(drill);
  const position = new vscode.Position(line, character);
  const found: unknown = await vscode.commands.executeCommand("vscode.executeReferenceProvider", uri, position);
  await vscode.commands.executeCommand("editor.action.showReferences", uri, position, found);
}
