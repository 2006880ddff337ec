// What samples of several languages share: their words, and small things about text.
import { isObject, type Json } from "./json.js";
import type { BodyRefusal } from "./refused.js";
import type { SampleRequest } from "./sample.js";

/** Every request has this long to be answered, in seconds. A submit may take its time. */
export const TIMEOUT = 120;
/** Statuses of a refusal that may be another one the next time. */
export const PASSING = [408, 425, 429];

const MAY_EXIST = "The task may exist and cost money: look for it before you send it again";
export const NO_ANSWER = `No answer. ${MAY_EXIST}`;
/** Of an answer that neither shows a task nor says that there is none. */
export const UNCLEAR = `No clear answer. ${MAY_EXIST}`;
export const REFUSED = "Not accepted, and not repeated";
/** What stands above the statuses of refusals. */
export const REFUSED_IS = "With these the provider refuses: there is no task, and nothing to pay.";

/** What a sample is, what it costs, and what it needs: a line each, so that none is cut off. */
export function headOf({ summary, flow, key, body }: SampleRequest, needs: string): readonly string[] {
  const cost = flow.kind === "submit" ? ["Costs money, so it is sent once; then waits for the video."] : [];
  const file = body?.kind === "form" ? [`the file ${body.file.path}`] : [];
  const all = [needs, ...(key ? [`the key in ${key.env}`] : []), ...file].filter((one) => one !== "");
  return [`${summary.replace(/\.$/, "")}.`, ...cost, ...(all.length > 0 ? [`Needs ${all.join(", and ")}.`] : [])];
}

export interface TextStyle {
  readonly indent: string;
  readonly name: (name: string) => string;
  readonly scalar: (value: Json) => string;
}

/** A JSON value as a literal: objects one member a line, lists in one line where they fit into `width`. */
export function literal(value: Json, style: TextStyle, width: number, indent = "", before = 0): string {
  const inner = indent + style.indent;
  const close = (open: string, parts: readonly string[], end: string) =>
    `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${end}`;
  if (Array.isArray(value)) {
    const short = `[${value.map((one) => literal(one, style, width)).join(", ")}]`;
    const fits = !short.includes("\n") && before + short.length + 1 <= width;
    if (fits) return short;
    return close(
      "[",
      value.map((one) => literal(one, style, width, inner, inner.length)),
      "]",
    );
  }
  if (!isObject(value)) return style.scalar(value);
  const members = Object.entries(value).map(([key, one]) => {
    const name = `${style.name(key)}: `;
    return name + literal(one, style, width, inner, inner.length + name.length);
  });
  return members.length === 0 ? "{}" : close("{", members, "}");
}

/** Numbers between two brackets: in one line where they fit into `width`, else as many in a line as there is room for. */
export function filled(
  numbers: readonly number[],
  before: string,
  after: string,
  indent: string,
  width: number,
): string {
  const short = `${before}${numbers.join(", ")}${after}`;
  if (short.length <= width) return short;
  const lines = numbers.reduce<readonly string[]>((all, number) => {
    const last = all.at(-1);
    const longer = last === undefined ? undefined : `${last} ${number},`;
    return longer === undefined || longer.length > width
      ? [...all, `${indent}${number},`]
      : [...all.slice(0, -1), longer];
  }, []);
  return [before, ...lines, after].join("\n");
}

/** That a status lies between two. No status is above 599. */
export function statusText({ from, to }: BodyRefusal, status: string, and: string, equals = "=="): string {
  if (from === to) return `${status} ${equals} ${from}`;
  return to === 599 ? `${status} >= ${from}` : `${status} >= ${from} ${and} ${status} <= ${to}`;
}

/** The query of a request, with its question mark; empty where there is none. */
export function queryOf({ parameters }: SampleRequest): string {
  const query = new URLSearchParams();
  for (const { name, in: place, value } of parameters) {
    if (place !== "query" || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, plain(one));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** A value as it stands in an address or a header. */
export const plain = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Splits a path at the names in braces: text, name, text, name, text. */
export const partsOf = (path: string): readonly string[] => path.split(/[{}]/);
