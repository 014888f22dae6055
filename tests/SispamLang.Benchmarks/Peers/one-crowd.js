// The one-crowd hour as a statechart in XState, by a clock of its own that jumps from one timer to the next.
// node one-crowd.js RUNS writes {"version","runs","events","dispersed","seconds"} of the second half of the time; the first warms up.
import { createRequire } from "node:module";
import { and, createActor, or, raise, setup, stateIn } from "xstate";

const minute = 60_000;
const hour = 60 * minute;
const runs = Number(process.argv[2]);
const isTenseOrUnruly = or([stateIn({ crowd: "tense" }), stateIn({ crowd: "unruly" })]);

class Clock {
  now = 0;
  #timers = [];

  setTimeout(act, delay) {
    const timer = { act, due: this.now + delay };
    this.#timers.push(timer);
    return timer;
  }

  clearTimeout(timer) {
    const index = this.#timers.indexOf(timer);
    if (index >= 0) {
      this.#timers.splice(index, 1);
    }
  }

  // Goes on to the next timer; false: nothing more is due before the end.
  step(end) {
    let next;
    for (const timer of this.#timers) {
      if (!next || timer.due < next.due) {
        next = timer;
      }
    }

    if (!next || next.due >= end) {
      return false;
    }

    this.clearTimeout(next);
    this.now = next.due;
    next.act();
    return true;
  }
}

const drill = setup({
  delays: {
    escalation: () => Math.random() * 8 * minute,
    talk: 3 * minute,
    cannon: 2 * minute,
  },
  guards: {
    isUneasy: isTenseOrUnruly,
    isAnarchic: stateIn({ crowd: "anarchic" }),
    calms: and([isTenseOrUnruly, () => Math.random() < 0.6]),
    disperses: () => Math.random() < 0.8,
  },
}).createMachine({
  type: "parallel",
  states: {
    unrest: {
      initial: "grows",
      states: {
        grows: { after: { escalation: { target: "grows", reenter: true, actions: raise({ type: "escalates" }) } } },
      },
    },
    crowd: {
      initial: "calm",
      states: {
        calm: { on: { escalates: "tense" } },
        tense: { on: { escalates: "unruly", calms: "calm" } },
        unruly: { on: { escalates: "anarchic", calms: "tense" } },
        anarchic: { on: { disperses: "dispersed" } },
        dispersed: {},
      },
    },
    response: {
      initial: "idle",
      states: {
        idle: { always: { guard: "isUneasy", target: "talks" } },
        talks: { after: { talk: [{ guard: "calms", target: "succeeds" }, { target: "idle" }] } },
        succeeds: { entry: raise({ type: "calms" }), on: { calms: "idle" } },
      },
    },
    cannon: {
      initial: "idle",
      states: {
        idle: { always: { guard: "isAnarchic", target: "sprays" } },
        sprays: {
          after: {
            cannon: [
              { guard: "disperses", target: "idle", actions: raise({ type: "disperses" }) },
              { target: "sprays", reenter: true },
            ],
          },
        },
      },
    },
  },
});

function play() {
  const clock = new Clock();
  const actor = createActor(drill, { clock }).start();
  let events = 0;
  while (actor.getSnapshot().value.crowd !== "dispersed" && clock.step(hour)) {
    events++;
  }

  const dispersed = actor.getSnapshot().value.crowd === "dispersed";
  actor.stop();
  return { events, dispersed };
}

function playAll() {
  let events = 0;
  let dispersed = 0;
  for (let run = 0; run < runs; run++) {
    const result = play();
    events += result.events;
    dispersed += result.dispersed ? 1 : 0;
  }

  return { events, dispersed };
}

playAll();
const start = process.hrtime.bigint();
const result = playAll();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const { version } = createRequire(import.meta.url)("xstate/package.json");
console.log(JSON.stringify({ version, runs, ...result, seconds }));
