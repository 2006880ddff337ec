// Time of a client that talks to a mock: it runs fast while nobody is asked anything, and the mock's clock is moved along.
import type { Clock } from "@omni-contracts/core";

/** What time is made of. */
export interface Timers {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface FastTime {
  readonly clock: Clock;
  /** Does something during which time runs as it does for everybody; before it, the mock's clock is moved to ours. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** How far it is ahead of everybody's, in milliseconds. */
  readonly ahead: () => number;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** The longest step, in milliseconds of everybody's time. */
const STEP = 20;

const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error("Stopped.", { cause: signal.reason });

/**
 * @param speed how many of a client's seconds pass in one of everybody's while it only waits
 * @param advance moves the mock's clock on by so many seconds
 */
export function createFastTime(timers: Timers, speed: number, advance: (seconds: number) => Promise<void>): FastTime {
  const sleepers = new Set<Sleeper>();
  const state = { ahead: 0, told: 0, busy: 0, isRunning: false };
  const now = () => timers.now() + state.ahead;

  async function run(): Promise<void> {
    if (state.isRunning) return;
    state.isRunning = true;
    while (sleepers.size > 0) {
      const before = timers.now();
      const soonest = Math.min(...[...sleepers].map(({ at }) => at));
      const left = Math.max(0, soonest - now());
      await timers.sleep(Math.min(STEP, state.busy > 0 ? left : left / speed));
      // Never past the one that wakes next: a page in the background sleeps longer than it was asked to.
      const extra = (timers.now() - before) * (speed - 1);
      if (state.busy === 0) state.ahead += Math.max(0, Math.min(extra, soonest - now()));
      for (const sleeper of [...sleepers]) if (sleeper.at <= now()) sleeper.wake();
    }
    state.isRunning = false;
  }

  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const leave = () => {
        sleepers.delete(sleeper);
        signal?.removeEventListener("abort", stop);
      };
      const stop = () => {
        leave();
        if (signal) reject(reasonOf(signal));
      };
      const sleeper: Sleeper = {
        at: now() + milliseconds,
        wake: () => {
          leave();
          resolve();
        },
      };
      signal?.addEventListener("abort", stop, { once: true });
      sleepers.add(sleeper);
      void run();
    });

  return {
    clock: { now, elapsed: now, sleep },
    ahead: () => state.ahead,
    async during(work) {
      state.busy += 1;
      try {
        const lag = state.ahead - state.told;
        if (lag > 0) {
          state.told = state.ahead;
          await advance(lag / 1000);
        }
        return await work();
      } finally {
        state.busy -= 1;
      }
    },
  };
}
