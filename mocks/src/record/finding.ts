import type { Json } from "@omni-contracts/specs";
import type { DifferenceKind } from "./schema-walk.js";

/** What the word of a new state counts as, until somebody knows better: a client goes on waiting. */
export const UNTIL_KNOWN = "in_progress";

export type FindingKind =
  | DifferenceKind
  | "unknown status"
  | "unknown operation"
  | "unknown task status"
  | "unknown error code"
  | "unknown model"
  | "unknown content type"
  | "unreadable body"
  | "refused by the mock";

/** A place where the provider is otherwise than its contract, however often it was seen. */
export interface Finding {
  readonly kind: FindingKind;
  /** Operation and status: `getVideo 200`. All at which it was seen. */
  readonly seenAt: readonly string[];
  /** How often. */
  readonly times: number;
  /** Path in the body, or what else it is about. */
  readonly place: string;
  readonly spec: string;
  readonly real: string;
  readonly mock: string;
  /** Numbers of the recordings, the first ten. */
  readonly recordings: readonly number[];
  /** How the contract would have to change; absent where that takes thought. */
  readonly change?: Change;
}

/** A change of a contract, at a JSON Pointer into its document. */
export type Change =
  | { readonly do: "add value"; readonly pointer: string; readonly value: Json }
  | { readonly do: "add type"; readonly pointer: string; readonly type: string }
  | { readonly do: "add field"; readonly pointer: string; readonly name: string; readonly schema: Json }
  | { readonly do: "not required"; readonly pointer: string; readonly name: string }
  | { readonly do: "add status"; readonly pointer: string; readonly status: number; readonly response: Json }
  /** The word also has to be known as one of these states. */
  | { readonly do: "add state"; readonly word: string; readonly enum?: string };

export interface Seen {
  readonly operation: string;
  readonly status: number;
  readonly times: number;
  /** Whether the contract has this status there. */
  readonly isKnown: boolean;
  /** Statuses of the mock for the same requests. */
  readonly mock: readonly string[];
}

/** What a comparison has found. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly seen: readonly Seen[];
  /** `operation 200, 404`: in the contract, and in no recording. */
  readonly unseen: readonly string[];
  /** Operations of the contract that no recording has at all. */
  readonly untried: readonly string[];
  readonly exchanges: number;
  /** Requests that have no answer in the recording, or not the whole of one. */
  readonly unanswered: readonly { readonly number: number; readonly isPaid: boolean; readonly note: string }[];
}
