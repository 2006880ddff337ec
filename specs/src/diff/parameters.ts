import { objectAt, textOf } from "../document.js";
import { isSame } from "./canonical.js";
import type { Report } from "./change.js";
import { childOf, expanded, itemsOf, type Node } from "./node.js";
import { compareSchemas } from "./schema.js";
import type { Scope } from "./scope.js";
import { compareStrange } from "./strange.js";
import { code } from "./words.js";

const keyOf = (node: Node): string => {
  const { in: place, name } = objectAt(node.value);
  return `${textOf(place)} ${textOf(place) === "header" ? textOf(name).toLowerCase() : textOf(name)}`;
};

/** Of the operation and of its URL; the operation's own win. */
const parametersOf = (item: Node, operation: Node): Map<string, Node> =>
  new Map(
    [item, operation].flatMap((node) => itemsOf(childOf(node, "parameters")).map((one) => [keyOf(one), one] as const)),
  );

/** Serialization, with the values that count where nothing is said. */
const formOf = (node: Node): unknown => {
  const {
    in: place,
    style = place === "query" || place === "cookie" ? "form" : "simple",
    explode = style === "form",
    ...rest
  } = objectAt(node.value);
  const { allowReserved = false, allowEmptyValue = false } = rest;
  return [style, explode, allowReserved, allowEmptyValue];
};

const KNOWN = [
  ...["in", "name", "description", "required", "deprecated", "example", "examples", "x-evidence"],
  ...["style", "explode", "allowReserved", "allowEmptyValue", "content", "schema"],
];

export function compareParameters(
  [oldItem, old]: readonly [Node, Node],
  [nowItem, now]: readonly [Node, Node],
  scope: Pick<Scope, "direction" | "context" | "report">,
): void {
  const [from, to] = [parametersOf(oldItem, old), parametersOf(nowItem, now)];
  const { context, direction, report }: { context: string; direction: Scope["direction"]; report: Report } = scope;
  const isRequest = direction === "request";
  const isRequired = (node: Node) => objectAt(node.value).required === true;
  for (const [key, node] of from) {
    const next = to.get(key);
    const subject = code(key);
    if (!next) {
      report.add("major", subject, context, isRequest ? "is no longer taken" : "is gone", now);
      continue;
    }
    if (isRequired(node) !== isRequired(next)) {
      const isHard = isRequired(next) === isRequest;
      const says = isRequired(next)
        ? isRequest
          ? "must be sent now"
          : "is always there now"
        : isRequest
          ? "may be left out now"
          : "may be missing now";
      report.add(isHard ? "major" : "minor", subject, context, says, next);
    }
    if (JSON.stringify(formOf(node)) !== JSON.stringify(formOf(next)))
      report.add("major", subject, context, "is written in another way", next);
    if (!isSame(expanded(childOf(node, "content")), expanded(childOf(next, "content"))))
      report.add("major", subject, context, "has other content", next);
    if (objectAt(next.value).deprecated === true && objectAt(node.value).deprecated !== true)
      report.add("minor", subject, context, "is deprecated", next);
    compareStrange(node, next, KNOWN, `${subject} of ${context}`, report);
    compareSchemas(childOf(node, "schema"), childOf(next, "schema"), {
      direction,
      context,
      path: key,
      isRule: false,
      report,
    });
  }
  for (const [key, node] of to) {
    if (from.has(key)) continue;
    const isHard = isRequest && isRequired(node);
    report.add(isHard ? "major" : "minor", code(key), context, isHard ? "is new, and must be sent" : "is new", node);
  }
}
