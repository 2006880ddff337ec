import { objectAt, type Document, type Json } from "@omni-contracts/specs";
import { Ajv2020, type Options, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** Compiles schemas of a contract, as they stand in its document or wrapped into another. */
export type Compile = (schema: Json) => ValidateFunction;

/** References inside the document lead back to it from wherever the schema is put. */
function rebased(value: Json): Json {
  if (Array.isArray(value)) return value.map(rebased);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    const isReference = key === "$ref" && typeof inner === "string" && inner.startsWith("#");
    return [key, isReference ? `bundle${inner}` : rebased(inner)];
  });
  return Object.fromEntries(entries);
}

/** Ajv, knowing a contract's document. */
export function createCompile({ root }: Document, options: Options = {}): Compile {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, ...options });
  formats.default(ajv);
  ajv.addSchema(root, "bundle");
  return (schema) => ajv.compile(objectAt(rebased(schema)));
}
