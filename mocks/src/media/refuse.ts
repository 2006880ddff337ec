import type { MediaLimits } from "@omni-contracts/core/language";

/** What is known of a file. */
export interface FileFacts {
  readonly type: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
}

/** Why a file is not taken: which limit it breaks, and what to do. */
export interface FileRefusal {
  readonly limit: "type" | "bytes" | "pixels" | "seconds";
  readonly message: string;
}

/** Holds a file against the limits of a contract. What cannot be measured is not held against it. */
export function refuseFile(field: string, file: FileFacts, limits: MediaLimits): FileRefusal | undefined {
  const { type, bytes, width, height, seconds } = file;
  const { types, bytes: most, pixels, seconds: [shortest, longest] = [] } = limits;
  if (most !== undefined && bytes > most)
    return { limit: "bytes", message: `\`${field}\` has ${bytes} bytes; at most ${most} are taken.` };
  if (types && !types.includes(type))
    return { limit: "type", message: `\`${field}\` is ${type}; send one of ${types.join(", ")}.` };
  const side = width !== undefined && height !== undefined ? Math.min(width, height) : undefined;
  if (pixels !== undefined && side !== undefined && side < pixels)
    return {
      limit: "pixels",
      message: `\`${field}\` is ${width} × ${height} pixels; width and height must be at least ${pixels}.`,
    };
  const isOutside = seconds !== undefined && (seconds < (shortest ?? 0) || seconds > (longest ?? Infinity));
  if (isOutside)
    return {
      limit: "seconds",
      message: `\`${field}\` is ${seconds} s long; send one of ${shortest} to ${longest} s.`,
    };
  return undefined;
}
