import type { Issue } from "../language/check-body.js";
import { isObject } from "../language/objects.js";

const FRAMES: readonly unknown[] = ["first_frame", "last_frame"];

/** Addresses that mean something here and nothing at a provider. */
const NEAR = /^\s*(?:file|blob|javascript|about):/i;

const isMedia = (value: unknown): boolean =>
  (typeof value === "string" && !NEAR.test(value)) ||
  value instanceof URL ||
  value instanceof Uint8Array ||
  value instanceof Blob;

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What is wrong with the form of a request, as far as the schema of the wire cannot tell: not every caller has types. */
export function shapeIssues(request: Readonly<Record<string, unknown>>, provider: string): Issue[] {
  const { frameImages, inputReferences, video, providerOptions } = request;
  const own = isObject(providerOptions) ? providerOptions[provider] : providerOptions;
  const frames = listed(frameImages).map((one) => (isObject(one) ? one : {}));
  const media = [
    ...frames.map(({ image }, i): [string, unknown] => [`frameImages[${i}].image`, image]),
    ...listed(inputReferences).map((one, i): [string, unknown] => [`inputReferences[${i}]`, one]),
    ...(video === undefined ? [] : [video].flat().map((one, i): [string, unknown] => [`video[${i}]`, one])),
  ];
  const isList = (value: unknown) => value === undefined || Array.isArray(value);
  return [
    ...Object.entries({ frameImages, inputReferences })
      .filter(([, value]) => !isList(value))
      .map(([field]) => ({ field, message: "must be a list" })),
    ...frames.flatMap(({ frameType }, i) =>
      FRAMES.includes(frameType)
        ? []
        : [{ field: `frameImages[${i}].frameType`, message: `must be one of ${FRAMES.join(", ")}` }],
    ),
    ...media.flatMap(([field, value]) =>
      isMedia(value)
        ? []
        : [{ field, message: "must be an address that the provider can reach, a data URL, bytes or a Blob" }],
    ),
    ...(own === undefined || isObject(own)
      ? []
      : [{ field: `providerOptions.${provider}`, message: "must be an object" }]),
  ];
}
