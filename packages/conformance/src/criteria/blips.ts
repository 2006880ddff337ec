import type { Fault } from "@omni-contracts/mocks";
import { bad, good, worst, type Criterion } from "../criterion.js";
import type { Facts } from "../facts.js";

const BLIPS: readonly { readonly run: string; readonly title: string; readonly fault: Partial<Fault> }[] = [
  { run: "blip-503", title: "one 503", fault: { times: 1, answer: { error: "provider_unavailable", status: 503 } } },
  {
    run: "blip-three",
    title: "three 503 in a row",
    fault: { times: 3, answer: { error: "provider_unavailable", status: 503 } },
  },
  { run: "blip-reset", title: "a broken connection", fault: { times: 1, answer: { reset: true } } },
  { run: "blip-half", title: "half of the JSON", fault: { times: 1, served: true, answer: { cut: 0.5 } } },
  {
    run: "blip-429",
    title: "429, Retry-After: 1",
    fault: { times: 1, answer: { error: "rate_limited", status: 429, headers: { "retry-after": "1" } } },
  },
];

const isAlive = ({ ended, posts }: Facts): boolean => ended === "video" && posts === 1;

export const blips: Criterion = {
  id: "blips",
  title: "Blips survived",
  asks:
    "A look at the job fails in passing, after a first one that went well; the job is done at its third look. Good: the wait " +
    "goes on and brings the video. Bad: it ends, although the job lives, or the video is ordered again. In the summary: good is " +
    "all, fair is half and more.",
  trials: BLIPS.map(({ run, title, fault }) => ({
    run,
    title,
    scenario: {
      faults: () => [
        { name: run, on: "read", skip: 1, ...fault },
        { name: "looks", task: { reads: 3 } },
      ],
    },
    judge(facts) {
      if (isAlive(facts)) return good("survived");
      if (facts.posts > 1) return bad(`ordered again: ${facts.posts} POSTs`);
      return bad(facts.ended === "error" ? "gave up" : facts.ended);
    },
  })),
  sum: (facts, verdicts) => {
    const alive = facts.filter(isAlive).length;
    const words = `${alive} of ${facts.length}`;
    const isTwice = facts.some(({ posts }) => posts > 1);
    const isHalf = alive * 2 >= facts.length && !isTwice;
    return { score: worst(verdicts) === "good" ? "good" : isHalf ? "fair" : "bad", words };
  },
};
