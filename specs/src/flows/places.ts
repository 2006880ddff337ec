import { objectAt, type Json, type JsonObject } from "../document.js";
import type { Fixture } from "../fixtures.js";
import { pointerOf, valueAtPointer } from "../pointer.js";

/** Before a JSON Pointer: a place in an answer. */
export const IN_BODY = "$response.body#";

export const pathsOf = (source: Json | undefined): string[] =>
  [source ?? []].flat().filter((place): place is string => typeof place === "string");

/** Where the first of these examples has something. */
export function placeIn(examples: readonly Fixture[], paths: Json | undefined): string | undefined {
  const pointers = pathsOf(paths).flatMap((path) => pointerOf(path) ?? []);
  return pointers.find((pointer) => examples.some(({ body }) => valueAtPointer(body, pointer) !== undefined));
}

/** Where the videos stand in a representation. */
export const linksOf = (form: JsonObject): string[] =>
  [form.videos ?? []]
    .flat()
    .map(objectAt)
    .flatMap(({ each, url }) => pathsOf(url).map((path) => path.replace(/^@/, typeof each === "string" ? each : "$")));
