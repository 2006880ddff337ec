// The whole references in a real browser.
import type { MockServer } from "@omni-contracts/mocks";
import { operationsOf, textOf } from "@omni-contracts/specs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { source } from "../test/support.js";
import { read } from "./built.js";
import { isThere, keepPicture, launch, openWindow, serveBelow, violations } from "./browser.js";

describe.skipIf(!isThere)("the whole reference", () => {
  let browser: Browser;
  let server: MockServer;
  beforeAll(async () => {
    server = await serveBelow("");
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const looks = source.documents.flatMap((document) =>
    (["light", "dark"] as const).map((colorScheme) => [document.provider, colorScheme, document] as const),
  );
  it.each(looks)("of %s, %s, shows every operation; WCAG 2.2 A and AA", async (provider, colorScheme, document) => {
    const { page, foreign, complaints } = await openWindow(browser, server.url, { colorScheme });
    await page.goto(`${server.url}/reference/${provider}/redoc.html`);
    const operations = operationsOf(document).map(({ id, operation }) => ({ id, summary: textOf(operation.summary) }));
    // Redoc renders a section when it comes into view, so each is opened by its address; in one theme all of them.
    const opened = colorScheme === "light" ? operations : operations.slice(0, 1);
    const found: string[] = [];
    for (const { id, summary } of opened) {
      await page.evaluate((id) => {
        location.hash = `operation/${id}`;
      }, id);
      await page.getByRole("heading", { name: summary }).first().waitFor({ state: "attached", timeout: 20_000 });
      // Where Redoc says that it is, is where the operation's own page leads.
      const [, place = ""] = /redoc\.html(#[^"]*)"/.exec(read(`reference/${provider}/${id}.html`)) ?? [];
      await expect.poll(() => new URL(page.url()).hash, { timeout: 20_000 }).toBe(place);
      if (id === operations[0]?.id) found.push(...(await violations(page)));
    }
    await keepPicture(page, `redoc-${provider}-${colorScheme}-desktop`);
    await page.setViewportSize({ width: 390, height: 844 });
    await keepPicture(page, `redoc-${provider}-${colorScheme}-phone`);
    expect(found).toEqual([]);
    expect([...foreign, ...complaints]).toEqual([]);
    await page.getByRole("link", { name: "Omni Contracts" }).click();
    await page.waitForURL(`${server.url}/index.html`);
    await page.context().close();
  });

  it("tells the rules between members, which Redoc leaves out", async () => {
    const { page } = await openWindow(browser, server.url);
    await page.goto(`${server.url}/reference/apimart/redoc.html#operation/createVideoGeneration`);
    await page.getByText("exclude each other; leave one out.").first().waitFor({ state: "attached", timeout: 20_000 });
    await page.context().close();
  });
});
