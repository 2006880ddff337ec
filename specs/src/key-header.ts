import { isObject, objectAt, resolved, textOf, type Document } from "./document.js";

/** The header that carries the key of a call. */
export interface KeyHeader {
  /** Its name, as the contract spells it. */
  readonly name: string;
  /** The word before the key, with a space between them. */
  readonly prefix?: string;
}

const BEARER: KeyHeader = { name: "Authorization", prefix: "Bearer" };

/**
 * How the key is sent, by the first scheme that the document asks for. A bearer token where it names none.
 *
 * @throws Error that names the scheme, when the key does not go into a header
 */
export function keyHeaderOf(document: Document): KeyHeader {
  const { root, provider } = document;
  const [first] = [root.security ?? []].flat().filter((one) => isObject(one) && Object.keys(one).length > 0);
  const [name = ""] = Object.keys(objectAt(first));
  const scheme = resolved(document, objectAt(objectAt(root.components).securitySchemes)[name]);
  const { type, in: place, scheme: kind, "x-key-prefix": prefix } = scheme;
  if (type === undefined || (type === "http" && textOf(kind).toLowerCase() === "bearer")) return BEARER;
  if (type !== "apiKey" || place !== "header") {
    throw new Error(`${provider}: the key of "${name}" stands in no header; use http bearer, or apiKey in a header.`);
  }
  return { name: textOf(scheme.name), ...(typeof prefix === "string" && { prefix }) };
}
