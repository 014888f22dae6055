import type { PhaseGraph } from "../../server/protocol";
import { wrap, widthOf } from "./text";

export const boxWidth = 300;
export const lineHeight = 16;
const boxPadding = 12;
const margin = 16;
const gap = 34;
const firstTrack = 18;
const nextTrack = 22;
const longestLabel = { down: 36, left: 18, right: 18 };

/** The words of a picture that are not the drill's. */
export interface PictureWords {
  /** The end of the drill. */
  readonly end: string;
  /** Why a phase ends that says nothing of it. */
  readonly quiet: string;
}

/** A phase, or the end of the drill, with its place in the picture. */
export interface Box {
  /** The number of the phase; null for the end of the drill. */
  readonly phase: number | null;
  readonly lines: readonly string[];
  readonly y: number;
  readonly height: number;
}

/** All changes from one box to another, as one arrow. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly number[];
  readonly lines: readonly string[];
  /** Straight down to the next box, or around others on one side. */
  readonly side: "down" | "left" | "right";
  /** How far from the boxes it goes around them. */
  readonly distance: number;
}

export interface Layout {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly boxX: number;
  readonly width: number;
  readonly height: number;
}

/** Stands the phases below each other in their order; whatever does not go to the next one goes around, back on the left. */
export function layOut(graph: PhaseGraph, words: PictureWords): Layout {
  const endBox = graph.phases.length;
  const hasEnd = graph.changes.some(({ to }) => !to);
  const arrows = arrowsOf(graph, words);
  const boxes: Box[] = [];
  let y = margin;
  for (let i = 0; i < endBox + (hasEnd ? 1 : 0); i++) {
    const phase = graph.phases[i];
    const lines = phase === undefined ? [words.end] : [phase.name, ...subtitle(phase)];
    const height = lines.length * lineHeight + 2 * boxPadding;
    boxes.push({ phase: phase === undefined ? null : i, lines, y, height });
    const down = arrows.find((arrow) => arrow.from === i && arrow.side === "down");
    y += height + gap + Math.max(0, (down?.lines.length ?? 0) - 1) * lineHeight;
  }

  const left = room(arrows, "left");
  const last = boxes.at(-1);
  return {
    boxes,
    arrows,
    boxX: margin + left,
    width: 2 * margin + left + boxWidth + room(arrows, "right"),
    height: last === undefined ? 0 : last.y + last.height + margin,
  };
}

function subtitle({ name, title }: { name: string; title: string }): string[] {
  return title === name ? [] : wrap(title, 42);
}

function arrowsOf(graph: PhaseGraph, words: PictureWords): Arrow[] {
  const indexOf = (name: string): number => graph.phases.findIndex((phase) => phase.name === name);
  const together = new Map<string, { from: number; to: number; changes: number[] }>();
  graph.changes.forEach((change, i) => {
    const key = JSON.stringify([change.from, change.to]);
    const to = change.to ? indexOf(change.to) : graph.phases.length;
    const arrow = together.get(key) ?? { from: indexOf(change.from), to, changes: [] };
    arrow.changes.push(i);
    together.set(key, arrow);
  });

  const arrows = [...together.values()]
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))
    .map((arrow) => {
      const side = arrow.to === arrow.from + 1 ? "down" : arrow.to > arrow.from ? "right" : "left";
      const triggers = arrow.changes
        .map((i) => graph.changes[i]?.trigger ?? "")
        .map((trigger) => (trigger === "" ? words.quiet : trigger));
      return { ...arrow, side, lines: triggers.flatMap((trigger) => wrap(trigger, longestLabel[side])) } as const;
    });
  return [
    ...arrows.filter(({ side }) => side === "down").map((arrow) => ({ ...arrow, distance: 0 })),
    ...spread(arrows.filter(({ side }) => side === "left")),
    ...spread(arrows.filter(({ side }) => side === "right")),
  ];
}

/** Puts arrows on tracks beside the boxes, each on the innermost one where nothing is in its way. */
function spread(arrows: readonly Omit<Arrow, "distance">[]): Arrow[] {
  const tracks: Omit<Arrow, "distance">[][] = [];
  for (const arrow of arrows) {
    const free = tracks.find((track) =>
      track.every((taken) => top(arrow) > bottom(taken) || bottom(arrow) < top(taken)),
    );
    if (free === undefined) {
      tracks.push([arrow]);
    } else {
      free.push(arrow);
    }
  }

  let distance = firstTrack;
  return tracks.flatMap((track) => {
    const placed = track.map((arrow) => ({ ...arrow, distance }));
    distance += nextTrack + Math.max(...track.map(labelWidth));
    return placed;
  });
}

function top({ from, to }: Omit<Arrow, "distance">): number {
  return Math.min(from, to);
}

function bottom({ from, to }: Omit<Arrow, "distance">): number {
  return Math.max(from, to);
}

function labelWidth({ lines }: Omit<Arrow, "distance">): number {
  return Math.max(0, ...lines.map(widthOf));
}

/** How much room the arrows on one side take. */
function room(arrows: readonly Arrow[], side: "left" | "right"): number {
  return Math.max(
    0,
    ...arrows.filter((arrow) => arrow.side === side).map((arrow) => arrow.distance + 8 + labelWidth(arrow)),
  );
}

/** The phases to which no way leads from the first one. */
export function unreached(graph: PhaseGraph): ReadonlySet<string> {
  const reached = new Set(graph.phases.slice(0, 1).map(({ name }) => name));
  for (const name of reached) {
    // A set goes on with what is added while it is walked through.
    for (const { from, to } of graph.changes) {
      if (from === name && to) {
        reached.add(to);
      }
    }
  }

  return new Set(graph.phases.map(({ name }) => name).filter((name) => !reached.has(name)));
}
