import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRITERIA, examine, openBench, type Bench, type Card } from "../src/index.js";
import { PROTOCOLS } from "../src/peers/protocols.js";
import { carefulClients } from "./support/careful.js";

// What no client could do at a stand-in would be held against every peer that speaks to it.
describe("a careful client of a stand-in", () => {
  const state: { bench?: Bench; cards?: readonly Card[] } = {};
  beforeAll(async () => {
    state.bench = await openBench();
    state.cards = await examine(carefulClients, state.bench);
  });
  afterAll(() => state.bench?.close());

  it.each([...PROTOCOLS.keys()])("is good in everything that %s has", (protocol) => {
    const card = state.cards?.find(({ driver }) => driver.protocol === protocol);
    expect(card?.problem).toBeUndefined();
    const cells = card?.criteria.flatMap(({ id, trials }) =>
      trials.map(({ run, score, words }) => ({ id, run, score, words })),
    );
    expect(cells?.length).toBe(CRITERIA.flatMap(({ trials }) => trials).length);
    // How many milliseconds an abort takes is the machine's.
    expect(cells?.filter(({ id, score }) => !["good", "n/a"].includes(score) && id !== "abort")).toEqual([]);
    const missing = cells?.filter(({ score }) => score === "n/a").map(({ run, words }) => `${run}: ${words}`);
    const may = [
      "cancelled: no job of this protocol ends so",
      "link: no answer of this protocol links to the job",
      "link-video: its driver has no call that downloads",
    ];
    expect(missing?.filter((one) => !may.includes(one))).toEqual([]);
  });
});
