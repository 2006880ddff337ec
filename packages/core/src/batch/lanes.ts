import { elapsedOf, NEEDLESS, type Clock } from "../video/clock.js";
import { createHeap, type Due } from "./heap.js";
import { createPace, type Limits } from "./limits.js";
import { createQueue } from "./queue.js";

/** Something to be done when it is its turn. */
export interface Job {
  /** Requests that it may take. */
  readonly requests: number;
  /** It is not to be done any more. */
  readonly isGone: () => boolean;
  /** Does it; never rejects. */
  readonly run: () => Promise<void>;
}

/** The requests of one kind to one provider: they stand in a queue. */
export interface Lane {
  readonly enter: (job: Job) => void;
  /** A job that was begun comes back, before the others. */
  readonly putBack: (job: Job) => void;
  /** A request was sent beside the queue; it counts. */
  readonly count: () => void;
  /** The provider asked to be left alone for so many milliseconds; each time that it does so again, for longer. */
  readonly calm: (milliseconds: number) => void;
  /** The provider answers again. */
  readonly ease: () => void;
}

/** All of them, with one timer. */
export interface Lanes {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly open: (limits: Required<Limits>) => Lane;
  /** Does something in so many milliseconds. */
  readonly after: (milliseconds: number, act: () => void) => void;
  /** Nothing more is done. */
  readonly close: () => void;
}

interface Alarm extends Due {
  readonly act: () => void;
}

/** The longest that a provider is left alone without having said for how long, in milliseconds. */
const LONGEST = 60_000;
/** A timer cannot be set to much more than this, in milliseconds. */
const DAY = 86_400_000;
/** How much too early a timer may go off and still be a real one, in milliseconds. */
const EARLY = 100;

export function createLanes(clock: Clock): Lanes {
  const now = () => elapsedOf(clock) + state.ahead;
  const alarms = createHeap<Alarm>();
  /** Of each lane: begins what may begin, and says when it can go on. */
  const starts: ((time: number) => number)[] = [];
  const state: { timer?: AbortController; timerAt: number; ahead: number; isWoken: boolean; isClosed: boolean } = {
    ...{ timerAt: Infinity, ahead: 0, isWoken: false, isClosed: false },
  };

  /** Sets the timer, unless it goes off earlier anyway. */
  function arm(at: number): void {
    if (at >= state.timerAt) return;
    state.timer?.abort(NEEDLESS);
    const timer = new AbortController();
    state.timer = timer;
    state.timerAt = at;
    const pause = Math.min(DAY, Math.max(0, at - now()));
    const due = now() + pause;
    clock.sleep(pause, timer.signal).then(
      () => {
        if (state.timer !== timer) return;
        state.timerAt = Infinity;
        // A test's clock may sleep faster than it goes. A real timer is early by a millisecond at most.
        if (due - now() > EARLY) state.ahead += due - now();
        turn();
      },
      () => undefined,
    );
  }

  function turn(): void {
    state.isWoken = false;
    if (state.isClosed) return;
    const time = now();
    for (let next = alarms.peek(); next && next.at <= time; next = alarms.peek()) {
      alarms.pop();
      next.act();
    }
    const pauses = starts.map((start) => start(time));
    arm(Math.min(alarms.peek()?.at ?? Infinity, ...pauses));
  }

  /** Many things happen at once; one turn does for all of them. */
  function wake(): void {
    if (state.isWoken) return;
    state.isWoken = true;
    queueMicrotask(turn);
  }

  function open({ atOnce, perMinute }: Required<Limits>): Lane {
    const pace = createPace(perMinute);
    const queue = createQueue<Job>();
    const lane = { running: 0, calmUntil: -Infinity, refusals: 0 };

    function begin(job: Job, time: number): void {
      pace.take(time, job.requests);
      lane.running += 1;
      void job.run().finally(() => {
        lane.running -= 1;
        wake();
      });
    }

    function start(time: number): number {
      while (lane.running < atOnce) {
        const job = queue.peek();
        if (!job) break;
        const at = Math.max(lane.calmUntil, pace.next(job.requests));
        if (!job.isGone() && at > time) return at;
        queue.shift();
        if (!job.isGone()) begin(job, time);
      }
      return Infinity;
    }
    starts.push(start);

    return {
      enter(job) {
        queue.push(job);
        wake();
      },
      putBack(job) {
        queue.putBack(job);
        wake();
      },
      count() {
        pace.take(now(), 1);
      },
      calm(milliseconds) {
        const time = now();
        // Those that were under way together are refused together: that is one time.
        if (time >= lane.calmUntil) lane.refusals += 1;
        const longer = Math.min(LONGEST, 500 * 2 ** lane.refusals);
        lane.calmUntil = Math.max(lane.calmUntil, time + Math.max(milliseconds, longer));
      },
      ease() {
        if (now() >= lane.calmUntil) lane.refusals = 0;
      },
    };
  }

  return {
    now,
    open,
    after(milliseconds, act) {
      alarms.push({ at: now() + milliseconds, act });
      wake();
    },
    close() {
      state.isClosed = true;
      state.timer?.abort(NEEDLESS);
      alarms.clear();
    },
  };
}
