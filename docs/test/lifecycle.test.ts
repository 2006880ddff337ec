// Every raw state stands in its provider's diagram and in the table below it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { lifecyclePages } from "../src/lifecycle/lifecycle-pages.js";
import { LANGUAGES } from "../src/page.js";
import { root, source } from "./support.js";

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

  it("has a name and a description for those who do not see it", () => {
    const { markdown = "" } = pages.en.find(({ path }) => path === `lifecycle/${provider}`) ?? {};
    const [, names = ""] = /aria-labelledby="([^"]*)"/.exec(markdown) ?? [];
    expect(names.split(" ")).toHaveLength(2);
    for (const id of names.split(" ")) expect(markdown).toMatch(new RegExp(`id="${id}">[^<]{10,}<`));
  });
});
