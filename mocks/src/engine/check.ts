import { objectAt, resolved, type Document, type Json } from "@omni-contracts/specs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { createCompile, type Compile } from "../judge/schemas.js";
import type { MockAnswer } from "../transport/http.js";
import { perDocument } from "./per-document.js";
import type { Route } from "./routes.js";

/** What an answer has that the contract does not; `undefined` when it is on contract. */
export type AnswerCheck = (route: Route, answer: MockAnswer) => string | undefined;

/** Holds answers against the contract: the status, the required and typed headers, the body. */
export const createAnswerCheck = perDocument((document: Document): AnswerCheck => {
  const bodies = createCompile(document);
  const texts = createCompile(document, { coerceTypes: true });
  const compiled = new Map<Json, ValidateFunction>();

  function compile(by: Compile, schema: Json, wrap: (inner: Json) => Json): ValidateFunction {
    const validate = compiled.get(schema) ?? by(wrap(schema));
    compiled.set(schema, validate);
    return validate;
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
    const validate = compile(bodies, schema, (inner) => (inner === true ? {} : inner));
    if (validate(body)) return undefined;
    const [error] = validate.errors ?? [];
    return `the body ${error?.instancePath ?? ""} ${error?.message ?? "is wrong"}`;
  };
});
