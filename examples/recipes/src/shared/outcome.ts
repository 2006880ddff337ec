// What became of a job, in words, and what to do.
import { basename, join } from "node:path";
import { OmniError } from "@omni-contracts/core";
import type { Outcome } from "./work.js";

/** `unfinished`: it is paid for, and goes on. `unknown`: it may be paid for. `not ordered`: it costs nothing. */
export const STATES = ["saved", "failed", "unfinished", "unknown", "not ordered"] as const;

export interface Verdict {
  readonly state: (typeof STATES)[number];
  /** Its file, or what is wrong. */
  readonly note: string;
  /** What to do, for what is not saved. */
  readonly advice?: string;
}

const AGAIN = "Run this again: it goes on, and orders nothing.";

export function verdictOf({ key, standing, ended, error }: Outcome, out: string): Verdict {
  const folder = join(out, "jobs", key);
  if (ended?.file !== undefined && !error) return { state: "saved", note: basename(ended.file) };
  if (ended?.failed)
    return {
      ...{ state: "failed", note: ended.failed.message },
      advice: `To order it again, and pay again: remove ${folder}`,
    };
  const code = OmniError.isInstance(error) ? error.code : undefined;
  const why = code === "aborted" ? "Stopped." : (error?.message ?? "");
  if (standing.state === "task") {
    const note = `${why} ${standing.handle}`.trim();
    if (standing.isSure) return { state: "unfinished", note, advice: AGAIN };
    const missing = `The provider does not know it. If its console does not either: remove ${folder} and run this again.`;
    return { state: "unknown", note, advice: code === "task_not_found" ? missing : AGAIN };
  }
  if (standing.state === "lost") {
    const advice = standing.isPending
      ? "Its answer may still come: run this again."
      : `Look into the provider's console. Only if it is not there: remove ${folder} and run this again.`;
    return { state: "unknown", note: why || "The answer to the order was lost.", advice };
  }
  const isStopped = code === "aborted" || !error;
  return {
    ...{ state: "not ordered", note: why || "Stopped before." },
    advice: isStopped ? "Run this again." : "It cost nothing. Put right what it says, and run this again.",
  };
}
