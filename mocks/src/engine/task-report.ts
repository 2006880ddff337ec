import type { Contract, TaskStatus } from "@omni-contracts/core/language";
import { lifetimeOf } from "../media/files.js";
import { endOf, standOf, type Task } from "./tasks.js";

/** How a task stands, for people. */
export interface TaskReport {
  readonly provider: string;
  /** Its id, as the provider would tell it. */
  readonly task: string | undefined;
  /** As the request says it, whatever that is. */
  readonly model: unknown;
  /** Its first 200 characters. */
  readonly prompt?: string;
  /** Its state now. */
  readonly status: TaskStatus;
  /** From 0 to 1. */
  readonly progress: number;
  /** Milliseconds since 1970, by the clock of its namespace. */
  readonly createdAt: number;
  /** Path of the video on the mock, while it can be fetched without a key. */
  readonly result?: string;
}

function resultOf({ provider, namespace, handle }: Task): string {
  const space = namespace === "" ? "" : `/~${namespace}`;
  return `/${provider}${space}/__files/${encodeURIComponent(handle.id ?? "result")}/1.mp4`;
}

export function reportOf(task: Task, contract: Contract, now: number): TaskReport {
  const { provider, handle, model, prompt, createdAt } = task;
  const { status, progress } = standOf(task, now);
  const isKept = now <= endOf(task) + lifetimeOf(contract) * 1000;
  const isThere = status === "completed" && isKept && contract.lifecycle.result?.auth !== "same-origin";
  return {
    ...{ provider, task: handle.id, model, status, progress, createdAt },
    ...(prompt !== undefined && { prompt }),
    ...(isThere && { result: resultOf(task) }),
  };
}
