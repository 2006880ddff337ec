import type { AnswerCode } from "./language/contract.js";

/** Every code that an {@link OmniError} can have. */
export type OmniErrorCode =
  AnswerCode | "wait_timeout" | "result_missing" | "download_failed" | "contract_violation" | "network" | "aborted";

/** What an {@link OmniError} tells. */
export interface OmniErrorOptions {
  /** What went wrong, in words that all providers share. */
  readonly code: OmniErrorCode;
  /** The provider's name, as in its package. */
  readonly provider: string;
  /** What to tell a developer: what is wrong, and what to do. Never holds a secret. */
  readonly message: string;
  /** What was under way. */
  readonly phase: "configure" | "validate" | "upload" | "submit" | "poll" | "result" | "download" | "webhook";
  /** The id of the model that was asked for. */
  readonly model?: string | undefined;
  /** Finds the task again: `client.resume(handle)`. There whenever a task exists or may exist. */
  readonly handle?: string | undefined;
  /** The HTTP status of the answer, where there was one. */
  readonly statusCode?: number | undefined;
  /** The provider's id of the request; support asks for it. */
  readonly requestId?: string | undefined;
  /** The answer's body as text, without the key. */
  readonly responseBody?: string | undefined;
  /** Whether the same call may be repeated without paying twice. */
  readonly isRetryable?: boolean;
  /** How long to wait before that, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether money was taken. */
  readonly billed?: "no" | "yes" | "unknown";
  /** What the provider advises; shown, never followed by this library. */
  readonly advice?: string | undefined;
  /** A sentence for the person in front of the screen. */
  readonly userMessage?: string | undefined;
  /** The error behind this one, such as that of `fetch`. */
  readonly cause?: unknown;
}

const MARK = Symbol.for("omni-contracts.error");

/** The one error class of all clients. Recognise it with {@link OmniError.isInstance}: two copies of a package may meet. */
export class OmniError extends Error implements OmniErrorOptions {
  override readonly name = "OmniError";
  declare readonly code: OmniErrorCode;
  declare readonly provider: string;
  declare readonly phase: OmniErrorOptions["phase"];
  declare readonly model: string | undefined;
  declare readonly handle: string | undefined;
  declare readonly statusCode: number | undefined;
  declare readonly requestId: string | undefined;
  declare readonly responseBody: string | undefined;
  declare readonly isRetryable: boolean;
  declare readonly retryAfterMs: number | undefined;
  declare readonly billed: "no" | "yes" | "unknown";
  declare readonly advice: string | undefined;
  declare readonly userMessage: string | undefined;

  constructor(options: OmniErrorOptions) {
    const { message, cause, ...told } = options;
    super(`${told.provider}: ${message}`, cause === undefined ? undefined : { cause });
    Object.assign(this, { isRetryable: false, billed: "no" }, told);
    Object.defineProperty(this, MARK, { value: true });
  }

  /** Whether it is one, of whichever copy of this package. */
  static isInstance(error: unknown): error is OmniError {
    return error instanceof Error && Object.hasOwn(error, MARK);
  }
}
