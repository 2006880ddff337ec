import { isObject, listAt, objectAt, textAt, type Json, type JsonObject } from "./json.js";
import { keysOf, type Keys } from "./places.js";

/** What must stand at a place: one of the literals, text other than `not`, or text that a pattern matches. */
export interface Atom {
  readonly at: Keys;
  readonly is?: readonly Json[];
  readonly not?: string;
  readonly matches?: string;
}

/** All of its atoms must hold. */
export type Rule = readonly Atom[];

/** One of them must hold. */
export type Rules = readonly Rule[];

/** "Anything but this", as contracts write it; Go's patterns have no look-ahead. */
const BUT = /^\^\(\?!([\w-]+)\$\)$/;

function atomOf(path: string, listed: readonly Json[]): Atom | undefined {
  const at = keysOf(path);
  if (!at) return undefined;
  const pattern = listed.flatMap((one) => (isObject(one) ? textAt(one.pattern) : []))[0];
  if (pattern === undefined) return { at, is: listed };
  const [, but] = BUT.exec(pattern) ?? [];
  return but === undefined ? { at, matches: pattern } : { at, not: but };
}

/** The rule that a `where` of the contract is; `undefined` where a sample cannot say it. */
export function ruleOf(where: Json | undefined): Rule | undefined {
  const atoms = Object.entries(objectAt(where)).map(([path, listed]) => atomOf(path, listAt(listed)));
  return atoms.every((one) => one !== undefined) && atoms.length > 0 ? atoms : undefined;
}

/** A value as a list; none as an empty one. */
export const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** Whether a rule of the contract speaks of an answer with this status. */
export const speaksOf = ({ http }: JsonObject, status: number): boolean =>
  http === undefined || listAt(http).some((one) => one === status || one === `${Math.floor(status / 100)}XX`);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether `one` holds wherever `other` does. */
const covers = (one: Rule, other: Rule): boolean =>
  one.every((atom) =>
    other.some(
      (each) =>
        isSame(atom, each) ||
        (atom.not !== undefined && isSame(atom.at, each.at) && each.is?.every((value) => value !== atom.not) === true),
    ),
  );

/** The rules without those that another one covers. A number counts as its text, as it does for patterns. */
export function reduced(rules: Rules): Rules {
  const asTexts = (rule: Rule): Rule => rule.map((atom) => ({ ...atom, ...(atom.is && { is: atom.is.map(String) }) }));
  return rules.filter(
    (rule, i) =>
      !rules.some((other, j) => {
        const isCovered = covers(other, rule) || covers(other, asTexts(rule));
        return i !== j && isCovered && !(covers(rule, other) && i < j);
      }),
  );
}
