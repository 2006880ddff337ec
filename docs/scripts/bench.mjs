// First paint of a page of each kind, and of every whole reference, in Chromium on this machine; the median of five. Needs
// a machine that does nothing else.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { providers, readDocument } from "@omni-contracts/specs";
import { placeOf } from "../build/js/page.js";
import { allPages } from "../build/js/pages.js";
import { serveSite } from "../build/js/site/serve.js";

const RUNS = 5;
const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = await allPages({ documents: providers().map(readDocument), root });
const kinds = new Map(pages.toReversed().map((page) => [page.kind, `${placeOf(page)}.html`]));
const paths = [...kinds.values(), ...providers().map((name) => `reference/${name}/redoc.html`)].toSorted();

const server = await serveSite(`${root}docs/dist/`, 0);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Milliseconds from the start of the navigation to the first contentful paint, with an empty cache. */
async function paintOf(path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/${path}`);
  const entry = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  const time = await entry.jsonValue();
  await context.close();
  return time;
}

console.log("| Page | First paint | Goal |\n| --- | --- | --- |");
for (const path of paths) {
  const times = [];
  for (let i = 0; i < RUNS; i += 1) times.push(await paintOf(path));
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)];
  console.log(`| ${path} | ${Math.round(median)} ms | ≤ 500 ms |`);
}
await browser.close();
await server.close();
