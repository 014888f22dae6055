import type { Link, ToView } from "../messages";
import { html } from "./dom";
import { tell, words } from "./host";

/** The phases of a drill and what leads from one to the next. */
export class PhaseGraphView {
  readonly element: HTMLElement;
  private readonly picture = html("div", { class: "picture" });
  private phases: readonly Link[] = [];
  private cursor: { uri: string; line: number } | undefined;

  constructor() {
    const save = html("button", { type: "button" }, words.save ?? "");
    save.addEventListener("click", () => {
      tell({ type: "save" });
    });
    const bar = html("div", { class: "toolbar", role: "toolbar" }, html("span", { class: "space" }), save);
    this.element = html("main", {}, bar, this.picture);
  }

  take(message: ToView): void {
    if (message.type === "phaseGraph") {
      this.phases = message.phases;
      this.show(message.picture, message.changes);
    } else if (message.type === "cursor") {
      this.cursor = message;
      this.light();
    }
  }

  private show(picture: string, changes: readonly Link[]): void {
    const focused = document.activeElement?.getAttribute("aria-label");
    const drawn = new DOMParser().parseFromString(picture, "image/svg+xml").documentElement;
    this.picture.replaceChildren(document.importNode(drawn, true));
    for (const group of this.picture.querySelectorAll<SVGGElement>("[data-phase], [data-change]")) {
      const { phase, change } = group.dataset;
      const link = phase === undefined ? changes[Number(change)] : this.phases[Number(phase)];
      if (link !== undefined) {
        makeLink(group, link);
      }
    }

    if (focused) {
      this.picture.querySelector<SVGElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
    }

    this.light();
  }

  /** Lights the phase that the cursor is in: the last one that begins at or before its line. */
  private light(): void {
    const { phases, cursor } = this;
    const current = phases.findLastIndex(({ place }) => place.uri === cursor?.uri && place.line <= cursor.line);
    for (const group of this.picture.querySelectorAll<SVGGElement>("[data-phase]")) {
      group.classList.toggle("lit", Number(group.dataset.phase) === current);
    }
  }
}

/** Makes a part of the picture lead to its line, by mouse or by keyboard. */
function makeLink(group: SVGGElement, { label, place }: Link): void {
  const go = (): void => {
    tell({ type: "reveal", place, focus: true });
  };
  group.setAttribute("aria-label", label);
  group.setAttribute("role", "button");
  group.setAttribute("tabindex", "0");
  group.addEventListener("click", go);
  group.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      go();
    }
  });
}
