import type { VirtualClock } from "../engine/clock.js";

/** Calls back after so many milliseconds of the machine; gives what stops it. */
export type Wake = (milliseconds: number, run: () => void) => () => void;

/** The machine's timers; they keep no process alive. */
export const realWake: Wake = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};

/** What is to be done at which time of a mock's clock. */
export interface Agenda {
  /** @param at milliseconds since 1970, by which tasks live; `job` must not fail */
  plan(at: number, job: () => Promise<void>): void;
  /** Begins what is due; to be called when the clock was moved. */
  readonly begin: () => void;
  /** Resolves when everything that is due by now is done. */
  readonly settled: () => Promise<void>;
  /** Forgets what is to come. */
  stop(): void;
}

interface Plan {
  readonly at: number;
  readonly job: () => Promise<void>;
}

/** As long as a timer of Node can be. */
const LONGEST = 2 ** 31 - 1;

/** @param speed how many of the clock's seconds pass in one of the machine's */
export function createAgenda(clock: VirtualClock, speed: number, wake: Wake): Agenda {
  /** What is due first stands first; what is due at one time, in the order in which it was planned. */
  const plans: Plan[] = [];
  const underWay = new Set<Promise<void>>();
  const state: { isStopped: boolean; disarm?: () => void } = { isStopped: false };

  function arm(): void {
    state.disarm?.();
    const [next] = plans;
    if (!next) return;
    // Never at once: a clock that stands still would be asked over and over.
    const wait = Math.max(1, Math.ceil((next.at - clock.now()) / speed));
    state.disarm = wake(Math.min(LONGEST, wait), begin);
  }

  function begin(): void {
    for (let next = plans[0]; next && next.at <= clock.now(); next = plans[0]) {
      plans.shift();
      const done: Promise<void> = next.job().finally(() => {
        underWay.delete(done);
      });
      underWay.add(done);
    }
    arm();
  }

  return {
    plan(at, job) {
      if (state.isStopped) return;
      const before = plans.findLastIndex((one) => one.at <= at);
      plans.splice(before + 1, 0, { at, job });
      if (before === -1) arm();
    },
    begin,
    async settled() {
      begin();
      while (underWay.size > 0) {
        await Promise.all(underWay);
        begin();
      }
    },
    stop() {
      state.isStopped = true;
      plans.length = 0;
      state.disarm?.();
    },
  };
}
