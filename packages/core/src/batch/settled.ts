import type { OmniError } from "../error.js";
import { quietly } from "../video/events.js";

/** How one of many ended: as `Promise.allSettled` tells it, with the handle beside it. */
export type Settled<Value> =
  | { readonly status: "fulfilled"; readonly value: Value; readonly handle: string }
  | {
      readonly status: "rejected";
      /** `billed` says whether money was taken; `submission_unknown` is never to be submitted again unlooked. */
      readonly reason: OmniError;
      /** There whenever a task exists or may exist, and can be found. */
      readonly handle?: string | undefined;
    };

export const rejected = (reason: OmniError): Settled<never> => ({
  status: "rejected",
  reason,
  ...(reason.handle !== undefined && { handle: reason.handle }),
});

/** Results in the order of what was asked for, whatever the order in which they come. */
export interface Results<Value> {
  /** How one ended; the first time counts. */
  readonly settle: (index: number, result: Settled<Value>) => void;
  readonly isSettled: (index: number) => boolean;
  /** When the last one has ended. */
  readonly all: Promise<readonly Settled<Value>[]>;
}

export function createResults<Value>(
  count: number,
  onSettled: ((result: Settled<Value>, index: number) => unknown) | undefined,
): Results<Value> {
  const tell = quietly(onSettled && ((told: readonly [Settled<Value>, number]) => onSettled(...told)));
  const found = new Map<number, Settled<Value>>();
  let finish: (results: readonly Settled<Value>[]) => void = () => undefined;
  const all = new Promise<readonly Settled<Value>[]>((resolve) => {
    finish = resolve;
  });
  const end = () => {
    if (found.size === count) finish([...found].toSorted(([a], [b]) => a - b).map(([, result]) => result));
  };
  end();
  return {
    settle(index, result) {
      if (found.has(index)) return;
      found.set(index, result);
      tell([result, index]);
      end();
    },
    isSettled: (index) => found.has(index),
    all,
  };
}
