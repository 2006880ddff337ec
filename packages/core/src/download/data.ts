import { assertSize } from "./connect.js";
import { createInspector, ENOUGH, mediaTypeOf } from "./inspect.js";
import type { Settings } from "./settings.js";
import type { Transfer } from "./transfer.js";

/** Characters of base64 that are decoded at a time; a multiple of four. */
const CHARACTERS = 65_536;
const BYTES = 65_536;

/** How content is read: so many bytes in all, from any multiple of a step. */
interface Content {
  readonly total: number;
  readonly mediaType?: string | undefined;
  readonly at: (piece: number) => Uint8Array;
}

const bytesOf = (binary: string): Uint8Array => Uint8Array.from(binary, (one) => one.charCodeAt(0));

/** Base64 (or base64url), or a data URL of it (RFC 2397). */
function textContent(text: string): Content {
  const [, head, body = text] =
    /^data:([^,]*),(.*)$/is.exec(text.slice(0, 5).toLowerCase() === "data:" ? text : "") ?? [];
  const mediaType = head?.split(";")[0];
  const isBase64 = head === undefined || /;\s*base64$/i.test(head);
  const plain = /[\s=\-_]/.test(body) ? body.replace(/[\s=]/g, "").replace(/-/g, "+").replace(/_/g, "/") : body;
  if (!isBase64) {
    const bytes = new TextEncoder().encode(body);
    return { total: bytes.length, mediaType, at: (piece) => bytes.subarray(piece * BYTES, (piece + 1) * BYTES) };
  }
  return {
    total: Math.floor((plain.length * 3) / 4),
    mediaType,
    at: (piece) => bytesOf(atob(plain.slice(piece * CHARACTERS, (piece + 1) * CHARACTERS))),
  };
}

const bytesContent = (bytes: Uint8Array): Content => ({
  total: bytes.length,
  at: (piece) => bytes.subarray(piece * BYTES, (piece + 1) * BYTES),
});

/**
 * A video that is there already, as bytes or base64, handed out in pieces like one that has to be fetched.
 *
 * @throws {OmniError} `download_failed` when it is no video
 */
export function transferOfData(settings: Settings, data: Uint8Array | string): Transfer {
  const { reporter, video, onProgress, abortSignal } = settings;
  const { total, mediaType: told, at } = typeof data === "string" ? textContent(data) : bytesContent(data);
  assertSize(settings, total);
  const inspector = createInspector();
  const state = { piece: 0, bytes: 0 };

  function pieceAt(piece: number): Uint8Array {
    try {
      return at(piece);
    } catch (cause) {
      throw reporter.failed("The provider's answer holds a video that is no base64.", { cause });
    }
  }

  const mediaType = mediaTypeOf(pieceAt(0).subarray(0, ENOUGH), [told, video.mediaType]);
  if (mediaType === undefined) throw reporter.failed(`What the provider's answer holds is no video (${total} bytes).`);
  return {
    mediaType: () => mediaType,
    at: () => state.bytes,
    total: () => total,
    validator: () => undefined,
    replay: () => undefined,
    next() {
      if (abortSignal?.aborted) return Promise.reject(reporter.aborted(state.bytes, abortSignal.reason));
      const bytes = pieceAt(state.piece);
      if (bytes.length === 0 && !inspector.mayEnd())
        return Promise.reject(reporter.failed(`The video ends after ${total} bytes, in the middle.`));
      if (bytes.length === 0) return Promise.resolve(undefined);
      state.piece += 1;
      state.bytes += bytes.length;
      inspector.take(bytes);
      onProgress({ bytes: state.bytes, total });
      return Promise.resolve(bytes);
    },
    close: () => undefined,
  };
}
