// Debian's Chromium, and the site below a path of its own on this machine.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { serveMock, type MockServer } from "@omni-contracts/mocks";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { siteHandler } from "../src/site/serve.js";
import { dist } from "./built.js";

const CHROMIUM = "/usr/bin/chromium";
const ARGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: ARGS });

/** The site below `prefix`, which begins with a slash and ends without one: "" is the root. */
export function serveBelow(prefix: string): Promise<MockServer> {
  const handle = siteHandler(dist);
  const outside = { status: 404, headers: { "content-type": "text/plain" }, body: "outside of the site" };
  return serveMock({
    handle: (request) =>
      request.path.startsWith(`${prefix}/`)
        ? handle({ ...request, path: request.path.slice(prefix.length), base: (request.base ?? "") + prefix })
        : Promise.resolve(outside),
  });
}

export interface Watched {
  readonly page: Page;
  /** Requests to another host than the site's. */
  readonly foreign: string[];
  /** What the console calls an error, and what no script caught. */
  readonly complaints: string[];
}

/** A page of a new window that is watched. */
export async function openWindow(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(`${url}/`)) foreign.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { page, foreign, complaints };
}

/** What axe finds against WCAG 2.2 A and AA, one line a rule. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(globalThis, "axe");
    const run: unknown = typeof axe === "object" && axe !== null ? Reflect.get(axe, "run") : undefined;
    if (typeof run !== "function") throw new Error("axe is not there.");
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // Of rules that hold it says no more than that they do: to describe what passed takes most of its time.
    const options = { runOnly: tags, resultTypes: ["violations"], preload: false };
    const { violations } = await Reflect.apply(run, axe, [document, options]);
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
        `${location.pathname}: ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160) ?? ""}`,
    );
  });
}

const shots = fileURLToPath(new URL("../test-output/", import.meta.url));

/** Keeps a picture of what is seen: output of CI, compared with nothing. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}${name.replaceAll(/[^\w-]+/g, "_")}.png` });
}
