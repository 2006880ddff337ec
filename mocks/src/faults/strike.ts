import { bytesOf, type MockAnswer } from "../transport/http.js";
import { remaining, type ActiveFault } from "./active.js";
import type { Fault, FaultAnswer } from "./fault.js";

/** Marks an answer that no contract has. */
export const marked = (answer: MockAnswer, fault: string, status = answer.status): MockAnswer => {
  const before = answer.headers["x-mock-fault"];
  const name = before === undefined ? fault : `${before}, ${fault}`;
  return { ...answer, status, headers: { ...answer.headers, "x-mock-fault": name } };
};

function headersOf(answer: MockAnswer, active: ActiveFault, now: number): Record<string, string> {
  const { headers = {}, retryAfter } = active.fault.answer ?? {};
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  // Whole seconds (RFC 9110, section 10.2.3), rounded up: whoever obeys is not early.
  const seconds = Math.ceil(Math.min(retryAfter ?? 0, remaining(active, now) / 1000));
  const { "content-length": length, ...kept } = answer.headers;
  // What was said of the whole body is not true of another one.
  const isWhole = active.fault.answer?.cut === undefined && !("body" in (active.fault.answer ?? {}));
  const before = { ...kept, ...(isWhole && length !== undefined && { "content-length": length }) };
  const all = { ...before, ...(retryAfter !== undefined && { "retry-after": String(seconds) }) };
  const merged = new Map<string, string | null>([...Object.entries(all), ...own]);
  return Object.fromEntries([...merged].flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

const cutTo = (bytes: Uint8Array, share: number): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * share));

/** An answer as a fault leaves it. */
export function struckBy(answer: MockAnswer, active: ActiveFault, now: number): MockAnswer {
  const { fault } = active;
  const { status = answer.status, cut, ...own } = fault.answer ?? {};
  const whole = "body" in own ? own.body : answer.body;
  const { delay = 0, drip = 0 } = answer.delivery ?? {};
  const breaksAt = own.breaksAt ?? answer.delivery?.breaksAt;
  const delivery = {
    delay: delay + (fault.delay ?? 0),
    drip: drip + (fault.drip ?? 0),
    reset: own.reset ?? answer.delivery?.reset ?? false,
    ...(breaksAt !== undefined && { breaksAt }),
  };
  const changed: MockAnswer = {
    ...answer,
    status,
    headers: headersOf(answer, active, now),
    body: cut === undefined ? whole : cutTo(bytesOf({ ...answer, body: whole }), cut),
    delivery,
  };
  return marked(changed, fault.name);
}

/** Finds the documented answer that a fault names; `undefined` when it names none, or brings its own. */
export type Documented = (answer: FaultAnswer) => MockAnswer | undefined;

/** What a fault answers in place of serving: a documented answer, or one that the fault brings along. */
export const insteadOf = ({ answer = {} }: Fault, documented: Documented): MockAnswer =>
  documented(answer) ?? { status: 200, headers: {}, body: "" };
