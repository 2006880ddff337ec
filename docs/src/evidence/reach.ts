// Which operation shows a place of a contract, so that a reader can be led there.
import { isObject, objectAt, operationsOf, type Document, type Json } from "@omni-contracts/specs";

function* referencesIn(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* referencesIn(one);
  if (!isObject(value)) return;
  if (typeof value.$ref === "string") yield value.$ref.slice("#/".length);
  for (const one of Object.values(value)) yield* referencesIn(one);
}

const componentOf = (place: string): string => place.split("/").slice(0, 3).join("/");

/** The first operation that a component belongs to, for each component that belongs to one. */
export function reachOf(document: Document): ReadonlyMap<string, string> {
  const components = objectAt(document.root.components);
  const at = (place: string): Json | undefined => {
    const [, kind = "", name = ""] = place.split("/");
    return objectAt(components[kind])[name.replaceAll("~1", "/")];
  };
  const found = new Map<string, string>();
  for (const { id, path, method, operation } of operationsOf(document)) {
    found.set(`paths/${path}/${method}`, id);
    const open = [...referencesIn(operation)].map(componentOf);
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (found.has(place)) continue;
      found.set(place, id);
      const value = at(place);
      if (value !== undefined) open.push(...[...referencesIn(value)].map(componentOf));
    }
  }
  return found;
}

/** The operation that shows a place, if one does. */
export function operationAt(reach: ReadonlyMap<string, string>, place: string): string | undefined {
  if (place.startsWith("components/")) return reach.get(componentOf(place));
  return [...reach].find(([one]) => one.startsWith("paths/") && place.startsWith(one))?.[1];
}
