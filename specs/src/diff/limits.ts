import type { Json } from "../document.js";
import { meaningOf, missingFrom } from "./canonical.js";
import type { Flat } from "./flat.js";
import { levelOf, tell, type Effect, type Scope } from "./scope.js";
import { code, listed, shown } from "./words.js";

const LOWEST: Readonly<Record<string, string>> = {
  minimum: "at least #",
  exclusiveMinimum: "more than #",
  minLength: "at least # characters",
  minItems: "at least # items",
  minProperties: "at least # members",
};
const HIGHEST: Readonly<Record<string, string>> = {
  maximum: "at most #",
  exclusiveMaximum: "less than #",
  maxLength: "at most # characters",
  maxItems: "at most # items",
  maxProperties: "at most # members",
};
/** Told elsewhere. */
const ELSEWHERE = new Set(["default", "deprecated", "x-input", "x-model"]);

/** The same texts may fit, and mean something else. */
const READINGS = new Set(["contentEncoding", "contentMediaType"]);

/** More than this many whole numbers are no list. */
const LISTABLE = 100;

/** The values that fit, where they can be counted: 4 to 10 is the same as 4, 5, … 10. */
function countable({ values, keywords, types }: Flat): readonly Json[] | undefined {
  const [least, most] = [keywords.get("minimum"), keywords.get("maximum")];
  const [low, high] = [typeof least === "number" ? least : -Infinity, typeof most === "number" ? most : Infinity];
  if (values !== undefined) return values.filter((one) => typeof one !== "number" || (one >= low && one <= high));
  if (types?.join() !== "integer" || typeof least !== "number" || typeof most !== "number") return undefined;
  return most - least > LISTABLE ? undefined : Array.from({ length: most - least + 1 }, (_, i) => least + i);
}

function compareBound(keyword: string, from: Flat, to: Flat, scope: Scope): void {
  const [old, now] = [from.keywords.get(keyword), to.keywords.get(keyword)];
  const isLower = keyword in LOWEST;
  const words = LOWEST[keyword] ?? HIGHEST[keyword] ?? "";
  if ((old !== undefined && typeof old !== "number") || (now !== undefined && typeof now !== "number")) {
    tell(scope, "major", `has another ${code(keyword)}: ${shown(now)}, not ${shown(old)}`, to.node);
    return;
  }
  const none = isLower ? -Infinity : Infinity;
  const [a, b] = [old ?? none, now ?? none];
  if (a === b) return;
  const effect: Effect = b > a === isLower ? "narrower" : "wider";
  const phrase = (bound: Json | undefined) => words.replace("#", shown(bound));
  const verb = /[a-z]$/.test(words) ? "has" : "is";
  const was = old === undefined ? "" : `; it was ${old}`;
  const says = now === undefined ? `is no longer bound to ${phrase(old)}` : `${verb} ${phrase(now)} now${was}`;
  tell(scope, levelOf(effect, scope), says, to.node);
}

/** Patterns, formats, and keywords of which this gate does not know what they mean. */
function compareRest(keyword: string, from: Flat, to: Flat, scope: Scope): void {
  const [old, now] = [from.keywords.get(keyword), to.keywords.get(keyword)];
  if (meaningOf(old) === meaningOf(now)) return;
  const isReread = READINGS.has(keyword) || (keyword === "writeOnly" && scope.direction === "answer");
  const effect: Effect = isReread ? "other" : old === undefined ? "narrower" : now === undefined ? "wider" : "other";
  const says =
    old === undefined
      ? `has a ${code(keyword)} now: ${shown(now)}`
      : now === undefined
        ? `has no ${code(keyword)} any more; it was ${shown(old)}`
        : `has another ${code(keyword)}: ${shown(now)}, not ${shown(old)}`;
  tell(scope, levelOf(effect, scope), says, to.node);
}

const typeOf = (value: Json): string =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "array"
      : typeof value === "number"
        ? Number.isInteger(value)
          ? "integer"
          : "number"
        : typeof value;

/** Listed values have their types, whether these are written down or not. */
const typesOf = ({ types, values }: Flat): readonly string[] | undefined =>
  types ?? (values && [...new Set(values.map(typeOf))]);

const typesIn = (schema: Flat): string =>
  listed(
    (typesOf(schema) ?? []).map((type) =>
      type === "null" ? type : `${"aio".includes(type.charAt(0)) ? "an" : "a"} ${type}`,
    ),
    "or",
  ).replaceAll('"', "");

function compareTypes(from: Flat, to: Flat, scope: Scope): void {
  const spread = (types: readonly string[] | undefined) =>
    types?.flatMap((type) => (type === "number" ? ["number", "integer"] : [type]));
  const [old, now] = [spread(typesOf(from)), spread(typesOf(to))];
  if (old === undefined || now === undefined) {
    if (old === now) return;
    const effect: Effect = now === undefined ? "wider" : "narrower";
    const says = now === undefined ? "may be of any type now" : `is ${typesIn(to)} now; it was of any type`;
    tell(scope, levelOf(effect, scope), says, to.node);
    return;
  }
  const [gone, come] = [missingFrom(old, now), missingFrom(now, old)];
  if (gone.length === 0 && come.length === 0) return;
  const effect: Effect = gone.length === 0 ? "wider" : come.length === 0 ? "narrower" : "other";
  const says = `is ${typesIn(to)} now; it was ${typesIn(from)}`;
  tell(scope, levelOf(effect, scope), says, to.node);
}

function compareValues(from: Flat, to: Flat, scope: Scope): void {
  const isRequest = scope.direction === "request";
  if (from.values === undefined && to.values === undefined) return;
  const [old, now] = [countable(from), countable(to)];
  if (old === undefined || now === undefined) {
    if (old === now) return;
    const effect: Effect = now === undefined ? "wider" : "narrower";
    const says =
      now === undefined ? `is no longer one of ${listed(old ?? [])} only` : `is one of ${listed(now, "or")} now`;
    tell(scope, levelOf(effect, scope), says, to.node);
    return;
  }
  const [gone, come] = [missingFrom(old, now), missingFrom(now, old)];
  if (gone.length > 0) {
    tell(
      scope,
      isRequest ? "major" : "minor",
      `${isRequest ? "no longer takes" : "is never"} ${listed(gone, "or")}${isRequest ? "" : " any more"}`,
      to.node,
    );
  }
  // Answers may get new words: who reads one keeps a branch for those that are not known yet.
  if (come.length > 0)
    tell(scope, "minor", `${isRequest ? "also takes" : "may also be"} ${listed(come, "or")}`, to.node);
  if (gone.length === 0 && come.length === 0 && (from.values === undefined) !== (to.values === undefined)) {
    tell(
      scope,
      "minor",
      `is written as ${to.values ? "a list of values" : "a range"} now; the values are the same`,
      to.node,
    );
  }
}

function compareDefault(from: Flat, to: Flat, scope: Scope): void {
  const [old, now] = [from.keywords.get("default"), to.keywords.get("default")];
  if (meaningOf(old) === meaningOf(now)) return;
  if (scope.direction === "answer") {
    tell(scope, "patch", `has another default: ${shown(now)}`, to.node);
  } else if (old === undefined) {
    tell(scope, "minor", `is ${shown(now)} when it is left out, now that the default is known`, to.node);
  } else if (now === undefined) {
    tell(scope, "major", `has no default any more; it was ${shown(old)}`, to.node);
  } else {
    tell(scope, "major", `is ${shown(now)} when it is left out; it was ${shown(old)}`, to.node);
  }
}

/** Everything that a schema says of one value, but not of what is inside it. */
export function compareLimits(from: Flat, to: Flat, scope: Scope): void {
  const isListed = from.values !== undefined || to.values !== undefined;
  const listedOnBoth = isListed && countable(from) !== undefined && countable(to) !== undefined;
  compareTypes(from, to, scope);
  compareValues(from, to, scope);
  compareDefault(from, to, scope);
  if (to.keywords.get("deprecated") === true && from.keywords.get("deprecated") !== true) {
    tell(scope, "minor", "is deprecated", to.node);
  }
  const keywords = new Set([...from.keywords.keys(), ...to.keywords.keys()]);
  for (const keyword of keywords) {
    if (ELSEWHERE.has(keyword)) continue;
    if (!(keyword in LOWEST || keyword in HIGHEST)) compareRest(keyword, from, to, scope);
    else if (!listedOnBoth || !(keyword === "minimum" || keyword === "maximum")) compareBound(keyword, from, to, scope);
  }
}
