import { OmniError } from "../error.js";
import type { Operation } from "../language/contract.js";
import { compact } from "../language/objects.js";
import { within } from "./clock.js";
import { asAbort, failed, shownCause, type Context, type Failure } from "./context.js";
import { exchange, type Exchanged, type Outgoing } from "./exchange.js";

export interface AskOptions {
  /** What to say when no answer comes. */
  readonly failure: Failure;
  readonly abortSignal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly limit: number;
}

/**
 * A request that costs nothing: an answer, or an error that may be tried again.
 *
 * @throws {OmniError} as an `AbortError` within 50 ms when the caller's signal is aborted
 */
export async function ask(
  context: Context,
  operation: Operation,
  outgoing: Outgoing,
  { failure, abortSignal, limit }: AskOptions,
): Promise<Exchanged> {
  try {
    return await within(context.clock, limit, abortSignal, (signal) =>
      exchange(context, operation, { ...outgoing, signal }),
    );
  } catch (cause) {
    if (abortSignal?.aborted) {
      throw asAbort(failed(context, "aborted", { ...failure, message: `Stopped. ${failure.message}`, cause }));
    }
    const { task, model = task?.model, billed } = failure;
    if (OmniError.isInstance(cause)) throw Object.assign(cause, compact({ model, handle: task?.handle, billed }));
    throw failed(context, "network", { ...failure, cause: shownCause(context, cause), isRetryable: true });
  }
}
