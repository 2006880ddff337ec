import { OmniError } from "../error.js";
import type { TaskStatus } from "../language/contract.js";
import type { TaskSnapshot } from "../language/task.js";
import { elapsedOf } from "./clock.js";
import { completedOf, type CompletedTask } from "./completed.js";
import { asAbort, assertLimit, billedOf, failed, type Context } from "./context.js";
import { quietly } from "./events.js";
import type { Task } from "./handle.js";
import { GOES_ON, HOPELESS, look, type StatusOptions } from "./look.js";
import { createSchedule } from "./schedule.js";

export interface WaitOptions extends StatusOptions {
  /** Told of every look. */
  readonly onProgress?: ((task: TaskSnapshot) => void) | undefined;
  /** Milliseconds after which to give up waiting; the task goes on. Default: what the contract advises. */
  readonly timeoutMs?: number | undefined;
}

/** When to look again. */
export interface Pause {
  /** Milliseconds from now. */
  readonly waitMs: number;
  /** The time is up then: there is no further look. */
  readonly isOver: boolean;
  /** What went wrong with the last look. */
  readonly cause: unknown;
}

/** What is next for a task: it is completed, or it is looked at again. */
export type Step = Pause | { readonly task: CompletedTask };

/** A task that is waited for, one step at a time; whoever takes the steps does the sleeping. */
export interface Watch {
  readonly context: Pick<Context, "contract" | "clock">;
  readonly task: Task;
  /** When to look for the first time. */
  readonly first: Pause;
  /**
   * Looks, and says what is next.
   *
   * @throws {OmniError} when the task came to no video, or when waiting does not mend what is wrong
   */
  readonly step: (abortSignal?: AbortSignal) => Promise<Step>;
  readonly timedOut: (cause: unknown) => OmniError;
  /** @param reason what the caller's signal was aborted with */
  readonly stopped: (reason: unknown) => OmniError;
}

/** Under which a task gives its {@link Watch}; by name, because two copies of this package may meet. */
export const WATCH = Symbol.for("omni-contracts.watch");

/** Seconds for which a task that cannot be found may still be on its way into the provider's books. */
const SETTLING = 60;

const GOING: readonly TaskStatus[] = ["queued", "in_progress"];

/** Begins the wait for a task; blips of the reads do not end it. */
export function createWatch(context: Context, task: Task, options: WaitOptions = {}): Watch {
  const { contract, clock, emit } = context;
  const { provider, handle } = task;
  const { poll } = contract.lifecycle;
  const { headers, timeoutMs = poll.giveUp * 1000, onProgress } = options;
  assertLimit(context, "timeoutMs", timeoutMs);
  const tell = quietly(onProgress);
  const shortest = Math.min(...poll.every) * 1000;
  // A clock that is set right meanwhile must not move the end.
  const elapsed = () => elapsedOf(clock);
  const deadline = elapsed() + timeoutMs;
  const pauseAfter = createSchedule(poll);
  const state = { blips: 0, wasSeen: false };

  const common = { phase: "poll", task, billed: billedOf(contract) } as const;
  const leftMs = () => Math.max(0, deadline - elapsed());
  // A handle of a machine whose clock is ahead is not older than now.
  const age = () => Math.max(0, clock.now() - task.submittedAt) / 1000;

  /** At the end there is one more look, unless it would come sooner after the last one than the contract allows. */
  const pause = (milliseconds: number, cause?: unknown, until = leftMs()): Pause => ({
    ...{ waitMs: Math.min(milliseconds, until), isOver: milliseconds > until && until < shortest, cause },
  });

  function afterBlip(error: unknown): Pause {
    if (!OmniError.isInstance(error) || error.code === "aborted") throw error;
    // A gateway may say once what no provider means; without an answer there is nothing to wait for.
    if (HOPELESS.includes(error.code) && (error.statusCode === undefined || state.blips > 1)) throw error;
    if (error.code === "task_not_found" && age() > SETTLING && !state.wasSeen && state.blips > 2) throw error;
    state.blips += 1;
    const backOff = Math.min(30_000, 1000 * 2 ** Math.min(state.blips, 5)) * (0.75 + context.random() / 2);
    const waitMs = Math.max(error.retryAfterMs ?? 0, backOff, shortest);
    emit({ type: "look-failed", provider, handle, code: error.code, waitMs });
    return pause(waitMs, error);
  }

  function after({ seen, retryAfterMs = 0 }: Awaited<ReturnType<typeof look>>): Step {
    state.blips = 0;
    // What a contract makes of "not found" shortly after a submit is no sight of the task.
    if (seen.rawStatus !== undefined) state.wasSeen = true;
    tell(seen);
    if (!GOING.includes(seen.status)) return { task: completedOf(context, task, seen) };
    return pause(Math.max(retryAfterMs, pauseAfter({ ...seen, age: age() }) * 1000));
  }

  return {
    context,
    task,
    first: pause(Math.max(0, poll.first - age()) * 1000),
    step: (abortSignal) => look(context, task, { abortSignal, headers }, leftMs()).then(after, afterBlip),
    timedOut: (cause) =>
      failed(context, "wait_timeout", {
        ...{ ...common, message: `Not finished after ${timeoutMs} ms of waiting. ${GOES_ON}`, cause },
        isRetryable: true,
      }),
    stopped: (cause) =>
      asAbort(failed(context, "aborted", { ...common, message: `Stopped waiting. ${GOES_ON}`, cause })),
  };
}
