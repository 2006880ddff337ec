import { isObject, objectAt, textOf, type Document } from "../document.js";
import { isSame } from "./canonical.js";
import { compareContent, compareHeaders } from "./bodies.js";
import type { Report } from "./change.js";
import { compareModels } from "./models.js";
import { childOf, membersOf, pathItemsOf, type Node } from "./node.js";
import { compareRules } from "./outcomes.js";
import { compareParameters } from "./parameters.js";
import { compareSecurity } from "./security.js";
import { compareStrange } from "./strange.js";
import { code, shown } from "./words.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

interface Operation {
  readonly id: string;
  /** `POST /v1/videos` */
  readonly address: string;
  readonly item: Node;
  readonly node: Node;
}

const operationsIn = (document: Document, group: "paths" | "webhooks"): Operation[] =>
  pathItemsOf(document, group).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const node = childOf(item, method);
      if (!isObject(node.value)) return [];
      return [{ id: textOf(node.value.operationId), address: `${method.toUpperCase()} ${path}`, item, node }];
    }),
  );

const BODY = ["description", "summary", "content", "x-evidence"];

function compareLinks(old: Node, now: Node, context: string, report: Report): void {
  const [from, to] = [new Map(membersOf(old)), new Map(membersOf(now))];
  for (const name of new Set([...from.keys(), ...to.keys()])) {
    const [was, is] = [from.get(name)?.value, to.get(name)?.value];
    const says = is === undefined ? "is gone" : was === undefined ? "is new" : "leads elsewhere or is asked otherwise";
    if (!isSame(was, is))
      report.add(was === undefined ? "minor" : "major", `The link ${code(name)}`, context, says, now);
  }
}

function compareAnswers(old: Node, now: Node, name: string, report: Report): void {
  const [from, to] = [new Map(membersOf(old)), new Map(membersOf(now))];
  for (const [status, response] of from) {
    const next = to.get(status);
    const context = `the ${status} answer of ${name}`;
    if (!next) {
      report.add("major", "", "", `${code(name)} no longer documents the answer ${status}`, now);
      continue;
    }
    compareContent(childOf(response, "content"), childOf(next, "content"), "answer", context, report);
    compareHeaders(childOf(response, "headers"), childOf(next, "headers"), context, report);
    compareLinks(childOf(response, "links"), childOf(next, "links"), context, report);
    compareStrange(response, next, [...BODY, "headers", "links"], context, report);
  }
  for (const [status, response] of to) {
    if (!from.has(status)) report.add("minor", "", "", `${code(name)} documents the answer ${status} now`, response);
  }
}

/** What a person sends, or what the provider sends to them. */
function compareRequestBodies(old: Node, now: Node, name: string, isEvent: boolean, report: Report): void {
  const [from, to] = [old, now].map((node) => childOf(node, "requestBody"));
  if (!from || !to) return;
  const isWanted = (node: Node) => objectAt(node.value).required === true;
  if (isWanted(from) !== isWanted(to)) {
    const isHard = isWanted(to) !== isEvent;
    report.add(
      isHard ? "major" : "minor",
      "The body",
      name,
      isWanted(to) ? "must be sent now" : "may be missing now",
      to,
    );
  }
  compareStrange(from, to, [...BODY, "required"], `the body of ${name}`, report);
  compareContent(childOf(from, "content"), childOf(to, "content"), isEvent ? "answer" : "request", name, report);
  for (const [type, media] of membersOf(childOf(to, "content"))) {
    compareModels(childOf(childOf(childOf(from, "content"), type), "schema"), childOf(media, "schema"), report);
  }
}

const KNOWN = [
  ...["operationId", "summary", "description", "tags", "externalDocs", "deprecated", "x-evidence", "x-signature"],
  ...["parameters", "requestBody", "responses", "security", "x-outcomes", "x-errors"],
];

const isRead = ({ id, node: { document } }: Operation): boolean =>
  id in objectAt(objectAt(document.root["x-lifecycle"]).read);

function compareOperation(old: Operation, now: Operation, isEvent: boolean, report: Report): void {
  const name = now.id || now.address;
  if (old.id !== now.id) {
    // Handles that were kept name the operation, and so do types.
    report.add("major", "", "", `${code(old.id)} is called ${code(now.id)} now`, now.node);
  }
  const direction = isEvent ? "answer" : "request";
  compareParameters([old.item, old.node], [now.item, now.node], { direction, context: name, report });
  compareRequestBodies(old.node, now.node, name, isEvent, report);
  compareAnswers(childOf(old.node, "responses"), childOf(now.node, "responses"), name, report);
  compareSecurity(old.node, now.node, name, report);
  compareRules(childOf(old.node, "x-outcomes"), childOf(now.node, "x-outcomes"), "outcomes", name, report);
  const kind = isRead(now) && isRead(old) ? "reads" : "errors";
  compareRules(childOf(old.node, "x-errors"), childOf(now.node, "x-errors"), kind, name, report);
  if (objectAt(now.node.value).deprecated === true && objectAt(old.node.value).deprecated !== true) {
    report.add("minor", "", "", `${code(name)} is deprecated`, now.node);
  }
  compareStrange(old.node, now.node, KNOWN, code(name), report);
  compareStrange(old.item, now.item, [...METHODS, "parameters", "summary", "description"], "the URL", report);
  compareSignature(childOf(old.node, "x-signature"), childOf(now.node, "x-signature"), name, report);
}

const toleranceOf = (signature: Node): number => {
  const { tolerance } = objectAt(signature.value);
  return typeof tolerance === "number" ? tolerance : Infinity;
};

function compareSignature(old: Node, now: Node, name: string, report: Report): void {
  if (isSame(old.value, now.value)) return;
  const plain = (node: Node) => (isObject(node.value) ? { ...node.value, tolerance: 0 } : node.value);
  if (!isSame(plain(old), plain(now))) {
    report.add("major", "The signature", name, "is made or sent in another way", now);
    return;
  }
  const [from, to] = [toleranceOf(old), toleranceOf(now)];
  report.add(
    to >= from ? "minor" : "major",
    "A delivery",
    name,
    `may be ${shown(to)} s old now; it was ${shown(from)} s`,
    now,
  );
}

/** Tells which calls, or events, came and went, and what became of the others. */
export function compareOperations(old: Document, now: Document, group: "paths" | "webhooks", report: Report): void {
  const isEvent = group === "webhooks";
  const [from, to] = [operationsIn(old, group), operationsIn(now, group)];
  const what = isEvent ? "The event" : "The operation";
  for (const one of from) {
    const next = to.find(({ address }) => address === one.address);
    if (next) {
      compareOperation(one, next, isEvent, report);
      continue;
    }
    const moved = to.find(({ id, address }) => id === one.id && !from.some((other) => other.address === address));
    if (moved) {
      report.add("major", "", "", `${code(one.id)} moved from ${one.address} to ${moved.address}`, moved.node);
      compareOperation(one, moved, isEvent, report);
    } else report.add("major", "", "", `${what} ${code(one.id)} (${one.address}) is gone`, one.item);
  }
  for (const one of to) {
    const isKnown = from.some(({ address, id }) => address === one.address || id === one.id);
    if (!isKnown) report.add("minor", "", "", `${what} ${code(one.id)} (${one.address}) is new`, one.node);
  }
}
