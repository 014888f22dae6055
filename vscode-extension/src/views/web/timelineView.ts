import type { Entry, Timeline, ToView } from "../messages";
import { Chart } from "./chart";
import { Clock } from "./clock";
import { html } from "./dom";
import { EntryList } from "./entryList";
import { tell, words } from "./host";
import { Toolbar } from "./toolbar";

/** One run of a drill: what was when, and why. */
export class TimelineView {
  readonly element: HTMLElement;
  private readonly toolbar = new Toolbar(
    (by) => {
      this.chart.scale(by);
    },
    () => {
      this.showEntries();
    },
  );
  private readonly chart = new Chart(words, (seq) => {
    const entry = this.timeline?.entries.find((candidate) => candidate.seq === seq);
    if (entry !== undefined) {
      this.choose(entry, true);
    }
  });
  private readonly list = new EntryList(words.entries ?? "", (entry, go) => {
    this.choose(entry, go);
  });
  private timeline: Timeline | undefined;
  private cursor: { uri: string; line: number } | undefined;

  constructor() {
    this.element = html("main", {}, this.toolbar.element, this.chart.element, this.list.element);
  }

  take(message: ToView): void {
    if (message.type === "timeline") {
      this.timeline = message.timeline;
      this.toolbar.show(message.timeline);
      this.chart.show(message.timeline, new Clock(message.timeline.startsAtMs));
      this.showEntries();
    } else if (message.type === "cursor") {
      this.cursor = message;
      this.light();
    }
  }

  private showEntries(): void {
    if (this.timeline !== undefined) {
      const entries = this.timeline.entries.filter(({ kind }) => kind !== "draw" || this.toolbar.showsChance);
      this.list.show(entries, new Clock(this.timeline.startsAtMs));
      this.light();
    }
  }

  private choose(entry: Entry, go: boolean): void {
    this.list.mark(entry.seq);
    this.chart.point(entry);
    if (entry.place !== null) {
      tell({ type: "reveal", place: entry.place, focus: go });
    }
  }

  /** Lights what the line of the cursor brought about: its entries, and those right after a rule that starts there. */
  private light(): void {
    const { timeline, cursor } = this;
    if (timeline === undefined || cursor === undefined) {
      return;
    }

    const lit = new Set<number>();
    for (const { seq, cause, kind, place } of timeline.entries) {
      const here = place?.uri === cursor.uri && place.line === cursor.line;
      const follows = cause !== null && lit.has(cause) && kind === "action";
      if (here || follows) {
        lit.add(seq);
      }
    }

    this.list.light(lit);
  }
}
