import type { TaskStatus } from "@omni-contracts/core/language";
import type { ActiveFault } from "../faults/active.js";
import type { Life } from "../faults/fault.js";
import type { Clip } from "../media/clips.js";
import { createCrowds } from "./crowds.js";
import type { Price } from "./price.js";
import { createTaskIndex } from "./task-index.js";

/** A submitted task, as the mock remembers it. */
export interface Task {
  readonly provider: string;
  readonly namespace: string;
  /** operationId of its submit. */
  readonly submit: string;
  readonly handle: Readonly<Record<string, string | undefined>>;
  readonly model: unknown;
  /** The beginning of what was asked for in words. */
  readonly prompt?: string;
  readonly price: Price | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Seconds from submit to end. */
  readonly runSeconds: number;
  /** The video that it gives. */
  readonly clip: Clip;
  readonly life: Life;
  readonly faults: readonly ActiveFault[];
  /** Whether the answer to the submit told of it. */
  isTold: boolean;
  /** How often it was looked at. */
  reads: number;
}

/** How a task stands at a time. */
export interface Stand {
  readonly status: TaskStatus;
  /** From 0 to 1. */
  readonly progress: number;
}

/** The share of its time for which a task waits. */
const WAITING = 0.2;
/** Where in its time a task goes back to the beginning, and for how long. */
const BACK = { from: 0.5, to: 0.7 };

const isEnded = (status: TaskStatus): boolean => status !== "queued" && status !== "in_progress";

/** The share of its time that a task has lived. */
function ageOf({ createdAt, runSeconds, reads }: Task, life: Life, now: number): number {
  const age = life.reads === undefined ? (now - createdAt) / (runSeconds * 1000) : reads / life.reads;
  return Math.min(1, Math.max(0, age), life.stuckAt ?? 1);
}

/** When it is done; milliseconds since 1970. */
export const endOf = ({ createdAt, runSeconds }: Task): number => createdAt + runSeconds * 1000;

export function standOf(task: Task, now: number, life = task.life): Stand {
  const age = ageOf(task, life, now);
  if (age >= 1) return { status: life.ends ?? "completed", progress: 1 };
  const progress = life.back && age >= BACK.from && age < BACK.to ? age - BACK.from : age;
  return { status: progress < WAITING ? "queued" : "in_progress", progress };
}

/** A task is in this state from then on; milliseconds since 1970. */
export interface Transition {
  readonly status: TaskStatus;
  readonly at: number;
}

/** The states that a task will come into, as far as the clock decides; not those that the number of looks decides. */
export function transitionsOf(task: Task): Transition[] {
  const { createdAt, runSeconds, life } = task;
  if (life.reads !== undefined) return [];
  return [WAITING, 1]
    .filter((share) => share <= (life.stuckAt ?? 1))
    .map((share) => {
      const at = createdAt + share * runSeconds * 1000;
      return { status: share < 1 ? "in_progress" : standOf(task, at).status, at };
    });
}

/** The word that a task says of its state instead of the provider's. */
export const wordOf = (task: Task, stand: Stand, life = task.life): string | undefined =>
  !isEnded(stand.status) && stand.progress >= 0.5 ? life.word : undefined;

/** The tasks of a mock; when there are too many, the oldest of the namespace that has most of them go. */
export interface TaskStore {
  add(task: Task): void;
  /** The task of which this is a capture: an id, a reference of the client's, or the path of an address. */
  find(provider: string, namespace: string, value: string): Task | undefined;
  /** Those of a namespace, oldest first. */
  of(namespace: string): readonly Task[];
  clear(namespace: string): void;
}

/** @param limit tasks that are remembered */
export function createTaskStore(limit: number): TaskStore {
  // A namespace that makes tasks by the thousand must not take those of another one.
  const crowds = createCrowds<Task>();
  const index = createTaskIndex();
  return {
    add(task) {
      index.add(task);
      crowds.add(task.namespace, task);
      const oldest = crowds.size() > limit ? crowds.shiftLargest() : undefined;
      if (oldest) index.remove(oldest);
    },
    find: index.find,
    of: crowds.of,
    clear(namespace) {
      for (const task of crowds.clear(namespace)) index.remove(task);
    },
  };
}
