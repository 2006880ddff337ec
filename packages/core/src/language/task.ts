import type { AnswerCode, Resend, TaskStatus } from "./contract.js";

/** `contract_violation`: HTTP calls the answer a success, yet it shows nothing that the contract knows. */
export type AnswerErrorCode = AnswerCode | "contract_violation";

/** What an error answer says, in our code and in the provider's own words. */
export interface AnswerError {
  readonly code: AnswerErrorCode;
  /** The provider's own words. */
  readonly message?: string;
  /** The provider's own code for it. */
  readonly rawCode?: string;
  /** What the provider's support asks for. */
  readonly requestId?: string;
  /** The provider's advice; for people, never followed by code. */
  readonly advice?: string;
}

/** What finds a task again: the contract's captures by name, one of them mostly `id`. */
export type Handle = Readonly<Record<string, string | undefined>>;

/**
 * What an answer to a submit means for the money. `accepted`: a task exists, and `handle` finds it again. `rejected`:
 * refused and free; sent again only if `resend` is there. `unknown`: the task may exist and cost money; `handle` is there
 * if the answer or the request shows enough to look for it.
 */
export type Outcome =
  | { readonly outcome: "accepted"; readonly handle: Handle }
  | { readonly outcome: "rejected"; readonly error: AnswerError; readonly resend?: Resend }
  | { readonly outcome: "unknown"; readonly error: AnswerError; readonly handle?: Handle };

/** A finished video: an address, or the content itself as bytes or base64 text. */
export interface Video {
  readonly url?: string;
  /** In place of `url`: bytes, or base64 text. */
  readonly data?: Uint8Array | string;
  /** As the provider tells it: `video/mp4`. */
  readonly mediaType?: string;
  /** When the address stops working. */
  readonly expiresAt?: Date;
}

/** An amount of money, or of a provider's credits. */
export interface Cost {
  readonly amount: number;
  /** As the provider calls it: `USD`, `credits`. */
  readonly currency: string;
}

/** One look at a task. */
export interface TaskSnapshot {
  readonly status: TaskStatus;
  /** The provider's word for the status. */
  readonly rawStatus?: string;
  /** The provider's word is not in the contract; the task counts as running until it says something known. */
  readonly drift?: true;
  /** 0 to 100. */
  readonly progress?: number;
  /** How long the provider thinks that the whole takes, in seconds. */
  readonly estimatedSeconds?: number;
  /** Empty until the task is completed; a protocol with a second call gives them in its answer to `next`. */
  readonly videos: readonly Video[];
  /** What the task was charged with. */
  readonly cost?: Cost;
  /** When it was taken, by the provider's clock. */
  readonly createdAt?: Date;
  /** When it ended, by the provider's clock. */
  readonly completedAt?: Date;
  /** Only on failed, cancelled and expired tasks. */
  readonly error?: AnswerError;
  /** operationId of the read that gives the result, where that is a second call. */
  readonly next?: string;
  /** The body, unchanged. */
  readonly raw: unknown;
}

/** An answer to a read is a look at the task, or an error that says nothing about the task. */
export type Reading =
  | { readonly task: TaskSnapshot; readonly error?: undefined }
  | { readonly error: AnswerError; readonly task?: undefined };
