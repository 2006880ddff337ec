import { objectAt } from "../document.js";
import { isSame } from "./canonical.js";
import type { Report } from "./change.js";
import { childOf, membersOf, type Node } from "./node.js";
import { code } from "./words.js";

/**
 * Tells which named examples came and went. An example is a fixture: mocks serve it by its name and users' tests replay it,
 * so one that is gone is more than a text; a hand-picked `Prefer: example=…` then finds nothing.
 */
export function compareExamples(oldMedia: Node, nowMedia: Node, context: string, report: Report): void {
  const [old, now] = [oldMedia, nowMedia].map((media) => new Map(membersOf(childOf(media, "examples"))));
  for (const [name, node] of old ?? []) {
    const next = now?.get(name);
    const subject = `The example ${code(name)}`;
    if (!next) report.add("minor", subject, context, "is gone", nowMedia);
    else if (!isSame(objectAt(node.value).value, objectAt(next.value).value))
      report.add("patch", subject, context, "shows something else", next);
  }
  for (const [name, node] of now ?? [])
    if (!old?.has(name)) report.add("patch", `The example ${code(name)}`, context, "is new", node);
}
