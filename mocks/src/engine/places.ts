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
import { isObject } from "@omni-contracts/specs";

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

export const isLink = (value: unknown): value is string =>
  typeof value === "string" && value.startsWith("http") && /^https?:\/\//.test(value) && URL.canParse(value);

/** Makes the links of a body that lead to one id lead to another; an id is a whole part of a link's path. */
export function pointLinks(body: unknown, from: unknown, to: string): void {
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

function rebaseAt(
  holder: object,
  key: string | number,
  value: unknown,
  servers: readonly string[],
  base: string,
): void {
  if (typeof value !== "string") rebaseLinks(value, servers, base);
  // The mock may itself be reached at the provider's host, below its name: such a link is right already.
  else if (value.startsWith("http") && !value.startsWith(`${base}/`)) {
    const server = servers.find((one) => value.startsWith(`${one}/`));
    if (server !== undefined) Reflect.set(holder, key, base + value.slice(server.length));
  }
}

/** Makes the links of a body that lead to the provider lead to the mock. Done to every answer, so no lists are made. */
export function rebaseLinks(body: unknown, servers: readonly string[], base: string): void {
  if (Array.isArray(body)) for (let i = 0; i < body.length; i += 1) rebaseAt(body, i, body[i], servers, base);
  else if (isObject(body)) for (const name in body) rebaseAt(body, name, body[name], servers, base);
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
