import type { AnswerCode } from "./language/contract.js";

/** Every code that an {@link OmniError} can have. */
export type OmniErrorCode =
  AnswerCode | "wait_timeout" | "result_missing" | "download_failed" | "contract_violation" | "network" | "aborted";

export interface OmniErrorOptions {
  readonly code: OmniErrorCode;
  readonly provider: string;
  /** What to tell a person: what is wrong, and what to do. Never holds a secret. */
  readonly message: string;
  /** What was under way. */
  readonly phase: "configure" | "validate" | "upload" | "submit" | "poll" | "result" | "download";
  /** Of the answer, where there was one. */
  readonly statusCode?: number;
  /** The answer's body as text, without the key. */
  readonly responseBody?: string;
  /** Whether the same call may be repeated without paying twice. */
  readonly isRetryable?: boolean;
  /** Whether money was taken. */
  readonly billed?: "no" | "yes" | "unknown";
  readonly cause?: unknown;
}

const MARK = Symbol.for("omni-contracts.error");

/** The one error class of all clients. Recognise it with {@link OmniError.isInstance}: two copies of a package may meet. */
export class OmniError extends Error {
  override readonly name = "OmniError";
  readonly code: OmniErrorCode;
  readonly provider: string;
  readonly phase: OmniErrorOptions["phase"];
  readonly statusCode: number | undefined;
  readonly responseBody: string | undefined;
  readonly isRetryable: boolean;
  readonly billed: "no" | "yes" | "unknown";

  constructor({ message, cause, isRetryable = false, billed = "no", ...told }: OmniErrorOptions) {
    super(`${told.provider}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = told.code;
    this.provider = told.provider;
    this.phase = told.phase;
    this.statusCode = told.statusCode;
    this.responseBody = told.responseBody;
    this.isRetryable = isRetryable;
    this.billed = billed;
    Object.defineProperty(this, MARK, { value: true });
  }

  static isInstance(error: unknown): error is OmniError {
    return error instanceof Error && Object.hasOwn(error, MARK);
  }
}
