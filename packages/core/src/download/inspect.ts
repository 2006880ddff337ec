/** The fewest bytes by which a file is recognised. */
export const ENOUGH = 16;

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The media type that the beginning of a file shows; `undefined` when it shows none of a video. */
function signatureOf(start: Uint8Array): string | undefined {
  if (ascii(start, 4, 8) === "ftyp") return ascii(start, 8, 12) === "qt  " ? "video/quicktime" : "video/mp4";
  if (ascii(start, 0, 4) === "\x1aE\xdf\xa3") return "video/webm";
  return undefined;
}

/** Whether the beginning of a file is text: a page or a message, whatever its type says. */
const looksLikeText = (start: Uint8Array): boolean => start.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));

/**
 * The media type of a file; `undefined` when it is no video. The bytes count more than what is said of them: storage that
 * does not know a type says `application/octet-stream`, and a page of HTML may come under a video's name.
 *
 * @param told types that the answer and the task tell
 */
export function mediaTypeOf(start: Uint8Array, told: readonly (string | null | undefined)[]): string | undefined {
  const types = told.map((one) => one?.split(";")[0]?.trim().toLowerCase() ?? "");
  const named = types.find((one) => one.startsWith("video/"));
  const shown = signatureOf(start);
  // Matroska and WebM begin alike.
  if (shown !== undefined) return shown === "video/webm" ? (named ?? shown) : shown;
  return looksLikeText(start) ? undefined : named;
}

/** Follows a file through its bytes. */
export interface Inspector {
  take(bytes: Uint8Array): void;
  /** Whether the file may end here: `false` in the middle of a box of an MP4. What is no MP4 may end anywhere. */
  mayEnd(): boolean;
}

/** Walks over the boxes of an MP4 (ISO/IEC 14496-12, section 4.2); keeps no more than a box's header. */
export function createInspector(): Inspector {
  const header = new Uint8Array(16);
  const state = { filled: 0, needed: 8, left: 0, isFirst: true, isOver: false };

  /** A header is there: how much of its box is still to come. */
  function readHeader(): void {
    const view = new DataView(header.buffer);
    const size = view.getUint32(0);
    if (state.isFirst && ascii(header, 4, 8) !== "ftyp") state.isOver = true;
    if (size === 1 && state.needed === 8) {
      state.needed = 16;
      return;
    }
    const whole = size === 1 ? Number(view.getBigUint64(8)) : size;
    // Of size 0: to the end of the file. Of a size that no box has: something else stands here, and is not judged.
    if (whole < state.needed) state.isOver = true;
    Object.assign(state, { left: whole - state.needed, filled: 0, needed: 8, isFirst: false });
  }

  return {
    take(bytes) {
      let at = 0;
      while (at < bytes.length && !state.isOver) {
        if (state.left > 0) {
          const step = Math.min(state.left, bytes.length - at);
          state.left -= step;
          at += step;
          continue;
        }
        const piece = bytes.subarray(at, at + state.needed - state.filled);
        header.set(piece, state.filled);
        state.filled += piece.length;
        at += piece.length;
        if (state.filled === state.needed) readHeader();
      }
    },
    mayEnd: () => state.isOver || (state.left === 0 && state.filled === 0),
  };
}
