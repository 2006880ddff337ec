// The tables of errors in a real browser: what an error costs is seen at every width.
import { expect, it } from "vitest";
import { source } from "../test/support.js";
import { isThere, keepPicture, launch, openWindow, serveBelow } from "./browser.js";

it.skipIf(!isThere)(
  "shows whether an error is charged without moving anything sideways",
  { timeout: 60_000 },
  async () => {
    const server = await serveBelow("");
    const browser = await launch();
    const provider = source.documents[0]?.provider ?? "";
    const { page } = await openWindow(browser, server.url);
    for (const [language, question, widths] of [
      ["", "Was I charged?", [1280, 390]],
      ["zh/", "是否已扣费？", [390]],
    ] as const) {
      await page.goto(`${server.url}/${language}errors/${provider}.html`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 });
        const seen = await page
          .locator(".omni-errors")
          .first()
          .evaluate((box) => {
            const [cell, ...others] = [...box.querySelectorAll("tbody tr:first-child td:not(:first-child)")];
            const rights = [...box.querySelectorAll("td")].map((one) => one.getBoundingClientRect().right);
            const label = cell ? getComputedStyle(cell, "::before").content : "";
            const heads = [...box.querySelectorAll("th")].map((one) => one.textContent);
            return {
              label,
              heads,
              others: others.length,
              isWithin: Math.max(...rights) <= box.getBoundingClientRect().right + 1,
            };
          });
        expect({ width, ...seen }).toMatchObject({ width, isWithin: true, others: 3 });
        expect(seen.heads[1]).toBe(question);
        expect(seen.label).toBe(width === 390 ? `"${question}"` : "none");
        await keepPicture(page, `errors-${language}${width}`);
      }
    }
    await browser.close();
    await server.close();
  },
);
