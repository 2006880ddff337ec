import type { Fault, Life, MockAnswer } from "@omni-contracts/mocks";

// The members of mocks/faults/schema.yaml that the suite's faults are made of, for servers that no contract describes.

/** A fault, and what it has done. */
export interface Active {
  readonly fault: Fault;
  /** Whether it strikes this request; counts it. */
  readonly strikes: (kind: string, now: number) => boolean;
  readonly secondsLeft: (now: number) => number;
}

export function createFaultState(fault: Fault): Active {
  const { on = "any", skip = 0, times = Infinity, answer } = fault;
  const state: { seen: number; struck: number; until?: number } = { seen: 0, struck: 0 };
  return {
    fault,
    strikes(kind, now) {
      if (on !== "any" && on !== kind) return false;
      state.seen += 1;
      if (state.seen <= skip || state.struck >= times) return false;
      if (answer?.retryAfter !== undefined) state.until ??= now + answer.retryAfter * 1000;
      if (state.until !== undefined && now >= state.until) return false;
      state.struck += 1;
      return true;
    },
    secondsLeft: (now) => Math.ceil(((state.until ?? now) - now) / 1000),
  };
}

const bytesOf = (body: unknown): Uint8Array =>
  body instanceof Uint8Array ? body : new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));

/** An answer as a fault leaves it. */
export function strike(
  before: MockAnswer,
  { fault, secondsLeft }: Active,
  refusal: (status: number, message: string) => unknown,
  now: number,
): MockAnswer {
  const { answer = {}, delay = 0 } = fault;
  const { status = before.status, headers = {}, cut, reset = false, retryAfter, error } = answer;
  const whole = "body" in answer ? answer.body : error === undefined ? before.body : refusal(status, "Not now.");
  const own = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const bytes = bytesOf(whole);
  return {
    status,
    headers: {
      ...before.headers,
      ...Object.fromEntries(own),
      ...(retryAfter !== undefined && { "retry-after": String(secondsLeft(now)) }),
    },
    body: cut === undefined ? whole : bytes.subarray(0, Math.floor(bytes.length * cut)),
    delivery: { delay, reset },
  };
}

/** How the jobs live, of all faults together. */
export const lifeOf = (faults: readonly Fault[]): Life =>
  faults.reduce<Life>((life, { task }) => ({ ...life, ...task }), {});
