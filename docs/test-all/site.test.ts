// The built pages in a real browser: they are whole, work from disk, and ask no other host for anything.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { operationsOf, providers, readDocument, textOf } from "@omni-contracts/specs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CHROMIUM = "/usr/bin/chromium";
const docs = fileURLToPath(new URL("..", import.meta.url));
const isThere = existsSync(CHROMIUM);

if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

describe.skipIf(!isThere)("the site", () => {
  let browser: Browser;
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ["scripts/build.mjs"], { cwd: docs });
    const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(path: string): Promise<{ page: Page; foreign: string[]; complaints: string[] }> {
    const page = await browser.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      if (/^https?:/.test(request.url())) foreign.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(`${docs}dist/${path}`).href);
    return { page, foreign, complaints };
  }

  it("lists every reference", async () => {
    const { page, foreign, complaints } = await open("index.html");
    const links = await page.locator("li a").evaluateAll((anchors) => anchors.map((one) => one.getAttribute("href")));
    expect(links).toEqual(providers().map((provider) => `${provider}/index.html`));
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });

  it.each(providers())("shows every operation of %s without asking anybody", async (provider) => {
    const { page, foreign, complaints } = await open(`${provider}/index.html`);
    const operations = operationsOf(readDocument(provider));
    const summaries = operations.map(({ id, operation }) => ({ id, summary: textOf(operation.summary) }));
    // Redoc renders a section when it comes into view, so each is opened by its address.
    const { entries, missing } = await page.evaluate(async (summaries) => {
      const missing: string[] = [];
      const menu = [...document.querySelectorAll("a")].map((one) => one.getAttribute("href") ?? "");
      for (const { id, summary } of summaries) {
        location.hash = `operation/${id}`;
        for (let i = 0; i < 50 && !document.body.innerText.includes(summary); i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        if (!document.body.innerText.includes(summary)) missing.push(summary);
      }
      return { entries: menu.length, missing };
    }, summaries);
    expect(entries).toBeGreaterThan(0);
    expect(missing).toEqual([]);
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });

  it("tells the rules between members, which Redoc leaves out", async () => {
    const { page } = await open("apimart/index.html");
    await page.evaluate(() => {
      location.hash = "operation/createVideoGeneration";
    });
    await page.getByText("exclude each other; leave one out.").first().waitFor({ state: "attached", timeout: 10_000 });
  });
});
