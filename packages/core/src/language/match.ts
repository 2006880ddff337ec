import type { Match, Path, Place, Source, Status, Where } from "./contract.js";
import { select, type Location } from "./path.js";

/**
 * An HTTP answer, as far as the language looks at it. `body` is the parsed JSON, the bytes of a body that is not JSON, or
 * `undefined` when it could not be read.
 */
export interface Answer {
  /** The HTTP status. */
  readonly status: number;
  /** The Fetch API's, or anything that looks them up regardless of case. */
  readonly headers?: { get(name: string): string | null };
  /** Parsed JSON, bytes, or nothing. */
  readonly body?: unknown;
  /** The body of the request that was sent. */
  readonly request?: unknown;
}

const hasStatus = (status: number, wanted: Status): boolean =>
  typeof wanted === "number" ? status === wanted : Math.floor(status / 100) === Number(wanted[0]);

const hasType = (answer: Answer, wanted: string): boolean => {
  const type = answer.headers?.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
};

const isOne = (value: unknown, wanted: Where[Path][number]): boolean =>
  typeof wanted !== "object" || wanted === null
    ? value === wanted
    : ["string", "number"].includes(typeof value) && new RegExp(wanted.pattern).test(String(value));

/** Whether every path of `where` selects a value that is listed for it. */
export const holds = (where: Where, body: unknown): boolean =>
  Object.entries(where).every(([path, listed]) =>
    select(body, path).some((one) => listed.some((wanted) => isOne(one, wanted))),
  );

/** Whether an answer is what a rule describes: every member that the rule gives must hold. */
export function matches(rule: Match, answer: Answer): boolean {
  const { http, type, where, has } = rule;
  if (http !== undefined && ![http].flat().some((one) => hasStatus(answer.status, one))) return false;
  if (type !== undefined && !hasType(answer, type)) return false;
  if (where !== undefined && !holds(where, answer.body)) return false;
  return has === undefined || select(answer.body, has).some(saysSomething);
}

function valuesAt(place: Place, { headers, body, request }: Answer, current?: Location): unknown[] {
  if (typeof place === "string") return select(body, place, current);
  return "header" in place ? [headers?.get(place.header)] : select(request, place.request);
}

/** Text that says something, or a number that JSON has not rounded. */
const isText = (value: unknown): boolean =>
  typeof value === "string"
    ? value.trim() !== ""
    : typeof value === "number" && (!Number.isInteger(value) || Number.isSafeInteger(value));

const saysSomething = (value: unknown): boolean =>
  isText(value) || typeof value === "boolean" || (typeof value === "object" && value !== null);

/** The texts at a source. Numbers are written out; blank text, null, objects and lists do not count. */
export function textsAt(source: Source = [], answer: Answer, current?: Location): string[] {
  for (const place of [source].flat()) {
    const texts = valuesAt(place, answer, current).filter(isText);
    if (texts.length > 0) return texts.map(String);
  }
  return [];
}

/** The first text at a source. */
export const textAt = (source: Source | undefined, answer: Answer, current?: Location): string | undefined =>
  textsAt(source, answer, current)[0];

/** The first value at a source as a number; text counts by the number that it begins with (`"35%"`, `"0.3"`). */
export function numberAt(source: Source | undefined, answer: Answer, current?: Location): number | undefined {
  const number = Number.parseFloat(textAt(source, answer, current) ?? "");
  return Number.isFinite(number) ? number : undefined;
}
