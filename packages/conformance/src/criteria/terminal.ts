import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, worst, type Criterion, type Trial, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";

/** Of a job that comes to no video. */
function withoutVideo({ ended, jobs, posts }: Facts): Verdict {
  if (posts > 0 && jobs === 0) return { score: "n/a", words: "no job of this protocol ends so" };
  if (ended === "error") return good("an error");
  if (ended === "nothing") return fair("no error, and no video");
  return bad(ended === "going" ? "waits on" : "a success");
}

/** The caller waits for longer than anybody looks on: the end of its patience must not pass for an end that was told. */
const PATIENT = { capMs: 8000, waitMs: 60_000 };

const ends: readonly Trial[] = [
  {
    run: "failed",
    title: "failed",
    scenario: { faults: () => [{ name: "failed", task: { ends: "failed", reads: 2 } }], ...PATIENT },
    judge: withoutVideo,
  },
  {
    run: "cancelled",
    title: "cancelled by the provider",
    scenario: {
      faults: () => [{ name: "cancelled", task: { ends: "cancelled", reads: 2 } }],
      ...PATIENT,
    },
    judge: withoutVideo,
  },
  {
    run: "no-video",
    title: "completed without a video",
    scenario: {
      faults: () => [{ name: "no-video", task: { without: "result", reads: 2 } }],
      ...PATIENT,
    },
    judge: withoutVideo,
  },
  {
    run: "unknown-state",
    title: "a state that nobody knows, then completed",
    scenario: {
      faults: () => [{ name: "unknown-state", task: { word: "in_review", seconds: 100 } }],
      async during({ stage, until }) {
        await until("submit");
        await stage.advance(60);
        await until("read", 2);
        await sleep(500);
        await stage.advance(60);
      },
    },
    judge: ({ ended }) =>
      ended === "video" ? good("waits on, and gets the video") : bad(ended === "error" ? "gave up" : ended),
  },
];

export const terminal: Criterion = {
  id: "terminal",
  title: "Ends told right",
  asks:
    "How the call ends when the job does. Good: an error where there is no video, and none where there will be one. Fair: no " +
    "error and no video, so that the caller has to look. Bad: a success without its video, a wait that goes on, or an error " +
    "while the job lives.",
  trials: ends,
  sum: (_, verdicts) => {
    const right = verdicts.filter(({ score }) => score === "good").length;
    return { score: worst(verdicts), words: `${right} of ${verdicts.length}` };
  },
};
