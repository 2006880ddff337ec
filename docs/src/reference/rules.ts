import { isObject, objectAt, resolved, textOf, type Document, type Json, type JsonObject } from "@omni-contracts/specs";

const namesIn = (part: JsonObject): string[] => [
  ...Object.keys(objectAt(part.properties)),
  ...["anyOf", "allOf"].flatMap((keyword) =>
    [part[keyword] ?? []].flat().flatMap((inner: Json) => namesIn(objectAt(inner))),
  ),
];

/**
 * A copy of the contract in which every rule between members is told at each member that it names. Redoc shows nothing
 * that stands under `allOf` of a model, so the rules would be missing from the page.
 */
export function withRulesAtMembers(document: Document): Document {
  const root = structuredClone(document.root);
  for (const schema of Object.values(objectAt(objectAt(root.components).schemas))) {
    if (!isObject(schema) || !isObject(schema.properties)) continue;
    for (const part of [schema.allOf ?? []].flat()) {
      const rule = resolved(document, part);
      const text = textOf(rule.description).trim();
      for (const name of text ? new Set(namesIn(rule)) : []) {
        const there = schema.properties[name];
        // What an earlier rule has already written here is kept: a decorated member is no reference any more.
        const own = isObject(there) && !("$ref" in there) ? there : { ...resolved(document, there) };
        schema.properties[name] = { ...own, description: `${textOf(own.description).trim()}\n\n**Rule:** ${text}` };
      }
    }
  }
  return { ...document, root };
}
