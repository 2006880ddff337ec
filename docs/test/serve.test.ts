// The server of the site, over a folder of its own, and its command.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Handler } from "@omni-contracts/mocks";
import { afterAll, describe, expect, it } from "vitest";
import { siteHandler } from "../src/site/serve.js";
import { hasMock } from "../site/.vitepress/theme/playground/mock.js";
import { root } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "omni-site-"));
writeFileSync(join(folder, "page.html"), "<html><head><title>A page</title></head><body></body></html>");
writeFileSync(join(folder, "404.html"), "<html><head></head><body>nothing here</body></html>");
mkdirSync(join(folder, "zh", "models"), { recursive: true });
for (const name of ["zh", "zh/models"]) writeFileSync(join(folder, name, "index.html"), "<html><head></head></html>");
writeFileSync(join(folder, "page.md"), "# A page </head>");
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const handle: Handler = siteHandler(`${folder}/`);
const ask = (path: string, method = "GET") =>
  handle({ method, path, query: new URLSearchParams(), headers: {}, text: "" });
const META = 'meta name="omni-mock"';

describe("the site", () => {
  it("says in its pages, and only there, that a mock is served with them", async () => {
    for (const path of ["/page", "/page.html", "/nobody"]) expect(String((await ask(path)).body)).toContain(META);
    expect(String((await ask("/page.md")).body)).not.toContain(META);
    expect(hasMock({ querySelector: () => null })).toBe(false);
  });

  it.each(["/%E0%A4%A", "/..%2f..%2fetc%2fpasswd", "/%00"])("has nothing at %s", async (path) => {
    const answer = await ask(path);
    expect([answer.status, String(answer.body)]).toEqual([404, expect.stringContaining("nothing here")]);
  });

  it.each([
    ["/zh", "./zh/"],
    ["/zh/models", "./models/"],
  ])("leads from %s, a folder without its slash, to its page", async (path, location) => {
    const { status, headers } = await ask(path);
    expect([status, headers.location]).toEqual([302, location]);
    expect((await ask(`${path}/`)).status).toBe(200);
  });

  it.each(["POST", "PUT", "DELETE"])("takes no %s for a page", async (method) => {
    const { status, headers } = await ask("/page", method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});

it("tells how it is used, which is no error", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [`${root}docs/scripts/serve.mjs`, ...args]);
  const [asked, wrong] = [run("--help"), run("--port", "x")];
  expect([asked.status, asked.stdout.toString()]).toEqual([0, expect.stringContaining("Usage: npm run docs:serve")]);
  expect([wrong.status, wrong.stderr.toString()]).toEqual([2, expect.stringContaining("Usage: npm run docs:serve")]);
});
