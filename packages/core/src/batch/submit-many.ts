import { OmniError, type OmniErrorCode, type OmniErrorOptions } from "../error.js";
import { compact, isObject } from "../language/objects.js";
import { onAbort } from "../video/abort.js";
import type { BoundModel, RequestOptions, VideoTask } from "../video/client.js";
import { systemClock, type Clock } from "../video/clock.js";
import { asAbort } from "../video/context.js";
import type { Taken } from "../video/taken.js";
import { asOmniError } from "../video/unexpected.js";
import { userMessageOf } from "../video/user-message.js";
import { createLanes, type Job, type Lane, type Lanes } from "./lanes.js";
import { assertLimits, withinDocumented, type LimitsByProvider } from "./limits.js";
import { createResults, rejected, type Settled } from "./settled.js";

/** What the batch has to know of a submit while it is under way. */
export type SubmitHooks = Pick<RequestOptions, "abortSignal" | "onTask" | "onRefused">;

/** One video to submit. */
export interface Order {
  readonly provider: string;
  readonly model?: string | undefined;
  /** Submits that the provider allows in a minute, where that is known. */
  readonly perMinute?: number | undefined;
  /** What stands for the key that it is sent with: what is refused to one says nothing of another. */
  readonly account?: unknown;
  /** Submits it once; passes the hooks on to the client's `submit`. */
  readonly submit: (hooks: SubmitHooks) => Promise<VideoTask>;
}

/** A request of a model, to be submitted with others. */
export function order<Model extends BoundModel<never>>(
  model: Model,
  request: Taken<Model>,
  options?: Omit<RequestOptions, keyof SubmitHooks>,
): Order;
export function order({ provider, model, submit, access }: BoundModel<unknown>, request: unknown, options = {}): Order {
  const perMinute = access?.().contract.lifecycle.poll.submitsPerMinute;
  // Of each client its own, and no secret: orders are logged.
  return { provider, model, perMinute, account: access, submit: (hooks) => submit(request, { ...options, ...hooks }) };
}

export interface SubmitManyOptions {
  /** What is not sent then is not sent. What is under way was sent: its handle still goes to `onTask`. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Told each handle as soon as there is one; awaited, for that task. Keep it. */
  readonly onTask?:
    ((task: { readonly handle: string; readonly provider: string; readonly index: number }) => unknown) | undefined;
  /** Told of each order as it ends. */
  readonly onSettled?: ((result: Settled<VideoTask>, index: number) => unknown) | undefined;
  /** Of submits, by provider. Default: 4 at once, and 90 % of what the contract allows in a minute, or else 120. */
  readonly limits?: LimitsByProvider | undefined;
  /**
   * After a free refusal with one of these codes, nothing more is sent with that key: the rest would be refused as well.
   * Default: `authentication` and `insufficient_credits`.
   */
  readonly stopOn?: readonly OmniErrorCode[] | undefined;
  /**
   * How often an order that is refused as `rate_limited`, for nothing, is sent again after that pause. Default: 3. A pause of
   * more than ten minutes is not sat out: that order, and what was not sent to that provider, ends with it as `retryAfterMs`.
   */
  readonly rateLimitRetries?: number | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
}

/** Modest where no page tells: below every limit of submits that a provider has published. */
const AT_ONCE = 4;
const PER_MINUTE = 120;
/** The longest pause of a provider's that a batch sits out, in milliseconds; a longer one is the caller's to plan. */
const LONGEST_PAUSE = 600_000;
const STOP_ON: readonly OmniErrorCode[] = ["authentication", "insufficient_credits"];

/** A request that was refused and cost nothing: there is no task, and none may exist. */
const isFree = ({ billed, handle }: OmniError): boolean => billed === "no" && handle === undefined;

const isOrder = (one: unknown): boolean =>
  isObject(one) && typeof one.provider === "string" && typeof one.submit === "function";

/** Who speaks where no provider does. */
const NOBODY = { provider: "omni-contracts" };

/** An order that was not sent, and why. */
const unsent = (
  { provider, model }: Pick<Order, "provider" | "model">,
  code: OmniErrorCode,
  message: string,
  more: Pick<OmniErrorOptions, "cause" | "isRetryable" | "retryAfterMs">,
) =>
  new OmniError({
    ...{ code, provider, model, phase: "submit", billed: "no", userMessage: userMessageOf(code) },
    ...{ message, ...more },
  });

/** {@link submitMany}, in lanes that may have other things to do. */
export function submitIn(
  lanes: Lanes,
  orders: readonly Order[],
  options: Omit<SubmitManyOptions, "clock">,
): Promise<readonly Settled<VideoTask>[]> {
  const { abortSignal, onTask, onSettled, limits = {}, stopOn = STOP_ON, rateLimitRetries = 3 } = options;
  const results = createResults<VideoTask>(orders.length, onSettled);
  const byProvider = new Map<string, Lane>();
  /** Orders that were not sent yet, or that may be sent again. */
  const waiting = new Map<number, Order>(orders.entries());

  function laneOf({ provider, perMinute: documented }: Order): Lane {
    const { atOnce = AT_ONCE, perMinute = withinDocumented(documented, PER_MINUTE) } = limits[provider] ?? {};
    const lane = byProvider.get(provider) ?? lanes.open({ atOnce, perMinute });
    byProvider.set(provider, lane);
    return lane;
  }

  /** Everything that waits, with the key of one order or of all, ends without being sent. */
  function drop(errorOf: (one: Order) => OmniError, like?: Order): void {
    for (const [index, one] of waiting) {
      if (like && (one.provider !== like.provider || one.account !== like.account)) continue;
      waiting.delete(index);
      results.settle(index, rejected(errorOf(one)));
    }
  }

  function stopAfter(error: OmniError, refused: Order): void {
    const message = `Not sent, because another request of this batch was refused: ${error.message}`;
    const { isRetryable, retryAfterMs } = error;
    drop((one) => unsent(one, error.code, message, compact({ cause: error, isRetryable, retryAfterMs })), refused);
  }

  function jobOf(one: Order, index: number): Job {
    const lane = laneOf(one);
    const state = { refusals: 0 };
    const hooks: SubmitHooks = {
      abortSignal,
      onTask: ({ handle }) => onTask?.({ handle, provider: one.provider, index }),
      onRefused({ waitMs }) {
        lane.calm(waitMs);
        // The client sends it again by itself.
        lane.count();
      },
    };

    function afterRefusal(error: OmniError): void {
      const isLimit = error.code === "rate_limited" && isFree(error);
      const { retryAfterMs: pause = 0 } = error;
      const isLong = isLimit && pause > LONGEST_PAUSE;
      if (isLimit && !isLong) lane.calm(pause);
      if (isLimit && !isLong && state.refusals < rateLimitRetries && !abortSignal?.aborted) {
        state.refusals += 1;
        waiting.set(index, one);
        lane.putBack(job);
        return;
      }
      results.settle(index, rejected(error));
      if (isLong || (isFree(error) && stopOn.includes(error.code))) stopAfter(error, one);
    }

    const job: Job = {
      requests: 1,
      isGone: () => !waiting.has(index),
      async run() {
        waiting.delete(index);
        try {
          const task = await one.submit(hooks);
          lane.ease();
          results.settle(index, { status: "fulfilled", value: task, handle: task.handle });
        } catch (thrown) {
          afterRefusal(asOmniError(thrown, one));
        }
      },
    };
    return job;
  }

  const stop = () => {
    const cause: unknown = abortSignal?.reason;
    drop((one) =>
      asAbort(
        unsent(isOrder(one) ? one : NOBODY, "aborted", "Stopped before it was sent.", { cause, isRetryable: true }),
      ),
    );
  };
  const forget = onAbort(abortSignal, stop);
  if (abortSignal?.aborted) stop();
  for (const [index, one] of waiting) {
    // Not every caller has types. One that is none fails alone: others of the same list may be paid for already.
    if (isOrder(one)) {
      laneOf(one).enter(jobOf(one, index));
      continue;
    }
    waiting.delete(index);
    const message = "This is no order; make it with `order(model, request)`.";
    results.settle(index, rejected(unsent(NOBODY, "invalid_request", message, {})));
  }
  return results.all.finally(forget);
}

/**
 * Submits many videos, each once, within the limits of each provider. Results come in the order of the orders; one that
 * fails does not touch the others.
 *
 * @throws {OmniError} `invalid_request` for wrong `limits`; nothing else: what goes wrong with an order is its result
 */
export async function submitMany(
  orders: readonly Order[],
  options: SubmitManyOptions = {},
): Promise<readonly Settled<VideoTask>[]> {
  assertLimits(options.limits);
  const lanes = createLanes(options.clock ?? systemClock);
  try {
    return await submitIn(lanes, orders, options);
  } finally {
    lanes.close();
  }
}
