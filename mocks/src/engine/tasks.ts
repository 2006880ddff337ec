import type { TaskStatus } from "@omni-contracts/core/language";
import type { ActiveFault } from "../faults/active.js";
import type { Life } from "../faults/fault.js";
import type { Clip } from "../media/clips.js";
import type { Price } from "./price.js";

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
  of(namespace: string): Iterable<Task>;
  clear(namespace: string): void;
}

/** What a task is found by: its captures, of an address the path. */
function keysOf({ provider, namespace, handle }: Task): string[] {
  return Object.values(handle).flatMap((value) => {
    if (value === undefined) return [];
    const isAddress = /^https?:\/\//.test(value) && URL.canParse(value);
    return [
      keyOf(provider, namespace, value),
      ...(isAddress ? [keyOf(provider, namespace, new URL(value).pathname)] : []),
    ];
  });
}

// Names of providers and namespaces have no slash.
const keyOf = (provider: string, namespace: string, value: string): string => `${provider}/${namespace}/${value}`;

const isIdOf = (task: Task | undefined, key: string): boolean =>
  task?.handle.id !== undefined && keyOf(task.provider, task.namespace, task.handle.id) === key;

/** @param limit tasks that are remembered */
export function createTaskStore(limit: number): TaskStore {
  const tasks = new Set<Task>();
  // A namespace that makes tasks by the thousand must not take those of another one.
  const byNamespace = new Map<string, Set<Task>>();
  // A client may use its own reference twice: the newest task answers to it.
  const byKey = new Map<string, Task>();
  function remove(task: Task): void {
    tasks.delete(task);
    const own = byNamespace.get(task.namespace);
    own?.delete(task);
    if (own?.size === 0) byNamespace.delete(task.namespace);
    for (const key of keysOf(task)) if (byKey.get(key) === task) byKey.delete(key);
  }
  return {
    add(task) {
      tasks.add(task);
      // The id of one task that another one has as its client's reference stays the first one's.
      for (const key of keysOf(task)) if (!isIdOf(byKey.get(key), key)) byKey.set(key, task);
      byNamespace.set(task.namespace, (byNamespace.get(task.namespace) ?? new Set()).add(task));
      if (tasks.size <= limit) return;
      const [most = []] = [...byNamespace.values()].sort((a, b) => b.size - a.size);
      const [oldest] = most;
      if (oldest) remove(oldest);
    },
    find: (provider, namespace, value) => byKey.get(keyOf(provider, namespace, value)),
    of: (namespace) => byNamespace.get(namespace) ?? [],
    clear(namespace) {
      for (const task of byNamespace.get(namespace) ?? []) remove(task);
    },
  };
}
