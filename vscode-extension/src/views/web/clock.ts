/** How the times of a run are written: by the drill's clock if it has one, else counted from its start. */
export class Clock {
  /** @param startsAtMs the time of day at 0, or null. */
  constructor(private readonly startsAtMs: number | null) {}

  /** Hours and minutes, with seconds if they are wanted. */
  text(milliseconds: number, withSeconds: boolean): string {
    const seconds = Math.floor((milliseconds + (this.startsAtMs ?? 0)) / 1000);
    const hours = Math.floor(seconds / 3600);
    const parts = [this.startsAtMs === null ? hours : hours % 24, Math.floor(seconds / 60) % 60, seconds % 60];
    return parts
      .slice(0, withSeconds ? 3 : 2)
      .map((part) => String(part).padStart(2, "0"))
      .join(":");
  }

  /** Times for marks on an axis, on round minutes of the clock, at most so many. */
  marks(endMs: number, most: number): number[] {
    const minutes = endMs / 60_000;
    const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];
    const step = steps.find((candidate) => minutes / candidate <= most) ?? Math.ceil(minutes / most);
    const offset = ((this.startsAtMs ?? 0) / 60_000) % step;
    const marks: number[] = [];
    for (let minute = offset === 0 ? 0 : step - offset; minute <= minutes; minute += step) {
      marks.push(minute * 60_000);
    }

    return marks;
  }
}
