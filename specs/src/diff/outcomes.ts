import { isObject, objectAt, textOf, type Json, type JsonObject } from "../document.js";
import { isSame, meaningOf, membersAs, missingFrom } from "./canonical.js";
import type { Report } from "./change.js";
import { childOf, itemsOf, type Node } from "./node.js";
import { compareResend } from "./patience.js";
import { usual, type Meaning, type RuleKind } from "./usual.js";
import { code, listed, shown } from "./words.js";

const rulesIn = (node: Node): JsonObject[] => itemsOf(node).flatMap(({ value }) => (isObject(value) ? [value] : []));
/** When a rule holds, whatever way it is written. */
export const conditionOf = ({ http, type, where, has, within }: JsonObject): JsonObject => ({
  ...(http !== undefined && { http: statusesOf(http) }),
  ...(type !== undefined && { type }),
  ...(where !== undefined && { where: sortedWhere(where) }),
  ...(has !== undefined && { has }),
  ...(within !== undefined && { within }),
});
const statusesOf = (http: Json): Json[] => membersAs(http).toSorted((a, b) => meaningOf(a).localeCompare(meaningOf(b)));
const sortedWhere = (where: Json): JsonObject =>
  Object.fromEntries(Object.entries(isObject(where) ? where : {}).map(([path, values]) => [path, statusesOf(values)]));
const keyOf = (rule: JsonObject): string => meaningOf(conditionOf(rule));
const meaningOfRule = ({ outcome, error, resend, is }: JsonObject): Meaning => ({
  outcome: textOf(outcome) || textOf(is),
  error: textOf(error),
  resend,
});

/** Whether all answers of one status, or of a range, are among those of another. */
export const isWithin = (narrow: string, wide: string): boolean =>
  narrow === wide || (wide.endsWith("XX") && narrow.startsWith(wide.charAt(0)));

const covers = (wide: JsonObject, narrow: JsonObject): boolean => {
  const { http, ...rest } = conditionOf(wide);
  if (Object.keys(rest).length > 0) return false;
  if (http === undefined) return true;
  const statuses = membersAs(http).map(shown);
  const wanted = membersAs(narrow.http).map(shown);
  return wanted.length > 0 && wanted.every((one) => statuses.some((status) => isWithin(one, status)));
};

/** What the answers of a rule mean by other rules. */
function meaningBy(rules: readonly JsonObject[], rule: JsonObject, kind: RuleKind): Meaning | undefined {
  const found = rules.find((one) => keyOf(one) === keyOf(rule) || covers(one, rule));
  return found ? meaningOfRule(found) : usual(rule.http, kind);
}

const answerOf = (rule: JsonObject): string => {
  const { http, where, has, type } = conditionOf(rule);
  const places = Object.entries(isObject(where) ? where : {});
  const parts = [
    type === undefined ? "" : shown(type),
    ...places.map(([path, values]) => `${code(path)} ${listed(membersAs(values), "or")}`),
    has === undefined ? "" : code(textOf(has)),
  ].filter((part) => part !== "");
  const answer = http === undefined ? "An answer" : `An answer ${listed(membersAs(http), "or")}`;
  return parts.length === 0 ? answer : `${answer} with ${parts.join(" and ")}`;
};

const said = (meaning: Meaning | undefined): string =>
  [meaning?.outcome ?? "", meaning?.error ?? ""].filter((word) => word !== "").join(", ") || "what the rest of it says";

function compareMeaning(rule: JsonObject, old: Meaning | undefined, now: Meaning | undefined, tell: Tell): void {
  const subject = answerOf(rule);
  if (old === undefined || now === undefined) {
    if (old !== now) tell("major", subject, `means ${said(now)} now; it was ${said(old)}`);
    return;
  }
  if (old.outcome !== now.outcome || old.error !== now.error) {
    tell("major", subject, `means ${said(now)} now; it was ${said(old)}`);
  }
  compareResend(old.resend, now.resend, (level, says) => {
    tell(level, subject, says);
  });
}

type Tell = (level: "major" | "minor", subject: string, says: string) => void;

/** Whether no answer can match both. */
export const areApart = (a: JsonObject, b: JsonObject): boolean => {
  const [first, second] = [conditionOf(a), conditionOf(b)];
  const [mine, theirs] = [membersAs(first.http).map(shown), membersAs(second.http).map(shown)];
  const meet = mine.some((one) => theirs.some((other) => isWithin(one, other) || isWithin(other, one)));
  if (mine.length > 0 && theirs.length > 0 && !meet) return true;
  const [wheres, others] = [objectAt(first.where), objectAt(second.where)];
  return Object.entries(wheres).some(([path, values]) => {
    const [left, right] = [membersAs(values), membersAs(others[path])];
    const isLiteral = [...left, ...right].every((value) => !isObject(value));
    return right.length > 0 && isLiteral && missingFrom(left, right).length === left.length;
  });
};

const RULE = [
  ...[
    "http",
    "type",
    "where",
    "has",
    "within",
    "is",
    "outcome",
    "error",
    "resend",
    "advice",
    "evidence",
    "description",
  ],
];

/** Members of a rule of which nobody said what they are worth; a rule keeps its place by its condition. */
function compareStrangers(
  old: readonly JsonObject[],
  now: readonly JsonObject[],
  tell: (rule: JsonObject) => Tell,
): void {
  const all = new Map([...old, ...now].map((rule) => [keyOf(rule), rule] as const));
  for (const [key, rule] of all) {
    const [from, to] = [old, now].map((rules) => rules.find((one) => keyOf(one) === key) ?? {});
    for (const name of new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])) {
      const [was, is] = [from?.[name], to?.[name]];
      if (RULE.includes(name) || isSame(was, is)) continue;
      tell(rule)(
        "major",
        `The rule for ${lower(answerOf(rule))}`,
        `has another ${code(name)}: ${shown(is)}, not ${shown(was)}`,
      );
    }
  }
}

const meaningJson = (meaning: Meaning | undefined): Json =>
  meaning ? [meaning.outcome, meaning.error, meaning.resend ?? null] : null;

const lower = (text: string): string => text.replace(/^An/, "an");

/**
 * Of two rules that may match the same answer, and of which each means something else, the first wins: tells of those
 * that a rule goes before now, and did not before.
 */
function compareOrder(
  old: readonly JsonObject[],
  now: readonly JsonObject[],
  kind: RuleKind,
  tell: (rule: number) => Tell,
): void {
  const before = old.map(keyOf);
  for (const [i, rule] of now.entries()) {
    const was = before.indexOf(keyOf(rule));
    // What a new rule means for its own answers is told already, if it is something new.
    const own = meaningJson(meaningOfRule(rule));
    if (was < 0 && !isSame(own, meaningJson(meaningBy(old, rule, kind)))) continue;
    for (const later of now.slice(i + 1)) {
      const place = before.indexOf(keyOf(later));
      const isOvertaken = place >= 0 && (was < 0 || place < was);
      if (!isOvertaken || areApart(rule, later) || isSame(own, meaningJson(meaningOfRule(later)))) continue;
      const says = `now goes before that for ${lower(answerOf(later))}, and means ${said(meaningOfRule(rule))}`;
      tell(i)("major", `The rule for ${lower(answerOf(rule))}`, says);
    }
  }
}

/** Tells which answers mean something else, when the first rule that matches wins. */
export function compareRules(oldNode: Node, nowNode: Node, kind: RuleKind, context: string, report: Report): void {
  const [old, now] = [rulesIn(oldNode), rulesIn(nowNode)];
  const tellAt =
    (at: Node): Tell =>
    (level, subject, says) => {
      report.add(level, subject, context, says, at);
    };
  for (const [i, rule] of now.entries()) {
    compareMeaning(rule, meaningBy(old, rule, kind), meaningBy(now, rule, kind), tellAt(childOf(nowNode, i)));
  }
  const known = new Set(now.map(keyOf));
  for (const rule of old.filter((one) => !known.has(keyOf(one)))) {
    compareMeaning(rule, meaningBy(old, rule, kind), meaningBy(now, rule, kind), tellAt(nowNode));
  }
  compareOrder(old, now, kind, (i) => tellAt(childOf(nowNode, i)));
  compareStrangers(old, now, (rule) => tellAt(now.includes(rule) ? childOf(nowNode, now.indexOf(rule)) : nowNode));
}
