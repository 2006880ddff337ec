import type { Clock } from "../../src/index.js";

/** What a signal was aborted with; mostly an error, but anything goes. */
const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("Stopped.", { cause: signal?.reason });

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export const START = Date.UTC(2026, 10, 21);

/** A clock that goes on to the next thing that somebody waits for as soon as nothing else is under way; or stands still. */
export function createTime({ isFrozen = false } = {}) {
  const sleepers = new Set<Sleeper>();
  const state = { now: START, busy: 0, isPumping: false };
  const slept: number[] = [];

  async function pump(): Promise<void> {
    if (state.isPumping || isFrozen) return;
    state.isPumping = true;
    while (sleepers.size > 0) {
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      if (state.busy > 0) continue;
      const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
      if (!next) break;
      sleepers.delete(next);
      state.now = Math.max(state.now, next.at);
      next.wake();
    }
    state.isPumping = false;
  }

  const clock: Clock = {
    now: () => state.now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        slept.push(milliseconds);
        const stop = () => {
          sleepers.delete(sleeper);
          reject(reasonOf(signal));
        };
        const wake = () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        };
        const sleeper = { at: state.now + milliseconds, wake };
        signal?.addEventListener("abort", stop, { once: true });
        sleepers.add(sleeper);
        void pump();
      }),
  };

  return {
    clock,
    slept,
    /** Seconds since the beginning. */
    passed: () => (state.now - START) / 1000,
    /** Time stands still while this is under way. */
    async during<T>(work: Promise<T>): Promise<T> {
      state.busy += 1;
      try {
        return await work;
      } finally {
        state.busy -= 1;
      }
    },
  };
}

/** Lets everything that is under way come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
