// Tasks as they may be: how long they take, and what a look tells of them. All from a seed, so that every run prints the same.

/** Mulberry32: from 0 up to 1. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const clip = (number, least, most) => Math.min(most, Math.max(least, number));

/** Box and Muller. */
const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Name → seconds that a task takes. */
export const DURATIONS = {
  uniform: (random) => 30 + 150 * random(),
  "log-normal": (random) => clip(75 * Math.exp(0.45 * normal(random)), 30, 180),
  "with a tail": (random) => 75 * Math.exp(0.6 * normal(random)),
  "two humps": (random) => clip(random() < 0.6 ? 50 + 8 * normal(random) : 140 + 15 * normal(random), 30, 180),
};

const percent = (part) => Math.floor(clip(100 * part, 0, 99));

const STEPS = [
  [0.08, 0.1, 10],
  [0.25, 0.1, 30],
  [0.45, 0.1, 50],
  [0.65, 0.2, 99],
];

/** Name → for a task that takes so long: what a look at an age tells. */
export const TOLD = {
  nothing: () => () => ({}),
  "steady progress": (seconds) => (age) => ({ progress: percent(age / seconds) }),
  "progress after a queue": (seconds, random) => {
    const queued = 0.3 * random() * seconds;
    return (age) => ({ progress: percent((age - queued) / (seconds - queued)) });
  },
  "progress that slows down": (seconds) => (age) => ({ progress: percent(1 - (1 - age / seconds) ** 2) }),
  "progress in jumps, stuck at 99": (seconds, random) => {
    const steps = STEPS.map(([from, more, progress]) => [(from + more * random()) * seconds, progress]);
    return (age) => ({ progress: steps.findLast(([at]) => age >= at)?.[1] ?? 0 });
  },
  "noisy progress": (seconds, random) => (age) => ({ progress: percent(age / seconds + 0.05 * normal(random)) }),
  "an estimate, up to 30 % wrong": (seconds, random) => {
    const estimatedSeconds = Math.round(seconds * (0.7 + 0.6 * random()));
    return () => ({ estimatedSeconds });
  },
};
