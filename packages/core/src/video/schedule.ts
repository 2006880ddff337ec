import type { Lifecycle } from "../language/contract.js";

/** What the last look told. */
export interface Look {
  /** Seconds since the submit. */
  readonly age: number;
  /** 0 to 100. */
  readonly progress?: number | undefined;
  /** Seconds for the whole, as the provider thinks. */
  readonly estimatedSeconds?: number | undefined;
}

/**
 * Seconds until the next look. Between the shortest and the longest pause of the contract: long while the end is far, by the
 * progress or, without one, by the provider's estimate or the usual duration; short when it is near.
 */
export function pauseAfter({ every, typical }: Lifecycle["poll"], { age, progress, estimatedSeconds }: Look): number {
  const shortest = Math.min(...every);
  const longest = Math.max(...every);
  const byProgress =
    progress !== undefined && progress >= 5 && progress < 100 ? (age * (100 - progress)) / progress : undefined;
  const whole = estimatedSeconds ?? typical;
  const left = byProgress ?? (whole === undefined ? age / 2 : Math.abs(whole - age));
  return Math.min(longest, Math.max(shortest, left / 4));
}
