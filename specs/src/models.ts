import { isObject, objectAt, resolve, textOf, type Document, type Json, type JsonObject } from "./document.js";

/** A request property that carries a normalized input. */
export interface Input extends JsonObject {
  /** Path of the property in the request body. */
  path: string;
}

export interface Model {
  /** Ids on the wire; the first is the canonical one. */
  readonly ids: readonly string[];
  /** The schema of its requests. */
  readonly schema: JsonObject;
  /** The members of a request that carry a normalized input. */
  readonly inputs: Input[];
}

function inputsOf(document: Document, value: Json | undefined, path: string): Input[] {
  const schema = objectAt(resolve(document, value));
  const { default: usual, type } = schema;
  const facts = { ...(type === "array" && { list: true }), ...(usual !== undefined && { default: usual }) };
  const own = [schema["x-input"] ?? []].flat().map((input) => ({ path, ...facts, ...objectAt(input) }));
  const items = schema.items ? inputsOf(document, schema.items, `${path}[*]`) : [];
  const members = Object.entries(objectAt(schema.properties)).flatMap(([name, member]) =>
    inputsOf(document, member, `${path}.${name}`),
  );
  return [...own, ...items, ...members];
}

/** The schemas with an x-model that a request schema is made of. */
export function modelSchemas(document: Document, value: Json | undefined): Model[] {
  const schema = objectAt(resolve(document, value));
  if (isObject(schema["x-model"])) {
    const { enum: ids, const: id } = objectAt(resolve(document, objectAt(schema.properties).model));
    const listed = (Array.isArray(ids) ? ids : [id]).filter((one) => typeof one === "string");
    const { id: own } = schema["x-model"];
    const names = typeof own === "string" ? [own] : listed;
    if (names.length === 0) {
      throw new Error(`${document.provider}: "${textOf(schema.title)}" has no \`model\`; give its x-model an \`id\`.`);
    }
    return [{ ids: names, schema, inputs: inputsOf(document, schema, "$") }];
  }
  const branches = ["oneOf", "anyOf"].flatMap((keyword) => schema[keyword] ?? []);
  return branches.flatMap((branch) => modelSchemas(document, branch));
}
