import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, worst, type Criterion, type Trial, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";

const PROMPT = 100;
const SOON = 1000;
/** How long the end of an aborted call is waited for, in milliseconds. */
const PATIENCE = 3000;

const shown = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

function lateness({ ended, lateMs = 0, posts }: Facts): Verdict {
  if (posts > 1) return bad(`${posts} POSTs`);
  if (ended === "going") return bad(`goes on for over ${PATIENCE / 1000} s`);
  const words = `${shown(lateMs)}${ended === "error" ? "" : `, ends with ${ended}`}`;
  return lateMs <= PROMPT ? good(words) : lateMs <= SOON ? fair(words) : bad(words);
}

/** At different distances from the last look, so that none is luck. */
const waiting = [700, 1150, 1600].map((after): Trial => ({
  run: `abort-waiting-${after}`,
  title: `${after} ms after the submit`,
  isTimed: true,
  scenario: {
    speed: 1,
    waitMs: 60_000,
    capMs: after + PATIENCE,
    async during({ until, abort }) {
      await until("submit");
      await sleep(after);
      abort();
    },
  },
  judge: lateness,
}));

const inFlight: Trial = {
  run: "abort-in-flight",
  title: "before the submit is answered",
  isTimed: true,
  scenario: {
    faults: () => [{ name: "slow", on: "submit", served: true, delay: PATIENCE / 1000 + 2 }],
    speed: 1,
    waitMs: 60_000,
    answerMs: 60_000,
    capMs: PATIENCE + 500,
    async during({ until, abort }) {
      await until("submit");
      await sleep(300);
      abort();
    },
  },
  judge: lateness,
};

const before: Trial = {
  run: "abort-before",
  title: "before the call",
  isTimed: true,
  scenario: { faults: () => [{ name: "quick", task: { reads: 1 } }], isAbortedBefore: true, capMs: PATIENCE },
  judge: ({ posts }) => (posts === 0 ? good("nothing is sent") : bad(`${posts} POST all the same`)),
};

export const abort: Criterion = {
  id: "abort",
  title: "Abort",
  asks:
    "How long after `abort()` the call ends: three times while it waits, with the pauses that it has by default, and once " +
    `while the submit is not answered yet; and what is sent by a call whose signal is aborted already. Good: within ${PROMPT} ms, ` +
    `and nothing sent. Fair: within ${SOON / 1000} s. Bad: later, or a POST after the abort.`,
  trials: [...waiting, inFlight, before],
  sum: (facts, verdicts) => {
    const isGoing = facts.some(({ ended }) => ended === "going");
    // The last is the call that was aborted before it began.
    const late = Math.max(0, ...facts.slice(0, -1).map(({ lateMs = 0 }) => lateMs));
    const sent = facts.at(-1)?.posts ?? 0;
    const where = facts.length < waiting.length + 2 ? " (in flight; the wait is the caller's)" : "";
    const words = (isGoing ? `over ${PATIENCE / 1000} s` : shown(late)) + where;
    return { score: worst(verdicts), words: sent > 0 ? `${words}; aborted before, it sends all the same` : words };
  },
};
