import { OmniError } from "../error.js";

/** How much one provider may be asked. */
export interface Limits {
  /** Requests under way at the same time. */
  readonly atOnce?: number | undefined;
  /** Requests that begin in any 60 seconds. `Infinity`: as many as come. */
  readonly perMinute?: number | undefined;
}

/** By the provider's name. */
export type LimitsByProvider = Readonly<Record<string, Limits>>;

/** @throws {OmniError} `invalid_request` for a limit under which nothing would ever happen */
export function assertLimits(limits: LimitsByProvider = {}): void {
  for (const [provider, { atOnce = 1, perMinute = 1 }] of Object.entries(limits)) {
    const isRight = atOnce >= 1 && perMinute > 0;
    if (isRight) continue;
    throw new OmniError({
      ...{ code: "invalid_request", provider, phase: "validate" },
      message: "`limits`: `atOnce` must be 1 at least, and `perMinute` above 0.",
    });
  }
}

/** @throws {OmniError} `invalid_request` for a time limit that is none: 0, or what an unset variable becomes */
export function assertTimeout(timeoutMs: unknown): void {
  if (timeoutMs === undefined || (typeof timeoutMs === "number" && timeoutMs > 0)) return;
  throw new OmniError({
    ...{ code: "invalid_request", provider: "omni-contracts", phase: "validate" },
    message: "`timeoutMs` must be a number of milliseconds above 0, or Infinity.",
  });
}

/** What of a documented limit is used: others look, too, with the same key. */
const SHARE = 0.9;

/** Requests in a minute, by what the contract allows; the second where it tells nothing. */
export const withinDocumented = (perMinute: number | undefined, usual: number): number =>
  perMinute === undefined ? usual : perMinute * SHARE;

/** How far apart requests begin. */
export interface Pace {
  /** When so many more may begin, in milliseconds. */
  readonly next: (count: number) => number;
  /** So many begin. */
  readonly take: (now: number, count: number) => void;
}

/**
 * At most so many in any 60 seconds, and at most a second's worth of them at once. This is a leaky bucket as a meter (GCRA):
 * one number is all that it keeps.
 */
export function createPace(perMinute: number): Pace {
  const burst = Math.max(1, Math.floor(perMinute / 60));
  // A burst, and then one after the other until the minute is over; a thousandth more, for rounding.
  const spacing = Number.isFinite(perMinute) ? 60_060 / (perMinute - burst + 1) : 0;
  const state = { full: -Infinity };
  return {
    next: (count) => (spacing === 0 ? -Infinity : state.full - (burst - count) * spacing),
    take(now, count) {
      state.full = Math.max(state.full, now) + spacing * count;
    },
  };
}
