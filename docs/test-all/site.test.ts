// The built site in a real browser, below a path of its own: whole, readable, quiet, and with nothing from elsewhere.
import type { MockServer } from "@omni-contracts/mocks";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeOf, type Language, type SitePage } from "../src/page.js";
import { allPages, PAGE_KINDS } from "../src/pages.js";
import { source } from "../test/support.js";
import { isThere, keepPicture, launch, openWindow, serveBelow, violations } from "./browser.js";

const pages = await allPages(source);
const PREFIX = "/some/where";
const TABS = 3;
const PAGES_OF_A_KIND = 5;

/** The page of a kind with the most text: whatever the kind can show is rather there. */
const longest = (kind: string, language: Language): SitePage[] =>
  pages
    .filter((page) => page.kind === kind && page.language === language)
    .toSorted((a, b) => b.markdown.length - a.markdown.length)
    .slice(0, 1);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

it("has a page of each kind", () => {
  // Sections in which nobody has written yet have a kind all the same.
  const empty = PAGE_KINDS.filter(({ id }) => !id.startsWith("written-") && longest(id, "en").length === 0);
  expect(empty.map(({ id }) => id)).toEqual([]);
});

describe.skipIf(!isThere)("the site", () => {
  let browser: Browser;
  let server: MockServer;
  let url = "";
  beforeAll(async () => {
    server = await serveBelow(PREFIX);
    url = server.url + PREFIX;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const addressOf = (page: SitePage): string => `${url}/${placeOf(page)}.html`;

  // Pages of a kind are made by one function; `files.test.ts` reads every one of them, and here so many are opened.
  const opened = PAGE_KINDS.flatMap(({ id }) => {
    const ofKind = pages.filter(({ kind }) => kind === id);
    const step = Math.ceil(ofKind.length / PAGES_OF_A_KIND);
    return ofKind.filter((_, i) => i % step === 0);
  });
  it("shows pages of every kind without a complaint, and asks no other host for anything", async () => {
    const left = [...opened];
    const seen: string[] = [];
    const tabs = Array.from({ length: TABS }, async () => {
      const { page, foreign, complaints } = await openWindow(browser, url);
      for (let one = left.pop(); one; one = left.pop()) {
        await page.goto(addressOf(one), { waitUntil: "load" });
        // The script has taken over once it knows on which page it is.
        await page.waitForFunction(() => document.querySelector(".VPNavBarAppearance, .VPSwitchAppearance") !== null);
        seen.push(placeOf(one));
      }
      await page.context().close();
      return [...foreign, ...complaints];
    });
    expect((await Promise.all(tabs)).flat()).toEqual([]);
    expect(seen.length).toBe(opened.length);
  }, 240_000);

  const looks = PAGE_KINDS.flatMap(({ id }) => [
    ...longest(id, "en").map((page) => [id, "en", "light", page] as const),
    ...longest(id, "en").map((page) => [id, "en", "dark", page] as const),
    // Generated pages are the same but for their words.
    ...(id.startsWith("written-") ? longest(id, "zh") : []).map((page) => [id, "zh", "light", page] as const),
  ]);
  it.each(looks)(
    "%s, %s, %s: WCAG 2.2 A and AA; at phone and desktop width",
    async (kind, language, colorScheme, one) => {
      const { page, foreign, complaints } = await openWindow(browser, url, { colorScheme });
      await page.goto(addressOf(one), { waitUntil: "load" });
      // The script has taken over once its buttons have their names.
      await page.waitForFunction(() =>
        [...document.querySelectorAll("button.VPSwitchAppearance")].every((one) => one.getAttribute("title") !== ""),
      );
      const isDark = await page.evaluate(() => document.documentElement.classList.contains("dark"));
      expect(isDark).toBe(colorScheme === "dark");
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, `${kind}-${language}-${colorScheme}-desktop`);
      await page.setViewportSize({ width: 390, height: 844 });
      await keepPicture(page, `${kind}-${language}-${colorScheme}-phone`);
      // A phone scrolls pages down, never sideways, and no table hides a column: rows are cards there.
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      const cut = await page
        .locator(".vp-doc table")
        .evaluateAll((tables) =>
          tables.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
        );
      expect(cut).toEqual([]);
      expect([...foreign, ...complaints]).toEqual([]);
      await page.context().close();
    },
  );

  it("finds what is typed into the search box, and goes there", async () => {
    const { page, foreign, complaints } = await openWindow(browser, url);
    const operation = pages.find(({ kind, language }) => kind === "operation" && language === "en");
    const id = operation?.path.split("/").at(-1) ?? "";
    await page.goto(`${url}/index.html`);
    // Nobody listens for keys before the script has taken over.
    const box = page.locator(".VPLocalSearchBox input");
    const open = async (): Promise<number> => {
      await page.keyboard.press("Control+k");
      return box.count();
    };
    await expect.poll(open, { interval: 500, timeout: 20_000 }).toBe(1);
    await box.fill(id);
    await page.locator(".VPLocalSearchBox .result").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    // Its own page, or where its errors are explained.
    await page.waitForURL(({ pathname, href }) => pathname !== `${PREFIX}/index.html` && href.includes(id));
    await page.locator("main", { hasText: id }).waitFor();
    expect([...foreign, ...complaints]).toEqual([]);
    await page.context().close();
  });

  it("keeps the page when the language changes", async () => {
    const { page, complaints } = await openWindow(browser, url);
    await page.goto(`${url}/guide/getting-started.html`);
    await page.locator(".VPNavBarTranslations button").hover();
    await page.getByRole("link", { name: "简体中文" }).first().click();
    await page.waitForURL(`${url}/zh/guide/getting-started.html`);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("keeps the choice of dark, on Redoc's pages too", async () => {
    const { page, complaints } = await openWindow(browser, url, { colorScheme: "light" });
    const [{ provider } = { provider: "" }] = source.documents;
    const isDark = (): Promise<boolean> => page.evaluate(() => document.documentElement.classList.contains("dark"));
    await page.goto(`${url}/reference/${provider}/index.html`);
    await page.locator(".VPNavBarAppearance button").click();
    expect(await isDark()).toBe(true);
    await page.goto(`${url}/reference/${provider}/redoc.html`);
    expect(await isDark()).toBe(true);
    await page.getByTestId("color-mode-switcher").click();
    await page.waitForFunction(() => !document.documentElement.classList.contains("dark"));
    await page.goto(`${url}/index.html`);
    expect(await isDark()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("works at the root as well, and its links lead on without a new load", async () => {
    const root = await serveBelow("");
    const { page, foreign, complaints } = await openWindow(browser, root.url);
    await page.goto(`${root.url}/zh/guide/getting-started.html`);
    await page.evaluate(() => {
      Object.assign(globalThis, { isSame: true });
    });
    await page.locator(".VPNavBarTitle a").click();
    await page.waitForURL(`${root.url}/zh/`);
    expect(await page.evaluate(() => "isSame" in globalThis)).toBe(true);
    expect([...foreign, ...complaints]).toEqual([]);
    await page.context().close();
    await root.close();
  });

  it("tells where there is no page", async () => {
    const { page } = await openWindow(browser, url);
    const answer = await page.goto(`${url}/guide/there-is-none.html`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").innerText()).toBe("There is no such page");
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
