import type { Document } from "@omni-contracts/specs";
import type { Paint } from "@omni-contracts/specs/terminal";
import type { MockAnswer, MockRequest } from "../transport/http.js";
import { taskStatusIn } from "./task-status.js";

/** Longer paths are cut: nobody reads them, and a line stays a line. */
const LONGEST_PATH = 160;

const twoDigits = (value: number): string => String(value).padStart(2, "0");
export const clockTime = (time: Date): string =>
  [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(":");

// What a client sends could steer the terminal.
export const harmless = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, "?");

function shownPath(path: string): string {
  const text = harmless(path);
  return text.length > LONGEST_PATH ? `${text.slice(0, LONGEST_PATH - 3)}...` : text;
}

/** `/acme/~ci/v1/videos` → `acme`, `/v1/videos` */
function split(path: string): { provider: string; rest: string } {
  const [, provider = "", rest = ""] = /^\/([^/]*)(?:\/~[\w.-]{1,64}(?=\/|$))?(.*)$/.exec(path) ?? [];
  return { provider, rest };
}

function statusOf({ status, delivery }: MockAnswer, paint: Paint): string {
  // A connection that breaks brings no status.
  if (delivery?.reset) return paint("red", "---");
  return paint(status < 400 ? "green" : status < 500 ? "yellow" : "red", String(status));
}

function whatHappened(document: Document | undefined, request: MockRequest, answer: MockAnswer): string {
  const fault = answer.headers["x-mock-fault"];
  if (fault !== undefined) return harmless(fault);
  const { rest: path } = split(request.path);
  return (document && taskStatusIn(document, { method: request.method, path }, answer)) ?? "";
}

function duration({ delivery }: MockAnswer, milliseconds: number): string {
  // The answer is made by now, and still on its way when a fault slows it.
  const slow = ((delivery?.delay ?? 0) + (delivery?.drip ?? 0)) * 1000;
  return `${Math.round(milliseconds + slow)} ms`;
}

/** One line of a request: time, method, path, status, the task's state or what went wrong, milliseconds. No query: keys stand there. */
export function liveLine(
  documents: ReadonlyMap<string, Document>,
  paint: Paint,
  request: MockRequest,
  answer: MockAnswer,
  milliseconds: number,
  time = new Date(),
): string {
  const what = whatHappened(documents.get(split(request.path).provider), request, answer);
  const parts = [
    paint("dim", clockTime(time)),
    harmless(request.method).padEnd(4),
    shownPath(request.path),
    statusOf(answer, paint),
    paint("x-mock-fault" in answer.headers ? "yellow" : "bold", what),
    paint("dim", duration(answer, milliseconds)),
  ];
  return parts.filter((part) => part !== "").join("  ");
}
