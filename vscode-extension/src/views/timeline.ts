import * as path from "node:path";
import * as vscode from "vscode";
import type { PhaseGraph, TimelineResult, TraceEntry } from "../server/protocol";
import type { Server } from "../server/server";
import { lanesOf } from "./lanes";
import type { Entry, FromView, ToView, Words } from "./messages";
import type { Content } from "./panel";

/** The timeline of a run: from which seed, and from which phase, is kept here. */
export class TimelineContent implements Content {
  readonly kind = "timeline";
  seed = 1;
  phase: string | null = null;

  constructor(private readonly server: Server) {}

  get words(): Words {
    return {
      anarchic: vscode.l10n.t("anarchic"),
      beginning: vscode.l10n.t("the beginning"),
      broken: vscode.l10n.t("Broken promises"),
      calm: vscode.l10n.t("calm"),
      chance: vscode.l10n.t("Chance"),
      chart: vscode.l10n.t("Timeline"),
      entries: vscode.l10n.t("Entries of the run"),
      from: vscode.l10n.t("From"),
      green: vscode.l10n.t("green"),
      injects: vscode.l10n.t("Injects"),
      narrower: vscode.l10n.t("Zoom out"),
      nextSeed: vscode.l10n.t("Next seed"),
      orders: vscode.l10n.t("Orders"),
      phases: vscode.l10n.t("Phase"),
      previousSeed: vscode.l10n.t("Previous seed"),
      red: vscode.l10n.t("red"),
      seed: vscode.l10n.t("Seed"),
      situation: vscode.l10n.t("Situation"),
      standby: vscode.l10n.t("standby"),
      tense: vscode.l10n.t("tense"),
      toolbar: vscode.l10n.t("Which run is shown"),
      unruly: vscode.l10n.t("unruly"),
      wider: vscode.l10n.t("Zoom in"),
      yellow: vscode.l10n.t("yellow"),
    };
  }

  title(drill: vscode.Uri): string {
    return vscode.l10n.t("Timeline: {0}", path.posix.basename(drill.path));
  }

  async load(drill: vscode.Uri, token: vscode.CancellationToken): Promise<ToView> {
    const [result, graph] = await Promise.all([
      this.server.askAbout<TimelineResult>("sispam/timeline", drill, { seed: this.seed, phase: this.phase }, token),
      this.server.askAbout<PhaseGraph>("sispam/phaseGraph", drill, {}, token),
    ]);
    const { entries, files } = result;
    return {
      type: "timeline",
      timeline: {
        seed: this.seed,
        phase: this.phase,
        phases: graph.phases.map(({ name }) => name),
        startsAtMs: result.startsAtMs ?? null,
        endMs: entries.at(-1)?.time_ms ?? 0,
        lanes: lanesOf(entries, this.words),
        entries: entries.map((entry) => entryOf(entry, files)),
      },
    };
  }

  take(message: FromView): boolean {
    if (message.type !== "run") {
      return false;
    }

    this.seed = message.seed;
    this.phase = message.phase;
    return true;
  }
}

function entryOf(entry: TraceEntry, files: Readonly<Record<string, string>>): Entry {
  const { seq, time_ms: timeMs, kind, text, cause, file, line, column } = entry;
  const uri = file === null ? undefined : files[file];
  const isPlaced = uri !== undefined && line !== null && column !== null;
  return { seq, timeMs, kind, text, cause, place: isPlaced ? { uri, line: line - 1, character: column - 1 } : null };
}
