// All pages as they are made, before VitePress has them.
import { describe, expect, it } from "vitest";
import { allPages } from "../src/pages.js";
import { outsideBlocks } from "../src/text.js";
import { source } from "../test/support.js";

const pages = await allPages(source);
const english = pages.filter(({ language }) => language === "en");
const levels = (markdown: string): string[] =>
  [...outsideBlocks(markdown, (text) => text).replaceAll(/^```[^]*?^```$/gm, "").matchAll(/^(#+) /gm)].map(([, level = ""]) => level); // prettier-ignore

it("every package's API has a page", () => {
  const paths = new Set(english.map(({ path }) => path));
  for (const path of ["core/main", "core/batch", "core/node", "specs/main", "mocks/main", "mocks/msw-browser"])
    expect(paths).toContain(`packages/${path}`);
  const { markdown = "" } = english.find(({ path }) => path === "packages/core/batch") ?? {};
  expect(markdown).toContain("### generateMany()");
  expect(markdown).toContain("Told each handle as soon as there is one");
});

describe("a page in Chinese is the page in English", () => {
  it.each(english)("$path", ({ path, markdown }) => {
    const [other] = pages.filter((page) => page.path === path && page.language === "zh");
    expect(levels(other?.markdown ?? "")).toEqual(levels(markdown));
    // The frame at least is Chinese.
    expect(other?.description === undefined || /\p{Script=Han}/u.test(`${other.title}${other.markdown}`)).toBe(true);
  });
});
