import { textOf } from "../document.js";
import { membersAs } from "./canonical.js";
import type { Report } from "./change.js";
import { membersOf, type Node } from "./node.js";
import { code } from "./words.js";

const stateByWord = (node: Node): Map<string, string> =>
  new Map(
    membersOf(node).flatMap(([state, { value }]) => membersAs(value).map((word) => [textOf(word), state] as const)),
  );

/** Tells which of the provider's words mean another state. */
export function compareStates(old: Node, now: Node, context: string, report: Report): void {
  const [from, to] = [stateByWord(old), stateByWord(now)];
  for (const word of new Set([...from.keys(), ...to.keys()])) {
    const [was, is] = [from.get(word), to.get(word)];
    if (was === is) continue;
    const subject = `The word ${code(word)}`;
    if (was === undefined) report.add("minor", subject, context, `is known now and means ${is ?? ""}`, now);
    else if (is === undefined) report.add("major", subject, context, `means no state any more; it was ${was}`, now);
    else report.add("major", subject, context, `means ${is} now; it was ${was}`, now);
  }
}
