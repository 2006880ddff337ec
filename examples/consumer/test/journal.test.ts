// Real processes with a journal, killed while they submit; the mock's ledger is the witness. A hundred times: test-all.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPlace, type Place } from "./support/journal-kills.js";

let place: Place;
beforeAll(async () => {
  place = await createPlace();
});
afterAll(() => place.close());

it.each([
  [0, 0],
  [0, 30],
  [1, 2],
  [5, 0],
  [25, 1],
])("killed %i answers and %i ms after its start: every task is accounted for", async (answers, milliseconds) => {
  const { accepted, refused, unknown, rescued } = await place.killAt([{ answers, milliseconds }]);
  expect(rescued).toBeLessThanOrEqual(unknown);
  expect(accepted + refused + unknown).toBeGreaterThanOrEqual(answers);
});

it("two processes on one folder: each intent is there once, and none is lost", async () => {
  const count = 10;
  // Of ten requests of a line, two are refused, and the answers to two are lost; a process has four lines.
  expect(await place.letEnd(2, count)).toEqual({ accepted: 8 * 6, refused: 8 * 2, unknown: 8 * 2, rescued: 8 * 2 });
});
