import { isObject, type Json, type JsonObject } from "@omni-contracts/specs";
import { typeOf } from "./schema-walk.js";

/** Deeper than that nobody reads a suggestion. */
const DEEPEST = 4;

/** A schema that takes a value like this one: a beginning, for somebody who knows more. */
export function sketchOf(value: Json, depth = 0): JsonObject {
  const type = typeOf(value);
  // Nothing is known of what is not there.
  if (value === null || depth > DEEPEST) return {};
  if (Array.isArray(value)) return { type, items: value[0] === undefined ? {} : sketchOf(value[0], depth + 1) };
  if (!isObject(value)) return { type };
  const properties = Object.entries(value).map(([name, one]): [string, Json] => [name, sketchOf(one, depth + 1)]);
  return { type, properties: Object.fromEntries(properties) };
}
