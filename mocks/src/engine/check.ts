import { objectAt, resolved, type Document, type Json } from "@omni-contracts/specs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { MockAnswer } from "../transport/http.js";
import type { Route } from "./routes.js";

/** What an answer has that the contract does not; `undefined` when it is on contract. */
export type AnswerCheck = (route: Route, answer: MockAnswer) => string | undefined;

function createAjv({ root }: Document, options: { readonly coerceTypes: boolean }): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, ...options });
  formats.default(ajv);
  ajv.addSchema(root, "bundle");
  return ajv;
}

/** Holds answers against the contract: the status, the required and typed headers, the body. */
export function createAnswerCheck(document: Document): AnswerCheck {
  const ajv = createAjv(document, { coerceTypes: false });
  const texts = createAjv(document, { coerceTypes: true });
  const compiled = new Map<Json, ValidateFunction>();

  function compile(by: Ajv2020, schema: Json, wrap: (inner: Json) => Json): ValidateFunction {
    const known = compiled.get(schema);
    if (known) return known;
    const { $ref } = objectAt(schema);
    const inner = typeof $ref === "string" ? { $ref: `bundle${$ref}` } : schema;
    // Inside a resource of its own, references of the bundle must lead back to it.
    const own = typeof $ref === "string" ? inner : rebased(schema);
    const validate = by.compile(objectAt(wrap(own)));
    compiled.set(schema, validate);
    return validate;
  }

  function rebased(value: Json): Json {
    if (Array.isArray(value)) return value.map(rebased);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
      const isReference = key === "$ref" && typeof inner === "string" && inner.startsWith("#");
      return [key, isReference ? `bundle${inner}` : rebased(inner)];
    });
    return Object.fromEntries(entries);
  }

  return ({ entry }, { status, headers, body }) => {
    const responses = objectAt(entry.operation.responses);
    const response = resolved(document, responses[String(status)] ?? responses.default);
    if (Object.keys(response).length === 0) return `${entry.id} documents no status ${status}`;
    for (const [name, value] of Object.entries(objectAt(response.headers))) {
      const { required, schema = {} } = resolved(document, value);
      const text = headers[name.toLowerCase()];
      if (text === undefined) {
        if (required === true) return `the header ${name} is missing`;
        continue;
      }
      const validate = compile(texts, schema, (inner) => ({ type: "object", properties: { value: inner } }));
      if (!validate({ value: text })) return `the header ${name} ${validate.errors?.[0]?.message ?? "is wrong"}`;
    }
    const [type = ""] = (headers["content-type"] ?? "").split(";");
    const content = objectAt(response.content);
    if (Object.keys(content).length === 0) return body === undefined ? undefined : "the contract has no body here";
    const media = content[type.trim()];
    if (media === undefined) return `${entry.id} documents no ${type || "body without a type"}`;
    const { schema = true } = objectAt(media);
    const validate = compile(ajv, schema, (inner) => (inner === true ? {} : inner));
    if (validate(body)) return undefined;
    const [error] = validate.errors ?? [];
    return `the body ${error?.instancePath ?? ""} ${error?.message ?? "is wrong"}`;
  };
}
