import { OmniError, type OmniErrorCode } from "../error.js";

/** What became of a request at one model. */
export interface Hop {
  /** Who was asked. */
  readonly provider: string;
  /** For which model. */
  readonly model: string;
  /** `refused`: for nothing, and no task exists. `unknown`: a task may exist. `accepted`: one exists. `stopped`: nothing was sent. */
  readonly outcome: "accepted" | "refused" | "unknown" | "stopped";
  /** Of the error. */
  readonly code?: OmniErrorCode;
  /** Of the error. */
  readonly billed?: OmniError["billed"];
  /** Of the error. */
  readonly message?: string;
  /** Whether the next model was asked. */
  readonly hasGoneOn: boolean;
  /** Why, or why not; a sentence. */
  readonly why: string;
  /** How long it took, in milliseconds. */
  readonly milliseconds: number;
}

const TRACE = Symbol.for("omni-contracts.trace");

/** Puts a trace on an error; it does not show where the error is printed or sent as JSON. */
export const withTrace = (error: OmniError, trace: readonly Hop[]): OmniError =>
  Object.defineProperty(error, TRACE, { value: trace, configurable: true });

const isTraced = (error: OmniError): error is OmniError & { readonly [TRACE]: readonly Hop[] } => TRACE in error;

/** Every hop that came before an error of `firstAvailable`, the first one first; empty for any other error. */
export const traceOf = (error: unknown): readonly Hop[] =>
  OmniError.isInstance(error) && isTraced(error) ? error[TRACE] : [];
