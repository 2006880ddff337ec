import { OmniError } from "../error.js";
import type { CompletedTask } from "../video/completed.js";
import { asOmniError } from "../video/unexpected.js";
import type { Pause, Watch } from "../video/watch.js";
import type { Job, Lane, Lanes } from "./lanes.js";
import { withinDocumented, type Limits, type LimitsByProvider } from "./limits.js";
import { rejected, type Settled } from "./settled.js";

export interface WaiterOptions {
  readonly limits?: LimitsByProvider | undefined;
  /** Of each task, as in its {@link Watch}. */
  readonly timeoutMs?: number | undefined;
}

type End = (result: Settled<CompletedTask>) => void;

/** Waits for any number of tasks at once. */
export interface Waiter {
  /** `end` is called once. */
  readonly add: (watch: Watch, end: End) => void;
  /** Ends the wait for all of them, at once. */
  readonly stop: (reason: unknown) => void;
}

/** Looks where the contract names no limit. */
const PER_MINUTE = 600;
const AT_ONCE = 16;
/** A last look that is due when the time is up may come so much later, in milliseconds. */
const GRACE = 1000;

/** Requests that a look takes at most: the result may stand at a second address. */
function requestsOf({ context, task }: Watch): number {
  const { submit, read } = context.contract.lifecycle;
  return read[submit[task.operation]?.read ?? ""]?.next === undefined ? 1 : 2;
}

function limitsFor({ context }: Watch, given: Limits = {}): Required<Limits> {
  const documented = withinDocumented(context.contract.lifecycle.poll.perMinute, PER_MINUTE);
  const { atOnce = AT_ONCE, perMinute = documented } = given;
  return { atOnce, perMinute };
}

const isLimit = (error: unknown): boolean => OmniError.isInstance(error) && error.code === "rate_limited";

export function createWaiter(lanes: Lanes, { limits = {}, timeoutMs }: WaiterOptions): Waiter {
  const byProvider = new Map<string, Lane>();
  const live = new Map<Watch, End>();
  const stopped = new AbortController();

  function laneOf(watch: Watch): Lane {
    const { provider } = watch.task;
    const lane = byProvider.get(provider) ?? lanes.open(limitsFor(watch, limits[provider]));
    byProvider.set(provider, lane);
    return lane;
  }

  function add(watch: Watch, tell: End): void {
    const lane = laneOf(watch);
    const state = { isQueued: false, hasEnd: false };
    const until = lanes.now() + (timeoutMs ?? watch.context.contract.lifecycle.poll.giveUp * 1000);
    const isOver = () => !live.has(watch);

    function end(result: Settled<CompletedTask>): void {
      if (live.delete(watch)) tell(result);
    }

    /** A task that stands in the queue when its time is up does not wait for its turn. */
    function limit(cause: unknown): void {
      if (state.hasEnd || until === Infinity) return;
      state.hasEnd = true;
      lanes.after(until - lanes.now() + GRACE, () => {
        if (state.isQueued) end(rejected(watch.timedOut(cause)));
      });
    }

    function plan({ waitMs, isOver: isLast, cause }: Pause): void {
      lanes.after(waitMs, () => {
        if (isOver()) return;
        if (isLast) {
          end(rejected(watch.timedOut(cause)));
          return;
        }
        state.isQueued = true;
        limit(cause);
        lane.enter(job);
      });
    }

    const job: Job = {
      requests: requestsOf(watch),
      isGone: isOver,
      async run() {
        state.isQueued = false;
        try {
          const next = await watch.step(stopped.signal);
          if ("task" in next) {
            lane.ease();
            end({ status: "fulfilled", value: next.task, handle: watch.task.handle });
            return;
          }
          if (isLimit(next.cause)) lane.calm(next.waitMs);
          else lane.ease();
          plan(next);
        } catch (thrown) {
          end(rejected(asOmniError(thrown, watch.task)));
        }
      },
    };
    live.set(watch, end);
    plan(watch.first);
  }

  return {
    add,
    stop(reason) {
      for (const [watch, end] of [...live]) end(rejected(watch.stopped(reason)));
      stopped.abort(reason);
    },
  };
}
