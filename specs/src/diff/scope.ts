import { type Change, type Report } from "./change.js";
import type { Level } from "./levels.js";
import type { Node } from "./node.js";
import { code } from "./words.js";

/** Where in a contract two schemas are compared, and where what is found goes. */
export interface Scope {
  /** `request`: callers write it. `answer`: callers read it, as with the events of a webhook. */
  readonly direction: "request" | "answer";
  /** The model, the operation or the answer: "the 200 answer of getTask". */
  readonly context: string;
  /** The way to the value: "data.videos[*].url"; empty for the whole body. */
  readonly path: string;
  /** Inside a rule that only narrows, a member that is not named is free. */
  readonly isRule: boolean;
  readonly report: Report;
  /** The schemas that hold this one, as they were and as they are. */
  readonly above?: readonly (readonly [Node["value"], Node["value"]])[];
}

/** Whether the values that fit became more, fewer, or others. */
export type Effect = "wider" | "narrower" | "other";

/**
 * Who writes a request is hurt when fewer values are taken; who reads an answer, when it may hold more than was promised.
 */
export function levelOf(effect: Effect, { direction }: Scope): Level {
  if (effect === "other") return "major";
  return (effect === "narrower") === (direction === "request") ? "major" : "minor";
}

/** One step down. */
export const inside = (scope: Scope, name: string): Scope => ({
  ...scope,
  path: name.startsWith("[") ? scope.path + name : scope.path ? `${scope.path}.${name}` : name,
});

const subjectOf = ({ path, direction }: Scope): string =>
  path ? code(path) : direction === "request" ? "The request" : "The body";

/** Tells a change of the value that is being compared. */
export function tell(scope: Scope, level: Level, says: Change["says"], at: Node): void {
  scope.report.add(level, subjectOf(scope), scope.context, says, at);
}
