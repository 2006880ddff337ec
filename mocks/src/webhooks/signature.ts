import { isObject, objectAt, textOf, type JsonObject } from "@omni-contracts/specs";
import type { Keys } from "./keys.js";

// specs/extensions.schema.yaml has judged these values when the contract was linted; the types below repeat its verdict.
/** How a contract says that a delivery is signed: `x-signature`. */
export interface Signature {
  readonly algorithm: "hmac-sha256" | "ed25519";
  readonly key: "secret" | { readonly jwks: string; readonly id: string };
  readonly header: string;
  readonly encoding: "hex" | "base64" | "base64url";
  readonly prefix?: string;
  readonly signed: string;
  readonly timestamp?: { readonly header: string; readonly format: "unix-seconds" | "unix-milliseconds" };
}

export const isSignature = (value: unknown): value is JsonObject & Signature => isObject(value) && "algorithm" in value;

export type Headers = Readonly<Record<string, string>>;

/** The header of a name, in whatever case it is written. */
const headerOf = (headers: Headers, name: string): string =>
  Object.entries(headers).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? "";

/** `{header:X-Id}.{body}`, filled in. */
const filledIn = (template: string, headers: Headers, body: string): string =>
  template.replace(/\{(?:header:([^}]+)|body)\}/g, (_, name: string | undefined) =>
    name === undefined ? body : headerOf(headers, name),
  );

/** The key that a key set of the contract's own example names first. */
export const keyIdIn = (keySet: unknown): string => {
  const [first] = [objectAt(keySet).keys ?? []].flat();
  return textOf(objectAt(first).kid);
};

/** Headers with the time, the key and the signature of a body. */
export function signed(
  { algorithm, encoding, header, prefix = "", signed: template, timestamp, key }: Signature,
  { headers, body, seconds, keys, keyId }: SigningFacts,
): Headers {
  const stamp = timestamp?.format === "unix-milliseconds" ? seconds * 1000 : seconds;
  const told = {
    ...headers,
    ...(timestamp && { [timestamp.header]: String(stamp) }),
    ...(key !== "secret" && { [key.id]: keyId }),
  };
  return { ...told, [header]: prefix + keys[algorithm](filledIn(template, told, body)).toString(encoding) };
}

export interface SigningFacts {
  readonly headers: Headers;
  readonly body: string;
  /** When it is signed; seconds since 1970. */
  readonly seconds: number;
  readonly keys: Keys;
  /** Id of the key in the key set. */
  readonly keyId: string;
}

/** Puts the mock's own public key into a key set (RFC 7517). */
export function showKey(keySet: unknown, { x }: Keys): void {
  for (const key of [objectAt(keySet).keys ?? []].flat()) if (isObject(key) && key.kty === "OKP") key.x = x;
}
