import { createHash } from "node:crypto";
import type { MockAnswer, MockRequest } from "../transport/http.js";
import { rangeOf } from "./range.js";

/** A file that the mock has, as HTTP sees it. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** A strong entity tag, with its quotes. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** The same bytes have the same tag. */
export const etagOf = (bytes: Uint8Array): string =>
  `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;

const httpDate = (milliseconds: number): string => new Date(milliseconds).toUTCString();

/** Whether the client has this file already (RFC 9110, section 13.2.2). */
function isFresh({ etag, modifiedAt }: StoredFile, { headers }: MockRequest): boolean {
  const tags = headers["if-none-match"];
  // A weak tag is as good here.
  if (tags !== undefined) return tags.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));
  return Date.parse(headers["if-modified-since"] ?? "") >= Math.floor(modifiedAt / 1000) * 1000;
}

/** Whether the range is still of the same file: only then is it worth anything (RFC 9110, section 13.1.5). */
function isSame({ etag, modifiedAt }: StoredFile, condition: string | undefined): boolean {
  return condition === undefined || condition === etag || condition === httpDate(modifiedAt);
}

/**
 * Whether the client wants another file than this (RFC 9110, section 13.2.2, steps 1 and 2). Weak tags never match here, and a
 * date that cannot be read asks for nothing.
 */
function isOther({ etag, modifiedAt }: StoredFile, { headers }: MockRequest): boolean {
  const tags = headers["if-match"];
  if (tags !== undefined) return !tags.split(",").some((one) => ["*", etag].includes(one.trim()));
  return Date.parse(headers["if-unmodified-since"] ?? "") < Math.floor(modifiedAt / 1000) * 1000;
}

/** Answers a GET or HEAD of a file: the whole, a range of it, that nothing has changed, or that it is another one. */
export function answerFile(file: StoredFile, request: MockRequest): MockAnswer {
  const { bytes, type, etag, modifiedAt } = file;
  const facts = {
    "accept-ranges": "bytes",
    // The file may be gone by the next look; a browser is to ask.
    "cache-control": "no-cache",
    // A page that isolates itself (`require-corp`) plays it too, as it would from a provider's host of files.
    "cross-origin-resource-policy": "cross-origin",
    etag,
    "last-modified": httpDate(modifiedAt),
  };
  if (isOther(file, request)) return { status: 412, headers: { ...facts, "content-length": "0" }, body: undefined };
  if (isFresh(file, request)) return { status: 304, headers: facts, body: undefined };
  // Only GET knows ranges (RFC 9110, section 14.2).
  const isAsked = request.method === "GET" && isSame(file, request.headers["if-range"]);
  const range = isAsked ? rangeOf(request.headers.range, bytes.length) : "whole";
  if (range === "unsatisfiable") {
    const headers = { ...facts, "content-range": `bytes */${bytes.length}`, "content-length": "0" };
    return { status: 416, headers, body: undefined };
  }
  const part = range === "whole" ? bytes : bytes.subarray(range.first, range.last + 1);
  const headers = { ...facts, "content-type": type, "content-length": String(part.length) };
  if (range === "whole") return { status: 200, headers, body: part };
  const where = `bytes ${range.first}-${range.last}/${bytes.length}`;
  return { status: 206, headers: { ...headers, "content-range": where }, body: part };
}
