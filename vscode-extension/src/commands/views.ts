import * as vscode from "vscode";
import type { PhaseGraph } from "../server/protocol";
import type { Server } from "../server/server";
import type { Views } from "../views/views";

/** Runs the drill of the editor: shows its timeline. */
export function runDrill(views: Views): void {
  run(views, drillAtHand(), null, views.timeline.seed);
}

/** Runs the drill with a seed that the user gives. */
export async function runWithSeed(views: Views): Promise<void> {
  const seed = await vscode.window.showInputBox({
    title: vscode.l10n.t("Run with seed"),
    prompt: vscode.l10n.t("The same seed always makes the same run."),
    value: String(views.timeline.seed),
    validateInput: (text) => (/^\d{1,15}$/.test(text) ? undefined : vscode.l10n.t("A seed is a whole number.")),
  });
  if (seed !== undefined) {
    run(views, drillAtHand(), null, Number(seed));
  }
}

/** Runs the drill from a phase: the one that is named, else the one that the cursor is in. */
export async function runFromPhase(views: Views, server: Server, drill?: string, phase?: string): Promise<void> {
  const uri = drill === undefined ? drillAtHand() : vscode.Uri.parse(drill);
  if (uri !== undefined) {
    run(views, uri, phase ?? (await phaseAtCursor(server, uri)), views.timeline.seed);
  }
}

/** Shows the phases of the drill of the editor. */
export function showPhaseGraph(views: Views): void {
  const drill = drillAtHand();
  if (drill !== undefined) {
    views.open(views.phaseGraph, drill);
  }
}

/** Saves the picture of the phases, of the view if it is in front, else of the drill of the editor. */
export async function exportPhaseGraph(views: Views): Promise<void> {
  const drill = views.drillInFront(views.phaseGraph) ?? drillAtHand();
  if (drill !== undefined) {
    await views.phaseGraph.save(drill);
  }
}

function run(views: Views, drill: vscode.Uri | undefined, phase: string | null, seed: number): void {
  if (drill !== undefined) {
    views.timeline.phase = phase;
    views.timeline.seed = seed;
    views.open(views.timeline, drill);
  }
}

async function phaseAtCursor(server: Server, drill: vscode.Uri): Promise<string | null> {
  const { phases } = await server.askAbout<PhaseGraph>("sispam/phaseGraph", drill);
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === drill.toString());
  const line = editor?.selection.active.line ?? 0;
  return phases.findLast(({ location }) => location.range.start.line <= line)?.name ?? null;
}

/** The drill that a command is about: that of the editor, else any that can be seen. */
export function drillAtHand(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor?.document.languageId === "sispam")?.document.uri;
}
