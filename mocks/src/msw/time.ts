import { setTimeout as tick } from "node:timers/promises";
import type { Sleep } from "../transport/delivery.js";

/** Time that does not wait for the clock on the wall: for clients that take a clock. */
export interface Time {
  /** What a client takes for time: the mock's own. */
  readonly clock: {
    readonly now: () => number;
    /** Rejects with the signal's reason as soon as it is aborted. */
    readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  };
  /** What the mock takes for time, when it answers slowly. */
  readonly sleep: Sleep;
  /** Work during which time stands still. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whoever still sleeps never wakes: loops that a test leaves behind end here. */
  readonly stop: () => void;
}

/** Where the time is: the mock whose tasks live by it. */
export interface Timepiece {
  readonly now: () => number;
  readonly advance: (seconds: number) => void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
  readonly end: (reason: Error) => void;
}

/** Milliseconds of the mock that pass in one of the machine's, at most. */
const STRIDE = 1000;

/** What a signal was aborted with; mostly an error, but anything goes. */
const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error("Stopped.", { cause: signal.reason });

/**
 * While somebody sleeps and no request is under way, the mock's time runs a thousand times as fast, up to the moment when
 * the first one wakes. It does not jump: a limit of two minutes must not strike because a disk took a millisecond.
 */
export function createTime(piece: Timepiece, realSleep: Sleep): Time {
  const sleepers = new Set<Sleeper>();
  const state = { busy: 0, isRunning: false };

  async function run(): Promise<void> {
    if (state.isRunning) return;
    state.isRunning = true;
    while (sleepers.size > 0) {
      await tick(1);
      const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
      if (!next || state.busy > 0) continue;
      const left = Math.max(0, next.at - piece.now());
      if (left > 0) piece.advance(Math.min(left, STRIDE) / 1000);
      if (left > STRIDE) continue;
      sleepers.delete(next);
      next.wake();
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
      const sleeper: Sleeper = {
        at: piece.now() + milliseconds,
        wake: () => {
          leave();
          resolve();
        },
        end: (reason) => {
          leave();
          reject(reason);
        },
      };
      const stop = () => {
        if (signal) sleeper.end(reasonOf(signal));
      };
      signal?.addEventListener("abort", stop, { once: true });
      sleepers.add(sleeper);
      void run();
    });

  return {
    clock: { now: piece.now, sleep },
    async sleep(milliseconds, signal) {
      // Whoever has no clock waits for a slow answer as long as it takes.
      if (sleepers.size === 0) return realSleep(milliseconds, signal);
      // A request that sleeps is not busy.
      state.busy -= 1;
      try {
        await sleep(milliseconds, signal);
      } finally {
        state.busy += 1;
      }
    },
    async during(work) {
      state.busy += 1;
      try {
        return await work();
      } finally {
        state.busy -= 1;
      }
    },
    stop() {
      sleepers.clear();
    },
  };
}
