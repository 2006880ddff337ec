import { WrongUse } from "@omni-contracts/specs/terminal";
import { isLoopback } from "../cli/host.js";
import { baseUrlOf } from "./upstream.js";

/** What the flags of the recorder look like to `parseArgs`. */
export const RECORD_FLAGS = {
  record: { type: "string" },
  report: { type: "string" },
  out: { type: "string" },
  budget: { type: "string" },
  timeout: { type: "string" },
  for: { type: "string" },
  "fail-on-drift": { type: "boolean", default: false },
} as const;

export interface RecordOptions {
  readonly provider: string;
  /** Without a slash at the end. */
  readonly base: string;
  /** A folder of its own where it is not given. */
  readonly out?: string;
  readonly budget: number;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly lifetime: number;
}

type Values = Readonly<Partial<Record<Exclude<keyof typeof RECORD_FLAGS, "fail-on-drift">, string>>>;

const UNITS = new Map([
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
]);
/** What a timer of Node can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

function durationOf(flag: string, text: string): number {
  const [, count = "", unit = ""] = /^(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  const milliseconds = Number(count || NaN) * (UNITS.get(unit) ?? NaN);
  if (milliseconds >= 10 && milliseconds <= LONGEST) return milliseconds;
  throw new WrongUse(`--${flag} "${text}" cannot be used; write a time like 90s, 30m or 2h.`);
}

function budgetOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new WrongUse(`--budget "${text}" cannot be used; write how many paid submits may be sent, from 0 to 9999.`);
}

/** @throws WrongUse */
export function recordOptions(values: Values, host: string): RecordOptions | undefined {
  const { record, out } = values;
  if (record === undefined) {
    const [stray] = (["out", "budget", "timeout", "for"] as const).filter((flag) => values[flag] !== undefined);
    if (stray === undefined) return undefined;
    throw new WrongUse(`--${stray} belongs to --record; add one like --record acme=https://api.acme.test.`);
  }
  if (values.report !== undefined) throw new WrongUse("--record reports when it ends; leave --report out.");
  const [, provider = "", base = ""] = /^([\w-]+)=(.+)$/.exec(record) ?? [];
  if (base === "") {
    throw new WrongUse("--record needs a provider and its base URL, like --record acme=https://api.acme.test.");
  }
  if (!isLoopback(host)) throw new WrongUse(`--record listens on this machine only; leave --host ${host} out.`);
  if (out === "") throw new WrongUse("--out is empty; name a folder, or leave it out.");
  return {
    ...{ provider, base: baseUrlOf(base) },
    ...(out !== undefined && { out }),
    budget: budgetOf(values.budget ?? "0"),
    timeout: durationOf("timeout", values.timeout ?? "120s"),
    lifetime: durationOf("for", values.for ?? "30m"),
  };
}
