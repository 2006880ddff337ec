import type { TaskStatus } from "@omni-contracts/core/language";
import type { Fault } from "./fault.js";

/** A fault that is set, and what it has done so far. */
export interface ActiveFault {
  readonly fault: Fault;
  /** Requests that it was held against. */
  seen: number;
  /** Requests that it struck. */
  struck: number;
  /** Requests that came back before Retry-After was over. */
  early: number;
  /** When it first struck; milliseconds of the clients' clock. */
  since?: number;
  /** The key of the first request that it struck. */
  key?: string;
  /** The last requests that it told when to come back. */
  readonly told: Set<string>;
}

export const activate = (fault: Fault): ActiveFault => ({ fault, seen: 0, struck: 0, early: 0, told: new Set() });

/** Requests of which a fault remembers that they were told when to come back. */
const TOLD = 1000;

/** What a fault looks at to decide. */
export interface Occasion {
  readonly kind: "submit" | "read" | "file" | "other";
  readonly operationId: string;
  /** Milliseconds of the clients' clock, which no `speed` makes faster: clients wait by it. */
  readonly now: number;
  readonly key: string;
  /** What makes the request the same when it comes again. */
  readonly request: string;
  /** Of the task that is asked for: its state, and the seconds since its submit and, of a download, since its end. */
  readonly task?: { readonly status: TaskStatus; readonly age: number; readonly ended?: number };
}

function isMeant(
  { on = "any", when, within, endedFor, sameKey }: Fault,
  { key }: ActiveFault,
  occasion: Occasion,
): boolean {
  const { kind, operationId, task } = occasion;
  if (on !== "any" && on !== kind && on !== operationId) return false;
  // A download is no call of the API: only what is meant for it strikes it.
  if (on === "any" && kind === "file") return false;
  if (when && !(task && when.includes(task.status))) return false;
  if (within !== undefined && !(task && task.age < within)) return false;
  if (endedFor !== undefined && !((task?.ended ?? -1) >= endedFor)) return false;
  return !(sameKey && key !== undefined && key !== occasion.key);
}

/** Milliseconds until Retry-After is over. */
export function remaining({ fault, since }: ActiveFault, now: number): number {
  return since === undefined ? Infinity : since + (fault.answer?.retryAfter ?? Infinity) * 1000 - now;
}

/** Whether a fault strikes on this occasion; counts it. */
export function strikes(active: ActiveFault, occasion: Occasion): boolean {
  const { skip = 0, every = 1, times = Infinity, answer } = active.fault;
  if (!isMeant(active.fault, active, occasion)) return false;
  active.seen += 1;
  const isLetBy = active.seen <= skip || (active.seen - skip) % every !== 0 || active.struck >= times;
  if (isLetBy || remaining(active, occasion.now) <= 0) return false;
  if (answer?.retryAfter !== undefined) {
    // Another request that runs into the same burst is not early: nobody has told it anything.
    if (active.told.has(occasion.request)) active.early += 1;
    else if (active.told.size < TOLD) active.told.add(occasion.request);
  }
  active.since ??= occasion.now;
  active.key ??= occasion.key;
  active.struck += 1;
  return true;
}

/** Whether there is nothing left for it to do. */
export const isOver = (active: ActiveFault, now: number): boolean =>
  active.struck >= (active.fault.times ?? Infinity) || (active.struck > 0 && remaining(active, now) <= 0);
