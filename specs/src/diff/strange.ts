import { isObject } from "../document.js";
import { isSame } from "./canonical.js";
import type { Report } from "./change.js";
import { childOf, type Node } from "./node.js";
import { code, shown } from "./words.js";

/**
 * Members of which this gate does not know what they mean count as breaking when they change: whoever adds one to the
 * language says here what its changes are worth.
 */
export function compareStrange(old: Node, now: Node, known: readonly string[], what: string, report: Report): void {
  const keys = [old, now].flatMap(({ value }) => (isObject(value) ? Object.keys(value) : []));
  for (const key of new Set(keys)) {
    const [from, to] = [childOf(old, key), childOf(now, key)];
    if (known.includes(key) || isSame(from.value, to.value)) continue;
    report.add("major", "", "", `${code(key)} of ${what} is ${shown(to.value)} now; it was ${shown(from.value)}`, now);
  }
}
