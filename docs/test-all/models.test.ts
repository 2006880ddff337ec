// The filters of the table of models, in a browser.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MockServer } from "@omni-contracts/mocks";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../src/site/serve.js";

const CHROMIUM = "/usr/bin/chromium";
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

describe.skipIf(!existsSync(CHROMIUM))("the table of models", () => {
  let browser: Browser;
  let server: MockServer;
  beforeAll(async () => {
    server = await serveSite(dist, 0);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const idsOf = (page: Page): Promise<string[]> =>
    page.locator(".models tbody tr:visible td:first-child a").allTextContents();

  it("shows all of them without a script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/models/`);
    expect((await idsOf(page)).length).toBeGreaterThan(20);
    expect(await page.locator(".filters").count()).toBe(0);
    await context.close();
  });

  it("filters by keyboard, tells how many are left, and shows all again", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/models/`);
    const all = await idsOf(page);
    await page.getByLabel("Provider").focus();
    await page.keyboard.type("Atlas");
    await expect.poll(() => page.locator(".filters output").textContent()).toBe(`13 of ${all.length} models`);
    await page.getByLabel("Makes from").selectOption("edit");
    await page.getByRole("combobox", { name: "Price" }).selectOption("told");
    await expect.poll(() => idsOf(page)).toEqual(["google/gemini-omni-flash/video-edit"]);
    await page.getByRole("button", { name: "Show all" }).press("Enter");
    await expect.poll(() => idsOf(page)).toEqual(all);
    await page.getByLabel("Resolution").selectOption("4k");
    const large = await idsOf(page);
    expect(large).toContain("Omni-Flash-Ext");
    expect(large).not.toContain("gemini-omni-flash-preview");
  });

  it("is cards on a phone that need no scrolling sideways", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${server.url}/zh/models/`);
    await page.locator(".model-matrix.ready").waitFor();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    const label = await page.locator("td[data-label]").nth(3).evaluate((cell) => getComputedStyle(cell, "::before").content); // prettier-ignore
    expect(label).toBe('"价格"');
  });
});
