import { onAbort } from "../video/abort.js";
import { systemClock } from "../video/clock.js";
import type { CompletedTask } from "../video/completed.js";
import { asOmniError } from "../video/unexpected.js";
import { createLanes } from "./lanes.js";
import { assertLimits, assertTimeout, type LimitsByProvider } from "./limits.js";
import { createResults, rejected, type Settled } from "./settled.js";
import { submitIn, type Order, type SubmitManyOptions } from "./submit-many.js";
import { watchOf, type WaitManyOptions } from "./wait-many.js";
import { createWaiter } from "./waiter.js";

export interface GenerateManyOptions
  extends
    Omit<SubmitManyOptions, "onSettled" | "limits">,
    Pick<WaitManyOptions, "onProgress" | "onSettled" | "timeoutMs" | "headers"> {
  readonly limits?:
    { readonly submits?: LimitsByProvider | undefined; readonly looks?: LimitsByProvider | undefined } | undefined;
}

/**
 * Submits many videos and waits for them, each from when there is a task: {@link submitMany} and {@link waitMany}, with one
 * timer for both.
 *
 * @throws {OmniError} `invalid_request` for wrong `limits` or `timeoutMs`; nothing else: what goes wrong with an order is its result
 */
export async function generateMany(
  orders: readonly Order[],
  options: GenerateManyOptions = {},
): Promise<readonly Settled<CompletedTask>[]> {
  const { onSettled, abortSignal, limits, clock = systemClock, ...rest } = options;
  // Before anything is paid for.
  assertTimeout(rest.timeoutMs);
  assertLimits(limits?.submits);
  assertLimits(limits?.looks);
  const results = createResults<CompletedTask>(orders.length, onSettled);
  const lanes = createLanes(clock);
  const waiter = createWaiter(lanes, { limits: limits?.looks, timeoutMs: rest.timeoutMs });

  function settle(index: number, result: Settled<CompletedTask>): void {
    // A wait may be repeated; the same call here would order, and pay for, a second video.
    if (result.status === "rejected" && result.handle !== undefined)
      Object.assign(result.reason, { isRetryable: false });
    results.settle(index, result);
  }

  const stop = () => {
    waiter.stop(abortSignal?.reason);
  };
  const forget = onAbort(abortSignal, stop);
  const begin = () =>
    submitIn(lanes, orders, {
      ...{ ...rest, abortSignal, limits: limits?.submits },
      onSettled(result, index) {
        if (result.status === "rejected") {
          settle(index, result);
          return;
        }
        try {
          const watch = watchOf(result.value, rest);
          waiter.add(watch, (ended) => {
            settle(index, ended);
          });
          if (abortSignal?.aborted) stop();
        } catch (thrown) {
          settle(index, rejected(asOmniError(thrown, { provider: "omni-contracts" })));
        }
      },
    });
  try {
    await begin();
    return await results.all;
  } finally {
    forget();
    lanes.close();
  }
}
