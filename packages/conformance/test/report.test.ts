import { describe, expect, it } from "vitest";
import { CRITERIA, type Card, type Facts } from "../src/index.js";
import { GROUPS, optionsOf } from "../src/options.js";
import { markdownOf } from "../src/report/markdown.js";
import { jsonOf, refusalOf } from "../src/report/report.js";

const [posts] = CRITERIA;
const facts: Facts = {
  ...{ ended: "error", tookMs: 10, posts: 4, reads: 0, cancels: 0, idempotencyKeys: "none", jobs: 4, charged: 4 },
  ...{ after: 0, links: 0, elsewhere: 0, leaks: 0, handle: "nowhere" },
};
const card: Card = {
  driver: { name: "acme-client", version: "1.2.3", protocol: "toapis", how: "`run` | `wait`" },
  criteria: [
    {
      id: "posts",
      sum: { score: "bad", words: "up to 4" },
      trials: [{ run: "reset-after", score: "bad", words: "4 POSTs", facts }],
    },
  ],
};
const report = { date: "2026-11-21", node: "v24.0.0", platform: "linux x64", clients: [card] };

describe("the report", () => {
  const text = markdownOf(report, CRITERIA);

  it("says score and words of every cell, and what was not run", () => {
    expect(text).toContain("| acme-client | ❌ bad: up to 4 | n/a: not run |");
    expect(text).toContain("❌ bad: 4 POSTs");
  });

  it("says when, with what, and which version of a client; a bar does not break the table", () => {
    expect(text).toContain("on 2026-11-21 with Node v24.0.0 on linux x64");
    expect(text).toContain("| acme-client | 1.2.3 | toapis | `run` \\| `wait` |");
  });

  it("explains every criterion", () => {
    for (const { title, asks } of CRITERIA) expect(text).toContain(`## ${title}\n\n${asks}`);
  });

  it("is the same for programs", () => {
    const read = JSON.parse(jsonOf(report, CRITERIA));
    expect(read).toMatchObject({ date: "2026-11-21", node: "v24.0.0" });
    expect(read.clients).toEqual([
      {
        driver: card.driver,
        criteria: [
          {
            ...{ id: "posts", score: "bad", words: "up to 4" },
            trials: [{ run: "reset-after", score: "bad", words: "4 POSTs" }],
          },
        ],
        runs: { "reset-after": facts },
      },
    ]);
    expect(read.criteria[0]).toMatchObject({ id: posts?.id, title: posts?.title });
  });
});

it("a client that could not be measured keeps the report from being written over, and is named", () => {
  expect(refusalOf([card])).toBeUndefined();
  expect(refusalOf([card, { ...card, problem: "Cannot find package" }])).toBe(
    "docs/report-card.* stay as they are, because acme-client could not be measured; --out <folder> writes what was.",
  );
});

describe("options", () => {
  it("all groups into docs, if nothing is said", () => {
    expect(optionsOf([], "docs/")).toMatchObject({ groups: [...GROUPS], files: [], out: "docs/", isHome: true });
  });

  it.each([
    [["--only", "naive,ours"], ["ours", "naive"], undefined],
    [["--driver", "mine.mjs"], [], undefined],
    [["--driver", "mine.mjs", "--only", "ours", "--out", "x"], ["ours"], "x"],
  ])("%j does not write over the whole report", (args, groups, out) => {
    expect(optionsOf(args, "docs/")).toMatchObject({ groups, out, isHome: false });
  });

  it.each([
    [["--only", "all"], "--only all is none of ours, naive, peers."],
    [["--only", "ours", "--out", "./docs"], "./docs has the report of all groups; give --out another folder."],
    [["--fast"], "Unknown option '--fast'"],
    [["peers"], "Unexpected argument 'peers'"],
  ])("%j is refused in one line", (args, message) => {
    expect(() => optionsOf(args, "docs/")).toThrow(message);
  });
});
