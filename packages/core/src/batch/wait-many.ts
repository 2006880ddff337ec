import { OmniError } from "../error.js";
import { isObject } from "../language/objects.js";
import type { TaskSnapshot } from "../language/task.js";
import { onAbort } from "../video/abort.js";
import type { VideoTask } from "../video/client.js";
import { systemClock, type Clock } from "../video/clock.js";
import type { CompletedTask } from "../video/completed.js";
import type { StatusOptions } from "../video/look.js";
import { resumeTask, type Resumer } from "../video/resume-task.js";
import { asOmniError } from "../video/unexpected.js";
import { WATCH, type WaitOptions, type Watch } from "../video/watch.js";
import { createLanes } from "./lanes.js";
import { assertLimits, type LimitsByProvider } from "./limits.js";
import { createResults, rejected, type Settled } from "./settled.js";
import { createWaiter } from "./waiter.js";

export interface WaitManyOptions extends StatusOptions {
  /** Told of every look. */
  readonly onProgress?: ((task: TaskSnapshot, handle: string) => unknown) | undefined;
  /** Told of each task as it ends. */
  readonly onSettled?: ((result: Settled<CompletedTask>, index: number) => unknown) | undefined;
  /** Milliseconds after which to give up on a task; it goes on. Default: what its contract advises. */
  readonly timeoutMs?: number | undefined;
  /** Of looks, by provider. Default: 16 at once, and 90 % of what the contract documents, or 600 per minute. */
  readonly limits?: LimitsByProvider | undefined;
  /** Default: that of the first task's client. */
  readonly clock?: Clock | undefined;
}

const isWatchable = (task: VideoTask): task is VideoTask & { [WATCH]: (options: WaitOptions) => Watch } =>
  WATCH in task && typeof task[WATCH] === "function";

/**
 * Begins the wait for a task.
 *
 * @throws {OmniError} `invalid_request` for a task that is not of a client of this library, or a wrong `timeoutMs`
 */
export function watchOf(task: VideoTask, { headers, timeoutMs, onProgress }: WaitManyOptions): Watch {
  const { handle } = task;
  if (isWatchable(task)) {
    try {
      return task[WATCH]({ headers, timeoutMs, ...(onProgress && { onProgress: (seen) => onProgress(seen, handle) }) });
    } catch (thrown) {
      // Whatever is wrong with the wait, there is a task.
      throw Object.assign(asOmniError(thrown, { provider: "omni-contracts" }), { handle, billed: "unknown" });
    }
  }
  throw new OmniError({
    ...{ code: "invalid_request", provider: "omni-contracts", phase: "validate", handle, billed: "unknown" },
    message: "Only tasks of a client of this library, and of this version of it, can be waited for together.",
  });
}

/** The handle of a task, without what copying by hand put around it. */
function handleOf(task: string | { readonly handle: string }): string {
  // Not every caller has types.
  const handle: unknown = isObject(task) ? task.handle : task;
  return typeof handle === "string" ? handle.trim() : "";
}

/**
 * Waits for many tasks, of any of these clients, with one timer and within the limits of each provider. Results come in the
 * order of the tasks; one that fails does not touch the others. A task that is there twice is looked at once.
 *
 * @param tasks handles, or what has one: a task, a result of `submitMany`
 * @throws {OmniError} `invalid_request` for wrong `limits`; nothing else: what goes wrong with a task is its result
 */
export async function waitMany(
  tasks: readonly (string | { readonly handle: string })[],
  clients: readonly Resumer[],
  options: WaitManyOptions = {},
): Promise<readonly Settled<CompletedTask>[]> {
  const { abortSignal, onSettled, limits } = options;
  assertLimits(limits);
  const results = createResults<CompletedTask>(tasks.length, onSettled);
  const indices = new Map<string, number[]>();
  for (const [index, task] of tasks.entries()) {
    const handle = handleOf(task);
    const same = indices.get(handle);
    if (same) same.push(index);
    else indices.set(handle, [index]);
  }

  const settle = (same: readonly number[], result: Settled<CompletedTask>) => {
    for (const index of same) results.settle(index, result);
  };
  const watches: [Watch, readonly number[]][] = [];
  for (const [handle, same] of indices) {
    try {
      watches.push([watchOf(resumeTask(handle, clients), options), same]);
    } catch (thrown) {
      settle(same, rejected(asOmniError(thrown, { provider: "omni-contracts" })));
    }
  }

  const lanes = createLanes(options.clock ?? watches[0]?.[0].context.clock ?? systemClock);
  const waiter = createWaiter(lanes, options);
  for (const [watch, same] of watches)
    waiter.add(watch, (result) => {
      settle(same, result);
    });
  const stop = () => {
    waiter.stop(abortSignal?.reason);
  };
  const forget = onAbort(abortSignal, stop);
  if (abortSignal?.aborted) stop();
  try {
    return await results.all;
  } finally {
    forget();
    lanes.close();
  }
}
