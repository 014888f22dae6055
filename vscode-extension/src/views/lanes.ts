import type { TraceEntry } from "../server/protocol";
import type { Lane, Span, Words } from "./messages";

/** Makes the lanes of a trace: what every phase, crowd and unit was at each time. */
export function lanesOf(entries: readonly TraceEntry[], words: Words): Lane[] {
  const endMs = entries.at(-1)?.time_ms ?? 0;
  const phases = new LaneBuilder(words.phases ?? "");
  const situation = new LaneBuilder(words.situation ?? "");
  const crowds = new Builders();
  const units = new Builders();
  for (const entry of entries) {
    switch (entry.code) {
      case "phase_starts":
        phases.begin(entry, entry.phase ?? "", "phase");
        break;
      case "phase_ends":
        phases.end(entry.time_ms);
        break;
      case "situation_is":
        situation.begin(entry, words[entry.situation ?? ""] ?? "", entry.situation ?? "");
        break;
      case "mood_is":
        if (entry.mood === "dispersed") {
          crowds.of(entry.crowd).end(entry.time_ms);
        } else {
          crowds.of(entry.crowd).begin(entry, words[entry.mood ?? ""] ?? entry.mood ?? "", entry.mood ?? "");
        }
        break;
      case "deploy":
        units.of(entry.unit, words.standby).begin(entry, `→ ${entry.place ?? ""}`, "moving");
        break;
      case "unit_arrives":
        units.of(entry.unit, words.standby).begin(entry, entry.place ?? "", "deployed");
        break;
      case "withdraw":
        units.of(entry.unit, words.standby).begin(entry, words.standby ?? "", "standby");
        break;
    }
  }

  const all = [phases, situation, ...crowds, ...units];
  return all.map((builder) => builder.build(endMs)).filter(({ spans }) => spans.length > 0);
}

/** One lane in the making: a span lasts until the next begins. */
class LaneBuilder {
  private readonly spans: Span[] = [];
  private open: Omit<Span, "endMs"> | undefined;

  constructor(
    private readonly label: string,
    standby?: string,
  ) {
    if (standby !== undefined) {
      this.open = { startMs: 0, text: standby, tone: "standby", entry: 0 };
    }
  }

  begin(entry: TraceEntry, text: string, tone: string): void {
    this.end(entry.time_ms);
    this.open = { startMs: entry.time_ms, text, tone, entry: entry.seq };
  }

  end(timeMs: number): void {
    if (this.open !== undefined && timeMs > this.open.startMs) {
      this.spans.push({ ...this.open, endMs: timeMs });
    }

    this.open = undefined;
  }

  build(endMs: number): Lane {
    this.end(endMs);
    return { label: this.label, spans: this.spans };
  }
}

/** Lanes by name, in the order in which they are first heard of. */
class Builders {
  private readonly builders = new Map<string, LaneBuilder>();

  of(name = "", standby?: string): LaneBuilder {
    const builder = this.builders.get(name) ?? new LaneBuilder(name, standby);
    this.builders.set(name, builder);
    return builder;
  }

  [Symbol.iterator](): Iterator<LaneBuilder> {
    return this.builders.values();
  }
}
