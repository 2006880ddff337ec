// Pictures of this machine: what they are and whether they may be sent, before anything is.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { InputError } from "./input-error.js";
import type { Provider } from "./providers.js";

export interface Picture {
  readonly name: string;
  /** By its first bytes, whatever its name says. */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const SIGNATURES: readonly (readonly [string, RegExp])[] = [
  ["image/png", /^\x89PNG/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/webp", /^RIFF.{4}WEBP/s],
];

/** @throws {InputError} for what is no picture, or cannot be read */
export async function readPicture(path: string): Promise<Picture> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const start = bytes.subarray(0, 16).toString("latin1");
  const type = SIGNATURES.find(([, pattern]) => pattern.test(start))?.[0];
  if (type === undefined) throw new InputError(`${path} is no PNG, JPEG or WebP, whatever its name says.`);
  return { name: basename(path), type, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

interface Limits {
  readonly types?: readonly string[];
  /** Of one file. */
  readonly bytes?: number;
}

function refusalOf({ name, type, bytes }: Picture, limits: Limits = {}): string | undefined {
  if (limits.types && !limits.types.includes(type)) return `${name} is ${type}; it takes ${limits.types.join(", ")}`;
  const most = limits.bytes ?? Infinity;
  return bytes.length > most ? `${name} has ${bytes.length} bytes; it takes ${most} at most` : undefined;
}

/** Why a model does not take a picture, by what its contract says of uploads and inputs; `undefined` when it does. */
export function whyNotTaken(
  picture: Picture,
  { contract }: Provider,
  model: string,
  role: "firstFrame" | "inputReferences",
): string | undefined {
  const uploads = Object.values(contract.lifecycle.upload ?? {}).map(({ media }) => media);
  const inputs = Object.entries(contract.models)
    .filter(([id, { aliases }]) => id === model || aliases?.includes(model))
    .flatMap(([, facts]) => facts.inputs.filter((input) => input.role === role).map(({ media }) => media));
  const reasons = [uploads, inputs].map((places) => {
    const refusals = places.map((limits) => refusalOf(picture, limits));
    // A place that takes it is enough.
    return refusals.includes(undefined) ? undefined : refusals[0];
  });
  return reasons.find((reason) => reason !== undefined);
}
