// A hundred processes with a journal, killed at random moments; the mock's ledger is the witness.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlace, type Moment, type Place, type Tally } from "../test/support/journal-kills.js";
import { SHARE } from "./samples.js";

// A process each, of a second or two.
const KILLS = Math.ceil(100 * SHARE);
/** As many answers at most, and milliseconds after, as one may live. */
const LIFE = { answers: 12, milliseconds: 12 };

/** Numbers from 0 up to 1, the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(20261121);
const moment = (): Moment => ({
  answers: Math.floor(random() * LIFE.answers),
  milliseconds: Math.floor(random() * LIFE.milliseconds),
});
/** Every fifth time two processes share the folder. */
const runs = Array.from({ length: KILLS }, (_, i) => Array.from({ length: i % 5 === 4 ? 2 : 1 }, moment));

let place: Place;
const tallies: Tally[] = [];
beforeAll(async () => {
  place = await createPlace();
});
afterAll(() => place.close());

describe("killed at a random moment, every task is accounted for", () => {
  it.each(runs.map((moments, i) => [i + 1, JSON.stringify(moments), moments] as const))(
    "%i: %s",
    async (_, __, moments) => {
      const tally = await place.killAt(moments);
      tallies.push(tally);
      expect(tally.rescued).toBeLessThanOrEqual(tally.unknown);
    },
  );

  it("and the moments were such that it mattered", () => {
    const sum = (of: keyof Tally) => tallies.reduce((total, one) => total + one[of], 0);
    expect(tallies).toHaveLength(KILLS);
    expect(sum("accepted")).toBeGreaterThan(KILLS);
    expect(sum("refused")).toBeGreaterThan(0);
    // Killed between the provider's yes and the note of it.
    expect(tallies.filter(({ rescued }) => rescued > 0).length).toBeGreaterThan(KILLS / 20);
  });
});
