/** Time as a mock lives it: faster than ours, if that is wanted, and moved on by hand. It never goes back. */
export interface VirtualClock {
  /** Milliseconds since 1970, by which tasks live. */
  now(): number;
  /** The same without the speed: what a client that waits has lived through. */
  clients(): number;
  advance(seconds: number): void;
}

/** Beyond it, dates have more than four digits for the year, and soon there are none. */
const END = Date.UTC(9999, 0, 1);

/** @param real milliseconds since 1970; `speed` of the mock's seconds pass in one of its seconds */
export function createClock(real: () => number, speed = 1): VirtualClock {
  const start = real();
  const state = { elapsed: 0, moved: 0 };
  const elapsed = () => (state.elapsed = Math.max(state.elapsed, real() - start));
  return {
    now: () => start + elapsed() * speed + state.moved,
    clients: () => start + elapsed() + state.moved,
    advance: (seconds) => {
      if (!(seconds >= 0 && Number.isFinite(seconds)))
        throw new RangeError(`The clock can only be moved on, not by ${seconds} seconds.`);
      const latest = start + elapsed() * speed + state.moved + seconds * 1000;
      if (latest > END) throw new RangeError(`The clock cannot be moved on by ${seconds} seconds; dates end in 9999.`);
      state.moved += seconds * 1000;
    },
  };
}
