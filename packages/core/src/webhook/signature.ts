import type { Signature } from "./contract.js";
import type { RawRequest } from "./read-request.js";
import { webhookError } from "./trouble.js";

/** Signatures that are tried of one delivery; more than two nobody sends. */
const MOST = 8;
/** Seconds of age that are taken where a contract names none. */
const TOLERANCE = 300;

const HEX = /^(?:[0-9a-f]{2})+$/i;
const BASE64 = /^[\w+/-]+={0,2}$/;

/** The bytes of a signature; `undefined` when it is not written as the contract says. */
function decoded(text: string, encoding: Signature["encoding"]): Uint8Array<ArrayBuffer> | undefined {
  if (encoding === "hex") {
    if (!HEX.test(text)) return undefined;
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  if (!BASE64.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "")), (one) =>
      one.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}

/**
 * The signatures that a delivery bears.
 *
 * @throws {OmniError} `authentication` when there is none
 */
export function signaturesOf(provider: string, { headers }: RawRequest, rule: Signature): Uint8Array<ArrayBuffer>[] {
  const { header, encoding, prefix = "", separator } = rule;
  const text = headers.get(header);
  if (text === null)
    throw webhookError(provider, "authentication", `The header ${header} is missing: it is not signed.`);
  const parts = separator === undefined ? [text] : text.split(separator);
  const own = parts.map((part) => part.trim()).filter((part) => part.startsWith(prefix));
  const found = own.slice(0, MOST).flatMap((part) => decoded(part.slice(prefix.length), encoding) ?? []);
  if (found.length > 0) return found;
  const form = `${prefix && `${prefix} and `}${encoding}`;
  throw webhookError(provider, "authentication", `The header ${header} holds no signature; the contract has ${form}.`);
}

/**
 * The bytes that are signed: the contract's template with headers and body filled in. The body stays bytes: what a decoder
 * makes of them may be something else.
 *
 * @throws {OmniError} `authentication` when a header is missing
 */
export function signedBytes(
  provider: string,
  { headers, bytes }: RawRequest,
  { signed }: Signature,
): Uint8Array<ArrayBuffer> {
  const parts = signed.split(/(\{body\}|\{header:[^}]+\})/).map((part) => {
    if (part === "{body}") return bytes;
    const [, name] = /^\{header:([^}]+)\}$/.exec(part) ?? [];
    if (name === undefined) return new TextEncoder().encode(part);
    const value = headers.get(name);
    if (value === null)
      throw webhookError(provider, "authentication", `The header ${name} is missing; it is signed, too.`);
    return new TextEncoder().encode(value);
  });
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * When a delivery says that it was signed; `undefined` where the contract has no time.
 *
 * @param now milliseconds since 1970
 * @throws {OmniError} `authentication` when that is no time, too long ago, or to come
 */
export function timeOf(provider: string, { headers }: RawRequest, rule: Signature, now: number): Date | undefined {
  const { timestamp, tolerance = TOLERANCE } = rule;
  if (!timestamp) return undefined;
  const { header, format } = timestamp;
  const text = headers.get(header)?.trim() ?? "";
  const sent = /^\d{1,15}$/.test(text) ? Number(text) * (format === "unix-seconds" ? 1000 : 1) : NaN;
  if (Number.isNaN(sent)) {
    throw webhookError(provider, "authentication", `The header ${header} is missing, or holds no time in ${format}.`);
  }
  const age = Math.round((now - sent) / 1000);
  if (Math.abs(now - sent) <= tolerance * 1000) return new Date(sent);
  const when = age > 0 ? `${age} s ago` : `${-age} s in the future`;
  const message =
    `By the header ${header} it was signed ${when}; the contract takes ${tolerance} s. It may be a replay of an old ` +
    "event; if every event comes to this, correct the clock of this machine.";
  throw webhookError(provider, "authentication", message);
}
