// Every raw state stands in its provider's diagram and in the table below it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { lifecyclePages } from "../src/lifecycle/lifecycle-pages.js";
import { moneyText, WORDS } from "../src/lifecycle/words.js";
import { LANGUAGES } from "../src/page.js";
import { root, rowsOf, source } from "./support.js";

const pages = { en: await lifecyclePages(source, "en"), zh: await lifecyclePages(source, "zh") };

describe.each(source.documents)("$provider", ({ provider }) => {
  const life = parse(readFileSync(`${root}specs/${provider}/openapi.yaml`, "utf8"))["x-lifecycle"];
  const tables = [
    life.states,
    ...Object.values<{ states?: object }>(life.representations).map(({ states }) => states ?? {}),
  ];
  const words: string[] = tables.flatMap((states) => Object.values<string[]>(states).flat());

  it.each(LANGUAGES)("%s", (language) => {
    const { markdown = "" } = pages[language].find(({ path }) => path === `lifecycle/${provider}`) ?? {};
    const [picture = ""] = /<svg[^]*<\/svg>/.exec(markdown) ?? [];
    const shown = [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(" ");
    const said = new Set(shown.split(/[\s,:]+/));
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => !said.has(word))).toEqual([]);
    expect(words.filter((word) => !markdown.includes(`\`${word}\``))).toEqual([]);
    for (const id of [...Object.keys(life.submit), ...Object.keys(life.read)]) expect(shown).toContain(id);
    const [from, to] = life.poll.every;
    expect(shown).toMatch(new RegExp(`${from} \\S+ ${to} `));
  });

  it("looks in every state in which a task waits, by whichever call", () => {
    const { markdown = "" } = pages.en.find(({ path }) => path === `lifecycle/${provider}`) ?? {};
    // A pair of heads for each waiting state; where a call hung on one state alone, another call would seem to be meant for the rest.
    const looks = [...markdown.matchAll(/class="edge reads"/g)].length;
    const waits = ["queued", "in_progress"].filter((state) => markdown.includes(`class="node state ${state}"`));
    const boxes = [...markdown.matchAll(/class="node call read"/g)].length;
    expect([boxes, looks]).toEqual([1, waits.length]);
  });

  it("has a name and a description for those who do not see it", () => {
    const { markdown = "" } = pages.en.find(({ path }) => path === `lifecycle/${provider}`) ?? {};
    const [, names = ""] = /aria-labelledby="([^"]*)"/.exec(markdown) ?? [];
    expect(names.split(" ")).toHaveLength(2);
    for (const id of names.split(" ")) expect(markdown).toMatch(new RegExp(`id="${id}">[^<]{10,}<`));
  });
});

// What the pages of the providers say of the money, as people read it.
it.each([
  ["apimart", ["when it is accepted", "is refunded"], ["受理时", "退款"]],
  ["atlascloud", ["when it is accepted", "is refunded"], ["受理时", "退款"]],
  ["toapis", ["not told", "not told"], ["未说明", "未说明"]],
  ["jimmyai", ["not told", "not told"], ["未说明", "未说明"]],
])("%s: says when a task is charged, and what becomes of the money of one that fails", (provider, en, zh) => {
  const money = (language: "en" | "zh", heading: string) => {
    const { markdown = "" } = pages[language].find(({ path }) => path === `lifecycle/${provider}`) ?? {};
    const [, picture = ""] = /(<svg[^]*<\/svg>)/.exec(markdown) ?? [];
    return { table: rowsOf(markdown, heading).slice(0, 2).map(([, value]) => value), picture }; // prettier-ignore
  };
  const shown = [money("en", "Money"), money("zh", "费用")] as const;
  expect(shown.map(({ table }) => table)).toEqual([en, zh]);
  for (const [i, words] of [en, zh].entries()) for (const word of words) expect(shown[i]?.picture).toContain(word);
});

it("has words for whatever may become of the money", () => {
  const ends = ["refunded", "kept", "free", "unknown"];
  expect(ends.map((word) => moneyText(WORDS.en, "failed", word))).toEqual(["is refunded", "is charged", "costs nothing", "not told"]); // prettier-ignore
  expect(ends.map((word) => moneyText(WORDS.zh, "failed", word))).toEqual(["退款", "照扣", "不收费", "未说明"]);
});
