import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** A JSON value, as YAML gives it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The text that stands there, or an empty one. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The object that stands there, or an empty one. */
export const objectAt = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** A bundled contract. */
export interface Document {
  /** Its name: the folder under `specs/`. */
  readonly provider: string;
  /** The whole bundle, `$ref`s and all. */
  readonly root: JsonObject;
}

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** The providers that have a bundle. */
export const providers = (): string[] =>
  (existsSync(dist) ? readdirSync(dist) : []).flatMap((file) =>
    file.endsWith(".yaml") ? [file.slice(0, -".yaml".length)] : [],
  );

/** Where a provider's bundle lies. */
export const bundleFile = (provider: string): string => `${dist}${provider}.yaml`;

/** @throws Error that names the providers there are, when `provider` is none of them */
export function readBundle(provider: string): string {
  const known = providers();
  if (known.length === 0) throw new Error("There are no bundles yet. Run `npm run bundle`.");
  if (!known.includes(provider)) throw new Error(`No contract named "${provider}". There are: ${known.join(", ")}.`);
  return readFileSync(bundleFile(provider), "utf8");
}

export function parseDocument(provider: string, text: string): Document {
  const root: unknown = parse(text);
  if (!isObject(root)) throw new Error(`The bundle of ${provider} is not an object.`);
  return { provider, root };
}

export const readDocument = (provider: string): Document => parseDocument(provider, readBundle(provider));

/** What a local reference leads to; anything else is returned as it is. */
export function resolve(document: Document, value: Json | undefined): Json | undefined {
  const reference = isObject(value) ? value.$ref : undefined;
  if (typeof reference !== "string") return value;
  const names = reference.slice(2).split("/");
  const keys = names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const target = keys.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), document.root);
  if (target === undefined) throw new Error(`${document.provider}: ${reference} leads nowhere.`);
  return resolve(document, target);
}

/** The resolved object that stands there, or an empty one. */
export const resolved = (document: Document, value: Json | undefined): JsonObject => objectAt(resolve(document, value));

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

export interface OperationEntry {
  /** operationId. */
  readonly id: string;
  readonly method: (typeof METHODS)[number];
  /** As OpenAPI writes it, `{task_id}` and all. */
  readonly path: string;
  /** The operation object. */
  readonly operation: JsonObject;
}

/** Every operation, in document order. */
export const operationsOf = (document: Document): OperationEntry[] =>
  Object.entries(objectAt(document.root.paths)).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = objectAt(item)[method];
      return isObject(operation) ? [{ id: textOf(operation.operationId), method, path, operation }] : [];
    }),
  );

/** The media type object of an operation's request body. */
export function requestContent(document: Document, operation: JsonObject, mediaType: string): JsonObject {
  return objectAt(objectAt(resolved(document, operation.requestBody).content)[mediaType]);
}

/** The parameters of an operation, each resolved. */
export const parametersOf = (document: Document, operation: JsonObject): JsonObject[] =>
  [operation.parameters ?? []].flat().map((parameter) => resolved(document, parameter));
