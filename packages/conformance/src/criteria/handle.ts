import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, worst, type Criterion, type Trial, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";

function kept({ ended, handle, isFound, cancels, posts }: Facts): Verdict {
  if (posts > 1) return bad(`${posts} POSTs`);
  const where = handle === "callback" ? "only through a callback" : handle;
  if (cancels > 0) return fair("the job is cancelled");
  if (handle === "nowhere") return bad(ended === "going" ? "it does not end" : "lost");
  if (isFound !== true) return bad(`${where}, but brings no video`);
  return handle === "callback" ? fair(where) : good(where);
}

const trials: readonly Trial[] = [
  {
    run: "handle-timeout",
    title: "the wait is over before the job",
    scenario: { waitMs: 1500, capMs: 10_000, isResumed: true },
    judge: kept,
  },
  {
    run: "handle-abort",
    title: "aborted while it waits",
    scenario: {
      capMs: 10_000,
      isResumed: true,
      async during({ until, abort }) {
        // A look shows that the submit was answered, however busy the machine is.
        await until("read");
        await sleep(500);
        abort();
      },
    },
    judge: kept,
  },
];

export const handle: Criterion = {
  id: "handle",
  title: "Handle kept",
  asks:
    "Whether the caller still has what leads to the paid job when the call ends before the job does. It is tried: when the " +
    "job is done, the handle must bring its video. Good: it is on the error, or an own call returned it before the wait. Fair: " +
    "only a caller who asked for a callback has it, or the client cancels the job. Bad: it is lost.",
  trials,
  sum: (_, verdicts) => {
    const [first, second = first] = verdicts;
    const words = first?.words === second?.words ? first?.words : `timeout: ${first?.words}; abort: ${second?.words}`;
    return { score: worst(verdicts), words: words ?? "" };
  },
};
