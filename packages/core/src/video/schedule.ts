import type { Lifecycle } from "../language/contract.js";

/** What a look told. */
export interface Look {
  /** Seconds since the submit. */
  readonly age: number;
  /** 0 to 100. */
  readonly progress?: number | undefined;
  /** Seconds for the whole, as the provider thinks. */
  readonly estimatedSeconds?: number | undefined;
}

/** Seconds that a video usually takes, where nobody says. */
const USUAL = 90;
/** Few tasks end before this part of the usual duration. */
const EARLY = 1 / 3;
/** Below it, and at 100, progress says nothing about the end. */
const TELLING = 5;
/** Seconds past the end that is foreseen: a look just before it would cost another, and the shortest pause. */
const PAST = 0.5;

/**
 * Gives the seconds until the next look at a task, after each look; between the shortest and the longest pause of the contract.
 * With progress they lead to the end that it foretells, in as few steps as the longest pause allows. Without, they shrink until
 * the usual end or the estimated one, are the shortest up to its double, and grow with a task that is far beyond it. What that
 * costs in calls and delay is in docs/waiting-curve.md.
 */
export function createSchedule({ every, typical = USUAL }: Lifecycle["poll"]): (look: Look) => number {
  const shortest = Math.min(...every);
  const longest = Math.max(...every);
  // The look that saw progress move: its age, the progress, and the age at which that lets the task end.
  let [movedAt, moved, end] = [0, 0, 0];

  return ({ age, progress = 0, estimatedSeconds = 0 }) => {
    // While a task is queued, only the last of the looks counts.
    if (progress !== moved || progress === 0) {
      // The faster of two speeds: since the submit alone, a task that was queued seems slow for good; by the last move alone,
      // one whose progress went back does.
      const speed = Math.max(progress / age, (progress - moved) / (age - movedAt));
      [movedAt, moved, end] = [age, progress, age + (100 - progress) / speed + PAST];
    }
    const left = end - age;
    const isEstimated = estimatedSeconds > 0;
    const part = age / (isEstimated ? estimatedSeconds : typical);
    const pause =
      progress >= TELLING && progress < 100
        ? // Steps of one length: no short rest remains that the shortest pause would overshoot.
          left / Math.max(1, Math.ceil(left / longest))
        : // Pauses as one over the root of the hazard cost the fewest looks for a delay; an estimate tells more of the end.
          shortest * Math.max(1, part ** (isEstimated ? -2 : part < EARLY ? -3 : -0.5), part / 2);
    return Math.min(longest, Math.max(shortest, pause));
  };
}
