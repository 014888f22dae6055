/** The requests of our own, as docs/language-server.md describes them. */
import type { Location } from "vscode-languageclient/node";

/** `sispam/timeline`: one run of a drill. */
export interface TimelineResult {
  readonly entries: readonly TraceEntry[];
  /** The addresses of the files that entries name. */
  readonly files: Readonly<Record<string, string>>;
  readonly isComplete: boolean;
  /** The time of day at 0, after midnight, if the drill says when it starts. */
  readonly startsAtMs?: number | null;
}

/** A line of a trace, as in docs/schemas/trace.schema.json. */
export interface TraceEntry {
  readonly seq: number;
  readonly time_ms: number;
  readonly phase: string | null;
  readonly kind: string;
  readonly code: string;
  readonly text: string;
  readonly cause: number | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly unit?: string;
  readonly place?: string;
  readonly crowd?: string;
  readonly mood?: string;
  readonly situation?: string;
}

/** `sispam/phaseGraph`: the stages of a drill and what leads from one to the next. */
export interface PhaseGraph {
  readonly drill: string;
  readonly phases: readonly { readonly name: string; readonly title: string; readonly location: Location }[];
  readonly changes: readonly PhaseChange[];
}

/** A way out of a phase; to the end of the drill if there is no phase to which it leads. */
export interface PhaseChange {
  readonly from: string;
  readonly to?: string | null;
  readonly kind: "until" | "time" | "quiet" | "order";
  readonly trigger: string;
  readonly location: Location;
}

/** `sispam/tests`: a test and where it stands. */
export interface DrillTest {
  readonly name: string;
  readonly location: Location;
}

/** Why a test failed. */
export interface TestProblem {
  readonly message: string;
  readonly expected: string;
  readonly got: string;
  readonly time: string;
  readonly location: Location;
}

/** `sispam/runTests`: what came of a test. */
export interface TestOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly problem?: TestProblem | null;
}
