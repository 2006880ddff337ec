import { describe, expect, it } from "vitest";
import { judge } from "../src/criterion.js";
import { CRITERIA } from "../src/index.js";
import type { Facts, Lack } from "../src/facts.js";

const FACTS: Facts = {
  ...{ ended: "error", tookMs: 10, posts: 1, reads: 0, cancels: 0, idempotencyKeys: "none", jobs: 1, charged: 1 },
  ...{ after: 0, links: 0, elsewhere: 0, leaks: 0, handle: "on the error", isFound: true },
};

function cellOf(id: string, run: string, facts: Partial<Facts> | Lack): string {
  const criterion = CRITERIA.find((one) => one.id === id);
  const trial = criterion?.trials.find((one) => one.run === run);
  if (!criterion || !trial) throw new Error(`There is no ${id} ${run}.`);
  const told = "lack" in facts ? facts : { ...FACTS, ...facts };
  const { cells } = judge({ ...criterion, trials: [trial] }, [told]);
  return `${cells[0]?.score}: ${cells[0]?.words}`;
}

// What was seen, and what it is worth.
describe.each<[string, string, Partial<Facts> | Lack, string]>([
  ["posts", "reset-after", { posts: 1 }, "good: 1 POST"],
  ["posts", "reset-after", { posts: 3, jobs: 3 }, "bad: 3 POSTs"],
  ["posts", "reset-before", { posts: 3, jobs: 0 }, "fair: 3 POSTs"],
  [
    "posts",
    "reset-after",
    { posts: 3, jobs: 3, idempotencyKeys: "one" },
    "fair: 3 POSTs, all with one idempotency key",
  ],
  ["posts", "reset-after", { posts: 3, jobs: 3, idempotencyKeys: "several" }, "bad: 3 POSTs"],
  ["posts", "silence-after", { posts: 1, tookMs: 1010 }, "good: 1 POST"],
  ["posts", "silence-after", { posts: 3, jobs: 3, tookMs: 9000 }, "bad: 3 POSTs"],
  [
    "posts",
    "silence-after",
    { ended: "video", tookMs: 3050 },
    "n/a: it heeds no limit, and waits until the answer comes",
  ],
  ["posts", "silence-before", { jobs: 0, tookMs: 3010 }, "n/a: it heeds no limit, and waits until the answer comes"],
  ["posts", "500-after", { tookMs: 9000 }, "good: 1 POST"],
  [
    "charges",
    "silence-after",
    { ended: "video", tookMs: 3050 },
    "n/a: it heeds no limit, and waits until the answer comes",
  ],
  ["charges", "500-after", { charged: 1 }, "good: 1 charged"],
  ["charges", "500-after", { charged: 2 }, "bad: 2 charged for one order"],
  ["retry-after", "429", { posts: 2, gapMs: 3004 }, "good: sent again after 3.00 s"],
  ["retry-after", "429", { posts: 2, gapMs: 2900 }, "bad: sent again after 2.90 s"],
  ["retry-after", "429", { posts: 6, gapMs: 20 }, "bad: sent again after 0.02 s, 6 POSTs"],
  ["retry-after", "429", { posts: 1 }, "fair: not sent again: an error"],
  ["retry-after", "429", { posts: 1, ended: "going" }, "fair: not sent again within 10 s"],
  ["retry-after", "429-date", { posts: 2, gapMs: 3700 }, "good: sent again after 3.70 s"],
  ["retry-after", "429-date", { posts: 2, gapMs: 2000 }, "bad: sent again after 2.00 s"],
  ["retry-after", "429-look", { reads: 2, lookGapMs: 8010 }, "good: looked again after 8.01 s"],
  ["retry-after", "429-look", { reads: 2, lookGapMs: 5010 }, "bad: looked again after 5.01 s"],
  ["retry-after", "429-look", { reads: 1 }, "fair: not looked again: an error"],
  ["retry-after", "429-look", { reads: 0 }, "n/a: it did not look at the job"],
  ["blips", "blip-503", { ended: "video" }, "good: survived"],
  ["blips", "blip-503", { ended: "error" }, "bad: gave up"],
  ["blips", "blip-503", { ended: "video", posts: 2 }, "bad: ordered again: 2 POSTs"],
  ["terminal", "failed", { ended: "error" }, "good: an error"],
  ["terminal", "failed", { ended: "nothing" }, "fair: no error, and no video"],
  ["terminal", "failed", { ended: "wrong" }, "bad: a success"],
  ["terminal", "failed", { ended: "going" }, "bad: waits on"],
  ["terminal", "cancelled", { jobs: 0 }, "n/a: no job of this protocol ends so"],
  ["terminal", "unknown-state", { ended: "video" }, "good: waits on, and gets the video"],
  ["terminal", "unknown-state", { ended: "error" }, "bad: gave up"],
  ["abort", "abort-waiting-700", { lateMs: 40 }, "good: 40 ms"],
  ["abort", "abort-waiting-700", { lateMs: 400 }, "fair: 400 ms"],
  ["abort", "abort-waiting-700", { lateMs: 2400 }, "bad: 2.4 s"],
  ["abort", "abort-waiting-700", { ended: "going", lateMs: 3001 }, "bad: goes on for over 3 s"],
  ["abort", "abort-waiting-700", { lateMs: 0, after: 1 }, "fair: 0 ms, 1 request after the end"],
  ["abort", "abort-waiting-700", { lateMs: 0, after: 2 }, "bad: 0 ms, 2 requests after the end"],
  ["abort", "abort-waiting-700", {}, "n/a: the call ended before the abort"],
  ["abort", "abort-in-flight", {}, "n/a: the call ended before the abort"],
  ["abort", "abort-silence", {}, "n/a: the call ended before the abort"],
  ["abort", "abort-silence", { lateMs: 400 }, "good: nothing is sent after the end"],
  ["abort", "abort-silence", { lateMs: 0, after: 1 }, "fair: 1 request after the end"],
  ["abort", "abort-silence", { lateMs: 0, after: 40 }, "bad: 40 requests after the end"],
  ["abort", "abort-silence", { ended: "going", lateMs: 3001 }, "bad: goes on for over 3 s"],
  ["abort", "abort-before", { posts: 0, jobs: 0 }, "good: nothing is sent"],
  ["abort", "abort-before", { posts: 1 }, "bad: 1 POST all the same"],
  ["handle", "handle-timeout", { handle: "on the error" }, "good: on the error"],
  ["handle", "handle-timeout", { handle: "returned" }, "good: returned"],
  ["handle", "handle-timeout", { handle: "callback" }, "fair: only through a callback"],
  ["handle", "handle-timeout", { handle: "nowhere" }, "bad: lost"],
  ["handle", "handle-timeout", { isFound: false }, "bad: on the error, but brings no video"],
  ["handle", "handle-timeout", { cancels: 1 }, "fair: the job is cancelled"],
  ["key", "redirect-submit", { elsewhere: 0 }, "good: not followed"],
  ["key", "redirect-submit", { elsewhere: 1 }, "fair: followed without the key (1 request)"],
  ["key", "redirect-submit", { elsewhere: 2, leaks: 1 }, "bad: the key goes along (1 request)"],
  ["key", "link", { links: 2 }, "good: not followed"],
  ["key", "link", { links: 2, elsewhere: 3 }, "fair: followed without the key (3 requests)"],
  ["key", "link", { links: 2, elsewhere: 3, leaks: 3 }, "bad: the key goes along (3 requests)"],
  ["key", "link", { links: 0 }, "n/a: no answer of this protocol links to the job"],
  ["key", "link-video", { elsewhere: 1 }, "good: fetched without the key"],
  ["key", "link-video", { elsewhere: 0 }, "n/a: nothing was fetched"],
  ["key", "link-video", { elsewhere: 2, leaks: 1 }, "bad: the key goes along (1 request)"],
  ["key", "redirect-submit", { lack: "it calls nobody" }, "n/a: it calls nobody"],
])("%s, %s", (id, run, facts, verdict) => {
  it(`${JSON.stringify(facts)} is ${verdict}`, () => {
    expect(cellOf(id, run, facts)).toBe(verdict);
  });
});

describe("the cell of a criterion", () => {
  const sumOf = (id: string, facts: (at: number) => Partial<Facts> | Lack) => {
    const criterion = CRITERIA.find((one) => one.id === id);
    if (!criterion) throw new Error(`There is no ${id}.`);
    const told = criterion.trials.map((_, at) => {
      const one = facts(at);
      return "lack" in one ? one : { ...FACTS, ...one };
    });
    const { score, words } = judge(criterion, told).sum;
    return `${score}: ${words}`;
  };

  it("is as good as its worst trial", () => {
    expect(sumOf("posts", (at) => (at === 2 ? { posts: 4, jobs: 4 } : {}))).toBe("bad: up to 4");
    expect(sumOf("charges", (at) => (at === 1 ? { charged: 4 } : {}))).toBe("bad: 1 of 7 runs, up to 4 for one");
    expect(sumOf("posts", () => ({}))).toBe("good: 1 in each of 11 runs");
  });

  it("counts where advice was kept, and shows where it was not", () => {
    const kept = { posts: 2, gapMs: 3500, reads: 2, lookGapMs: 8000 };
    expect(sumOf("retry-after", () => kept)).toBe("good: kept in 3 of 3");
    expect(sumOf("retry-after", (at) => (at === 1 ? { ...kept, gapMs: 2000 } : kept))).toBe(
      "bad: kept in 2 of 3; the submit, a date: sent again after 2.00 s",
    );
  });

  it("counts what half a client can do", () => {
    expect(sumOf("blips", (at) => ({ ended: at < 3 ? "video" : "error" }))).toBe("fair: 3 of 5");
    expect(sumOf("blips", (at) => ({ ended: at < 2 ? "video" : "error" }))).toBe("bad: 2 of 5");
  });

  it("names the trials that a driver left out", () => {
    const without = (at: number): Partial<Facts> | Lack => (at === 1 || at === 5 ? { lack: "not for us" } : {});
    const sum = sumOf("posts", without);
    const left = "left out: connection breaks, job taken; 500, job taken";
    expect(sum).toBe(`good: 1 in each of 9 runs (9 of 11 trials; ${left})`);
  });

  it("is not good at an abort that the call did not wait for", () => {
    const early = (at: number) => (at < 3 ? {} : { lateMs: 1, posts: at === 5 ? 0 : 1 });
    expect(sumOf("abort", () => ({ lateMs: 1, posts: 0 }))).toBe("good: 1 ms");
    expect(sumOf("abort", early)).toBe("n/a: the call ended before the abort in 3 trials");
    expect(sumOf("abort", (at) => (at === 4 ? { lateMs: 1, after: 9 } : early(at)))).toBe(
      "bad: 1 ms; up to 9 requests after the end",
    );
  });

  it("says nothing where no trial does", () => {
    expect(sumOf("handle", () => ({ lack: "it has no limit" }))).toBe("n/a: it has no limit");
    expect(sumOf("terminal", (at) => (at === 3 ? { ended: "video" } : { lack: "no such end" }))).toBe(
      "good: 1 of 1 (1 of 4 trials; left out: failed; cancelled by the provider; completed without a video)",
    );
  });
});

it("every run has one scenario, so that what is run once can be judged twice", () => {
  const trials = CRITERIA.flatMap((one) => one.trials);
  for (const { run } of trials) {
    const shown = trials
      .filter((one) => one.run === run)
      .map(({ scenario }) => JSON.stringify([scenario.faults?.("x"), scenario]));
    expect(new Set(shown).size, run).toBe(1);
  }
});
