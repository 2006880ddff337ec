// What a task makes, in a real browser: a page of another origin plays it, seeks in it, and reads it in parts.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { readDocument } from "@omni-contracts/specs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockServer } from "../src/index.js";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);

if (!isThere) console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (Debian: apt-get install chromium).`);

it("has a browser where OMNI_BROWSER=required", () => {
  expect(isThere || process.env.OMNI_BROWSER !== "required").toBe(true);
});

const PAGE = `<!DOCTYPE html><html><head><title>Player</title><style>
  body { margin: 0; background: #eee; font: 16px sans-serif } video { display: block; margin: 16px; max-height: 400px }
</style></head><body><video id="player" muted playsinline crossorigin="anonymous"></video></body></html>`;

async function serve(html: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/` };
}

/** What the player shows, and whether the picture's bytes may be read. */
interface Shown {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  /** Whether the bar at the bottom has passed the middle of the picture. */
  readonly isPastMiddle: boolean;
}

describe.skipIf(!isThere)("a result in a page of another origin", () => {
  let browser: Browser;
  let player: { readonly server: Server; readonly url: string };
  let mock: Mock;
  let mocks: MockServer;

  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
    player = await serve(PAGE);
    mock = createMock({ specs: [readDocument("toapis")], validate: true });
    mocks = await serveMock(mock);
  });
  afterAll(async () => {
    await browser.close();
    await mocks.close();
    player.server.closeAllConnections();
    player.server.close();
  });

  async function resultOf(body: object): Promise<string> {
    const submit = `${mocks.url}/toapis/v1/videos/generations`;
    const headers = { authorization: "Bearer sk", "content-type": "application/json" };
    const sent = { method: "POST", headers, body: JSON.stringify({ model: "gemini_omni", prompt: "x", ...body }) };
    const { id } = await (await fetch(submit, sent)).json();
    mock.advance(200);
    const task = await (await fetch(`${submit}/${id}`, { headers })).json();
    return task.result.data[0].url;
  }

  async function open(): Promise<{ readonly page: Page; readonly complaints: string[]; readonly statuses: number[] }> {
    const page = await browser.newPage({ viewport: { width: 720, height: 450 } });
    const complaints: string[] = [];
    const statuses: number[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("response", (response) => {
      if (response.url().includes("__files")) statuses.push(response.status());
    });
    await page.goto(player.url);
    return { page, complaints, statuses };
  }

  const show = (page: Page): Promise<Shown> =>
    page.evaluate(() => {
      const video = document.querySelector("video");
      if (!video) throw new Error("no video");
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      const context = canvas.getContext("2d");
      context?.drawImage(video, 0, 0);
      const [red = 0] = context?.getImageData(canvas.width / 2, canvas.height - 4, 1, 1).data ?? [];
      const { videoWidth: width, videoHeight: height, duration } = video;
      return { width, height, duration, isPastMiddle: red > 128 };
    });

  it.each([
    ["16:9", { aspect_ratio: "16:9", duration: 6 }, { width: 640, height: 360, duration: 6 }],
    ["9:16", { aspect_ratio: "9:16", duration: 10 }, { width: 360, height: 640, duration: 10 }],
  ])("plays and seeks: %s", async (_, body, shape) => {
    const link = await resultOf(body);
    const { page, complaints, statuses } = await open();
    try {
      // It plays: time goes on by itself.
      await page.evaluate(async (address) => {
        const video = document.querySelector("video");
        if (!video) throw new Error("no video");
        video.src = address;
        await video.play();
      }, link);
      await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.3);
      expect(await show(page)).toEqual({ ...shape, isPastMiddle: false });

      // It seeks, there and back, and shows what belongs there.
      const seek = (seconds: number) =>
        page.evaluate(async (time) => {
          const video = document.querySelector("video");
          if (!video) throw new Error("no video");
          video.pause();
          const done = new Promise((resolve) => {
            video.addEventListener("seeked", resolve, { once: true });
          });
          video.currentTime = time;
          await done;
          return video.currentTime;
        }, seconds);
      expect(await seek(shape.duration * 0.75)).toBeCloseTo(shape.duration * 0.75, 1);
      expect(await show(page)).toEqual({ ...shape, isPastMiddle: true });
      await seek(1);
      expect(await show(page)).toEqual({ ...shape, isPastMiddle: false });
      // Chromium asks for ranges from the start; a server without them would answer 200, and not be seekable.
      expect(statuses[0]).toBe(206);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it("can be read in parts by a script, with its headers", async () => {
    const link = await resultOf({ duration: 6 });
    const { page, complaints } = await open();
    try {
      const got = await page.evaluate(async (address) => {
        const names = ["content-range", "content-length", "accept-ranges", "content-type", "etag"];
        const first = await fetch(address, { headers: { range: "bytes=0-99" } });
        const headers = names.map((name) => first.headers.get(name));
        const start = [...new Uint8Array(await first.arrayBuffer())];
        // An `if-range` is no plain header: the browser asks first whether it may be sent.
        const rest = await fetch(address, {
          headers: { range: "bytes=100-", "if-range": first.headers.get("etag") ?? "" },
        });
        return {
          headers,
          status: [first.status, rest.status],
          bytes: [...start, ...new Uint8Array(await rest.arrayBuffer())],
        };
      }, link);
      const clip = readFileSync(new URL("../media/16x9-6s.mp4", import.meta.url));
      expect(got.headers).toEqual([
        `bytes 0-99/${clip.length}`,
        "100",
        "bytes",
        "video/mp4",
        expect.stringMatching(/^"[\da-f]{32}"$/),
      ]);
      expect(got.status).toEqual([206, 206]);
      expect(Buffer.from(got.bytes).equals(clip)).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it("does not play once its link has expired", async () => {
    const link = await resultOf({ duration: 6 });
    mock.advance(90_000);
    const { page } = await open();
    try {
      const code = await page.evaluate(async (address) => {
        const video = document.querySelector("video");
        if (!video) throw new Error("no video");
        const failed = new Promise((resolve) => {
          video.addEventListener("error", resolve, { once: true });
        });
        video.src = address;
        await failed;
        return video.error?.code;
      }, link);
      // MEDIA_ERR_SRC_NOT_SUPPORTED
      expect(code).toBe(4);
    } finally {
      await page.close();
    }
  });
});
