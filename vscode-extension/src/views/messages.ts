/** What the extension and the scripts of its views tell each other. */

/** A place in a file, counted from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** One run of a drill, as it is shown. */
export interface Timeline {
  readonly seed: number;
  /** The phase that it started from, if not from the first. */
  readonly phase: string | null;
  readonly phases: readonly string[];
  /** The time of day at 0, after midnight, if the drill says when it starts. */
  readonly startsAtMs: number | null;
  readonly endMs: number;
  readonly lanes: readonly Lane[];
  readonly entries: readonly Entry[];
}

/** What one thing was at each time. */
export interface Lane {
  readonly label: string;
  readonly spans: readonly Span[];
}

export interface Span {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** How it is coloured. */
  readonly tone: string;
  /** The number of the entry that began it. */
  readonly entry: number;
}

/** One line of the trace. */
export interface Entry {
  readonly seq: number;
  readonly timeMs: number;
  readonly kind: string;
  readonly text: string;
  readonly cause: number | null;
  readonly place: Place | null;
}

/** A part of a picture that leads to a line. */
export interface Link {
  readonly label: string;
  readonly place: Place;
}

export type ToView =
  | { readonly type: "timeline"; readonly timeline: Timeline }
  | { readonly type: "phaseGraph"; readonly picture: string; readonly phases: Link[]; readonly changes: Link[] }
  | { readonly type: "unavailable"; readonly why: string }
  | { readonly type: "cursor"; readonly uri: string; readonly line: number };

export type FromView =
  | { readonly type: "ready" }
  | { readonly type: "reveal"; readonly place: Place; readonly focus: boolean }
  | { readonly type: "run"; readonly seed: number; readonly phase: string | null }
  | { readonly type: "save" };

/** The words that a view shows, in the user's language. */
export type Words = Readonly<Record<string, string>>;
