import type { MediaLimits } from "../language/contract.js";
import { isObject } from "../language/objects.js";
import type { Media } from "./request.js";

/** Bytes that have to become an address before the request can be sent, and the address that stands for them until then. */
export interface PendingMedia {
  readonly placeholder: string;
  /** What was given; the same again is not uploaded again. */
  readonly source: unknown;
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
  ["image/avif", /^.{4}ftypavi[fs]/s],
  ["image/heic", /^.{4}ftyp(?:hei[cx]|hev[cx]|mif1|msf1)/s],
  ["video/quicktime", /^.{4}ftypqt/s],
  ["video/mp4", /^.{4}ftyp/s],
  ["video/webm", /^.E\xdf\xa3/s],
];

/** What the first bytes say; `undefined` where they say nothing. */
function typeOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([, pattern]) => pattern.test(start))?.[0];
}

/** Files without a type by their first bytes. */
export async function sniffed(file: PendingMedia): Promise<PendingMedia> {
  const { blob } = file;
  if (blob.type) return file;
  const type = typeOf(new Uint8Array(await blob.slice(0, 16).arrayBuffer()));
  return type === undefined ? file : { ...file, blob: blob.slice(0, blob.size, type) };
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
  const same = pending.find((one) => one.source === link && one.role === role);
  if (same) return same.placeholder;
  const placeholder = `https://media.invalid/${pending.length}`;
  pending.push({ placeholder, source: link, blob, field, role, isData: typeof link === "string" });
  return placeholder;
}

const ROLE_KINDS: Readonly<Record<string, string>> = {
  ...{ firstFrame: "image", lastFrame: "image", inputReferences: "image", video: "video" },
};

/** Why a file cannot be sent; `undefined` when it can. */
export function refusalOf({ blob, field, role }: PendingMedia, { types, bytes }: MediaLimits = {}): string | undefined {
  if (blob.size === 0) return `\`${field}\` is empty.`;
  // Without parameters, such as codecs.
  const [type = ""] = blob.type.split(";");
  if (types && type && !types.includes(type)) return `\`${field}\` is ${type}; send one of ${types.join(", ")}.`;
  const kind = ROLE_KINDS[role ?? ""];
  if (!types && kind && /^(image|video|audio)\//.test(type) && !type.startsWith(`${kind}/`))
    return `\`${field}\` is ${type}; send a file of type ${kind}/….`;
  if (bytes !== undefined && blob.size > bytes)
    return `\`${field}\` has ${blob.size} bytes; at most ${bytes} are taken.`;
  return undefined;
}

/** Bytes that are encoded at once: a multiple of three, so that the pieces join without padding. */
const PIECE = 3 * 8192;
/** Pieces between two moments in which others may run, an abort among them. */
const BATCH = 64;

/** A file as a data URL (RFC 2397). */
export async function dataUrlOf(blob: Blob): Promise<string> {
  const pieces: string[] = [];
  for (let at = 0; at < blob.size; at += PIECE * BATCH) {
    const bytes = new Uint8Array(await blob.slice(at, at + PIECE * BATCH).arrayBuffer());
    for (let from = 0; from < bytes.length; from += PIECE)
      pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + PIECE))));
  }
  return `data:${blob.type || "application/octet-stream"};base64,${pieces.join("")}`;
}

type Members = Readonly<Record<string, unknown>>;

/** A copy of a body with the placeholders replaced. */
export function withLinks(body: Members, links: ReadonlyMap<string, string>): Members {
  const linked = (value: unknown): unknown => {
    if (typeof value === "string") return links.get(value) ?? value;
    if (Array.isArray(value)) return value.map(linked);
    return isObject(value) ? withLinks(value, links) : value;
  };
  return Object.fromEntries(Object.entries(body).map(([name, member]) => [name, linked(member)]));
}
