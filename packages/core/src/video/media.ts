import type { MediaLimits } from "../language/contract.js";
import type { Media } from "./request.js";

/** Bytes that have to become an address before the request can be sent, and the address that stands for them until then. */
export interface PendingMedia {
  readonly placeholder: string;
  readonly blob: Blob;
  /** The setting that they were given in: `inputReferences[1]`. */
  readonly field: string;
  readonly role?: string | undefined;
  /** They came as a data URL. */
  readonly isData: boolean;
}

const SIGNATURES: readonly (readonly [string, RegExp])[] = [
  ["image/png", /^\x89PNG/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8/],
  ["image/webp", /^RIFF.{4}WEBP/s],
  ["video/quicktime", /^.{4}ftypqt/s],
  ["video/mp4", /^.{4}ftyp/s],
  ["video/webm", /^.E\xdf\xa3/s],
];

/** What the first bytes say; `undefined` where they say nothing. */
function typeOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([, pattern]) => pattern.test(start))?.[0];
}

function blobOf(media: Uint8Array | Blob): Blob {
  if (media instanceof Blob) return media;
  const type = typeOf(media);
  return new Blob([new Uint8Array(media)], type === undefined ? {} : { type });
}

/** The bytes of a data URL (RFC 2397); `undefined` for any other text. */
function blobOfDataUrl(text: string): Blob | undefined {
  const [, type = "", data = ""] = /^data:([^;,]*)[^,]*;base64,(.*)$/is.exec(text) ?? [];
  try {
    return data ? new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type }) : undefined;
  } catch {
    return undefined;
  }
}

/** The address of media; bytes get a placeholder and are noted down. */
export function linkOf(media: Media, field: string, pending: PendingMedia[], role?: string): string {
  const link = media instanceof URL ? media.href : media;
  const blob = typeof link === "string" ? blobOfDataUrl(link) : blobOf(link);
  if (!blob) return typeof link === "string" ? link : "";
  const placeholder = `https://media.invalid/${pending.length}`;
  pending.push({ placeholder, blob, field, role, isData: typeof link === "string" });
  return placeholder;
}

/** Why a file cannot be sent; `undefined` when it can. */
export function refusalOf({ blob, field }: PendingMedia, { types, bytes }: MediaLimits = {}): string | undefined {
  if (blob.size === 0) return `\`${field}\` is empty.`;
  if (types && blob.type && !types.includes(blob.type))
    return `\`${field}\` is ${blob.type}; send one of ${types.join(", ")}.`;
  if (bytes !== undefined && blob.size > bytes)
    return `\`${field}\` has ${blob.size} bytes; at most ${bytes} are taken.`;
  return undefined;
}

export function base64Of(bytes: Uint8Array): string {
  let text = "";
  // In pieces, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

export const dataUrlOf = async (blob: Blob): Promise<string> =>
  `data:${blob.type || "application/octet-stream"};base64,${base64Of(new Uint8Array(await blob.arrayBuffer()))}`;

/** A copy of a value with the placeholders replaced. */
export function withLinks(value: unknown, links: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return links.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => withLinks(one, links));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withLinks(member, links)]));
}
