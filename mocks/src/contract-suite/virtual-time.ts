import type { Mock } from "../mock.js";

/** A clock of which nobody waits: when nothing else is to be done, it goes on to the next thing that somebody waits for. */
export interface VirtualTime {
  /** What a client takes for time. */
  readonly clock: {
    now(): number;
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  };
  /** What a mock takes for time; give it before the mock is there. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** The mock's `fetch`, counted. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Milliseconds since the beginning. */
  passed(): number;
  attach(mock: Mock, namespace: string): void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** What a signal was aborted with; mostly an error, but anything goes. */
const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("Stopped.", { cause: signal?.reason });

export function createVirtualTime(start: number): VirtualTime {
  const sleepers = new Set<Sleeper>();
  const state = { now: start, busy: 0, isPumping: false };
  let target: { readonly mock: Mock; readonly namespace: string } | undefined;

  // Promises settle between two turns of the event loop; a few turns let whatever is under way come to rest.
  async function turns(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  async function pump(): Promise<void> {
    if (state.isPumping) return;
    state.isPumping = true;
    while (sleepers.size > 0) {
      await turns(4);
      if (state.busy > 0) continue;
      const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
      if (!next) break;
      sleepers.delete(next);
      const by = Math.max(0, next.at - state.now);
      state.now += by;
      target?.mock.advance(by / 1000, target.namespace);
      next.wake();
    }
    state.isPumping = false;
  }

  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper: Sleeper = {
        at: state.now + milliseconds,
        wake: () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        },
      };
      const stop = () => {
        sleepers.delete(sleeper);
        reject(reasonOf(signal));
      };
      signal?.addEventListener("abort", stop, { once: true });
      sleepers.add(sleeper);
      void pump();
    });

  return {
    clock: { now: () => state.now, sleep },
    passed: () => state.now - start,
    attach(mock, namespace) {
      target = { mock, namespace };
    },
    async sleep(milliseconds, signal) {
      // Whoever sleeps is not busy.
      state.busy -= 1;
      try {
        await sleep(milliseconds, signal);
      } finally {
        state.busy += 1;
      }
    },
    async fetch(request) {
      if (!target) throw new Error("Attach a mock first.");
      state.busy += 1;
      try {
        return await target.mock.fetch(request);
      } finally {
        state.busy -= 1;
      }
    },
  };
}
