import { isObject, objectAt, textOf } from "@omni-contracts/specs";
import { MIMEType } from "node:util";
import type { Route } from "../engine/routes.js";
import type { Handler, MockAnswer, MockRequest } from "../transport/http.js";
import type { Judge, Refusal } from "./judge.js";

interface Violation {
  readonly code: unknown;
  readonly field: string;
  readonly message: string;
}

const SECURITY = 401;
const NAMED = /required property '(.+)'|unevaluated properties: '(.+)'|additional properties; found '(.+)'/s;

const step = (field: string, name: string): string =>
  /^\d+$/.test(name) ? `${field}[${name}]` : field ? `${field}.${name}` : name;

/** `path` in the header, `location` in Prism's own errors: `["body", "clips", "0", "url"]`. */
function violationOf(value: unknown): Violation {
  const { path, location, code, message } = objectAt(value);
  const [, ...names] = [path ?? location ?? []].flat().map(String);
  const own = NAMED.exec(textOf(message))?.slice(1).find(Boolean);
  return { code, field: [...names, ...(own ? [own] : [])].reduce(step, ""), message: textOf(message) };
}

function parsedList(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** Where there are too many violations, the header ends in the midst of one. */
function listIn(header: string): unknown[] {
  const text = header.replace(/^Too many violations! /, "");
  return text === header ? parsedList(text) : parsedList(`${text.slice(0, text.lastIndexOf("},{"))}}]`);
}

function violationsOf({ headers, body }: MockAnswer): Violation[] {
  const header = headers["sl-violations"];
  const own = objectAt(body).validation;
  return (header === undefined ? [own ?? []].flat() : listIn(header)).filter(isObject).map(violationOf);
}

/**
 * The violation that says most. Prism tells those of every branch of a choice. What all branches have against the request is
 * told most often and in the same words; those that are not meant also complain about the member that chooses, each with
 * values of its own.
 */
function tellingOf(violations: readonly Violation[]): Violation | undefined {
  const told = new Map<string, string[]>();
  for (const { field, message } of violations) if (field) told.set(field, [...(told.get(field) ?? []), message]);
  const [most] = [...told].toSorted(([, a], [, b]) => b.length - a.length || new Set(a).size - new Set(b).size);
  return violations.find(({ field }) => field === most?.[0]) ?? violations[0];
}

function isType(header: string): boolean {
  try {
    return new MIMEType(header).essence !== "";
  } catch {
    return false;
  }
}

/**
 * The request as Prism can judge it. `Prefer` and `Accept` choose an answer and say nothing of the request. A body counts
 * only where the contract has one. The content type is told to be wrong only when there is a length, and must be one that parses.
 */
function readable({ entry }: Route, request: MockRequest): MockRequest {
  const unread = ["prefer", "accept", "content-length"];
  const { text = "", headers } = request;
  const hasBody = entry.operation.requestBody !== undefined;
  const kept = Object.entries(headers).filter(
    ([name]) => !unread.includes(name) && (hasBody || name !== "content-type"),
  );
  const type = headers["content-type"] ?? "";
  return {
    ...request,
    headers: {
      ...Object.fromEntries(kept),
      ...(hasBody && type && !isType(type) && { "content-type": "unknown/unknown" }),
      ...(hasBody && text && { "content-length": String(text.length) }),
    },
  };
}

const refuse = (field: string, message: string): Refusal => ({ code: "invalid_request", field, message });

/** Prism as the judge: slower, and the reference. Its words are its own. */
export const createPrismJudge =
  (prism: Handler): Judge =>
  async (route, request) => {
    let answer: MockAnswer;
    try {
      answer = await prism(readable(route, request));
    } catch {
      // It throws at forms that its parser does not understand.
      return refuse("", "Prism cannot read the body.");
    }
    // Without `Prefer`, a request that Prism takes is answered with a success.
    if (answer.status < 400) return undefined;
    const violations = violationsOf(answer);
    if (answer.status === SECURITY || violations.some(({ code }) => code === SECURITY))
      return { code: "authentication", field: "Authorization", message: "The API key is missing." };
    const telling = tellingOf(violations);
    const detail = textOf(objectAt(answer.body).detail);
    return refuse(telling?.field ?? "", `${telling?.message ?? (detail || "Prism refuses it")}.`);
  };
