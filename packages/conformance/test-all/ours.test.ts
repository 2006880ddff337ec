import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRITERIA, examine, naive, openBench, ours, type Bench, type Card } from "../src/index.js";

// The quick run: our clients, and two scripts for contrast. The peers are not installed here.
const SCRIPTS = ["script for apimart", "script, as toapis advises"];

describe("the report card", () => {
  const state: { bench?: Bench; cards?: readonly Card[] } = {};
  beforeAll(async () => {
    state.bench = await openBench();
    const scripts = naive.filter(({ name }) => SCRIPTS.includes(name));
    state.cards = await examine([...ours, ...scripts], state.bench);
  });
  afterAll(() => state.bench?.close());
  const cardOf = (name: string) => state.cards?.find(({ driver }) => driver.name === name);

  it.each(ours.map(({ name }) => name))("%s is good in everything", (name) => {
    const card = cardOf(name);
    expect(card?.problem).toBeUndefined();
    const cells = card?.criteria.flatMap(({ id, trials }) =>
      trials.map(({ run, score, words }) => ({ id, run, score, words })),
    );
    // How many milliseconds an abort takes is the machine's; that the call ends, and nothing goes on, is ours.
    const wrong = cells?.filter(({ id, score }) => !["good", "n/a"].includes(score) && id !== "abort");
    expect(wrong).toEqual([]);
    const aborts = card?.criteria
      .find(({ id }) => id === "abort")
      ?.trials.map(({ facts }) => [facts?.ended, facts?.posts, facts?.after]);
    const waits = [700, 1150, 1600].map(() => ["error", 1, 0]);
    expect(aborts).toEqual([...waits, ["error", 1, 0], ["error", 1, 0], ["error", 0, 0]]);
  });

  it.each(ours.map(({ name }) => name))("%s is measured in every criterion", (name) => {
    expect(cardOf(name)?.criteria.filter(({ sum }) => sum.score === "n/a")).toEqual([]);
    expect(cardOf(name)?.criteria.map(({ id }) => id)).toEqual(CRITERIA.map(({ id }) => id));
  });

  it("a script that follows the page's advice pays more than once, one that does not loses the task", () => {
    const scores = (name: string) =>
      Object.fromEntries(cardOf(name)?.criteria.map(({ id, sum }) => [id, sum.score]) ?? []);
    expect(scores("script, as toapis advises")).toMatchObject({ charges: "bad", posts: "bad", "retry-after": "bad" });
    expect(scores("script for apimart")).toMatchObject({ charges: "good", posts: "good", handle: "bad", blips: "bad" });
  });
});
