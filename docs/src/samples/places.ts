import { isObject, listAt, type Json, type JsonObject } from "./json.js";

/** The keys that lead to one value of a JSON body. */
export type Keys = readonly (string | number)[];

/** Places of which the first where something stands wins. */
export type Places = readonly Keys[];

// One segment of a path of the contract language. A filter selects by what an item says: no sample shows that.
const SEGMENT = /\.([A-Za-z_]\w*)|\['([^']+)'\]|\[(\d+)\]|(\[\*\])/gy;

/** The keys of the first value that a path can select; `undefined` for a path with a filter. */
export function keysOf(path: string): Keys | undefined {
  const keys: (string | number)[] = [];
  for (let at = 1; at < path.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at;
    const segment = SEGMENT.exec(path);
    if (!segment) return undefined;
    const [, name, quoted, index] = segment;
    keys.push(name ?? quoted ?? Number(index ?? 0));
  }
  return keys;
}

/** The places of a source that stand in the body of an answer; `each` is what `@` stands for. */
export const placesOf = (source: Json | undefined, each = "$"): Places =>
  listAt(source).flatMap((place) => {
    const keys = typeof place === "string" ? keysOf(place.startsWith("@") ? each + place.slice(1) : place) : undefined;
    return keys ? [keys] : [];
  });

/** What the first step of a list's items is in our form of a path. */
const ITEM = "[*]";

/** The values that a path of names selects in a request; `[*]` selects every item. */
export function valuesAt(body: Json, path: string): readonly Json[] {
  const steps = path.replaceAll(ITEM, `.${ITEM}`).split(".").slice(1);
  return steps.reduce<readonly Json[]>(
    (values, step) =>
      values.flatMap((value) => {
        if (step === ITEM) return Array.isArray(value) ? value : [];
        const inner = isObject(value) ? value[step] : undefined;
        return inner === undefined ? [] : [inner];
      }),
    [body],
  );
}

/** A request without what a path of names selects; lists and objects that are empty then go, too. */
export function without(body: JsonObject, path: string): JsonObject {
  const [step = "", ...rest] = path.split(".").slice(1);
  const name = step.replace(ITEM, "");
  const inner = body[name];
  const below = `$.${rest.join(".")}`;
  const others = Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
  if (rest.length === 0 || inner === undefined) return others;
  const left = listAt(inner).map((one) => (isObject(one) ? without(one, below) : one));
  const isEmpty = left.every((one) => isObject(one) && Object.keys(one).length === 0);
  const [first = null] = left;
  return isEmpty ? others : { ...body, [name]: Array.isArray(inner) ? [...left] : first };
}
