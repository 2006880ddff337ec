// The normalized clients in a real browser, on a page of another origin than the mock: CORS, streams and uploads are the
// browser's own.
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createMock, serveMock, type Mock, type MockServer } from "@omni-contracts/mocks";
import { objectAt, providers, readDocument } from "@omni-contracts/specs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleOf } from "../test/support/bundle.js";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);

if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

/** A page that holds the clients, and a function that tries one of them. */
const pageOf = (
  script: string,
): string => `<!doctype html><title>Clients</title><script>${script.replaceAll("</", "<\\/")}</script>
<script>
  async function create(provider, baseURL) {
    const [name] = Object.keys(omni).filter((one) => one.toLowerCase() === "create" + provider);
    const client = omni[name]({ apiKey: "sk-0123456789abcdef", baseURL });
    const model = client.models().find((id) => client.capabilities(id).requires.includes("prompt"));
    return { client, model };
  }
  const told = ({ code, billed, handle, message, name }) => ({ code, billed, hasHandle: handle !== undefined, message, name });
  async function video(provider, baseURL) {
    const { client, model } = await create(provider, baseURL);
    const task = await client.generate({ model, prompt: "a paper kite" }, { timeoutMs: 60_000 });
    return { status: task.status, url: task.video.url };
  }
  async function downloaded(provider, baseURL, prompt) {
    const { client, model } = await create(provider, baseURL);
    const task = await client.generate({ model, prompt }, { timeoutMs: 60_000 });
    const download = async () => {
      const { stream, mediaType, bytes } = await omni.downloadVideo(task, { client });
      // Read by hand: of a stream that fails, Chromium's \`Response\` tells "Failed to fetch" only.
      const reader = stream.getReader();
      let size = 0;
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) size += piece.value.length;
      return { mediaType, isWhole: size === bytes, isLarge: bytes > 1000 };
    };
    return download().catch(told);
  }
  async function failing(provider, baseURL, prompt) {
    const { client, model } = await create(provider, baseURL);
    return told(await client.submit({ model, prompt }).catch((error) => error));
  }
  async function stopped(provider, baseURL) {
    const { client, model } = await create(provider, baseURL);
    const task = await client.submit({ model, prompt: "a paper kite" });
    const stop = new AbortController();
    const waiting = task.wait({ abortSignal: stop.signal }).catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const at = performance.now();
    stop.abort();
    return { ...told(await waiting), took: performance.now() - at };
  }
  async function uploaded(provider, baseURL) {
    const { client } = await create(provider, baseURL);
    const canvas = Object.assign(document.createElement("canvas"), { width: 512, height: 512 });
    canvas.getContext("2d").fillRect(0, 0, 256, 256);
    const png = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    return client.upload(png).then(({ url }) => url, told);
  }
</script>`;

describe.skipIf(!isThere)("in Chromium", () => {
  let browser: Browser;
  let mock: Mock;
  let server: MockServer;
  let pages: Server;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const html = pageOf(await bundleOf(providers()));
    mock = createMock({ specs: providers().map(readDocument), speed: 100 });
    server = await serveMock(mock);
    pages = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
    await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
    const address = pages.address();
    const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`);
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => pages.close(resolve));
    await server.close();
  });

  const run = (call: string, provider: string, ...rest: string[]): Promise<unknown> =>
    page.evaluate(`${call}(...${JSON.stringify([provider, `${server.url}/${provider}`, ...rest])})`);

  it.each(providers())("%s: a video", async (provider) => {
    const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/.*\.mp4$/);
    expect(await run("video", provider)).toEqual({ status: "completed", url });
  });

  it.each(providers())("%s: the video itself, and what to do when it is gone", async (provider) => {
    const whole = { mediaType: "video/mp4", isWhole: true, isLarge: true };
    expect(await run("downloaded", provider, "a paper kite")).toEqual(whole);
    const gone = { code: "download_failed", billed: "yes", hasHandle: true };
    expect(await run("downloaded", provider, "a kite [mock:expired-url-404]")).toMatchObject(gone);
  });

  it("the video again, as long as the connection breaks", async () => {
    const broken = { code: "download_failed", message: expect.stringMatching(/after \d+ of \d+ bytes/) };
    expect(await run("downloaded", "toapis", "a kite [mock:video-cut-off]")).toMatchObject(broken);
  });

  it.each(providers())("%s: a refusal is read, and costs nothing", async (provider) => {
    expect(await run("failing", provider, "a kite [mock:402]")).toMatchObject({
      ...{ code: "insufficient_credits", billed: "no", hasHandle: false },
    });
  });

  it.each(providers())("%s: a lost answer is not sent again", async (provider) => {
    const before = mock.ledger().accepted.length;
    expect(await run("failing", provider, "a kite [mock:error-after-accept]")).toMatchObject({
      ...{ code: "submission_unknown", billed: "unknown" },
    });
    expect(mock.ledger().accepted.length - before).toBe(1);
  });

  it.each(providers())("%s: stops waiting at once, and keeps the handle", async (provider) => {
    const stopped = await run("stopped", provider);
    expect(stopped).toMatchObject({ code: "aborted", name: "AbortError", hasHandle: true });
  });

  it.each(providers())("%s: uploads a picture where the contract has an upload", async (provider) => {
    const { upload } = objectAt(readDocument(provider).root["x-lifecycle"]);
    const none = expect.objectContaining({ code: "unsupported_feature", billed: "no" });
    expect(await run("uploaded", provider)).toEqual(upload ? expect.stringMatching(/^https?:\/\/\S+$/) : none);
  });

  it("complains about nothing", () => {
    expect(complaints).toEqual([]);
  });
});
