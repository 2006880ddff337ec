import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRITERIA, examine, openBench, type Bench, type Card } from "../src/index.js";
import { client, type Flaws } from "./support/client.js";
import { linkReader } from "./support/link-reader.js";

const cell = (card: Card | undefined, id: string) => card?.criteria.find((one) => one.id === id)?.sum;

/** Each flaw, and a criterion that must find it. */
const FLAWS: readonly (readonly [keyof Flaws, string, RegExp])[] = [
  ["sendsTwice", "charges", /up to 2/],
  ["sendsLostAgain", "posts", /up to 3/],
  ["leaksKey", "key", /the key goes along/],
  ["leaksEncoded", "key", /the key goes along/],
  ["leaksToVideo", "key", /the key goes along/],
  ["losesHandle", "handle", /lost/],
  ["rushes", "retry-after", /^kept in 1 of 3; the submit, 3 s: sent again after 0\.\d\d s, 3 POSTs$/],
  ["readsNoDate", "retry-after", /^kept in 2 of 3; the submit, a date: sent again after 0\.\d\d s$/],
  ["rushesLooks", "retry-after", /^kept in 2 of 3; a look, 8 s: looked again after 0\.\d\d s$/],
  ["isFragile", "blips", /0 of 5/],
  ["isGullible", "terminal", /1 of 3/],
  ["isBlind", "terminal", /1 of 3/],
  ["isDeaf", "abort", /over 3 s/],
  ["sendsLostLater", "posts", /up to 2/],
  ["sendsLostLater", "charges", /up to 2/],
  ["racesAbort", "abort", /^\d.* m?s; up to \d\d+ requests after the end$/],
  ["resumesOther", "handle", /^on the error, but brings no video$/],
];

describe("a client that does one thing wrong", () => {
  const state: { bench?: Bench; cards?: readonly Card[] } = {};
  beforeAll(async () => {
    state.bench = await openBench();
    const { bench } = state;
    // At the same time, and each flaw under its own criterion only.
    const under = (flaw: keyof Flaws, ids: readonly string[]) =>
      examine([client({ [flaw]: true })], bench, { criteria: CRITERIA.filter(({ id }) => ids.includes(id)) });
    const flaws = new Set(FLAWS.map(([flaw]) => flaw));
    const cards = await Promise.all([
      examine([client()], bench),
      ...[...flaws].map((flaw) =>
        under(
          flaw,
          FLAWS.flatMap(([name, id]) => (name === flaw ? [id] : [])),
        ),
      ),
      under("looksOnce", ["abort"]),
      under("isPatient", ["posts", "charges"]),
      under("bringsOther", []),
      examine(
        [false, true].map((isBlind) => linkReader({ isBlind })),
        bench,
        { criteria: CRITERIA.filter(({ id }) => id === "key") },
      ),
    ]);
    state.cards = cards.flat();
  });
  afterAll(() => state.bench?.close());
  const cardOf = (name: string) => state.cards?.find(({ driver }) => driver.name === name);

  it("without a flaw is good in everything", () => {
    const sums = CRITERIA.map(({ id }) => [id, cell(cardOf("flawless"), id)?.score]);
    // What an abort takes is the machine's.
    expect(sums.filter(([id, score]) => score !== "good" && id !== "abort")).toEqual([]);
  });

  it.each(FLAWS)("%s is found under %s", (flaw, criterion, words) => {
    const found = cell(cardOf(flaw), criterion);
    expect(found?.score).toBe("bad");
    expect(found?.words).toMatch(words);
  });

  it("shows nothing of a lost answer when it waits until there is one", () => {
    const told = cardOf("isPatient")?.criteria ?? [];
    const cells = told.flatMap(({ id, trials }) =>
      trials.flatMap(({ run, score }) => (run.startsWith("silence") ? [`${id} ${run} ${score}`] : [])),
    );
    expect(cells).toEqual(["posts silence-after n/a", "posts silence-before n/a", "charges silence-after n/a"]);
    expect(cell(cardOf("isPatient"), "posts")).toEqual({ score: "good", words: "1 in each of 9 runs" });
  });

  it("is not good at an abort when its call is over before", () => {
    const told = cardOf("looksOnce")?.criteria.find(({ id }) => id === "abort");
    // How many of them are over before, on a busy machine, is the machine's.
    expect(told?.sum.score).toBe("n/a");
    expect(told?.sum.words).toMatch(/^the call ended before the abort in \d trials?$/);
  });

  it.each([
    ["reads at links, careful", "fair: followed without the key (3 of 4 trials; left out: the video)"],
    ["reads at links, with the key", "bad: the key goes along (3 of 4 trials; left out: the video)"],
  ])("%s is %s", (name, words) => {
    const found = cell(cardOf(name), "key");
    expect(`${found?.score}: ${found?.words}`).toBe(words);
  });

  it("is not measured when the video that it brings is of another job", () => {
    expect(cardOf("bringsOther")?.problem).toBe("Without any fault it ends with wrong");
  });

  it("and what was seen stands behind every cell", () => {
    const trials = cardOf("sendsTwice")?.criteria.find(({ id }) => id === "charges")?.trials ?? [];
    expect(trials.find(({ run }) => run === "calm")?.facts).toMatchObject({
      ended: "video",
      posts: 2,
      jobs: 2,
      charged: 2,
    });
  });
});

it("a client that brings no video without a fault is told, and not measured", async () => {
  const bench = await openBench();
  const broken = { ...client(), run: () => Promise.reject(new Error("no such method")) };
  const [card] = await examine([broken], bench);
  expect(card?.problem).toBe("Without any fault it ends with error Error: no such method");
  expect(card?.criteria.every(({ sum }) => sum.score === "n/a")).toBe(true);
  await bench.close();
});
