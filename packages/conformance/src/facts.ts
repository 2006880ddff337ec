/** What was measured in one run. Everything but `ended`, `error` and `handle` is what the servers saw. */
export interface Facts {
  /** `nothing`: without an error and without a video; `wrong`: with a video of nobody's; `going`: not at all, in the time it was given. */
  readonly ended: "video" | "nothing" | "wrong" | "error" | "going";
  readonly error?: string;
  /** Of the whole run, in milliseconds. */
  readonly tookMs: number;
  readonly posts: number;
  readonly reads: number;
  readonly cancels: number;
  /** What the POSTs carry as `Idempotency-Key`. */
  readonly idempotencyKeys: "none" | "one" | "several";
  /** Submits that the ledger took. */
  readonly jobs: number;
  /** Of them paid for in the end, and not paid back. */
  readonly charged: number;
  /** Between the first POST and the second. */
  readonly gapMs?: number;
  /** Between the first look and the second. */
  readonly lookGapMs?: number;
  /** From the abort to the end of the call; absent where the call had ended before. */
  readonly lateMs?: number;
  /** Requests, but for those that cancel, that came after the end of the call, when nobody waits for anything any more. */
  readonly after: number;
  /** Links to another host that were in the answers. */
  readonly links: number;
  /** Requests that another host got, and how many of them held the key. */
  readonly elsewhere: number;
  readonly leaks: number;
  /** Where the caller finds what leads to the job. */
  readonly handle: "on the error" | "returned" | "callback" | "nowhere";
  /** Whether it brought the video of the job afterwards. */
  readonly isFound?: boolean;
}

/** A run that would say nothing, and why. */
export interface Lack {
  readonly lack: string;
}

export const isLack = (told: Facts | Lack): told is Lack => "lack" in told;
