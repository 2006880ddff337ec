import { imageSize } from "image-size";
import { readMovie } from "./mp4.js";

/** What the content of a file says of it. */
export interface Kind {
  readonly type: string;
  /** Without the dot. */
  readonly extension: string;
  /** In pixels, of pictures and of movies that can be measured. */
  readonly width?: number;
  readonly height?: number;
  /** Of movies that can be measured. */
  readonly seconds?: number;
  /** It begins like a picture, and is none. */
  readonly isBroken?: true;
}

/** The names that people send, where the library has younger ones. */
const NAMES: Readonly<Record<string, string>> = {
  "video/vnd.avi": "video/x-msvideo",
  "video/matroska": "video/x-matroska",
  "audio/x-m4a": "audio/mp4",
  "audio/x-flac": "audio/flac",
  "audio/vnd.wave": "audio/wav",
};

/** An SVG has no signature: a text whose first element it is. */
const SVG = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/;

/** Only uploads need the library, and a start need not wait for it. */
async function typeOf(bytes: Uint8Array): Promise<{ readonly mime: string; readonly ext: string } | undefined> {
  const { fileTypeFromBuffer } = await import("file-type");
  return fileTypeFromBuffer(bytes);
}

/** Looks at the content of a file; `undefined` where it is of no kind that can be told. */
export async function kindOf(bytes: Uint8Array): Promise<Kind | undefined> {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  const found = SVG.test(start) ? { mime: "image/svg+xml", ext: "svg" } : await typeOf(bytes);
  if (!found) return undefined;
  const type = NAMES[found.mime] ?? found.mime;
  const kind = { type, extension: found.ext };
  if (type.startsWith("video/")) return { ...kind, ...readMovie(bytes) };
  if (!type.startsWith("image/")) return kind;
  try {
    const { width, height } = imageSize(bytes);
    return { ...kind, width, height };
  } catch {
    return { ...kind, isBroken: true };
  }
}
