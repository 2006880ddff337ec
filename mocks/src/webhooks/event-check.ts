import {
  objectAt,
  parametersOf,
  requestContent,
  textOf,
  type Document,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { perDocument } from "../engine/per-document.js";
import { createCompile } from "../judge/schemas.js";
import type { Headers } from "./signature.js";

/** What an event has that its webhook does not, as it is sent; `undefined` when it is on contract. */
export type EventCheck = (
  webhook: string,
  event: { readonly headers: Headers; readonly body: string },
) => string | undefined;

/** A header of a webhook. */
interface Header {
  readonly name: string;
  readonly isRequired: boolean;
  /** A text becomes what the schema says, in the object that holds it. */
  readonly validate: ValidateFunction;
}

const problemIn = ({ errors }: ValidateFunction): string => {
  const [error] = errors ?? [];
  return `${error?.instancePath ?? ""} ${error?.message ?? "is wrong"}`.trim();
};

/** Holds events against `webhooks` of the contract: the required and typed headers, the body. */
export const createEventCheck = perDocument((document: Document): EventCheck => {
  const compileBody = createCompile(document);
  const compileText = createCompile(document, { coerceTypes: true });

  const headerOf = ({ name, required, schema = {} }: JsonObject): Header => ({
    ...{ name: textOf(name).toLowerCase(), isRequired: required === true },
    validate: compileText({ type: "object", properties: { value: schema } }),
  });

  const known = Object.entries(objectAt(document.root.webhooks)).map(([name, item]) => {
    const operation = objectAt(objectAt(item).post);
    const { schema }: { schema?: Json } = requestContent(document, operation, "application/json");
    const headers = parametersOf(document, operation).filter((one) => one.in === "header");
    return [name, { validate: compileBody(schema ?? {}), headers: headers.map(headerOf) }] as const;
  });
  const webhooks = new Map(known);

  return (name, { headers, body }) => {
    const webhook = webhooks.get(name);
    if (!webhook) return `there is no webhook ${name}`;
    const sent = new Map(Object.entries(headers).map(([one, value]) => [one.toLowerCase(), value]));
    for (const header of webhook.headers) {
      const value = sent.get(header.name);
      if (value === undefined && header.isRequired) return `the header ${header.name} is missing`;
      if (value !== undefined && !header.validate({ value })) return `the header ${header.name} is wrong`;
    }
    return webhook.validate(JSON.parse(body)) ? undefined : `the body ${problemIn(webhook.validate)}`;
  };
});
