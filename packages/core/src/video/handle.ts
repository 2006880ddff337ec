import { isObject } from "../language/objects.js";
import type { Handle } from "../language/task.js";

const PREFIX = "oc1_";

/** What a handle says; no secret is in it. */
export interface HandleData {
  readonly provider: string;
  /** operationId of the submit. */
  readonly operation: string;
  readonly model: string;
  readonly captures: Handle;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** Of the request's body, to tell two requests apart. */
  readonly fingerprint: string;
}

/** The same, with the string that says it. */
export interface Task extends HandleData {
  readonly handle: string;
}

const unicode = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A task as one string that finds it again, in any process, at any time: JSON in ASCII, as base64url (RFC 4648, section 5). */
export function encodeHandle({ provider, operation, model, captures, submittedAt, fingerprint }: HandleData): string {
  const text = JSON.stringify([provider, operation, model, captures, submittedAt, fingerprint]);
  const ascii = text.replace(/[\u0080-\uffff]/g, unicode);
  return PREFIX + btoa(ascii).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export const taskOf = (data: HandleData): Task => ({ ...data, handle: encodeHandle(data) });

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isCaptures = (value: unknown): value is Handle =>
  isObject(value) && Object.values(value).every((one) => typeof one === "string");

/** What a handle says; `undefined` when it is none. */
export function decodeHandle(given: string): Task | undefined {
  // Copied by hand, it may have a blank or a line break around it.
  const handle = typeof given === "string" ? given.trim() : "";
  if (!handle.startsWith(PREFIX)) return undefined;
  try {
    const data: unknown = JSON.parse(atob(handle.slice(PREFIX.length).replace(/-/g, "+").replace(/_/g, "/")));
    if (!isList(data)) return undefined;
    const [provider, operation, model, captures, submittedAt, fingerprint] = data;
    const isWhole =
      typeof provider === "string" &&
      typeof operation === "string" &&
      typeof model === "string" &&
      isCaptures(captures) &&
      typeof submittedAt === "number" &&
      typeof fingerprint === "string";
    return isWhole ? { provider, operation, model, captures, submittedAt, fingerprint, handle } : undefined;
  } catch {
    return undefined;
  }
}

/** Characters of each end that make the fingerprint of a body with whole files in it. */
const ENDS = 50_000;

/** Tells requests apart; short, and no secret (FNV-1a, 32 bits, of the body's JSON). */
export function fingerprintOf(body: unknown): string {
  const text = JSON.stringify(body);
  const told = text.length > 2 * ENDS ? `${text.length}${text.slice(0, ENDS)}${text.slice(-ENDS)}` : text;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(told)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
