import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, plural, worst, type Criterion, type Trial, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";

const PROMPT = 100;
const SOON = 1000;
/** How long the end of an aborted call is waited for, in milliseconds. */
const PATIENCE = 3000;

const shown = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

/** Of a call that was over before anybody could abort it, an abort shows nothing. */
const EARLY: Verdict = { score: "n/a", words: "the call ended before the abort" };
const ON = "after the end";

const leftovers = ({ after }: Facts): Verdict => {
  if (after === 0) return good(`nothing is sent ${ON}`);
  const words = `${plural(after, "request")} ${ON}`;
  return after === 1 ? fair(words) : bad(words);
};

/** @param verdictOf a call that ended after the abort, and so many milliseconds later */
const ofAborted =
  (verdictOf: (facts: Facts, lateMs: number) => Verdict) =>
  (facts: Facts): Verdict => {
    const { ended: how, lateMs, posts } = facts;
    if (posts > 1) return bad(`${posts} POSTs`);
    if (how === "going") return bad(`goes on for over ${PATIENCE / 1000} s`);
    return lateMs === undefined ? EARLY : verdictOf(facts, lateMs);
  };

const lateness = ofAborted((facts, lateMs) => {
  const end = facts.ended === "error" ? "" : `, ends with ${facts.ended}`;
  const rest = leftovers(facts);
  const words = `${shown(lateMs)}${end}${rest.score === "good" ? "" : `, ${rest.words}`}`;
  const late = lateMs <= PROMPT ? good(words) : lateMs <= SOON ? fair(words) : bad(words);
  return { score: worst([late, rest]), words };
});

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

/** At the fast pace, and for long, so that a pause between two looks is not taken for silence. */
const silence: Trial = {
  run: "abort-silence",
  title: "what is sent afterwards",
  scenario: {
    waitMs: 60_000,
    capMs: 6000,
    listenMs: 6000,
    async during({ until, abort }) {
      // A look shows that the submit was answered, however busy the machine is.
      await until("read");
      await sleep(500);
      abort();
    },
  },
  judge: ofAborted(leftovers),
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
    "while the submit is not answered yet; what is still sent when it has ended, which is tried once with shortened pauses, for " +
    "six seconds; and what is sent by a call whose signal is aborted already. Requests that cancel the job are not counted. " +
    `Good: within ${PROMPT} ms, and nothing sent. Fair: within ${SOON / 1000} s, or one request more. Bad: later, more requests, ` +
    "or a POST after the abort. A call that ends before the abort is not good: nothing was seen.",
  trials: [...waiting, inFlight, silence, before],
  sum(facts, verdicts, all) {
    const early = all.filter((one) => one.score === "n/a" && one.facts);
    const score = worst(verdicts);
    if (early.length > 0 && score === "good")
      return { ...EARLY, words: `${EARLY.words} in ${plural(early.length, "trial")}` };
    const isGoing = facts.some(({ ended: how }) => how === "going");
    const ended = all.flatMap(({ run, facts: one }) => (one && run !== before.run ? [one.lateMs ?? 0] : []));
    const late = Math.max(0, ...ended);
    const after = Math.max(0, ...facts.map((one) => one.after));
    const sent = all.find(({ run }) => run === before.run)?.facts?.posts ?? 0;
    const words = [
      isGoing ? `over ${PATIENCE / 1000} s` : shown(late),
      ...(after > 0 ? [`up to ${plural(after, "request")} ${ON}`] : []),
      ...(sent > 0 ? ["aborted before, it sends all the same"] : []),
    ];
    return { score, words: words.join("; ") };
  },
};
