// Changes of real contracts, made by hand: none that breaks somebody may be missed, and hardly one that hurts nobody may be
// called breaking.
import { afterAll, describe, expect, it } from "vitest";
import { sentence } from "../../src/diff/change.js";
import { compareContracts, levelOfChanges } from "../../src/diff/contract.js";
import { bundle, copyOf } from "./bundles.js";
import { Contract, type Seed } from "./seed.js";
import { answerSeeds } from "./seeds-answers.js";
import { benignSeeds } from "./seeds-benign.js";
import { hiddenSeeds } from "./seeds-hidden.js";
import { moneySeeds } from "./seeds-money.js";
import { priceSeeds } from "./seeds-prices.js";
import { repeatSeeds } from "./seeds-repeat.js";
import { strangeSeeds } from "./seeds-strange.js";
import { requestSeeds } from "./seeds-requests.js";

const seeds = [
  ...requestSeeds,
  ...answerSeeds,
  ...moneySeeds,
  ...priceSeeds,
  ...repeatSeeds,
  ...strangeSeeds,
  ...hiddenSeeds,
  ...benignSeeds,
];

function judged({ provider, given, change }: Seed) {
  const [old, now] = [given ? copyOf(provider) : bundle(provider), copyOf(provider)];
  for (const { root } of given ? [old, now] : []) given?.(new Contract(root));
  change(new Contract(now.root));
  const changes = compareContracts(old, now);
  return { level: levelOfChanges(changes), texts: changes.map(sentence) };
}

const results = seeds.map((seed) => ({ seed, ...judged(seed) }));
const isBenign = (level: string): boolean => level === "none" || level === "patch";

describe.each(results)("$seed.provider: $seed.what", ({ seed, level, texts }) => {
  it(`is ${seed.level}, and told in words`, () => {
    expect(level, texts.join("\n")).toBe(seed.level);
    const said = typeof seed.says === "string" ? seed.says : seed.says(new Contract(bundle(seed.provider).root));
    if (said === "") expect(texts).toEqual([]);
    else expect(texts.join("\n")).toContain(said);
  });
});

afterAll(() => {
  const width = Math.max(...seeds.map(({ what }) => what.length));
  const rows = results.map(({ seed, level, texts }) =>
    [seed.provider.padEnd(10), seed.level.padEnd(5), level.padEnd(5), seed.what.padEnd(width), texts[0] ?? ""].join(
      "  ",
    ),
  );
  console.log(["provider    meant  found  what was done", ...rows].join("\n"));
});

describe("all seeds", () => {
  it("are enough, and different", () => {
    expect(seeds.length).toBeGreaterThanOrEqual(40);
    expect(seeds.filter(({ level }) => isBenign(level)).length).toBeGreaterThanOrEqual(10);
    expect(new Set(seeds.map(({ what }) => what)).size).toBe(seeds.length);
    expect(new Set(seeds.map(({ provider }) => provider)).size).toBe(4);
  });

  it("miss no break, and give at most one false alarm", () => {
    const missed = results.filter(({ seed, level }) => seed.level === "major" && level !== "major");
    const alarms = results.filter(({ seed, level }) => isBenign(seed.level) && !isBenign(level));
    expect(missed.map(({ seed }) => seed.what)).toEqual([]);
    expect(alarms.length, alarms.map(({ seed }) => seed.what).join()).toBeLessThanOrEqual(1);
  });

  it.each(["toapis", "apimart", "jimmyai", "atlascloud"])("%s is the same as itself", (provider) => {
    expect(compareContracts(bundle(provider), copyOf(provider))).toEqual([]);
  });
});
