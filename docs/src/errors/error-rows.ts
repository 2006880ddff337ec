// Every error that a contract shows, and what it means for the money: read from the named examples by the same rules by
// which clients read answers.
import {
  classify,
  readError,
  readTask,
  type Answer,
  type Contract,
  type Lifecycle,
} from "@omni-contracts/core/language";
import { contractOf } from "@omni-contracts/mocks";
import { fixturesOf, isInferred, objectAt, resolved, textOf, type Document, type Fixture } from "@omni-contracts/specs";

/**
 * Whether the request, or the task that has failed, is paid for. `task-…`: a look that failed is free, and the task that it
 * looks at is charged when it is accepted, or completed, or nobody says when.
 */
export type Charged = "no" | "refunded" | "yes" | "unknown" | `task-${Lifecycle["charge"]["at"]}`;

/** Whether the same request may be sent again without paying twice. */
export type Repeat =
  | { readonly kind: "wait"; readonly after?: string; readonly seconds: readonly number[] }
  | { readonly kind: "mend" | "never" | "free" | "new-task" };

export interface ErrorRow {
  readonly operationId: string;
  readonly status: number;
  /** The example's name: what mocks answer to `Prefer: example=…`. */
  readonly example: string;
  readonly summary: string;
  /** The provider's own word or number for it. */
  readonly rawCode?: string;
  /** The provider's message. */
  readonly message?: string;
  /** Ours. */
  readonly code: string;
  readonly cause: string;
  /** Empty where the contract has none. */
  readonly fix: string;
  readonly advice?: string;
  readonly charged: Charged;
  readonly repeat: Repeat;
  /** No page shows this body. */
  readonly isInferred: boolean;
}

type Meaning = Pick<ErrorRow, "code" | "rawCode" | "message" | "advice" | "charged" | "repeat">;

// Errors that the next try meets again unless something is changed.
const LASTING = ["authentication", "permission_denied", "insufficient_credits", "invalid_request", "content_policy"];
const isLasting = (code: string): boolean => [...LASTING, "model_not_found", "unsupported_feature"].includes(code);
/** Errors that pass by waiting: of a refused submit, clients call only these retryable. */
const isPassing = (code: string): boolean => code === "rate_limited" || code === "provider_unavailable";

const CHARGES: Readonly<Record<string, Charged>> = { refunded: "refunded", kept: "yes", free: "no" };

/** The header that tells how long to wait, where the answer has it. */
const delayOf = ({ headers }: Answer): { readonly after?: string } =>
  headers?.get("retry-after") ? { after: "Retry-After" } : {};

function meaningOfSubmit(contract: Contract, id: string, answer: Answer): Meaning | undefined {
  const outcome = classify(contract, id, answer);
  if (outcome.outcome === "accepted") return undefined;
  const { error } = outcome;
  if (outcome.outcome === "unknown") return { ...error, charged: "unknown", repeat: { kind: "never" } };
  const { resend } = outcome;
  const repeat: Repeat = resend
    ? { kind: "wait", after: resend.after, seconds: resend.else }
    : isPassing(error.code)
      ? { kind: "wait", ...delayOf(answer), seconds: [] }
      : { kind: "mend" };
  return { ...error, charged: "no", repeat };
}

function meaningOf(contract: Contract, { id, status, headers, body }: Fixture): Meaning | undefined {
  const answer = { status, body, headers: { get: (name: string) => headers[name.toLowerCase()] ?? null } };
  const { submit, read, charge } = contract.lifecycle;
  if (id in submit) return meaningOfSubmit(contract, id, answer);
  const reading = id in read ? readTask(contract, id, answer) : { error: readError(contract, id, answer) };
  if (reading.error) {
    const { code } = reading.error;
    const repeat: Repeat =
      code === "rate_limited"
        ? { kind: "wait", ...delayOf(answer), seconds: [] }
        : { kind: isLasting(code) ? "mend" : "free" };
    return { ...reading.error, charged: id in read ? `task-${charge.at}` : "no", repeat };
  }
  if (!("task" in reading) || !reading.task.error) return undefined;
  const { status: state, error } = reading.task;
  const word = textOf(objectAt(charge)[state]);
  return { ...error, charged: CHARGES[word] ?? "unknown", repeat: { kind: "new-task" } };
}

/** `Cause: … Fix: …` of an example's description; advice that is the provider's stands where the fix does. */
function causeAndFix(description: string): { cause: string; fix: string } {
  const [, cause = description, fix = "", advice = ""] =
    /^\s*(?:Cause:\s*)?([\s\S]*?)(?:\s*Fix:\s*([\s\S]*)|\s*(Advice\b[\s\S]*))?$/.exec(description) ?? [];
  return { cause: cause.trim(), fix: fix.trim() || advice.trim() };
}

function descriptionOf(document: Document, { operation, status, name }: Fixture): string {
  const response = resolved(document, objectAt(operation.responses)[String(status)]);
  const content = objectAt(objectAt(response.content)["application/json"]);
  return textOf(resolved(document, objectAt(content.examples)[name]).description);
}

/** In the order of the contract. */
export function errorRows(document: Document): ErrorRow[] {
  const contract = contractOf(document);
  return fixturesOf(document).flatMap((fixture) => {
    const meaning = meaningOf(contract, fixture);
    if (!meaning) return [];
    const { id, status, name, summary } = fixture;
    const texts = causeAndFix(descriptionOf(document, fixture));
    return { operationId: id, status, example: name, summary, ...texts, ...meaning, isInferred: isInferred(fixture) };
  });
}
