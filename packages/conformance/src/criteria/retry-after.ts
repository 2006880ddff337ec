import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, type Criterion, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";

const SECONDS = 2;
/** Timers and clocks differ by so much. */
const GRACE = 20;

function verdictOf({ posts, gapMs, ended }: Facts): Verdict {
  if (gapMs === undefined)
    return fair(posts === 0 ? "nothing was sent" : `not sent again: ${ended === "error" ? "an error" : ended}`);
  const words = `sent again after ${(gapMs / 1000).toFixed(2)} s`;
  return gapMs >= SECONDS * 1000 - GRACE ? good(words) : bad(posts > 2 ? `${words}, ${posts} POSTs` : words);
}

export const retryAfter: Criterion = {
  id: "retry-after",
  title: "Retry-After",
  asks:
    `The submit is refused with 429 and \`Retry-After: ${SECONDS}\`, for two seconds. Good: sent again, not sooner than that. ` +
    "Fair: not sent again; that is left to the caller. Bad: sent again sooner.",
  trials: [
    {
      run: "429",
      title: "between the first POST and the second",
      isTimed: true,
      scenario: {
        faults: () => ["rate-limit-burst", { name: "quick", task: { reads: 1 } }],
        speed: 1,
        capMs: 8000,
        // Whether the video comes is not the question.
        async during({ until, leave }) {
          await until("submit", 2);
          await sleep(500);
          leave();
        },
      },
      judge: verdictOf,
    },
  ],
  sum: ([facts]) => (facts ? verdictOf(facts) : fair("")),
};
