import type { UploadPlaces } from "../media/receive.js";
import type { EventPlaces } from "../webhooks/events.js";
import {
  locate,
  putAt,
  valueAt,
  type Location,
  type Representation,
  type Source,
  type TimeSource,
} from "@omni-contracts/core/language";

/** The paths into the body; headers and the request are not the mock's to write. */
export function pathsOf(source: Source = []): readonly string[] {
  if (typeof source === "string") return [source];
  return [source].flat().filter((place) => typeof place === "string");
}

/** Puts a value wherever the body already shows that member: the example gives the shape, the contract the place. */
function put(body: unknown, source: Source | undefined, value: unknown, current?: Location): void {
  for (const path of pathsOf(source)) for (const location of locate(body, path, current)) putAt(body, location, value);
}

export const STAMPS: Readonly<Record<TimeSource["format"], (milliseconds: number) => unknown>> = {
  "unix-seconds": (milliseconds) => Math.floor(milliseconds / 1000),
  "unix-milliseconds": (milliseconds) => milliseconds,
  "date-time": (milliseconds) => new Date(milliseconds).toISOString(),
};

function putTime(body: unknown, source: TimeSource | undefined, milliseconds: number, current?: Location): void {
  if (!source) return;
  put(body, source.at, STAMPS[source.format](milliseconds), current);
}

/** The first character of each alphabet, and how many there are. */
const ALPHABETS = [
  { first: 0x30, count: 10 },
  { first: 0x41, count: 26 },
  { first: 0x61, count: 26 },
];

const PREFIX = /^[A-Za-z]+[_-]/;

/** A new id that looks like the documented one: the same length and kinds of characters, behind the same prefix. */
export function idLike(example: string, random: () => number): string {
  const prefix = PREFIX.exec(example)?.[0] ?? "";
  const codes: number[] = [];
  for (let i = prefix.length; i < example.length; i += 1) {
    const code = example.charCodeAt(i);
    const alphabet = ALPHABETS.find(({ first, count }) => code >= first && code < first + count);
    codes.push(alphabet ? alphabet.first + Math.floor(random() * alphabet.count) : code);
  }
  return prefix + String.fromCharCode(...codes);
}

export const isLink = (value: unknown): value is string =>
  typeof value === "string" && value.startsWith("http") && /^https?:\/\//.test(value) && URL.canParse(value);

/** Makes the links of a body that lead to one id lead to another; an id is a whole part of a link's path. */
export function pointLinks(body: unknown, from: string, to: string): void {
  if (typeof body !== "object" || body === null) return;
  for (const [key, value] of Object.entries(body)) {
    if (isLink(value))
      Reflect.set(
        body,
        key,
        value
          .split("/")
          .map((part) => (part === from ? to : part))
          .join("/"),
      );
    else pointLinks(value, from, to);
  }
}

/** Makes the links of a body that lead to the provider lead to the mock. */
export function rebaseLinks(body: unknown, servers: readonly string[], base: string): void {
  if (typeof body !== "object" || body === null) return;
  for (const [key, value] of Object.entries(body)) {
    if (typeof value !== "string") rebaseLinks(value, servers, base);
    // The mock may itself be reached at the provider's host, below its name: such a link is right already.
    else if (value.startsWith("http") && !value.startsWith(`${base}/`)) {
      const server = servers.find((one) => value.startsWith(`${one}/`));
      if (server !== undefined) Reflect.set(body, key, base + value.slice(server.length));
    }
  }
}

/**
 * Puts a new id, one that is not taken, where the example has its own. An address is no id: it follows the id that it
 * holds.
 *
 * @returns the example's id and the new one; nothing where no id stands
 */
export function mintId(
  body: unknown,
  source: Source,
  random: () => number,
  isTaken: (id: string) => boolean,
): { readonly example: string; readonly id: string } | undefined {
  const [location] = pathsOf(source).flatMap((path) => locate(body, path));
  const example = location && valueAt(body, location);
  if (!location || typeof example !== "string" || isLink(example)) return undefined;
  const id = { minted: idLike(example, random) };
  // The golden ratio spreads what a poor source of randomness repeats.
  for (let turn = 1; isTaken(id.minted) && turn < 10_000; turn += 1) {
    id.minted = idLike(example, () => (random() + turn * 0.618_034) % 1);
  }
  putAt(body, location, id.minted);
  return { example, id: id.minted };
}

/** Makes a body that tells of an example's event tell of this one; the time in milliseconds since 1970. */
export function showEvent(body: unknown, { id, sentAt }: EventPlaces, facts: { id: string; sentAt: number }): void {
  put(body, id, facts.id);
  putTime(body, sentAt, facts.sentAt);
}

/** What is true of an uploaded file. */
export interface UploadFacts {
  readonly link: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Makes a body that tells of an example's upload tell of this one. */
export function showUpload(body: unknown, url: Source, places: UploadPlaces, facts: UploadFacts): void {
  putLinks(body, url, facts.link);
  put(body, places.name, facts.name);
  put(body, places.type, facts.type);
  put(body, places.bytes, facts.bytes);
  putTime(body, places.createdAt, facts.createdAt);
}

/** Puts a link wherever the body has one at the source. */
function putLinks(body: unknown, source: Source | undefined, link: string, current?: Location): void {
  for (const path of pathsOf(source)) {
    for (const location of locate(body, path, current)) {
      if (isLink(valueAt(body, location))) putAt(body, location, link);
    }
  }
}

/** Makes a body say another word for the state. */
export function showWord(body: unknown, form: Representation, word: string): void {
  put(body, form.state, word);
}

/** Takes out of a body whatever stands at the sources. */
function remove(body: unknown, sources: Source, current?: Location): void {
  const found = pathsOf(sources).flatMap((path) => locate(body, path, current));
  // From the end, so that what is left of a list keeps its place.
  for (const location of found.toReversed()) removeAt(body, location);
}

export function removeAt(body: unknown, location: Location): void {
  const parent = valueAt(body, location.slice(0, -1));
  const key = location.at(-1) ?? "";
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (typeof parent === "object" && parent !== null) Reflect.deleteProperty(parent, key);
}

/** Takes the videos out of a body. */
export function withoutVideos(body: unknown, form: Representation): void {
  for (const { each = "$", url = [], data = [] } of form.videos ?? []) {
    for (const current of locate(body, each).toReversed()) remove(body, [url, data].flat(), current);
  }
}
