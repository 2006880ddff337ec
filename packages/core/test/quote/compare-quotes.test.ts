import { expect, it } from "vitest";
import { compareQuotes } from "../../src/quote/index.js";
import { client, contract } from "../support/priced.js";
import { untyped } from "../support/untyped.js";

const now = new Date("2026-11-21");
const prompt = "a red apple";
const offer = (id: keyof typeof contract.models) => ({ model: client.model(id), contract });

it("sorts by what it costs at most, each currency for itself, and tells who cannot", () => {
  const offers = (["open", "credited", "silent", "told", "picky", "dated"] as const).map(offer);
  const { priced, unpriced, impossible } = compareQuotes({ prompt, duration: 8, resolution: "720p" }, offers, { now });
  expect(
    priced.map(({ currency, quotes }) => [currency, quotes.map(({ model, price }) => `${model} ${price.max}`)]),
  ).toEqual([["USD", ["open 0.8", "told 1"]]]);
  expect(unpriced).toEqual([]);
  expect(impossible.map(({ model, issues }) => [model, issues.map(({ field }) => field)])).toEqual([
    ["credited", ["resolution"]],
    ["silent", ["duration", "resolution"]],
    ["picky", ["resolution"]],
    ["dated", ["resolution"]],
  ]);
});

it("converts no currency, and keeps those apart of which no page tells the price", () => {
  const offers = (["silent", "credited", "told", "dated", "open"] as const).map(offer);
  const { priced, unpriced } = compareQuotes({ prompt }, offers, { now });
  expect(priced.map(({ currency, quotes }) => [currency, ...quotes.map(({ model }) => model)])).toEqual([
    ["USD", "dated", "told", "open"],
    ["credits", "credited"],
  ]);
  expect(unpriced.map(({ model, unknown }) => [model, unknown?.reason])).toEqual([["silent", "not_told"]]);
});

it.each<[string, () => unknown, string]>([
  ["no request", () => compareQuotes(untyped("a red apple"), []), "`request` must be an object without a model"],
  ["no offers", () => compareQuotes({ prompt }, untyped(client)), "`offers` must be a list such as"],
  ["a client as an offer", () => compareQuotes({ prompt }, untyped([client])), "`offers` must be a list such as"],
  [
    "no contract",
    () => compareQuotes({ prompt }, untyped([{ model: client.model("told") }])),
    '`contract` is none; pass what `import * as contract from "@omni-contracts/acme/contract"` gives.',
  ],
])("%s is one error that names the fix", (_, act, message) => {
  expect(act).toThrow(message);
});
