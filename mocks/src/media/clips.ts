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

const FRAMES = [
  { name: "16x9", width: 640, height: 360 },
  { name: "9x16", width: 360, height: 640 },
];
const SECONDS = [4, 6, 8, 10];

/** Every clip there is. */
export const CLIPS: readonly Clip[] = FRAMES.flatMap(({ name, width, height }) =>
  SECONDS.map((seconds) => ({ file: `${name}-${seconds}s.mp4`, width, height, ratio: width / height, seconds })),
);

/** What is taken where a request does not say. */
const USUAL: Shape = { ratio: 16 / 9, seconds: 8 };

/** The clip that is most like what was asked for: first by its shape, then by its length; of two, the shorter one. */
export function nearestClip({ ratio = USUAL.ratio, seconds = USUAL.seconds }: Partial<Shape>): Clip {
  // Twice as wide is as far off as half as wide.
  const byShape = (clip: Clip): number => Math.abs(Math.log(clip.ratio / ratio));
  const byLength = (clip: Clip): number => Math.abs(clip.seconds - seconds);
  return CLIPS.reduce((best, clip) => {
    const difference = byShape(clip) - byShape(best) || byLength(clip) - byLength(best);
    return difference < 0 ? clip : best;
  });
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
