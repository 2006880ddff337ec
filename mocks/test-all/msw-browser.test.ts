// A page in a real browser calls the providers' real hosts; MSW's service worker hands the requests to a mock that runs.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { readDocument } from "@omni-contracts/specs";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockServer } from "../src/index.js";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);

if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
/** What a front-end developer writes, as the README has it; it waits for its worker, and so does the title. */
const [, example = ""] = /```js\n(.*?)```/s.exec(readme.slice(readme.indexOf("### In a page"))) ?? [];

async function bundleOf(url: string): Promise<string> {
  const folder = fileURLToPath(new URL("../src/msw", import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `${example.replaceAll("http://127.0.0.1:4010", url)}document.title = "ready";`,
      resolveDir: folder,
    },
    alias: { "@omni-contracts/mocks/msw/browser": `${folder}/browser.ts` },
    ...{ bundle: true, write: false, format: "esm", platform: "browser", target: "es2022" },
  });
  return outputFiles[0]?.text ?? "";
}

const PAGE =
  '<!DOCTYPE html><html><head><title></title></head><body><script type="module" src="/app.js"></script></body>';
const worker = readFileSync(createRequire(import.meta.url).resolve("msw/mockServiceWorker.js"), "utf8");

async function serve(files: Readonly<Record<string, string>>): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const body = files[request.url ?? "/"];
    const type = request.url === "/" ? "text/html" : "text/javascript";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/` };
}

describe.skipIf(!isThere)("a page with MSW's worker", () => {
  let browser: Browser;
  let site: { readonly server: Server; readonly url: string };
  let mock: Mock;
  let mocks: MockServer;
  let page: Page;
  const served: { readonly host: string; readonly byWorker: boolean }[] = [];

  beforeAll(async () => {
    const quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    // No name can be looked up, so nothing can leave the machine.
    const sealed = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...quiet, sealed] });
    mock = createMock({ specs: [readDocument("toapis"), readDocument("apimart")], validate: true });
    mocks = await serveMock(mock);
    site = await serve({ "/": PAGE, "/app.js": await bundleOf(mocks.url), "/mockServiceWorker.js": worker });
    page = await browser.newPage();
    page.on("response", (response) => {
      served.push({ host: new URL(response.url()).hostname, byWorker: response.fromServiceWorker() });
    });
    await page.goto(site.url);
    await page.waitForFunction(() => document.title === "ready");
  });
  afterAll(async () => {
    await browser.close();
    await mocks.close();
    site.server.closeAllConnections();
    site.server.close();
  });

  /** A submit from the page; how it went, as a page can see it. */
  const submit = (prompt: string, host = "https://toapis.com", headers: Readonly<Record<string, string>> = {}) =>
    page.evaluate(
      async ({ prompt, host, headers }) => {
        try {
          const response = await fetch(`${host}/v1/videos/generations`, {
            method: "POST",
            headers: { authorization: "Bearer sk-test", "content-type": "application/json", ...headers },
            body: JSON.stringify({ model: "gemini_omni", prompt, duration: 6, aspect_ratio: "9:16" }),
          });
          const { status } = response;
          return { status, retryAfter: response.headers.get("retry-after"), body: await response.json() };
        } catch (error) {
          return { problem: String(error) };
        }
      },
      { prompt, host, headers },
    );

  it("cannot reach any host without it", async () => {
    const seen = await page.evaluate(() =>
      fetch("https://other.example.test/").catch((error: unknown) => String(error)),
    );
    expect(seen).toMatch(/^TypeError/);
  });

  it("makes a task at the provider's real host, and plays its video", async () => {
    const { status, body } = await submit("a cat");
    expect([status, mock.ledger().accepted[0]?.task]).toEqual([200, body.id]);
    mock.advance(200);
    const shape = await page.evaluate(async (id) => {
      // The mirror knows the task as well.
      const answer = await fetch(`https://toapis.cn/v1/videos/generations/${id}`, {
        headers: { authorization: "Bearer sk-test" },
      });
      const task = await answer.json();
      const video = document.createElement("video");
      video.src = task.result.data[0].url;
      await new Promise((resolve, reject) => {
        video.addEventListener("loadedmetadata", resolve, { once: true });
        video.addEventListener("error", reject, { once: true });
      });
      return [task.status, video.videoWidth, video.videoHeight, video.duration];
    }, body.id);
    expect(shape).toEqual(["completed", 360, 640, 6]);
    expect(mock.ledger().totals).toMatchObject({ accepted: 1, orphaned: 0 });
  });

  it("sees refusals with their headers, and broken connections as such", async () => {
    expect(await submit("a", undefined, { prefer: "code=402" })).toMatchObject({ status: 402 });
    expect(await submit("a [mock:rate-limit-burst]")).toMatchObject({ status: 429, retryAfter: "2" });
    mock.reset();
    expect(await submit("a [mock:accepted-then-reset]")).toEqual({ problem: "TypeError: Failed to fetch" });
    // There are two tasks for one `fetch`: Chromium itself sends a POST again when a connection breaks that it used before.
    const { accepted, orphaned } = mock.ledger().totals;
    expect(accepted).toBeGreaterThan(0);
    expect(orphaned).toBe(accepted);
  });

  it("sends nothing to the providers: the worker has answered for them", () => {
    const foreign = served.filter(({ host }) => host !== "127.0.0.1");
    expect(foreign.length).toBeGreaterThanOrEqual(4);
    expect(foreign.filter(({ byWorker }) => !byWorker)).toEqual([]);
    expect([...new Set(foreign.map(({ host }) => host))].toSorted()).toEqual(["toapis.cn", "toapis.com"]);
  });
});
