// What is filled in outlives the page, in its tab: to read it in the other language must not begin anew. The key is not among it.
import type { MediaName } from "./fields.js";
import type { Filled } from "./request.js";

/** Never the key, and no base URL: one may hold a secret, and what costs money is to be chosen anew. */
export interface Kept {
  readonly provider: string;
  readonly model: string;
  readonly fault: string;
  /** Of the mock. */
  readonly address: string;
  readonly filled: Filled;
}

type Reader = Pick<Storage, "getItem">;
type Writer = Pick<Storage, "setItem">;

const NAME = "omni-playground";
const TEXTS = ["provider", "model", "fault", "address"] as const;
const FILLED = [
  ...(["prompt", "aspectRatio", "resolution", "duration", "seed"] as const),
  ...(["previousTask", "clientReference", "webhookUrl", "own"] as const),
] as const;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
const textOf = (value: unknown, name: string): string => {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : "";
};
const textsOf = <Name extends string>(value: unknown, names: readonly Name[]) => {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) texts[name] = textOf(value, name);
  return texts;
};

/** What the tab keeps; `undefined` where it keeps nothing, or nothing of ours. */
export function readKept(storage: Reader): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(NAME) ?? "null");
    const filled = memberOf(kept, "filled");
    if (typeof filled !== "object" || filled === null) return undefined;
    const media = memberOf(filled, "media");
    const itemsOf = (name: MediaName) => {
      const items = memberOf(media, name);
      return Array.isArray(items) ? items.map((item: unknown) => ({ url: textOf(item, "url") })) : [];
    };
    return {
      ...{ provider: "", model: "", fault: "", address: "", ...textsOf(kept, TEXTS) },
      filled: {
        ...{ prompt: "", aspectRatio: "", resolution: "", duration: "", seed: "" },
        ...{ previousTask: "", clientReference: "", webhookUrl: "", own: "", ...textsOf(filled, FILLED) },
        media: {
          ...{ firstFrame: itemsOf("firstFrame"), lastFrame: itemsOf("lastFrame") },
          ...{ inputReferences: itemsOf("inputReferences"), video: itemsOf("video") },
        },
      },
    };
  } catch {
    return undefined;
  }
}

/** Files are not kept: a page cannot. */
export function keep(storage: Writer, { provider, model, fault, address, filled }: Kept): void {
  const links = (name: MediaName) => filled.media[name].flatMap(({ url, file }) => (file ? [] : [{ url }]));
  const media = {
    ...{ firstFrame: links("firstFrame"), lastFrame: links("lastFrame") },
    ...{ inputReferences: links("inputReferences"), video: links("video") },
  };
  const kept = { provider, model, fault, address, filled: { ...filled, media } };
  try {
    storage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // It may be full.
  }
}
