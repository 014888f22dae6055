import type { Entry, Lane, Span, Timeline, Words } from "../messages";
import type { Clock } from "./clock";
import { html, svg } from "./dom";

const rowHeight = 30;
const axisHeight = 24;
const padding = 10;

/** The picture of a run: a lane for each thing, time from left to right. */
export class Chart {
  readonly element: HTMLElement;
  private readonly labels = html("div", { class: "labels" });
  private readonly scroller = html("div", { class: "scroller", tabindex: "-1" });
  private timeline: Timeline | undefined;
  private clock: Clock | undefined;
  private needle: SVGLineElement | undefined;
  private zoom = 1;

  /** @param pick is called with the number of the entry that a part of the picture stands for. */
  constructor(
    private readonly words: Words,
    private readonly pick: (entry: number) => void,
  ) {
    this.element = html("div", { class: "chart" }, this.labels, this.scroller);
    new ResizeObserver(() => {
      this.draw();
    }).observe(this.scroller);
  }

  show(timeline: Timeline, clock: Clock): void {
    this.timeline = timeline;
    this.clock = clock;
    this.draw();
  }

  /** Makes the picture wider or narrower. */
  scale(by: number): void {
    this.zoom = Math.min(32, Math.max(1, this.zoom * by));
    this.draw();
  }

  /** Shows where in time an entry is. */
  point(entry: Entry | undefined): void {
    const x = entry === undefined ? -1 : this.x(entry.timeMs);
    this.needle?.setAttribute("x1", String(x));
    this.needle?.setAttribute("x2", String(x));
    if (
      entry !== undefined &&
      (x < this.scroller.scrollLeft || x > this.scroller.scrollLeft + this.scroller.clientWidth)
    ) {
      this.scroller.scrollLeft = x - this.scroller.clientWidth / 3;
    }
  }

  private get width(): number {
    return Math.max(160, this.scroller.clientWidth) * this.zoom;
  }

  private x(milliseconds: number): number {
    const end = Math.max(1, this.timeline?.endMs ?? 1);
    return padding + (milliseconds / end) * (this.width - 2 * padding);
  }

  private draw(): void {
    const { timeline, clock } = this;
    if (timeline === undefined || clock === undefined) {
      return;
    }

    const rows = [
      ...timeline.lanes.map((lane) => this.lane(lane, clock)),
      ...this.signs(timeline, "action", this.words.orders ?? ""),
      ...this.signs(timeline, "inject", this.words.injects ?? ""),
      ...this.signs(timeline, "property", this.words.broken ?? ""),
    ];
    const height = axisHeight + rows.length * rowHeight;
    this.needle = svg("line", { class: "needle", x1: -1, x2: -1, y1: 0, y2: height });
    const picture = svg(
      "svg",
      { width: this.width, height, role: "group", "aria-label": this.words.chart ?? "" },
      this.axis(timeline, clock, height),
      ...rows.map(({ group }, i) => {
        group.setAttribute("transform", `translate(0 ${axisHeight + i * rowHeight})`);
        return group;
      }),
      this.needle,
    );
    this.labels.replaceChildren(
      html("div", { class: "corner" }),
      ...rows.map(({ label }) => html("div", { class: "label", title: label }, label)),
    );
    this.scroller.replaceChildren(picture);
  }

  private axis(timeline: Timeline, clock: Clock, height: number): SVGGElement {
    const marks = clock.marks(timeline.endMs, Math.max(2, Math.floor(this.width / 70)));
    return svg(
      "g",
      { class: "axis", "aria-hidden": "true" },
      ...marks.flatMap((mark) => {
        const x = this.x(mark);
        const anchor = x < 20 ? "start" : x > this.width - 24 ? "end" : "middle";
        return [
          svg("line", { x1: x, x2: x, y1: axisHeight - 4, y2: height }),
          svg("text", { x, y: axisHeight - 9, "text-anchor": anchor }, clock.text(mark, false)),
        ];
      }),
    );
  }

  private lane(lane: Lane, clock: Clock): { label: string; group: SVGGElement } {
    const { label } = lane;
    const story = lane.spans.map((span) => `${span.text} ${clock.text(span.startMs, false)}`).join(", ");
    const group = svg(
      "g",
      { class: "lane", role: "img", "aria-label": `${label}: ${story}` },
      svg("line", { class: "ground", x1: 0, x2: this.width, y1: rowHeight - 0.5, y2: rowHeight - 0.5 }),
      ...lane.spans.map((span) => this.bar(span, clock)),
    );
    return { label, group };
  }

  private bar(span: Span, clock: Clock): SVGElement {
    const x = this.x(span.startMs);
    const width = Math.max(2, this.x(span.endMs) - x - 1);
    // An inner picture of its own clips the text.
    const bar = svg(
      "svg",
      { class: `bar ${span.tone}`, x, y: 4, width, height: rowHeight - 8 },
      svg("title", {}, `${span.text}, ${clock.text(span.startMs, true)} – ${clock.text(span.endMs, true)}`),
      svg("rect", { width: "100%", height: "100%", rx: 3 }),
      ...(width > 8 + 6 * Math.min(4, span.text.length)
        ? [svg("text", { x: 6, y: (rowHeight - 8) / 2 + 4 }, span.text)]
        : []),
    );
    bar.addEventListener("click", () => {
      this.pick(span.entry);
    });
    return bar;
  }

  /** A row of signs, one for each entry of a kind; none if there is no such entry. */
  private signs(timeline: Timeline, kind: string, label: string): { label: string; group: SVGGElement }[] {
    const entries = timeline.entries.filter((entry) => entry.kind === kind);
    if (entries.length === 0) {
      return [];
    }

    const middle = rowHeight / 2;
    const signs = entries.map((entry) => {
      const x = this.x(entry.timeMs);
      const outline = `M${x - 5} ${middle}L${x} ${middle - 6}L${x + 5} ${middle}L${x} ${middle + 6}Z`;
      const sign = svg("path", { class: `sign ${kind}`, d: outline }, svg("title", {}, entry.text));
      sign.addEventListener("click", () => {
        this.pick(entry.seq);
      });
      return sign;
    });
    const ground = svg("line", { class: "ground", x1: 0, x2: this.width, y1: rowHeight - 0.5, y2: rowHeight - 0.5 });
    const story = `${label}: ${entries.length}`;
    return [{ label, group: svg("g", { class: "lane signs", role: "img", "aria-label": story }, ground, ...signs) }];
  }
}
