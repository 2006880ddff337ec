import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, worst, type Criterion, type Judged, type Trial, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";
import type { FaultList, Seen } from "../stage.js";

/** Longer than what clients pause for by themselves before they send a submit again. */
const SECONDS = 3;
/** Longer than their pauses between two looks. */
const LOOK_SECONDS = 8;
/** Timers and clocks differ by so much. */
const GRACE = 20;
/** Milliseconds within which a submit arrives, however busy the machine is: the date is made before. */
const SOON = 2000;

/** Milliseconds after which nobody looks any more. */
const SUBMIT_CAP = 10_000;
const LOOK_CAP = 30_000;

/** HTTP dates have whole seconds: one that is at least {@link SECONDS} away when the submit arrives. */
const dated = (): string => new Date(Math.ceil((Date.now() + SOON) / 1000 + SECONDS) * 1000).toUTCString();

const refusal = (on: "submit" | "read", after: string): FaultList => [
  {
    ...{ name: "refused", on, times: 1 },
    answer: { error: "rate_limited", status: 429, headers: { "retry-after": after } },
  },
];

const QUICK = { name: "quick", task: { reads: 2 } } as const;

/** Whether the video comes is not the question. */
const scenarioOf = (faults: () => FaultList, kind: Seen["kind"], capMs: number): Trial["scenario"] => ({
  faults: () => [...faults(), QUICK],
  speed: 1,
  waitMs: 60_000,
  // Some count what they are told to wait as part of it.
  answerMs: 60_000,
  capMs,
  async during({ until, leave }) {
    await until(kind, 2);
    await sleep(500);
    leave();
  },
});

const shown = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const missing = (what: string, ended: Facts["ended"], capMs: number): Verdict =>
  fair(
    `not ${what} again${ended === "going" ? ` within ${capMs / 1000} s` : ended === "error" ? ": an error" : `: ${ended}`}`,
  );

function ofSubmit({ posts, gapMs, ended }: Facts): Verdict {
  if (posts === 0) return fair("nothing was sent");
  if (gapMs === undefined) return missing("sent", ended, SUBMIT_CAP);
  const words = `sent again after ${shown(gapMs)}`;
  return gapMs >= SECONDS * 1000 - GRACE ? good(words) : bad(posts > 2 ? `${words}, ${posts} POSTs` : words);
}

function ofLook({ reads, lookGapMs, ended }: Facts): Verdict {
  if (reads === 0) return { score: "n/a", words: "it did not look at the job" };
  if (lookGapMs === undefined) return missing("looked", ended, LOOK_CAP);
  const words = `looked again after ${shown(lookGapMs)}`;
  return lookGapMs >= LOOK_SECONDS * 1000 - GRACE ? good(words) : bad(words);
}

const trials: readonly Trial[] = [
  {
    run: "429",
    title: `the submit, ${SECONDS} s`,
    isTimed: true,
    scenario: scenarioOf(() => [{ use: "rate-limit-burst", answer: { retryAfter: SECONDS } }], "submit", SUBMIT_CAP),
    judge: ofSubmit,
  },
  {
    run: "429-date",
    title: "the submit, a date",
    isTimed: true,
    scenario: scenarioOf(() => refusal("submit", dated()), "submit", SUBMIT_CAP),
    judge: ofSubmit,
  },
  {
    run: "429-look",
    title: `a look, ${LOOK_SECONDS} s`,
    scenario: scenarioOf(() => refusal("read", String(LOOK_SECONDS)), "read", LOOK_CAP),
    judge: ofLook,
  },
];

const titleOf = ({ run }: Judged): string => trials.find((trial) => trial.run === run)?.title ?? run;

export const retryAfter: Criterion = {
  id: "retry-after",
  title: "Retry-After",
  asks:
    `The submit is refused with 429 and \`Retry-After: ${SECONDS}\`, for so long; or with an HTTP date at least ${SECONDS} seconds ahead, ` +
    `once; or the first look is, with \`Retry-After: ${LOOK_SECONDS}\`, once. Pauses are those by default, and shorter. Good: the same is ` +
    "asked again, not sooner than that. Fair: it is not; that is left to the caller. Bad: sooner.",
  trials,
  sum: (_, verdicts, all) => {
    const score = worst(verdicts);
    const kept = verdicts.filter((one) => one.score === "good").length;
    const first = all.find((one) => one.score === score);
    const words = `kept in ${kept} of ${verdicts.length}`;
    return { score, words: first && score !== "good" ? `${words}; ${titleOf(first)}: ${first.words}` : words };
  },
};
