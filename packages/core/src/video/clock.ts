import { onAbort } from "./abort.js";

/** Time, so that tests need none. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since some moment, that never go back; for time limits. Default: `now`. */
  elapsed?(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Milliseconds that go on when the clock on the wall is set, where the clock can tell them. */
export const elapsedOf = (clock: Clock): number => clock.elapsed?.() ?? clock.now();

/** The longest that a timer can be set to; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** What a signal was aborted with; mostly an error, but anything goes. */
const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new Error("Stopped.", { cause: signal?.reason });

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(
        () => {
          forget();
          resolve();
        },
        Math.min(milliseconds, LONGEST),
      );
      const forget = onAbort(signal, () => {
        clearTimeout(timer);
        reject(reasonOf(signal));
      });
    }),
};

/** What ends a timer that is not needed any more; made once, because an error takes its time to be made. */
export const NEEDLESS = new Error("Not needed any more.");

/** Does something until a limit or a signal ends it: then rejects at once, whether or not the work heeds its own signal. */
export async function within<T>(
  clock: Clock,
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const end = new AbortController();
  const forget = onAbort(signal, () => {
    end.abort(signal?.reason);
  });
  const limit = clock.sleep(milliseconds, end.signal).then(() => {
    throw new Error(`No answer within ${milliseconds} ms.`);
  });
  try {
    return await Promise.race([limit, work(end.signal)]);
  } finally {
    forget();
    end.abort(NEEDLESS);
  }
}
