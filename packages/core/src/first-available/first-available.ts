import { OmniError, type OmniErrorCode } from "../error.js";
import type { BoundModel, RequestOptions, VideoTask } from "../video/client.js";
import { elapsedOf, systemClock, type Clock } from "../video/clock.js";
import { quietly } from "../video/events.js";
import type { Taken } from "../video/taken.js";
import { asOmniError } from "../video/unexpected.js";
import { withTrace, type Hop } from "./trace.js";

export interface FirstAvailableOptions extends RequestOptions {
  /**
   * Codes of a free refusal after which the next model is asked. A refusal that may have cost something, an abort, and an
   * unknown outcome end it, whatever stands here. Default: all that say nothing against the request itself, and
   * `invalid_request`, since models differ in what they take; not `content_policy`: whether content that was declined in one
   * place is to be offered in another is yours to say.
   */
  readonly goOnAfter?: readonly OmniErrorCode[] | undefined;
  /** Told of each hop when it is over. */
  readonly onHop?: ((hop: Hop) => void) | undefined;
  /** For the times in the trace. Default: the machine's. */
  readonly clock?: Clock | undefined;
}

/** The model that took the request, and what became of it at those before. */
export interface Chosen {
  /** What was submitted, once; to be waited for. */
  readonly task: VideoTask;
  /** The one that accepted. */
  readonly provider: string;
  /** The model of it that accepted, by the id that was given. */
  readonly model: string;
  /** The last hop is the one that was accepted. */
  readonly trace: readonly Hop[];
}

const GO_ON: readonly OmniErrorCode[] = [
  ...(["authentication", "permission_denied", "insufficient_credits", "invalid_request"] as const),
  ...(["unsupported_feature", "model_not_found", "rate_limited", "provider_unavailable", "network"] as const),
];

/** After these no other model is ever asked, whatever a caller lists. */
const NEVER: readonly OmniErrorCode[] = ["submission_unknown", "aborted"];

/** No task exists, and none may exist: refused before it was sent, or by a rule of the contract that calls it free. */
const isFree = ({ billed, handle, code }: OmniError): boolean =>
  billed === "no" && handle === undefined && !NEVER.includes(code);

const SENT_NOTHING: readonly OmniError["phase"][] = ["configure", "validate", "upload"];

function outcomeOf(error: OmniError): Hop["outcome"] {
  if (isFree(error)) return "refused";
  if (error.code === "aborted" && error.billed === "no" && error.handle === undefined) return "stopped";
  return error.code !== "submission_unknown" && error.billed !== "unknown" ? "accepted" : "unknown";
}

function whyNot(error: OmniError): string {
  const outcome = outcomeOf(error);
  if (outcome === "refused") return `Stopped: a free refusal, but ${error.code} is not among the codes to go on after.`;
  if (outcome === "stopped") return "Stopped by the caller; nothing was sent.";
  if (outcome === "accepted") return "Stopped: there is a task.";
  return "Stopped: a task may exist, and a second one could be a second payment.";
}

const whyGoOn = ({ phase, code }: OmniError): string =>
  SENT_NOTHING.includes(phase) || code === "network"
    ? "Went on: refused before anything was submitted."
    : "Went on: the contract calls this refusal free.";

/** None of them took it. */
function noneOf(hops: readonly Hop[], errors: readonly OmniError[]): OmniError {
  const last = errors.at(-1);
  const list = hops.map(({ provider, model, code }) => `${provider}/${model}: ${code ?? ""}`).join("; ");
  const waits = errors.flatMap(({ retryAfterMs = [] }) => retryAfterMs);
  return new OmniError({
    code: last?.code ?? "invalid_request",
    provider: last?.provider ?? "omni-contracts",
    phase: last?.phase ?? "validate",
    model: last?.model,
    message: last ? `None of ${hops.length} models took the request, and nothing was paid: ${list}.` : "Pass a model.",
    userMessage: last?.userMessage,
    isRetryable: errors.some(({ isRetryable }) => isRetryable),
    ...(waits.length > 0 && { retryAfterMs: Math.min(...waits) }),
    billed: "no",
    ...(last && { cause: last }),
  });
}

/**
 * Submits to the first of these models that takes the request; asks the next one only after a refusal that is known to be
 * free. At most one task exists afterwards, and what becomes of it is no reason to go on.
 *
 * @throws {OmniError} the one that ended it, or, when all refused, one with the code of the last; `traceOf(error)` has the hops
 */
export function firstAvailable<Model extends BoundModel<never>>(
  request: Taken<Model>,
  models: readonly Model[],
  options?: FirstAvailableOptions,
): Promise<Chosen>;
export async function firstAvailable(
  request: unknown,
  models: readonly BoundModel<unknown>[],
  options: FirstAvailableOptions = {},
): Promise<Chosen> {
  const { goOnAfter = GO_ON, onHop, clock = systemClock, ...how } = options;
  const elapsed = () => elapsedOf(clock);
  const tell = quietly(onHop);
  const trace: Hop[] = [];
  const errors: OmniError[] = [];

  for (const { provider, model, submit } of models) {
    const begun = elapsed();
    const note = (hop: Omit<Hop, "provider" | "model" | "milliseconds">) => {
      const told = { provider, model, ...hop, milliseconds: elapsed() - begun };
      trace.push(told);
      tell(told);
    };
    const sent = await submit(request, how).then(
      (task) => ({ task }),
      (thrown: unknown) => ({ error: asOmniError(thrown, { provider, model }) }),
    );
    if ("task" in sent) {
      note({ outcome: "accepted", hasGoneOn: false, why: "Took it." });
      return { task: sent.task, provider, model, trace };
    }
    const { error } = sent;
    const { code, billed, message } = error;
    const hasGoneOn = isFree(error) && goOnAfter.includes(code);
    const why = hasGoneOn ? whyGoOn(error) : whyNot(error);
    note({ ...{ outcome: outcomeOf(error), code, billed, message, hasGoneOn }, why });
    if (!hasGoneOn) throw withTrace(error, trace);
    errors.push(error);
  }
  throw withTrace(noneOf(trace, errors), trace);
}
