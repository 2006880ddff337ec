import { createHash, type Hash } from "node:crypto";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { isObject, type Json } from "@omni-contracts/specs";
import type { Scrubber } from "./secrets.js";

/** What is written down of a body: what can be read without its secrets, of anything else how long it is and its hash. */
export type RecordedBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly bytes: number; readonly value: Json }
  | { readonly kind: "text"; readonly bytes: number; readonly text: string; readonly note?: string }
  | { readonly kind: "form"; readonly bytes: number; readonly parts: readonly FormPart[] }
  | { readonly kind: "binary"; readonly bytes: number; readonly sha256: string; readonly note?: string };

export type FormPart =
  | { readonly name: string; readonly text: string }
  | {
      readonly name: string;
      readonly file: string;
      readonly type: string;
      readonly bytes: number;
      readonly sha256: string;
    };

/** Characters of a text that are written down. */
export const LARGEST_TEXT = 1024 * 1024;
/** Bytes that are kept in memory to be read at the end; what is larger is hashed only. */
const LARGEST_KEPT = 16 * 1024 * 1024;
/** Bytes that a compressed body may unfold to. */
const LARGEST_UNFOLDED = 64 * 1024 * 1024;

/** Takes a body as it passes. */
export interface BodyTaker {
  take(chunk: Uint8Array): void;
  body(type: string, encoding: string, scrubber: Scrubber): Promise<RecordedBody>;
}

const limit = { maxOutputLength: LARGEST_UNFOLDED };

/** RFC 9110, section 8.4: codings are undone from the last to the first. `undefined` where one is not known or not kept to. */
function unfolded(bytes: Buffer, encoding: string): Buffer | undefined {
  const codings = encoding
    .toLowerCase()
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  try {
    return codings.reduceRight((at, coding) => {
      if (coding === "gzip" || coding === "x-gzip") return gunzipSync(at, limit);
      if (coding === "br") return brotliDecompressSync(at, limit);
      // Some servers send it without its frame (RFC 9110, section 8.4.1.2).
      if (coding === "deflate") return ((at[0] ?? 0) & 0x0f) === 8 ? inflateSync(at, limit) : inflateRawSync(at, limit);
      if (coding === "identity") return at;
      throw new Error(`The coding ${coding} is not known here.`);
    }, bytes);
  } catch {
    return undefined;
  }
}

function textIn(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\u0000") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What lies in a secret is secret, whatever it is called there. */
const nameIn = (name: string, key: string, scrubber: Scrubber): string => (scrubber.covers(name) ? name : key);

/** Learns what the names of a value call a secret, so that it is known wherever else it stands. */
function learn(value: unknown, scrubber: Scrubber, name = ""): void {
  if (typeof value === "string") scrubber.learnMember(name, value);
  else if (Array.isArray(value)) for (const one of value) learn(one, scrubber, name);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) learn(inner, scrubber, nameIn(name, key, scrubber));
  }
}

/** The value without secrets: in texts, in names, and as the value of a name that says so. */
function scrubbed(value: unknown, scrubber: Scrubber, name = ""): Json {
  if (typeof value === "string") return scrubber.member(name, value);
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, scrubber, name));
  if (isObject(value)) {
    const entries = Object.entries(value).map(
      ([key, inner]) => [scrubber.text(key), scrubbed(inner, scrubber, nameIn(name, key, scrubber))] as const,
    );
    return Object.fromEntries(entries);
  }
  if (typeof value === "number" && scrubber.covers(name)) return 0;
  if (typeof value === "number") return scrubber.text(String(value)) === String(value) ? value : 0;
  return typeof value === "boolean" ? value : null;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function partsOf(bytes: Buffer, type: string, scrubber: Scrubber): Promise<FormPart[] | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    for (const [name, value] of form) learn(value, scrubber, name);
    return await Promise.all(
      Array.from(form, async ([name, value]): Promise<FormPart> => {
        const shown = scrubber.text(name);
        if (typeof value === "string")
          return { name: shown, text: scrubber.member(name, value).slice(0, LARGEST_TEXT) };
        const content = new Uint8Array(await value.arrayBuffer());
        const file = { file: scrubber.text(value.name), type: scrubber.text(value.type) };
        return { name: shown, ...file, bytes: content.length, sha256: sha256(content) };
      }),
    );
  } catch {
    return undefined;
  }
}

/** `bytes` is how many came, packed as they were. */
async function readable(
  plain: Buffer,
  bytes: number,
  type: string,
  scrubber: Scrubber,
): Promise<RecordedBody | undefined> {
  if (/^multipart\/form-data\b/i.test(type)) {
    const parts = await partsOf(plain, type, scrubber);
    return parts && { kind: "form", bytes, parts };
  }
  const text = textIn(plain);
  if (text === undefined) return undefined;
  // Scrubbed before it is cut: half a secret would not be known any more.
  if (text.length <= LARGEST_TEXT) {
    try {
      const value: unknown = JSON.parse(text);
      learn(value, scrubber);
      return { kind: "json", bytes, value: scrubbed(value, scrubber) };
    } catch {
      return { kind: "text", bytes, text: scrubber.text(text) };
    }
  }
  const note = `cut after ${LARGEST_TEXT} of ${text.length} characters`;
  return { kind: "text", bytes, text: scrubber.text(text).slice(0, LARGEST_TEXT), note };
}

export function createBodyTaker(): BodyTaker {
  const chunks: Uint8Array[] = [];
  const hash: Hash = createHash("sha256");
  const size = { bytes: 0 };
  return {
    take(chunk) {
      hash.update(chunk);
      size.bytes += chunk.length;
      if (size.bytes <= LARGEST_KEPT) chunks.push(chunk);
      else chunks.length = 0;
    },
    async body(type, encoding, scrubber) {
      const { bytes } = size;
      if (bytes === 0) return { kind: "none" };
      const plain = bytes <= LARGEST_KEPT ? unfolded(Buffer.concat(chunks), encoding) : undefined;
      const found = plain && (await readable(plain, bytes, type, scrubber));
      if (found) return found;
      const note =
        bytes > LARGEST_KEPT
          ? "too large to be kept"
          : plain
            ? undefined
            : `${scrubber.text(encoding)} that cannot be read`;
      return { kind: "binary", bytes, sha256: hash.copy().digest("hex"), ...(note !== undefined && { note }) };
    },
  };
}
