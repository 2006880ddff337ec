import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { etagOf } from "./stored-file.js";

/** What a video is like. */
export interface Shape {
  /** Width by height. */
  readonly ratio: number;
  readonly seconds: number;
}

/** A video that stands for a result; `scripts/make-media.sh` makes them. */
export interface Clip extends Shape {
  /** Name of its file in `media/`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

const SECONDS = [4, 6, 8, 10];

/** The clips of one shape, the shortest first. */
function clipsOf(
  name: string,
  width: number,
  height: number,
): { readonly ratio: number; readonly clips: readonly Clip[] } {
  const ratio = width / height;
  return {
    ratio,
    clips: SECONDS.map((seconds) => ({ file: `${name}-${seconds}s.mp4`, width, height, ratio, seconds })),
  };
}

const FRAMES = [clipsOf("16x9", 640, 360), clipsOf("9x16", 360, 640)];

/** Every clip there is. */
export const CLIPS: readonly Clip[] = FRAMES.flatMap(({ clips }) => clips);

/** What is taken where a request does not say. */
const USUAL: Shape = { ratio: 16 / 9, seconds: 8 };

/** The clip that is most like what was asked for: first by its shape, then by its length; of two, the shorter one. */
export function nearestClip({ ratio = USUAL.ratio, seconds = USUAL.seconds }: Partial<Shape>): Clip {
  // Twice as wide is as far off as half as wide.
  const byShape = (frame: { readonly ratio: number }): number => Math.abs(Math.log(frame.ratio / ratio));
  const byLength = (clip: Clip): number => Math.abs(clip.seconds - seconds);
  const { clips } = FRAMES.reduce((best, frame) => (byShape(frame) < byShape(best) ? frame : best));
  return clips.reduce((best, clip) => (byLength(clip) < byLength(best) ? clip : best));
}

/** The bytes of a clip, and their tag. */
export type ClipReader = (clip: Clip) => { readonly bytes: Uint8Array; readonly etag: string };

/** Reads each clip once. */
export function createClipReader(): ClipReader {
  const read = new Map<string, ReturnType<ClipReader>>();
  return ({ file }) => {
    const known = read.get(file);
    if (known) return known;
    const bytes = readFileSync(fileURLToPath(new URL(`../../media/${file}`, import.meta.url)));
    const made = { bytes, etag: etagOf(bytes) };
    read.set(file, made);
    return made;
  };
}
