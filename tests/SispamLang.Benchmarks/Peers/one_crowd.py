"""The one-crowd hour as processes in SimPy.

python3 one_crowd.py RUNS writes {"version","runs","events","dispersed","seconds"} of the second half; the first warms up.
"""

import json
import random
import sys
import time

import simpy

MINUTE = 60_000
HOUR = 60 * MINUTE
CALM, TENSE, UNRULY, ANARCHIC = range(4)


class Drill:
    def __init__(self, env):
        self.env = env
        self.mood = CALM
        self.talks = False
        self.events = 0
        self.dispersed = env.event()
        env.process(self.unrest())

    def is_uneasy(self):
        return self.mood in (TENSE, UNRULY)

    def unrest(self):
        while True:
            yield self.env.timeout(random.random() * 8 * MINUTE)
            self.events += 1
            if self.mood < ANARCHIC:
                self.mood += 1
                if self.mood == ANARCHIC:
                    self.env.process(self.cannon())
                elif not self.talks:
                    self.env.process(self.response())

    def response(self):
        self.talks = True
        while self.is_uneasy():
            yield self.env.timeout(3 * MINUTE)
            self.events += 1
            if self.is_uneasy() and random.random() < 0.6:
                self.mood -= 1
        self.talks = False

    def cannon(self):
        while True:
            yield self.env.timeout(2 * MINUTE)
            self.events += 1
            if random.random() < 0.8:
                self.dispersed.succeed()
                return


def play():
    env = simpy.Environment()
    drill = Drill(env)
    env.run(until=drill.dispersed | env.timeout(HOUR))
    return drill


def play_all(runs):
    events = dispersed = 0
    for _ in range(runs):
        drill = play()
        events += drill.events
        dispersed += drill.dispersed.triggered
    return events, dispersed


def main():
    runs = int(sys.argv[1])
    play_all(runs)
    start = time.perf_counter()
    events, dispersed = play_all(runs)
    seconds = time.perf_counter() - start
    print(
        json.dumps(
            {
                "version": simpy.__version__,
                "runs": runs,
                "events": events,
                "dispersed": dispersed,
                "seconds": seconds,
            }
        )
    )


main()
