import { isObject, textOf, type Json, type JsonObject } from "../document.js";
import { isSame, meaningOf, membersAs, missingFrom } from "./canonical.js";
import type { Flat } from "./flat.js";
import type { Level } from "./levels.js";
import { tell, type Scope } from "./scope.js";
import { code, listed, shown } from "./words.js";

const inputsIn = (schema: Flat): JsonObject[] =>
  membersAs(schema.keywords.get("x-input")).filter((one) => isObject(one));
const keyOf = ({ role, where }: JsonObject): string => meaningOf([role ?? "", where ?? {}]);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

type Say = (level: Level, says: string) => void;

/** Of the values that both sides take; those that came or went are told elsewhere. */
function compareValueMaps(old: JsonObject, now: JsonObject, schemas: readonly Flat[], say: Say): void {
  const isTaken = (wire: string) =>
    schemas.every(({ values }) => values === undefined || values.some((one) => shown(one) === shown(wire)));
  for (const wire of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (isSame(old[wire], now[wire]) || !isTaken(wire)) continue;
    const was = old[wire] ?? wire;
    const is = now[wire] ?? wire;
    say("major", `means ${shown(is)} by ${shown(wire)} now; it was ${shown(was)}`);
  }
}

/** What the provider takes as media; a bound is wider or narrower for callers. */
function compareMedia(old: JsonObject, now: JsonObject, say: Say): void {
  for (const name of ["types", "schemes"]) {
    const [from, to] = [old[name], now[name]];
    if (from === undefined && to === undefined) continue;
    if (from === undefined) say("major", `takes only these ${name} now: ${listed(membersAs(to))}`);
    else if (to === undefined) say("minor", `no longer names the ${name} that it takes`);
    else {
      const [gone, come] = [missingFrom(membersAs(from), membersAs(to)), missingFrom(membersAs(to), membersAs(from))];
      if (gone.length > 0) say("major", `no longer takes ${listed(gone, "or")}`);
      if (come.length > 0) say("minor", `also takes ${listed(come, "or")}`);
    }
  }
  const [shortest, longest] = [0, 1].map((i) => [old, now].map(({ seconds }) => membersAs(seconds)[i]));
  const bounds: [string, Json | undefined, Json | undefined, isLower: boolean][] = [
    ["bytes of a file, at most", old.bytes, now.bytes, false],
    ["pixels of width and height, at least", old.pixels, now.pixels, true],
    ["seconds of a clip, at least", shortest?.[0], shortest?.[1], true],
    ["seconds of a clip, at most", longest?.[0], longest?.[1], false],
  ];
  for (const [what, from, to, isLower] of bounds) {
    if (isSame(from, to)) continue;
    const none = isLower ? -Infinity : Infinity;
    const [a, b] = [from, to].map((value) => (typeof value === "number" ? value : none));
    const isNarrower = (b ?? none) > (a ?? none) === isLower;
    say(isNarrower ? "major" : "minor", `has another bound: ${what} ${shown(to)}, not ${shown(from)}`);
  }
}

const KNOWN = ["role", "where", "values", "media", "effect"];

/** Tells what became of the normalized inputs that a property carries. */
export function compareInputs(from: Flat, to: Flat, scope: Scope): void {
  const [old, now] = [inputsIn(from), inputsIn(to)];
  const say: Say = (level, says) => {
    tell(scope, level, says, to.node);
  };
  const cases = ({ where }: JsonObject) => (where === undefined ? "" : ` where ${shown(where)}`);
  const name = (input: JsonObject) => `${code(textOf(input.role))}${cases(input)}`;
  for (const input of old) {
    const next = now.find((one) => keyOf(one) === keyOf(input));
    if (next === undefined) {
      if (input.role !== undefined) say("major", `no longer carries the input ${name(input)}`);
      continue;
    }
    compareValueMaps(objectOf(input.values), objectOf(next.values), [from, to], say);
    compareMedia(objectOf(input.media), objectOf(next.media), say);
    for (const key of new Set([...Object.keys(input), ...Object.keys(next)])) {
      const isNew = !KNOWN.includes(key) && !isSame(input[key], next[key]);
      if (isNew) say("major", `has another ${code(key)} in \`x-input\`: ${shown(next[key])}, not ${shown(input[key])}`);
    }
    if (!isSame(input.effect, next.effect)) {
      const isBetter = next.effect === undefined;
      const effect =
        next.effect === "ignored" ? "is taken and ignored now" : `is taken as another value now: ${shown(next.effect)}`;
      say(isBetter ? "minor" : "major", isBetter ? "is followed now" : effect);
    }
  }
  for (const input of now) {
    const isNew = !old.some((one) => keyOf(one) === keyOf(input));
    if (!isNew) continue;
    // With other uses before it, what a request meant may mean something else now.
    if (input.role !== undefined) say(old.length > 0 ? "major" : "minor", `carries the input ${name(input)} now`);
    else compareMedia({}, objectOf(input.media), say);
  }
}
