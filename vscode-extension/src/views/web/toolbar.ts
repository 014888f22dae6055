import type { Timeline } from "../messages";
import { html } from "./dom";
import { tell, words } from "./host";

/** Which run is shown, and how. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly seed = html("input", { type: "number", min: 0, step: 1, id: "seed" });
  private readonly phase = html("select", { id: "phase" });
  private readonly chance = html("input", { type: "checkbox", id: "chance" });

  constructor(scale: (by: number) => void, filter: () => void) {
    const button = (text: string, label: string, press: () => void): HTMLButtonElement => {
      const made = html("button", { type: "button", title: label, "aria-label": label }, text);
      made.addEventListener("click", press);
      return made;
    };
    this.seed.addEventListener("change", () => {
      this.run();
    });
    this.phase.addEventListener("change", () => {
      this.run();
    });
    this.chance.addEventListener("change", filter);
    this.element = html(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": words.toolbar ?? "" },
      html("label", { for: "phase" }, words.from ?? ""),
      this.phase,
      html("label", { for: "seed" }, words.seed ?? ""),
      this.seed,
      button("‹", words.previousSeed ?? "", () => {
        this.step(-1);
      }),
      button("›", words.nextSeed ?? "", () => {
        this.step(1);
      }),
      html("span", { class: "space" }),
      html("label", { for: "chance" }, this.chance, words.chance ?? ""),
      button("−", words.narrower ?? "", () => {
        scale(0.5);
      }),
      button("+", words.wider ?? "", () => {
        scale(2);
      }),
    );
  }

  /** Whether draws of chance are wanted among the entries. */
  get showsChance(): boolean {
    return this.chance.checked;
  }

  show(timeline: Timeline): void {
    this.seed.value = String(timeline.seed);
    this.phase.replaceChildren(
      html("option", { value: "" }, words.beginning ?? ""),
      ...timeline.phases.map((name) => html("option", { value: name }, name)),
    );
    this.phase.value = timeline.phase ?? "";
  }

  private step(by: number): void {
    this.seed.value = String(Math.max(0, Math.floor(this.seed.valueAsNumber || 0) + by));
    this.run();
  }

  private run(): void {
    if (Number.isSafeInteger(this.seed.valueAsNumber) && this.seed.valueAsNumber >= 0) {
      tell({ type: "run", seed: this.seed.valueAsNumber, phase: this.phase.value === "" ? null : this.phase.value });
    }
  }
}
