import type { CompletedTask } from "./completed.js";
import type { Step, Watch } from "./watch.js";

/**
 * Waits until a task is completed.
 *
 * @throws {OmniError} with the handle on it
 */
export async function waitFor(watch: Watch, abortSignal?: AbortSignal): Promise<CompletedTask> {
  for (let next: Step = watch.begin(); ; next = await watch.step(abortSignal)) {
    if ("task" in next) return next.task;
    const { waitMs, isOver, cause } = next;
    if (waitMs > 0 || abortSignal?.aborted)
      await watch.clock.sleep(waitMs, abortSignal).catch((reason: unknown) => {
        throw watch.stopped(reason);
      });
    if (isOver) throw watch.timedOut(cause);
  }
}
