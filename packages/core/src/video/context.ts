import type { Connection, Service } from "../connection.js";
import { OmniError, type OmniErrorCode, type OmniErrorOptions } from "../error.js";
import type { RequestSchema } from "../language/check-body.js";
import type { Contract, TaskStatus } from "../language/contract.js";
import { compact } from "../language/objects.js";
import type { AnswerError } from "../language/task.js";
import type { Clock } from "./clock.js";
import type { Journal, VideoEvent } from "./events.js";
import type { Exchanged } from "./exchange.js";
import type { Task } from "./handle.js";
import type { Models } from "./model.js";
import { userMessageOf } from "./user-message.js";

/** What codegen knows of a provider. */
export interface VideoContract extends Contract {
  readonly service: Service;
  readonly models: Models;
  /** operationId → schema of its JSON body. */
  readonly requestSchemas: Readonly<Record<string, RequestSchema>>;
}

/** What every part of a client works with. */
export interface Context {
  readonly contract: VideoContract;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly journal: Journal | undefined;
  readonly submitTimeoutMs: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** A new id, unlike any other. */
  readonly newId: () => string;
  readonly emit: (event: VideoEvent) => void;
  /** A text without the key. */
  readonly redact: (text: string) => string;
}

/** What the subpaths of this package work with. It holds keys: nothing of it belongs into a log. */
export type ClientAccess = Pick<Context, "contract" | "connection" | "clock" | "random" | "redact">;

/** What an error tells beside its code. */
export interface Failure extends Partial<Omit<OmniErrorOptions, "code" | "provider" | "handle">> {
  readonly phase: OmniErrorOptions["phase"];
  readonly message: string;
  readonly task?: Task | undefined;
  readonly answer?: Exchanged | undefined;
  readonly told?: AnswerError | undefined;
}

/** Whether a task in this state was paid for, by the contract. */
export function billedOf({ lifecycle: { charge } }: Contract, status?: TaskStatus): "no" | "yes" | "unknown" {
  if (status === "completed") return "yes";
  if (status === "failed" || status === "expired" || status === "cancelled") {
    const fate = (status === "cancelled" ? charge.cancelled : undefined) ?? charge.failed;
    return ({ refunded: "no", free: "no", kept: "yes", unknown: "unknown" } as const)[fate];
  }
  return charge.at === "accepted" ? "yes" : "unknown";
}

/** A week, in milliseconds: nobody means more. */
const LONGEST_ADVICE = 604_800_000;

export function retryAfterOf(answer: Pick<Exchanged, "headers"> | undefined, now: number): number | undefined {
  const text = answer?.headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_ADVICE);
  // RFC 9110, section 5.6.7. `Date.parse` makes a date of anything, and that date may have passed.
  const date = /^\w+, .* GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Whether what went wrong may be right when the same is tried again. */
export const isPassing = (code: OmniErrorCode): boolean => code === "rate_limited" || code === "provider_unavailable";

/** Of an error by which a caller's own signal ended something: what those who pass signals look for. */
export const asAbort = (error: OmniError): OmniError => Object.defineProperty(error, "name", { value: "AbortError" });

/** @throws {OmniError} for a time limit that is none: 0, or what an unset variable becomes */
export function assertLimit(context: Context, name: string, given: number | undefined): void {
  if (given === undefined || (typeof given === "number" && given > 0)) return;
  const message = `\`${name}\` is ${String(given)}; give a number of milliseconds above 0, or Infinity.`;
  throw failed(context, "invalid_request", { phase: "validate", message });
}

/** What `fetch` failed with, as far as it can be shown: a library may have put the request, and the key, into its error. */
export function shownCause({ redact }: Pick<Context, "redact">, cause: unknown, depth = 0): Error | undefined {
  if (!(cause instanceof Error) || depth > 4) return undefined;
  const inner = shownCause({ redact }, cause.cause, depth + 1);
  const shown = new Error(redact(cause.message), inner && { cause: inner });
  const code = "code" in cause && typeof cause.code === "string" ? { code: redact(cause.code) } : {};
  return Object.assign(shown, { name: cause.name, stack: redact(cause.stack ?? "") }, code);
}

/** The one way in which a client fails. */
export function failed({ contract, redact, clock }: Context, code: OmniErrorCode, failure: Failure): OmniError {
  const { task, answer, told, message, ...rest } = failure;
  return new OmniError(
    compact({
      provider: contract.service.provider,
      code,
      model: task?.model,
      handle: task?.handle,
      statusCode: answer?.status,
      responseBody: answer?.text,
      requestId: told?.requestId && redact(told.requestId),
      advice: told?.advice,
      retryAfterMs: retryAfterOf(answer, clock.now()),
      userMessage: userMessageOf(code),
      ...rest,
      message: redact(message),
    }),
  );
}
