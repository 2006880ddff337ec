import { objectAt, textOf } from "../document.js";
import { isSame, meaningOf, missingFrom } from "./canonical.js";
import type { Report } from "./change.js";
import { compareExamples } from "./examples.js";
import { childOf, membersOf, type Node } from "./node.js";
import { compareSchemas } from "./schema.js";
import type { Scope } from "./scope.js";
import { compareStrange } from "./strange.js";
import { code, listed } from "./words.js";

const typesIn = (encoding: Node): string[] =>
  textOf(objectAt(encoding.value).contentType)
    .split(/\s*,\s*/)
    .filter((type) => type !== "");

/** How the parts of a form are sent. */
function compareEncoding(old: Node, now: Node, scope: Scope): void {
  const [from, to] = [old, now].map((media) => new Map(membersOf(childOf(media, "encoding"))));
  for (const name of new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])) {
    const [a, b] = [from?.get(name), to?.get(name)];
    const [types, typesNow] = [a ? typesIn(a) : [], b ? typesIn(b) : []];
    const [gone, come] = [missingFrom(types, typesNow), missingFrom(typesNow, types)];
    const isBound = typesNow.length > 0;
    const say = (level: "major" | "minor", says: string) => {
      scope.report.add(level, `The part ${code(name)}`, scope.context, says, b ?? now);
    };
    if (gone.length > 0 && isBound) say("major", `no longer takes ${listed(gone, "or")}`);
    else if (gone.length > 0) say("minor", "may be of any kind");
    if (come.length > 0)
      say(
        types.length > 0 ? "minor" : "major",
        `${types.length > 0 ? "also takes" : "takes only"} ${listed(come, "or")}`,
      );
    const rest = (node: Node | undefined) => meaningOf({ ...objectAt(node?.value), contentType: "" });
    if (rest(a) !== rest(b)) say("major", "is encoded in another way");
  }
}

const MEDIA = ["schema", "example", "examples", "encoding", "x-evidence"];

/** Tells what changed in bodies, by media type. */
export function compareContent(
  old: Node,
  now: Node,
  direction: Scope["direction"],
  context: string,
  report: Report,
): void {
  const [from, to] = [new Map(membersOf(old)), new Map(membersOf(now))];
  const isRequest = direction === "request";
  for (const [type, media] of from) {
    const next = to.get(type);
    if (!next) {
      report.add("major", "", "", `${context} ${isRequest ? "no longer takes" : "is no longer"} ${type}`, now);
      continue;
    }
    const scope: Scope = { direction, context, path: "", isRule: false, report };
    compareSchemas(childOf(media, "schema"), childOf(next, "schema"), scope);
    compareExamples(media, next, context, report);
    compareEncoding(media, next, scope);
    compareStrange(media, next, MEDIA, `the ${type} body of ${context}`, report);
  }
  for (const type of to.keys()) {
    if (!from.has(type))
      report.add("minor", "", "", `${context} ${isRequest ? "also takes" : "may also be"} ${type}`, now);
  }
}

const HEADER = [...["description", "required", "deprecated", "schema", "example", "examples", "x-evidence"]];

/** Tells what changed in headers of an answer. */
export function compareHeaders(old: Node, now: Node, context: string, report: Report): void {
  const headers = (node: Node) =>
    new Map(membersOf(node).map(([name, header]) => [name.toLowerCase(), { name, header }]));
  const [from, to] = [headers(old), headers(now)];
  for (const [key, { name, header }] of from) {
    const next = to.get(key)?.header;
    const subject = `The header ${code(name)}`;
    if (!next) {
      report.add("major", subject, context, "is gone", now);
      continue;
    }
    const isPromised = (node: Node) => objectAt(node.value).required === true;
    if (isPromised(header) !== isPromised(next)) {
      report.add(
        isPromised(next) ? "minor" : "major",
        subject,
        context,
        isPromised(next) ? "is always there now" : "may be missing now",
        next,
      );
    }
    if (objectAt(next.value).deprecated === true && objectAt(header.value).deprecated !== true)
      report.add("minor", subject, context, "is deprecated", next);
    compareStrange(header, next, HEADER, `the header ${code(name)} of ${context}`, report);
    compareSchemas(childOf(header, "schema"), childOf(next, "schema"), {
      direction: "answer",
      context,
      path: name,
      isRule: false,
      report,
    });
    if (!isSame(objectAt(header.value).example, objectAt(next.value).example))
      report.add("patch", subject, context, "is shown with another value", next);
  }
  for (const [key, { name, header }] of to) {
    if (!from.has(key)) report.add("minor", `The header ${code(name)}`, context, "is new", header);
  }
}
