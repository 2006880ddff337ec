import { objectAt, resolved, type Document, type Json } from "@omni-contracts/specs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { createCompile } from "../judge/schemas.js";
import type { MockAnswer } from "../transport/http.js";
import { perDocument } from "./per-document.js";
import type { Route } from "./routes.js";

/** What an answer has that the contract does not; `undefined` when it is on contract. */
export type AnswerCheck = (route: Route, answer: MockAnswer) => string | undefined;

/** What the contract says of the answers of one operation with one status. */
interface Documented {
  readonly headers: readonly {
    readonly name: string;
    readonly isRequired: boolean;
    /** Texts become what the schema says, in the object that holds them. */
    readonly validate: ValidateFunction;
  }[];
  /** Media type → what its body must be. */
  readonly bodies: ReadonlyMap<string, ValidateFunction>;
}

/** Holds answers against the contract: the status, the required and typed headers, the body. */
export const createAnswerCheck = perDocument((document: Document): AnswerCheck => {
  const compileBody = createCompile(document);
  const compileText = createCompile(document, { coerceTypes: true });
  const known = new Map<string, Documented | undefined>();

  function read({ entry }: Route, status: number): Documented | undefined {
    const responses = objectAt(entry.operation.responses);
    const response = resolved(document, responses[String(status)] ?? responses.default);
    if (Object.keys(response).length === 0) return undefined;
    const headers = Object.entries(objectAt(response.headers)).map(([name, value]) => {
      const { required, schema = {} } = resolved(document, value);
      const validate = compileText({ type: "object", properties: { value: schema } });
      return { name, isRequired: required === true, validate };
    });
    const bodies = Object.entries(objectAt(response.content)).map(([type, media]) => {
      const { schema }: { schema?: Json } = objectAt(media);
      return [type, compileBody(schema === undefined || schema === true ? {} : schema)] as const;
    });
    return { headers, bodies: new Map(bodies) };
  }

  function documented(route: Route, status: number): Documented | undefined {
    const key = `${status} ${route.entry.id}`;
    if (!known.has(key)) known.set(key, read(route, status));
    return known.get(key);
  }

  return (route, { status, headers, body }) => {
    const { id } = route.entry;
    const response = documented(route, status);
    if (!response) return `${id} documents no status ${status}`;
    for (const { name, isRequired, validate } of response.headers) {
      const text = headers[name.toLowerCase()];
      if (text === undefined) {
        if (isRequired) return `the header ${name} is missing`;
        continue;
      }
      if (!validate({ value: text })) return `the header ${name} ${validate.errors?.[0]?.message ?? "is wrong"}`;
    }
    const [type = ""] = (headers["content-type"] ?? "").split(";");
    if (response.bodies.size === 0) return body === undefined ? undefined : "the contract has no body here";
    const validate = response.bodies.get(type.trim());
    if (!validate) return `${id} documents no ${type || "body without a type"}`;
    if (validate(body)) return undefined;
    const [error] = validate.errors ?? [];
    return `the body ${error?.instancePath ?? ""} ${error?.message ?? "is wrong"}`;
  };
});
