// The built files, without a browser: every link leads somewhere, nothing comes from elsewhere, nothing is too large.
import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { allPages } from "../src/pages.js";
import { placeOf } from "../src/page.js";
import { source } from "../test/support.js";
import { files, htmlFiles, isRedoc, read } from "./built.js";

const pages = await allPages(source);
const known = new Set(files);
const texts = new Map(htmlFiles.map((file) => [file, read(file)]));
const idsOf = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id));
const ids = new Map([...texts].map(([file, html]) => [file, idsOf(html)]));

/** What the tags of a page name, scripts and styles aside: `href` of links, `src` of pictures. */
function referencesOf(page: string): string[] {
  // What Redoc puts on its page is looked at in a browser.
  const html = page.replace(/<div id="redoc">[\s\S]*/, "");
  const tags = html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
    .matchAll(/<(?:a|link|img|video|source)\b[^>]*>/g);
  const values = [...tags].flatMap(([tag]) =>
    [...tag.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, value = ""]) => value),
  );
  const scripts = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]*)"/g)].map(([, value = ""]) => value);
  return [...new Set([...values, ...scripts])].map((value) => value.replaceAll("&amp;", "&"));
}

const isForeign = (link: string): boolean => /^(?:[a-z]+:|\/\/)/i.test(link);

/** Why a link leads nowhere; `undefined` when it does lead somewhere. */
function wrongWith(link: string, from: string): string | undefined {
  const [path = "", hash = ""] = link.split("#");
  if (path.startsWith("/")) return "it is not relative";
  const target = path === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURI(path)));
  const file = /^\.?\/?$/.test(target) ? "index.html" : target.endsWith("/") ? `${target}index.html` : target;
  if (!known.has(file)) return `there is no ${file}`;
  if (!hash || !ids.has(file) || isRedoc(file)) return undefined;
  return ids.get(file)?.has(decodeURIComponent(hash)) ? undefined : `there is no #${hash}`;
}

it("has a file for every page, and no page besides", () => {
  const expected = pages.map((page) => `${placeOf(page)}.html`);
  const redocs = source.documents.map(({ provider }) => `reference/${provider}/redoc.html`);
  expect(htmlFiles.toSorted()).toEqual([...expected, ...redocs, "404.html"].toSorted());
});

it("has a Markdown twin of every page, and what leads machines to them", () => {
  const twins = pages.map((page) => `${placeOf(page)}.md`);
  expect([...twins, "llms.txt", "llms-full.txt", "sitemap.xml"].filter((file) => !known.has(file))).toEqual([]);
});

it("has nothing in a twin that only a browser understands", () => {
  const withoutCode = (text: string): string =>
    text.replaceAll(/^( *)(`{3,})[\s\S]*?^ *\2 *$/gm, "").replaceAll(/(`+)[^`][\s\S]*?\1/g, "");
  const left = pages.flatMap((page) => {
    const tags = withoutCode(read(`${placeOf(page)}.md`)).match(/<\/?[A-Z]\w*(?: [^>]*)?\/?>|^:::.*$/gm) ?? [];
    return tags.map((tag) => `${placeOf(page)}: ${tag}`);
  });
  expect(left).toEqual([]);
});

it("says on the playground's page what to do where it does not come up", () => {
  for (const file of ["playground.html", "playground.md"]) expect(read(file)).toContain("npm run docs:serve");
  expect(texts.get("zh/playground.html")).toContain("npm run docs:serve");
});

it("names in llms.txt and sitemap.xml only what there is", () => {
  const linked = [...read("llms.txt").matchAll(/\]\(([^)]*)\)/g)].map(([, link = ""]) => link);
  const listed = [...read("sitemap.xml").matchAll(/<loc>([^<]*)</g)].map(([, link = ""]) => link || "./");
  expect(linked.length).toBeGreaterThan(50);
  expect([...linked, ...listed].filter((link) => wrongWith(link, "llms.txt") !== undefined)).toEqual([]);
});

it("leads from llms-full.txt, which holds all pages in one, to the pages themselves", () => {
  const text = read("llms-full.txt").replaceAll(/^```[^]*?^```$/gm, "");
  const links = [...text.matchAll(/\]\(([^)\s]*)\)/g)].map(([, link = ""]) => link).filter((link) => !isForeign(link));
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter((link) => wrongWith(link, "llms-full.txt") !== undefined)).toEqual([]);
});

it("names each page in sitemap.xml with its twin in the other language", () => {
  const entries = [...read("sitemap.xml").matchAll(/<url>(.*?)<\/url>/g)].map(([, entry = ""]) => entry);
  expect(entries).toHaveLength(pages.length);
  for (const entry of entries) {
    expect([...entry.matchAll(/hreflang="(\w+)"/g)].map(([, language]) => language).toSorted()).toEqual(["en", "zh"]);
    for (const [, href = ""] of entry.matchAll(/ href="([^"]*)"/g))
      expect([href, wrongWith(href || "./", "x")]).toEqual([href, undefined]);
  }
});

describe("every page", () => {
  it("has only links that lead somewhere", () => {
    const wrong = [...texts].flatMap(([file, html]) => {
      return referencesOf(html)
        .filter((link) => !isForeign(link))
        .flatMap((link) => {
          const why = wrongWith(link, file);
          return why === undefined ? [] : [`${file}: ${link}: ${why}`];
        });
    });
    expect(wrong).toEqual([]);
  });

  it("stays on its page with the links of Redoc's menu, which come with it", () => {
    const menus = [...texts]
      .filter(([file]) => isRedoc(file))
      .map(([, html]) => html.replace(/^[\s\S]*?<div id="redoc">/, ""));
    const links = menus.flatMap((html) =>
      [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, link = ""]) => link),
    );
    expect(menus).toHaveLength(source.documents.length);
    expect(links.filter((link) => link.startsWith("#/")).length).toBeGreaterThan(menus.length);
    expect(links.filter((link) => link.startsWith("/"))).toEqual([]);
  });

  it("is written below no path", () => {
    const held = files.filter((file) => /\.(html|css|md|txt|xml)$/.test(file) && read(file).includes("__omni_base__"));
    expect(held).toEqual([]);
  });

  it("has a title and a description of its own", () => {
    const heads = [...texts].filter(([file]) => file !== "404.html");
    const bare = heads.filter(
      ([, html]) => !/<title>[^<]{5,}<\/title>/.test(html) || !/name="description" content="[^"]{10,}"/.test(html),
    );
    expect(bare.map(([file]) => file)).toEqual([]);
    const titles = heads.map(
      ([file, html]) => `${file.startsWith("zh/") ? "zh" : "en"} ${/<title>([^<]*)</.exec(html)?.[1] ?? ""}`,
    );
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });
});

describe("sizes, gzip", () => {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file) ?? gzipSync(read(file)).length;
    sizes.set(file, known);
    return known;
  };

  it("a reference is at most 800 KB", () => {
    const large = htmlFiles.filter((file) => isRedoc(file) && sizeOf(file) > 800 * 1000);
    expect(large).toEqual([]);
  });

  it("any other page is at most 250 KB, with every script and style that it loads", () => {
    const weights = htmlFiles
      .filter((file) => !isRedoc(file))
      .map((file) => {
        const parts = referencesOf(texts.get(file) ?? "").filter(
          (link) => /\.(js|css)$/.test(link) && !isForeign(link),
        );
        const names = parts.map((link) => posix.normalize(posix.join(posix.dirname(file), link)));
        return { file, weight: [file, ...names].reduce((sum, name) => sum + (known.has(name) ? sizeOf(name) : 0), 0) };
      });
    const largest = weights.toSorted((a, b) => b.weight - a.weight)[0];
    console.log(`The largest page is ${largest?.file ?? ""}: ${Math.round((largest?.weight ?? 0) / 1000)} KB gzip.`);
    expect(weights.filter(({ weight }) => weight > 250 * 1000)).toEqual([]);
  });
});
