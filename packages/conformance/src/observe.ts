import { setTimeout as sleep } from "node:timers/promises";
import type { Driver, Job, Telling } from "./driver.js";
import type { Facts } from "./facts.js";
import type { Kind } from "./links.js";
import type { Bench, FaultList, Seen, Stage } from "./stage.js";

/** What can be done to a run while it goes on. */
export interface Hand {
  readonly driver: Driver;
  readonly stage: Stage;
  /** Waits until the log shows so many requests of a kind, or the run is over. */
  readonly until: (kind: Seen["kind"], count?: number) => Promise<void>;
  readonly abort: () => void;
  /** What was to be seen was seen; the call is not waited for. */
  readonly leave: () => void;
}

export interface Scenario {
  readonly faults?: (elsewhere: string) => FaultList;
  /** As in {@link Job}. */
  readonly speed?: number;
  readonly waitMs?: number;
  readonly answerMs?: number;
  /** Milliseconds after which nobody looks any more. */
  readonly capMs?: number;
  /** Milliseconds for which the servers listen on when the call has ended. */
  readonly listenMs?: number;
  readonly isAbortedBefore?: boolean;
  /** Whether the answers' links to the job, or to the video, lead to another host. */
  readonly ledAway?: Kind;
  /** Whether the video is downloaded too. */
  readonly isDownloaded?: boolean;
  readonly during?: (hand: Hand) => Promise<void>;
  /** Whether a handle that the caller got is tried, when the job is done. */
  readonly isResumed?: boolean;
}

/** How much faster clients wait where time is not what is measured. */
const FAST = 20;
const NONE = { ended: "going" } as const;
/** Long enough for a repeat in the background, that the caller knows nothing of, and for a few looks at the fast pace. */
const LISTEN = 2500;
/** What was on its way when the call ended arrives within so many milliseconds. */
const ON_ITS_WAY = 100;

/** Milliseconds for a download, in which its request arrives. */
const DOWNLOAD = 3000;

type End = Pick<Facts, "ended" | "error"> & { readonly video?: string; readonly cause?: unknown };

const textOf = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split("\n", 1)[0]?.slice(0, 160) ?? "";
};

/** Of what a driver gives, which need not be TypeScript: a `URL` is as good as its text. */
const addressOf = (video: unknown): string =>
  video instanceof URL ? video.href : typeof video === "string" ? video : "";

function endOf(running: Promise<unknown>): Promise<End> {
  return running.then(
    (video) =>
      video === undefined || video === null ? { ended: "nothing" } : { ended: "video", video: addressOf(video) },
    (cause: unknown) => ({ ended: "error", error: textOf(cause), cause }),
  );
}

const keysOf = (posts: readonly Seen[]): Facts["idempotencyKeys"] => {
  const keys = new Set(posts.map(({ idempotencyKey }) => idempotencyKey));
  if (keys.has(undefined) || keys.size === 0) return "none";
  return keys.size === 1 ? "one" : "several";
};

const gapOf = ([first, second]: readonly Seen[]): number | undefined =>
  first && second && Math.round(second.at - first.at);

/**
 * Lets a client make one video while something goes wrong, and tells what came of it.
 *
 * @param onEnd called when the call is over, and nothing is left but to listen
 */
export async function observe(
  driver: Driver,
  bench: Bench,
  scenario: Scenario = {},
  onEnd: () => void = () => undefined,
): Promise<Facts> {
  const { faults = () => [], speed = FAST, waitMs = 15_000, answerMs = 4000, capMs = 20_000 } = scenario;
  const { listenMs = LISTEN } = scenario;
  const { otherHost } = driver;
  const shown = (elsewhere: string) => (otherHost === undefined ? elsewhere : otherHost + new URL(elsewhere).pathname);
  const stage = await bench.open(driver.protocol, faults, scenario.ledAway && shown, scenario.ledAway);
  const told: Partial<Record<Telling, string>> = {};
  const caller = new AbortController();
  const state: { abortedAt?: number; endedAt?: number } = {};
  const start = performance.now();
  const job: Job = {
    ...{ baseURL: stage.baseURL, apiKey: bench.key, prompt: "a paper lantern", signal: caller.signal },
    ...{ elsewhere: stage.elsewhereURL, waitMs, answerMs, speed },
    tell(handle, how) {
      told[how] = handle;
    },
  };
  const abort = () => {
    state.abortedAt = performance.now();
    caller.abort();
  };
  if (scenario.isAbortedBefore) abort();

  const ending = endOf(Promise.resolve().then<unknown>(() => driver.run(job))).then((end) => {
    state.endedAt = performance.now();
    return end;
  });
  const over = new AbortController();
  const left = new AbortController();
  const cap = sleep(capMs, NONE, { signal: AbortSignal.any([over.signal, left.signal]) }).catch(() => NONE);
  async function until(kind: Seen["kind"], count = 1): Promise<void> {
    while (state.endedAt === undefined && !over.signal.aborted) {
      if (stage.requests().filter((one) => one.kind === kind).length >= count) return;
      await sleep(5);
    }
  }
  const during = scenario.during?.({
    ...{ driver, stage, until, abort },
    leave() {
      left.abort();
    },
  });
  const end: End = await Promise.race([ending, cap]);
  const endedAt = state.endedAt ?? performance.now();
  over.abort();
  await during;
  onEnd();
  // Where the request goes is the question, not whether bytes come back.
  if (scenario.isDownloaded && end.video !== undefined)
    await within(DOWNLOAD, () => driver.download?.(end.video ?? "", job));

  // A client may go on behind its caller's back. One whose call did not end had its time.
  await sleep(end.ended === "going" ? 50 : listenMs);
  const requests = [...stage.requests()];
  const posts = requests.filter(({ kind }) => kind === "submit");
  const looks = requests.filter(({ kind }) => kind === "read");
  await stage.advance(3600);
  const { jobs, charged } = await stage.books();
  const onError = end.cause === undefined ? undefined : driver.handleOf?.(end.cause);
  const handle = onError ?? told.returned ?? told.callback;
  const found =
    scenario.isResumed && handle !== undefined
      ? await resume(driver, handle, { ...job, signal: new AbortController().signal, speed: FAST })
      : undefined;
  const elsewhere = stage.elsewhere();
  stage.close();
  caller.abort();

  const isRight = (video = "") => jobs.some((id) => video.includes(id));
  const gapMs = gapOf(posts);
  const lookGapMs = gapOf(looks);
  const { abortedAt } = state;
  // A call that was over before is neither late nor in time.
  const lateMs = abortedAt === undefined || endedAt < abortedAt ? undefined : endedAt - abortedAt;
  return {
    ended: end.ended === "video" && !isRight(end.video) ? "wrong" : end.ended,
    ...(end.error !== undefined && { error: end.error.replaceAll(bench.key, "<the key>") }),
    tookMs: Math.round(endedAt - start),
    posts: posts.length,
    reads: looks.length,
    cancels: requests.filter(({ kind }) => kind === "cancel").length,
    idempotencyKeys: keysOf(posts),
    ...{ jobs: jobs.length, charged },
    ...(gapMs !== undefined && { gapMs }),
    ...(lookGapMs !== undefined && { lookGapMs }),
    ...(lateMs !== undefined && { lateMs: Math.round(lateMs) }),
    after: requests.filter(({ kind, at }) => kind !== "cancel" && at > endedAt + ON_ITS_WAY).length,
    links: stage.links(),
    elsewhere: elsewhere.length,
    leaks: elsewhere.filter(({ hasKey }) => hasKey).length,
    handle:
      onError !== undefined
        ? "on the error"
        : told.returned !== undefined
          ? "returned"
          : told.callback !== undefined
            ? "callback"
            : "nowhere",
    ...(found !== undefined && { isFound: isRight(found) }),
  };
}

/** What somebody's code gives; nothing when it throws or takes longer. */
async function within(limitMs: number, work: () => unknown): Promise<unknown> {
  const limit = new AbortController();
  const given = Promise.resolve()
    .then<unknown>(work)
    .catch(() => undefined);
  const first = await Promise.race([given, sleep(limitMs, undefined, { signal: limit.signal })]);
  limit.abort();
  return first;
}

const resume = async (driver: Driver, handle: string, job: Job): Promise<string> =>
  addressOf(await within(10_000, () => driver.resume?.(handle, job)));
