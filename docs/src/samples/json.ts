// The few things that the generator needs to know of JSON and of a contract. It also runs in the browser, where
// `@omni-contracts/specs`, which reads files, cannot.
import type { Document, Json, JsonObject } from "@omni-contracts/specs";

export type { Document, Json, JsonObject };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object that stands there, or an empty one. */
export const objectAt = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The list that stands there, one value as a list, or an empty one. */
export const listAt = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The text that stands there, or an empty one. */
export const textAt = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** The number that stands there, or `otherwise`. */
export const numberAt = (value: Json | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

/** The object that a local reference leads to, or that stands there itself. */
export function resolved(document: Document, value: Json | undefined): JsonObject {
  const reference = objectAt(value).$ref;
  if (typeof reference !== "string") return objectAt(value);
  const keys = reference
    .slice("#/".length)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolved(
    document,
    keys.reduce<Json | undefined>((at, key) => objectAt(at)[key], document.root),
  );
}
