// The text of a value of which two are equal exactly when they mean the same: the order of members, notes and evidence are
// left out.
import { isObject, type Json } from "../document.js";

const EVIDENCE = new Set(["evidence", "x-evidence"]);
const NOTES = new Set(["description", "advice", "note"]);

/** Says where something was read or what it is, and changes nothing; a member of that name is no text. */
const isNote = (key: string, value: Json | undefined): boolean =>
  EVIDENCE.has(key) || (NOTES.has(key) && typeof value === "string");

function textOfAll(value: Json | undefined, isLeftOut: typeof isNote): string {
  const inner = (one: Json | undefined): string => textOfAll(one, isLeftOut);
  if (Array.isArray(value)) return `[${value.map(inner).join()}]`;
  if (!isObject(value)) return value === undefined ? "" : JSON.stringify(value);
  const keys = Object.keys(value).filter((key) => !isLeftOut(key, value[key]));
  const members = keys.toSorted().map((key) => `${JSON.stringify(key)}:${inner(value[key])}`);
  return `{${members.join()}}`;
}

/** Of extensions and other data; lists keep their order. */
export const meaningOf = (value: Json | undefined): string => textOfAll(value, isNote);

/** With notes and evidence, but not with the order of members. */
export const wholeOf = (value: Json | undefined): string => textOfAll(value, () => false);

export const isSame = (a: Json | undefined, b: Json | undefined): boolean => meaningOf(a) === meaningOf(b);

/** Of a value or a list of values that may stand in any order; a single one counts as a list of itself. */
export const membersAs = (value: Json | undefined): Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What one list has and the other has not. */
export const missingFrom = (values: readonly Json[], others: readonly Json[]): Json[] => {
  const there = new Set(others.map(meaningOf));
  return values.filter((value) => !there.has(meaningOf(value)));
};
