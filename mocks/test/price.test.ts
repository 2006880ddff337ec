import type { Json, JsonObject } from "@omni-contracts/specs";
import { expect, it } from "vitest";
import { priceOf } from "../src/engine/price.js";
import { documentOf } from "./mocking.js";

const list = (read: string, perRequest: number, level?: string): JsonObject => {
  const evidence: JsonObject = level === undefined ? {} : { level };
  return { read, currency: "USD", rates: [{ perRequest }], ...evidence };
};

function priceBy(...prices: JsonObject[]) {
  const schema: Json = { properties: { model: { enum: ["m"] } }, "x-model": { prices } };
  return priceOf(documentOf("toapis"), schema, { model: "m" })?.amount;
}

it("believes what the provider documents, else what was read last, wherever it stands", () => {
  const [old, recent] = [list("2026-01-31", 1, "observed"), list("2026-08-01", 2, "reported")];
  expect([priceBy(old, recent), priceBy(recent, old)]).toEqual([2, 2]);
  const documented = list("2025-12-01", 3);
  expect([priceBy(old, documented, recent), priceBy(recent, documented)]).toEqual([3, 3]);
  expect(priceBy({ read: "2026-09-01", currency: "USD", rates: [{ unknown: true }] }, old)).toBe(1);
});
