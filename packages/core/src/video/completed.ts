import type { TaskSnapshot, Video } from "../language/task.js";
import { billedOf, failed, type Context } from "./context.js";
import type { Task } from "./handle.js";

/** A completed task, with a video at least. */
export interface CompletedTask extends TaskSnapshot {
  readonly status: "completed";
  readonly handle: string;
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
  const failure = { phase: "result", task, told: error, billed: billedOf(context.contract, status) } as const;
  if (status === "completed")
    throw failed(context, "result_missing", { ...failure, message: "The task is completed and shows no video." });
  throw failed(context, error?.code ?? "task_failed", {
    ...failure,
    message: error?.message ?? `The task is ${status}.`,
  });
}
