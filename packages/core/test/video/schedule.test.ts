import { describe, expect, it } from "vitest";
import { createSchedule, type Look } from "../../src/video/schedule.js";

const poll = { first: 10, every: [5, 20], giveUp: 600, typical: 100 };
const ages = Array.from({ length: 400 }, (_, at) => at * 2);

/** The pause after the last of these looks at one task. */
function pauseAfter(looks: readonly Look[], settings: typeof poll | Omit<typeof poll, "typical"> = poll): number {
  return looks.map(createSchedule(settings)).at(-1) ?? NaN;
}

describe("told nothing", () => {
  const pauses = ages.map((age) => pauseAfter([{ age }]));

  it.each([
    [{ age: 4 }, 20],
    [{ age: 33 }, 20],
    [{ age: 36 }, 25 / 3],
    [{ age: 64 }, 6.25],
    [{ age: 100 }, 5],
    [{ age: 200 }, 5],
    [{ age: 600 }, 15],
    [{ age: 5000 }, 20],
  ])("after %j pauses %d s", (look, seconds) => {
    expect(pauseAfter([look])).toBeCloseTo(seconds);
  });

  it("looks ever more often from a third of the usual duration to the whole, and ever less from its double on", () => {
    const between = (from: number, to: number) => pauses.filter((_, at) => at * 2 >= from && at * 2 <= to);
    const coming = between(34, 100);
    expect(coming).toEqual(coming.toSorted((a, b) => b - a));
    expect(new Set(coming).size).toBe(coming.length);
    const overdue = between(202, 780);
    expect(overdue).toEqual(overdue.toSorted((a, b) => a - b));
    expect(new Set(overdue).size).toBe(overdue.length);
  });

  it("takes 90 s for usual where nobody says", () => {
    const { typical, ...silent } = poll;
    expect(typical).not.toBe(90);
    for (const age of ages) expect(pauseAfter([{ age }], silent)).toBe(pauseAfter([{ age }], { ...poll, typical: 90 }));
  });
});

describe("with an estimate", () => {
  it.each([
    [{ age: 50, estimatedSeconds: 200 }, 20],
    [{ age: 100, estimatedSeconds: 150 }, 11.25],
    [{ age: 160, estimatedSeconds: 200 }, 7.8125],
    [{ age: 200, estimatedSeconds: 200 }, 5],
    [{ age: 600, estimatedSeconds: 200 }, 7.5],
    [{ age: 60, progress: 1, estimatedSeconds: 90 }, 11.25],
  ])("after %j goes near it, in %d s", (look, seconds) => {
    expect(pauseAfter([look])).toBeCloseTo(seconds);
  });

  it.each([0, -600])("of %d s knows that it is none", (estimatedSeconds) => {
    for (const age of ages) expect(pauseAfter([{ age, estimatedSeconds }])).toBe(pauseAfter([{ age }]));
  });
});

describe("with progress", () => {
  it.each<[string, Look[], number]>([
    ["goes to the end", [{ age: 40, progress: 80 }], 10.5],
    ["in steps of one length", [{ age: 40, progress: 60 }], (80 / 3 + 0.5) / 2],
    ["does not believe an estimate beside it", [{ age: 40, progress: 80, estimatedSeconds: 600 }], 10.5],
    [
      "sees by the last move that a queue is over",
      [
        { age: 10, progress: 0 },
        { age: 60, progress: 0 },
        { age: 72, progress: 50 },
      ],
      12.5,
    ],
    [
      "sees by the whole that a step back was none",
      [
        { age: 36, progress: 75 },
        { age: 40, progress: 80 },
        { age: 60, progress: 75 },
      ],
      (20 + 0.5) / 2,
    ],
    [
      "counts the time for which it stands still",
      [
        { age: 40, progress: 80 },
        { age: 43, progress: 80 },
      ],
      7.5,
    ],
    [
      "does not take a clock that went back for speed",
      [
        { age: 80, progress: 40 },
        { age: 40, progress: 80 },
      ],
      10.5,
    ],
    ["looks soon when the end is near", [{ age: 40, progress: 99 }], 5],
    [
      "looks soon when the end is long overdue",
      [
        { age: 40, progress: 80 },
        { age: 100, progress: 80 },
      ],
      5,
    ],
    ["of 100 looks as if nothing were told", [{ age: 40, progress: 100 }], 5 * Math.sqrt(100 / 40)],
    ["of 4 looks as if nothing were told", [{ age: 40, progress: 4 }], 5 * Math.sqrt(100 / 40)],
  ])("%s", (_, looks, seconds) => {
    expect(pauseAfter(looks)).toBeCloseTo(seconds);
  });

  it("of an even speed needs no more looks than the longest pause asks for, and one at the end", () => {
    const after = createSchedule(poll);
    const seen: number[] = [];
    for (let age = poll.first; ; age += after({ age, progress: Math.floor(age / 1.7) })) {
      seen.push(age);
      if (age >= 170) break;
    }
    expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil(160 / 20));
    expect(seen.at(-1)).toBeLessThan(173);
  });
});

/** Numbers as providers might send them, each list the same in every run. */
function looksOf(seed: number): Look[] {
  const pick = (at: number, values: readonly (number | undefined)[]) =>
    values[(seed * 7919 + at * 104729) % values.length];
  const progress = [undefined, 0, 1, 5, 5, 30, 50, 12.5, 99, 100, 1e-9];
  const estimates = [undefined, undefined, 1, 60, 120, 1e12, -5, 0];
  const back = [0, 1, 3, -40, 200];
  return Array.from({ length: 30 }, (_, at) => ({
    age: Math.max(0, at * 8 + (pick(at + 3, back) ?? 0)),
    progress: pick(at, progress),
    estimatedSeconds: pick(at + seed, estimates),
  }));
}

describe("whatever is told", () => {
  const lists = Array.from({ length: 300 }, (_, seed) => looksOf(seed));

  it.each([[[5, 20]], [[20, 5]], [[3, 3]]])("pauses are within %j, and the same each time", (every) => {
    const [shortest, longest] = [Math.min(...every), Math.max(...every)];
    const pausesOf = (looks: readonly Look[]) => looks.map(createSchedule({ ...poll, every }));
    const pauses = lists.flatMap(pausesOf);
    expect(Math.min(...pauses)).toBe(shortest);
    expect(Math.max(...pauses)).toBe(longest);
    expect(lists.flatMap(pausesOf)).toEqual(pauses);
  });
});
