import type { AnswerCode, Contract, ErrorPlaces, OutcomeRule } from "./contract.js";
import { matches, textAt, type Answer } from "./match.js";
import { compact } from "./objects.js";
import type { AnswerError, AnswerErrorCode, Outcome } from "./task.js";

/** What a status alone says (RFC 9110, section 15); `undefined` for anything that is not an error. */
export function codeOfStatus(status: number): AnswerCode | undefined {
  if (status === 401) return "authentication";
  if (status === 402) return "insufficient_credits";
  if (status === 403) return "permission_denied";
  if (status === 429) return "rate_limited";
  if (status >= 500 || status === 408 || status === 425) return "provider_unavailable";
  return status >= 400 ? "invalid_request" : undefined;
}

const UNKNOWN: OutcomeRule = { outcome: "unknown", error: "submission_unknown" };

/** What a status means for the money where the contract has no rule for the answer. */
function ruleOfStatus(status: number): OutcomeRule {
  // A timeout, a conflict and "too early" do not say whether a first copy was taken.
  if (status < 400 || status >= 500 || [408, 409, 425].includes(status)) return UNKNOWN;
  const rule: OutcomeRule = { outcome: "rejected", error: codeOfStatus(status) };
  // RFC 6585, section 4: the one refusal that may be sent again without the provider saying so.
  return status === 429 ? { ...rule, resend: { after: "Retry-After", else: [1, 2, 4] } } : rule;
}

/** The error that an answer tells of, read in the places where the provider writes it. */
export function errorOf(code: AnswerErrorCode, answer?: Answer, at: ErrorPlaces = {}, advice?: string): AnswerError {
  const told = (place: keyof ErrorPlaces) => answer && textAt(at[place], answer);
  return compact({ code, message: told("message"), rawCode: told("code"), requestId: told("requestId"), advice });
}

/**
 * What an answer to the submit `operationId` means for the money. Leave `answer` out where none came; its `request` is
 * the body that was sent, where parts of the handle may stand.
 */
export function classify(contract: Contract, operationId: string, answer?: Answer): Outcome {
  const { operations, lifecycle } = contract;
  const rules = operations[operationId]?.outcomes;
  const rule = answer ? (rules?.find((one) => matches(one, answer)) ?? ruleOfStatus(answer.status)) : UNKNOWN;
  if (answer && rule.outcome === "accepted") {
    const captures = Object.entries(lifecycle.submit[operationId]?.handle ?? {});
    const handle = compact(Object.fromEntries(captures.map(([name, source]) => [name, textAt(source, answer)])));
    // With nothing to find the task by, the answer is as good as none.
    if (Object.keys(handle).length > 0) return { outcome: "accepted", handle };
  }
  const code = rule.error ?? (rule.outcome === "rejected" ? "invalid_request" : "submission_unknown");
  const error = errorOf(code, answer, lifecycle.errors, rule.advice);
  if (rule.outcome !== "rejected") return { outcome: "unknown", error };
  return compact({ outcome: "rejected", error, resend: rule.resend });
}
