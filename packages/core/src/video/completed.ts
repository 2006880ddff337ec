import type { TaskSnapshot, Video } from "../language/task.js";
import { billedOf, failed, type Context } from "./context.js";
import type { Task } from "./handle.js";

/** A completed task, with a video at least. */
export interface CompletedTask extends TaskSnapshot {
  /** It has ended well. */
  readonly status: "completed";
  /** Finds the task again, in any process. */
  readonly handle: string;
  /** All that the task made. */
  readonly videos: readonly [Video, ...Video[]];
  /** The first of them. */
  readonly video: Video;
}

/**
 * What a task that has ended came to.
 *
 * @throws {OmniError} when it came to no video
 */
export function completedOf(context: Context, task: Task, seen: TaskSnapshot): CompletedTask {
  const { status, videos, error } = seen;
  const [video, ...others] = videos;
  if (status === "completed" && video)
    return { ...seen, status, handle: task.handle, video, videos: [video, ...others] };
  const isDone = status === "completed";
  throw failed(context, isDone ? "result_missing" : (error?.code ?? "task_failed"), {
    ...{ phase: "result", task, told: error, billed: billedOf(context.contract, status) },
    message: isDone ? "The task is completed and shows no video." : (error?.message ?? `The task is ${status}.`),
  });
}
