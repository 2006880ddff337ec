// The search index as it was built: every id that somebody may look for is found, on the page that tells of it.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { modelSchemas, requestContent } from "@omni-contracts/specs";
import { beforeAll, describe, expect, it } from "vitest";
import { errorRows } from "../src/errors/error-rows.js";
import { allOperations } from "../src/reference/operations.js";
import { weightOf } from "../src/site/search-boost.js";
import { tokenize } from "../src/site/tokenize.js";
import { source } from "../test/support.js";
import { dist, files } from "./built.js";

// The library that VitePress searches with, and its options as in .vitepress/config.ts.
const require = createRequire(createRequire(import.meta.url).resolve("vitepress/package.json"));
const MiniSearch = require("minisearch");
const OPTIONS = { fields: ["title", "titles", "text"], storeFields: ["title", "titles"], tokenize };
const SEARCH = { fuzzy: 0.1, prefix: true, boost: { title: 4, text: 2, titles: 1 }, boostDocument: weightOf };

type Search = (words: string) => string[];

async function searchOf(locale: string): Promise<Search> {
  const file = files.find((one) => one.includes(`@localSearchIndex${locale}.`)) ?? "";
  Object.assign(globalThis, { __OMNI_BASE__: "/" });
  const { default: json } = await import(pathToFileURL(dist + file).href);
  const index = MiniSearch.loadJSON(json, OPTIONS);
  return (words) => index.search(words, SEARCH).map(({ id }: { id: string }) => id);
}

/** Pages of the first results; the box shows sixteen. */
const first = (results: string[]): string => results.slice(0, 16).join(" ");

describe.each([
  ["root", ""],
  ["zh", "zh/"],
])("the index of %s", (locale, prefix) => {
  let search: Search = () => [];
  beforeAll(async () => {
    search = await searchOf(locale);
  });

  const operations = source.documents.flatMap((document) =>
    allOperations(document).map(({ id }) => [id, `/${prefix}reference/${document.provider}/${id}.html`] as const),
  );
  it("finds every operation", () => {
    // Several providers may have an operation of this id: the first result is about one of them.
    const wrong = operations.flatMap(([id, page]) => {
      const results = search(id);
      const [top = ""] = results;
      const isOwn = operations.some(([other, its]) => other === id && top.startsWith(its));
      return isOwn && results.some((found) => found.startsWith(page)) ? [] : [`${id}: ${top}`];
    });
    expect(wrong).toEqual([]);
    expect(operations.length).toBeGreaterThan(30);
  });

  const models = source.documents.flatMap((document) =>
    allOperations(document).flatMap(({ id, operation }) => {
      const { schema } = requestContent(document, operation, "application/json");
      return modelSchemas(document, schema).flatMap(({ ids }) =>
        ids.map((one) => [one, document.provider, id] as const),
      );
    }),
  );
  it("finds every model, on the page of the operation that takes it", () => {
    const lost = models.filter(([id, provider, operation]) => {
      const results = search(id);
      // Several providers may have a model of this name; among the first there is a page that tells of it.
      const isThere = results.some((one) => one.startsWith(`/${prefix}reference/${provider}/${operation}.html`));
      return !isThere || !/\/(reference|models)\//.test(first(results));
    });
    expect(lost).toEqual([]);
    expect(models.length).toBeGreaterThan(20);
  });

  const codes = source.documents.flatMap((document) =>
    errorRows(document).flatMap(({ rawCode, code }) =>
      [rawCode, code].flatMap((one) => (one ? [[one, document.provider] as const] : [])),
    ),
  );
  it("finds every error code", () => {
    const all = new Map(codes.map((one) => [one.join(" "), one]));
    const lost = [...all.values()].filter(([code, provider]) => {
      const found = search(code).filter(
        (id) => id.includes(`/errors/${provider}.html`) || id.includes(`/reference/${provider}/`),
      );
      return found.length === 0;
    });
    expect(lost).toEqual([]);
    expect(all.size).toBeGreaterThan(60);
  });

  it("leads from a word to the page that is about it", () => {
    if (locale !== "root") return;
    for (const [words, page] of [
      ["price", "/models/"],
      ["webhook", "/guide/|/reference/"],
      ["money safety", "/guide/money-safety"],
    ] as const)
      expect([words, search(words)[0]]).toEqual([words, expect.stringMatching(page)]);
  });

  it("finds nothing for what is nowhere", () => {
    expect(search("qqzzxxjjvv")).toEqual([]);
  });
});

it("finds Chinese text", async () => {
  const search = await searchOf("zh");
  expect(search("是否已扣费").length).toBeGreaterThan(0);
  expect(search("快速上手").some((id) => id.startsWith("/zh/guide/"))).toBe(true);
  expect(search("重发").length).toBeGreaterThan(0);
});
