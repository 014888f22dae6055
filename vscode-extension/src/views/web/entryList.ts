import type { Entry } from "../messages";
import type { Clock } from "./clock";
import { html } from "./dom";

const deepest = 8;

/** The entries of a run, one a line, each below the one that caused it; walked through with the arrow keys. */
export class EntryList {
  readonly element: HTMLElement;
  private readonly rows = new Map<number, HTMLElement>();
  private entries: readonly Entry[] = [];
  private chosen: number | undefined;

  /** @param choose is called when the user goes to an entry, and whether they want to go to its line. */
  constructor(
    label: string,
    private readonly choose: (entry: Entry, go: boolean) => void,
  ) {
    this.element = html("div", { class: "entries", role: "listbox", "aria-label": label, tabindex: "0" });
    this.element.addEventListener("keydown", (event) => {
      this.take(event);
    });
    this.element.addEventListener("click", (event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-seq]") : null;
      const entry = this.entries.find(({ seq }) => seq === Number(row?.dataset.seq));
      if (entry !== undefined) {
        this.choose(entry, true);
      }
    });
  }

  show(entries: readonly Entry[], clock: Clock): void {
    this.entries = entries;
    this.rows.clear();
    const depths = new Map<number, number>();
    const times = new Map<number, number>();
    let last: string | undefined;
    for (const entry of entries) {
      // Below its cause, if both happen at the same time; else it begins something new.
      const follows = entry.cause !== null && times.get(entry.cause) === entry.timeMs;
      const depth = follows ? Math.min(deepest, (depths.get(entry.cause) ?? -1) + 1) : 0;
      depths.set(entry.seq, depth);
      times.set(entry.seq, entry.timeMs);
      const time = clock.text(entry.timeMs, true);
      const row = html(
        "div",
        { id: `entry-${entry.seq}`, class: `entry ${entry.kind}`, role: "option", "data-seq": entry.seq },
        html("span", { class: time === last ? "time again" : "time" }, time),
        html("span", { class: "dot", "aria-hidden": "true" }),
        html("span", { class: "text" }, entry.text),
      );
      row.style.setProperty("--depth", String(depth));
      this.rows.set(entry.seq, row);
      last = time;
    }

    this.element.replaceChildren(...this.rows.values());
    this.mark(entries.some(({ seq }) => seq === this.chosen) ? this.chosen : undefined);
  }

  /** Shows which entry is chosen. */
  mark(seq: number | undefined): void {
    for (const row of this.element.querySelectorAll("[aria-selected]")) {
      row.removeAttribute("aria-selected");
    }

    this.chosen = seq;
    const row = seq === undefined ? undefined : this.rows.get(seq);
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: isFar(row, this.element) ? "center" : "nearest" });
    if (row === undefined) {
      this.element.removeAttribute("aria-activedescendant");
    } else {
      this.element.setAttribute("aria-activedescendant", row.id);
    }
  }

  /** Shows which entries come from the line that the cursor is on. */
  light(seqs: ReadonlySet<number>): void {
    let first: HTMLElement | undefined;
    for (const [seq, row] of this.rows) {
      row.classList.toggle("lit", seqs.has(seq));
      first ??= seqs.has(seq) ? row : undefined;
    }

    first?.scrollIntoView({ block: isFar(first, this.element) ? "center" : "nearest" });
  }

  private take(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1e9,
      End: 1e9,
    };
    const at = this.entries.findIndex(({ seq }) => seq === this.chosen);
    const step = steps[event.key];
    const chosen = event.key === "Enter" || event.key === " ";
    if (step === undefined && !chosen) {
      return;
    }

    event.preventDefault();
    const next = chosen ? at : Math.min(this.entries.length - 1, Math.max(0, at + (step ?? 0)));
    const entry = this.entries[next];
    if (entry !== undefined) {
      this.choose(entry, chosen);
    }
  }
}

/** Whether a row is out of sight, so that it should come into the middle. */
function isFar(row: HTMLElement, list: HTMLElement): boolean {
  const [at, seen] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  return at.top < seen.top - at.height || at.bottom > seen.bottom + at.height;
}
