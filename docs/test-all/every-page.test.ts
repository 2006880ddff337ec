// What all pages have in common, whoever writes them.
import { describe, expect, it } from "vitest";
import { barOf, sidesOf } from "../src/menus.js";
import { linkOf, LANGUAGES, type SitePage } from "../src/page.js";
import { allPages, PAGE_KINDS } from "../src/pages.js";
import { allOperations } from "../src/reference/operations.js";
import { SECTIONS } from "../src/sections.js";
import { llmsIndex, plainMarkdown } from "../src/site/twins.js";
import { source } from "../test/support.js";

const pages = await allPages(source);
const inEnglish = pages.filter(({ language }) => language === "en");

/** The levels of a page's headings, in order: what must be the same in both languages, for the texts cannot be. */
function levelsOf({ markdown }: SitePage): number[] {
  const outside = markdown.replaceAll(/^(```|~~~)[^]*?^\1/gm, "");
  return [...outside.matchAll(/^(#{1,6}) /gm)].map(([, marks = ""]) => marks.length);
}

it.each(inEnglish.map(({ path }) => path))("%s has the same headings in both languages", (path) => {
  const [english, chinese] = LANGUAGES.map((language) => pages.find((one) => one.language === language && one.path === path)); // prettier-ignore
  expect(chinese && levelsOf(chinese)).toEqual(english && levelsOf(english));
});

it("an operation that is called shows how, in every language", () => {
  const called = source.documents.flatMap((document) =>
    allOperations(document).flatMap((entry) => (entry.isWebhook ? [] : [`/${entry.id}`])),
  );
  const shown = inEnglish.filter(({ markdown }) =>
    ["shell", "typescript", "python", "go"].every((lang) => markdown.includes(`\`\`\`${lang}`)),
  );
  expect(called.filter((id) => !shown.some(({ path }) => path.endsWith(id)))).toEqual([]);
});

it("stands in both languages", () => {
  const inChinese = pages.filter(({ language }) => language === "zh").map(({ path }) => path);
  expect(inChinese.toSorted()).toEqual(inEnglish.map(({ path }) => path).toSorted());
});

describe("every page", () => {
  it("has a kind and a section that there is, a title and one sentence about it", () => {
    const sections = SECTIONS.map(({ id }) => id);
    const kinds = PAGE_KINDS.map(({ id }) => id);
    const wrong = pages.filter(
      ({ kind, section, title, description }) =>
        !kinds.includes(kind) || !sections.includes(section) || !title.trim() || description.trim().length < 10,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it.each(LANGUAGES)("is in a menu of %s, the home page aside", (language) => {
    const menus = JSON.stringify([barOf(pages, language), sidesOf(pages, language)]);
    const own = pages.filter((page) => page.language === language && page.section !== "home");
    expect(own.filter((page) => !menus.includes(`"${linkOf(page)}"`)).map(({ path }) => path)).toEqual([]);
  });

  it("is in llms.txt", () => {
    const index = llmsIndex(pages, "about", "");
    expect(inEnglish.filter(({ path }) => !index.includes(`](${path}.md): `)).map(({ path }) => path)).toEqual([]);
  });

  it("is Markdown without VitePress' own marks beside its HTML", () => {
    const marks = /^:::|\{#[\w-]+\}$|<span class|<div class|&lt;|&#123;/m;
    const prosaic = (page: SitePage) => plainMarkdown(page).replaceAll(/^```[\s\S]*?^```/gm, "");
    expect(pages.filter((page) => marks.test(prosaic(page))).map(({ path }) => path)).toEqual([]);
  });
});

it("has a page for each operation, those that a provider sends among them", () => {
  const paths = inEnglish.map(({ path }) => path);
  for (const document of source.documents) {
    const operations = allOperations(document).map(({ id }) => `reference/${document.provider}/${id}`);
    expect(operations.length).toBeGreaterThan(4);
    expect(paths).toEqual(expect.arrayContaining(operations));
  }
});
