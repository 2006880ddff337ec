import {
  isObject,
  objectAt,
  operationsOf,
  requestContent,
  resolve,
  textOf,
  type Document,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";

// What core's check-body.ts knows. Everything else is either dropped here or refused.
const KEPT = [
  "type", "enum", "const", "required", "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "pattern",
  "format",
]; // prettier-ignore
const DROPPED = ["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"];

class Pruner {
  constructor(private readonly document: Document) {}

  /** `message`: keep the description, because it is what a refused person reads. */
  prune(value: Json | undefined, at: string, message = false): JsonObject {
    const schema = objectAt(resolve(this.document, value));
    const out: JsonObject = {};
    if (message && typeof schema.description === "string") out.description = schema.description.trim();
    for (const [keyword, inner] of Object.entries(schema)) {
      const here = `${at}/${keyword}`;
      if (KEPT.includes(keyword)) out[keyword] = inner;
      else if (keyword === "properties") out[keyword] = this.members(inner, here);
      else if (keyword === "items" || keyword === "not") {
        out[keyword] = this.prune(inner, here);
        if (keyword === "not" && typeof schema.description === "string") out.description = schema.description.trim();
      } else if (keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf") {
        out[keyword] = Array.isArray(inner)
          ? inner.map((part, i) => this.prune(part, `${here}/${i}`, keyword === "allOf"))
          : [];
        if (keyword === "anyOf" && typeof schema.description === "string") out.description = schema.description.trim();
      } else if (keyword === "discriminator") out[keyword] = this.discriminator(schema, here);
      else if (keyword === "additionalProperties" || keyword === "unevaluatedProperties")
        this.close(schema, inner, out, here);
      else if (!DROPPED.includes(keyword) && !keyword.startsWith("x-")) {
        throw new Error(`${here}: a request schema may not use "${keyword}"; core's check would not see it`);
      }
    }
    return out;
  }

  private members(value: Json, at: string): JsonObject {
    const entries = Object.entries(objectAt(value));
    return Object.fromEntries(entries.map(([name, inner]) => [name, this.prune(inner, `${at}/${name}`)]));
  }

  private discriminator(schema: JsonObject, at: string): JsonObject {
    const { propertyName, mapping } = objectAt(schema.discriminator);
    const branches = (Array.isArray(schema.oneOf) ? schema.oneOf : []).map((branch) => objectAt(branch).$ref);
    const indexes = Object.entries(objectAt(mapping)).map(([id, target]) => {
      const index = branches.indexOf(target);
      if (index < 0) throw new Error(`${at}: "${id}" maps to ${textOf(target)}, which is no branch of oneOf`);
      return [id, index] as const;
    });
    return { propertyName: textOf(propertyName), mapping: Object.fromEntries(indexes) };
  }

  private close(schema: JsonObject, inner: Json, out: JsonObject, at: string): void {
    if (inner === true) return;
    if (inner !== false) throw new Error(`${at}: only true and false are understood`);
    // Closed against its own properties; that equals unevaluatedProperties only while rules add none of their own.
    const own = Object.keys(objectAt(schema.properties));
    const named = this.namedIn(schema.allOf).concat(this.namedIn(schema.anyOf));
    const foreign = named.filter((name) => !own.includes(name));
    if (foreign.length > 0) throw new Error(`${at}: ${foreign.join(", ")} stands in a rule but not flat on the schema`);
    out.additionalProperties = false;
  }

  private namedIn(parts: Json | undefined): string[] {
    return (Array.isArray(parts) ? parts : []).flatMap((part) => {
      const schema = objectAt(resolve(this.document, part));
      return [
        ...Object.keys(objectAt(schema.properties)),
        ...this.namedIn(schema.allOf),
        ...this.namedIn(schema.anyOf),
      ];
    });
  }
}

/** One request schema without references and annotations. */
export const requestSchema = (document: Document, schema: Json | undefined, at: string): JsonObject =>
  new Pruner(document).prune(schema, at);

/** JSON request schema of every operation that has one, without references and annotations. */
export function requestSchemas(document: Document): JsonObject {
  const entries = operationsOf(document).flatMap((entry) => {
    const { schema } = requestContent(document, entry.operation, "application/json");
    return isObject(schema) ? [[entry.id, requestSchema(document, schema, entry.id)] as const] : [];
  });
  return Object.fromEntries(entries);
}
