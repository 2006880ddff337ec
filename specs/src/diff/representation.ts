import { isObject, objectAt, textOf, type Json } from "../document.js";
import { isSame, meaningOf, membersAs } from "./canonical.js";
import type { Report } from "./change.js";
import { childOf, membersOf, type Node } from "./node.js";
import { compareRules } from "./outcomes.js";
import { compareSources } from "./sources.js";
import { compareStates } from "./states.js";
import { compareStrange } from "./strange.js";
import { code, shown } from "./words.js";

interface Form {
  /** "the answer of getTask" */
  readonly name: string;
  readonly report: Report;
  /** The lifecycle's own words, on both sides. */
  readonly words: readonly [Node, Node];
}

const PLACES = ["state", "id", "model", "estimatedSeconds", "elapsedSeconds"];
const TIMES = ["createdAt", "completedAt"];

/** `{at, format}` and the like: a place, and how what stands there is read. */
function compareRead(old: Node, now: Node, what: string, report: Report): void {
  // A new or a lost one is told as a whole.
  if (old.value !== undefined && now.value !== undefined)
    compareStrange(old, now, ["at", "format", "of"], what, report);
  compareSources(childOf(old, "at"), childOf(now, "at"), what, report);
  for (const key of ["format", "of"]) {
    const [from, to] = [objectAt(old.value)[key], objectAt(now.value)[key]];
    if (old.value === undefined || now.value === undefined || isSame(from ?? 100, to ?? 100)) continue;
    report.add("major", "", "", `${what} is read as ${code(key)} ${shown(to)} now; it was ${shown(from)}`, now);
  }
}

const listAt = (value: Json | undefined): Json[] => membersAs(value);

/** Lists of which the first that yields something wins. Further ways at the end hurt nobody. */
function compareWays(old: Node, now: Node, what: string, report: Report): void {
  const [from, to] = [listAt(old.value), listAt(now.value)];
  if (isSame(from, to)) return;
  const isLonger = to.length > from.length && isSame(from, to.slice(0, from.length));
  if (isLonger) report.add("minor", "", "", `${what} may stand at a further place`, now);
  else if (to.length === 0) report.add("major", "", "", `${what} is no longer known`, now);
  else if (!compareEachWay(old, now, what, report))
    report.add("major", "", "", `${what} is looked for in another way`, now);
}

const WAY = ["each", "body", "currency", "url", "data", "mediaType", "at", "expiresAt"];

/** Ways that changed one by one: a further place of a link, a known expiry. */
function compareEachWay(old: Node, now: Node, what: string, report: Report): boolean {
  const [from, to] = [membersOf(old), membersOf(now)];
  if (from.length !== to.length) return false;
  const fixed = (node: Node): string => {
    const { each, body, currency } = objectAt(node.value);
    return meaningOf([each ?? null, body ?? null, currency ?? null]);
  };
  const isFixed = from.every(([, node], i) => {
    const other = to[i]?.[1];
    return other !== undefined && fixed(node) === fixed(other);
  });
  if (!isFixed) return false;
  for (const [i, [, node]] of from.entries()) {
    const other = to[i]?.[1];
    if (!other) continue;
    for (const key of ["url", "data", "mediaType", "at"]) {
      compareSources(childOf(node, key), childOf(other, key), `${what} (${code(key)})`, report);
    }
    compareStrange(node, other, WAY, what, report);
    compareRead(childOf(node, "expiresAt"), childOf(other, "expiresAt"), `${what} (${code("expiresAt")})`, report);
  }
  return true;
}

function compareFailures(old: Node, now: Node, name: string, report: Report): void {
  // A rule on a failure reads like one on an answer; where none matches, it is task_failed.
  const asRules = (node: Node): Node => ({
    ...node,
    value: [...membersAs(node.value), { error: "task_failed" }].filter((one) => isObject(one)),
  });
  if (!isSame(old.value, now.value)) compareRules(asRules(old), asRules(now), "states", name, report);
}

const KNOWN = [
  ...PLACES,
  ...TIMES,
  ...["progress", "videos", "cost", "error", "decode", "first", "failures", "states", "evidence"],
];

/** Tells where the members of a task stand otherwise. A form may be new, or unused by now. */
export function compareRepresentations(old: Node, now: Node, { name, report, words }: Form): void {
  const part = (key: string): [Node, Node] => [childOf(old, key), childOf(now, key)];
  const label = (key: string) => `${code(key)} in ${name}`;
  for (const key of PLACES) compareSources(...part(key), label(key), report);
  for (const key of TIMES) compareRead(...part(key), label(key), report);
  compareRead(...part("progress"), label("progress"), report);
  for (const key of ["videos", "cost"]) compareWays(...part(key), label(key), report);
  for (const key of ["message", "code"]) {
    const [from, to] = part("error");
    compareSources(childOf(from, key), childOf(to, key), label(`error.${key}`), report);
  }
  compareStrange(...part("error"), ["message", "code"], label("error"), report);
  const [decode, decoded] = part("decode");
  if (!isSame(membersAs(decode.value), membersAs(decoded.value))) {
    report.add(
      "major",
      "",
      "",
      `${label("decode")} is ${shown(decoded.value)} now; it was ${shown(decode.value)}`,
      now,
    );
  }
  const [first, firstNow] = part("first");
  if (!isSame(first.value, firstNow.value)) compareRules(first, firstNow, "states", name, report);
  compareFailures(...part("failures"), name, report);
  compareOwnStates(part("states"), words, name, report);
  compareStrange(old, now, KNOWN, name, report);
}

function compareOwnStates(
  [old, now]: [Node, Node],
  [before, after]: readonly [Node, Node],
  name: string,
  report: Report,
): void {
  if (old.value === undefined && now.value === undefined) return;
  // Words of its own replace the lifecycle's; without them those count.
  compareStates(old.value === undefined ? before : old, now.value === undefined ? after : now, textOf(name), report);
}
