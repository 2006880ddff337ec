import type { AnswerCode, Contract, ErrorPlaces, OutcomeRule } from "./contract.js";
import { matches, textAt, type Answer } from "./match.js";
import { compact } from "./objects.js";
import type { AnswerError, AnswerErrorCode, Handle, Outcome } from "./task.js";

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

// The client errors of RFC 9110, 6585, 4918, 7725 and 8470 by which a server says that it did not serve the request. A
// timeout, a conflict, "too early" and what gateways made up (499: the client went away) do not say so.
const REFUSALS = [
  400, 401, 402, 403, 404, 405, 406, 410, 411, 412, 413, 414, 415, 416, 417, 422, 426, 428, 429, 431, 451,
];

/** What a status means for the money where the contract has no rule for the answer. */
function ruleOfStatus(status: number): OutcomeRule {
  if (!REFUSALS.includes(status)) return UNKNOWN;
  const rule: OutcomeRule = { outcome: "rejected", error: codeOfStatus(status) };
  // RFC 6585, section 4: the one refusal that may be sent again without the provider saying so.
  return status === 429 ? { ...rule, resend: { after: "Retry-After", else: [1, 2, 4] } } : rule;
}

/** The error that an answer tells of, read in the places where the provider writes it. */
export function errorOf(code: AnswerErrorCode, answer?: Answer, at: ErrorPlaces = {}, advice?: string): AnswerError {
  const told = (place: keyof ErrorPlaces) => answer && textAt(at[place], answer);
  return compact({ code, message: told("message"), rawCode: told("code"), requestId: told("requestId"), advice });
}

/** The captures that an answer, and the request it answers, show of a task; by the names of the contract's handle. */
function captured({ lifecycle }: Contract, operationId: string, answer: Answer): Handle {
  const handle: Record<string, string> = {};
  for (const [name, source] of Object.entries(lifecycle.submit[operationId]?.handle ?? {})) {
    const text = textAt(source, answer);
    if (text !== undefined) handle[name] = text;
  }
  return handle;
}

/** Whether the contract's first read can be asked with this handle. */
function isFindable({ lifecycle }: Contract, operationId: string, handle: Handle): boolean {
  const { with: parameters, url = "" } = lifecycle.read[lifecycle.submit[operationId]?.read ?? ""] ?? {};
  const needed = Object.values(parameters ?? { url });
  return needed.every((names) => [names].flat().some((name) => handle[name] !== undefined));
}

/**
 * What an answer to the submit `operationId` means for the money. Leave `answer` out where none came; its `request` is
 * the body that was sent, where parts of the handle may stand.
 */
export function classify(contract: Contract, operationId: string, answer?: Answer): Outcome {
  const { operations, lifecycle } = contract;
  if (!answer) return { outcome: "unknown", error: errorOf("submission_unknown") };
  const found = captured(contract, operationId, answer);
  const handle = isFindable(contract, operationId, found) ? found : undefined;
  const showsTask = () => Object.keys(captured(contract, operationId, { ...answer, request: undefined })).length > 0;
  const said = operations[operationId]?.outcomes?.find((one) => matches(one, answer)) ?? ruleOfStatus(answer.status);
  // A refusal that shows a task contradicts itself: the task may be real and paid for.
  const { outcome, error: code, resend, advice } = said.outcome === "rejected" && showsTask() ? UNKNOWN : said;
  if (outcome === "accepted" && handle) return { outcome, handle };
  const told = (own: AnswerCode) => errorOf(own, answer, lifecycle.errors, advice);
  if (outcome === "rejected") return compact({ outcome, error: told(code ?? "invalid_request"), resend });
  return compact({ outcome: "unknown", error: told("submission_unknown"), handle });
}
