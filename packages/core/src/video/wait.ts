import type { CompletedTask } from "./completed.js";
import type { Context } from "./context.js";
import type { Task } from "./handle.js";
import { createWatch, type Step, type WaitOptions } from "./watch.js";

/**
 * Waits until a task is completed.
 *
 * @throws {OmniError} with the handle on it
 */
export async function waitFor(context: Context, task: Task, options: WaitOptions = {}): Promise<CompletedTask> {
  const { abortSignal } = options;
  const watch = createWatch(context, task, options);
  for (let next: Step = watch.first; ; next = await watch.step(abortSignal)) {
    if ("task" in next) return next.task;
    const { waitMs, isOver, cause } = next;
    if (waitMs > 0 || abortSignal?.aborted)
      await context.clock.sleep(waitMs, abortSignal).catch((reason: unknown) => {
        throw watch.stopped(reason);
      });
    if (isOver) throw watch.timedOut(cause);
  }
}
