import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { downloadVideo } from "../../src/download/index.js";
import { errorOf } from "../support/acme.js";
import { bytesOf, movie, piecesOf, quickClock, sendFile, serve } from "../support/files.js";
import { untyped } from "../support/untyped.js";

const FILE = movie(300_000);
const local = () => ({ allowPrivateHosts: true, random: () => 0.5, clock: quickClock().clock });

describe("a video comes as a stream", () => {
  it("whole, with its type, its size and its progress", async () => {
    await using server = await serve((_, ...exchange) => {
      sendFile(FILE, exchange);
    });
    const told: unknown[] = [];
    const options = { ...local(), onProgress: (one: unknown) => told.push(one) };
    const { stream, mediaType, bytes } = await downloadVideo({ url: `${server.origin}/v.mp4` }, options);
    expect({ mediaType, bytes }).toEqual({ mediaType: "video/mp4", bytes: FILE.length });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(told.at(-1)).toEqual({ bytes: FILE.length, total: FILE.length });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.headers).not.toHaveProperty("authorization");
    expect(server.seen[0]?.headers["accept-encoding"]).toBe("identity");
  });

  it("without a length", async () => {
    await using server = await serve((_, __, response) => {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.write(FILE.subarray(0, 5));
      setTimeout(() => response.end(FILE.subarray(5)), 5);
    });
    const { stream, mediaType, bytes } = await downloadVideo({ url: server.origin }, local());
    expect({ mediaType, bytes }).toEqual({ mediaType: "video/mp4", bytes: undefined });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
  });

  it("beside many others that one signal stops, without a warning", async () => {
    await using server = await serve((_, ...exchange) => {
      sendFile(FILE, exchange);
    });
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on("warning", note);
    const { signal } = new AbortController();
    const many = Array.from({ length: 12 }, () =>
      downloadVideo({ url: server.origin }, { ...local(), abortSignal: signal }),
    );
    for (const { stream } of await Promise.all(many)) await bytesOf(stream);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  it("no faster than it is read", async () => {
    const sent = { bytes: 0 };
    await using server = await serve((_, __, response) => {
      const total = 200 * 1024 ** 2;
      const start = Buffer.alloc(65_536);
      start.write("ftyp", 4);
      start.writeUInt32BE(0);
      response.writeHead(200, { "content-type": "video/mp4", "content-length": total });
      const more = () => {
        while (!response.destroyed && response.write(start)) sent.bytes += start.length;
      };
      response.on("drain", more);
      more();
    });
    const { stream } = await downloadVideo({ url: server.origin }, local());
    const reader = stream.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 100));
    // What the system and `fetch` hold between them.
    expect(sent.bytes).toBeLessThan(20 * 1024 ** 2);
    await reader.cancel();
  });

  it("hangs up when the rest is not wanted", async () => {
    let hungUp: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    await using server = await serve((_, __, response) => {
      response.on("close", hungUp);
      response.writeHead(200, { "content-length": 10_000_000 }).write(FILE);
    });
    const { stream } = await downloadVideo({ url: server.origin }, local());
    await stream.cancel();
    await over;
    expect(server.seen).toHaveLength(1);
  });
});

describe("content that is there already", () => {
  const base64 = FILE.toString("base64");
  it.each([
    ["bytes", { data: new Uint8Array(FILE) }],
    ["base64", { data: base64 }],
    ["base64 in lines", { data: base64.replace(/.{76}/g, "$&\r\n") }],
    ["base64url", { data: FILE.toString("base64url") }],
    ["a data URL", { url: `data:video/mp4;base64,${base64}` }],
    ["a data URL as data", { data: `data:;base64,${base64}` }],
  ])("%s", async (_, video) => {
    const { stream, mediaType, bytes } = await downloadVideo(video);
    expect({ mediaType, bytes }).toEqual({ mediaType: "video/mp4", bytes: FILE.length });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
  });

  it.each([
    ["no base64", { data: "%%%%" }, {}, "no base64"],
    ["text", { data: btoa("Not a video at all, sorry.") }, {}, "is no video (26 bytes)"],
    ["too large", { data: base64 }, { maxBytes: 1000 }, `${FILE.length} bytes or more; at most 1000`],
  ])("%s is refused", async (_, video, options, message) => {
    const error = await errorOf(downloadVideo(video, options));
    expect(error).toMatchObject({ code: "download_failed", billed: "yes", isRetryable: false });
    expect(error.message).toContain(message);
  });

  it("half of it is refused at its end", async () => {
    const { stream } = await downloadVideo({ data: FILE.subarray(0, 100_000).toString("base64") });
    expect(await errorOf(bytesOf(stream))).toMatchObject({ code: "download_failed" });
  });
});

describe("what is no video is not taken for one", () => {
  it("a page instead of the file; asked for five times", async () => {
    const page = `<!DOCTYPE html>\n<html>Sign in at https://acme.test/login?token=abcdefgh</html>`;
    await using server = await serve((_, __, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(page);
    });
    const { clock, slept } = quickClock();
    const error = await errorOf(downloadVideo({ url: `${server.origin}/v?sig=abcdefgh` }, { ...local(), clock }));
    expect(error).toMatchObject({ code: "download_failed", phase: "download", billed: "yes", statusCode: 200 });
    expect(error.isRetryable).toBe(true);
    expect(error.message).toContain('text/html, "<!DOCTYPE html> <html>Sign in at https://acme.test/login?…');
    expect(inspect(error)).not.toContain("abcdefgh");
    expect(slept).toEqual([500, 1000, 2000, 4000]);
  });

  it("a page at first, and the file then", async () => {
    await using server = await serve((n, request, response) => {
      if (n === 0) response.writeHead(200, { "content-type": "text/html" }).end("<html>Just a moment");
      else sendFile(FILE, [request, response]);
    });
    const { stream } = await downloadVideo({ url: server.origin }, local());
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
  });
});

describe("a file that is too large", () => {
  it("is not begun when its size is told", async () => {
    await using server = await serve((_, ...exchange) => {
      sendFile(FILE, exchange);
    });
    const error = await errorOf(downloadVideo({ url: server.origin }, { ...local(), maxBytes: FILE.length - 1 }));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: false });
    expect(error.message).toContain(`has ${FILE.length} bytes or more; at most ${FILE.length - 1} are taken`);
    expect(server.seen).toHaveLength(1);
    const { bytes } = await downloadVideo({ url: server.origin }, { ...local(), maxBytes: FILE.length });
    expect(bytes).toBe(FILE.length);
  });

  it("is broken off when it is not", async () => {
    await using server = await serve((_, __, response) => {
      response.writeHead(200, { "content-type": "video/mp4" });
      response.write(FILE);
      setTimeout(() => response.end(FILE), 5);
    });
    const { stream } = await downloadVideo({ url: server.origin }, { ...local(), maxBytes: 200_000 });
    const got: number[] = [];
    const reading = (async () => {
      for await (const chunk of piecesOf(stream)) got.push(chunk.length);
    })();
    expect(await errorOf(reading)).toMatchObject({ code: "download_failed", isRetryable: false });
    expect(got.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(200_000);
    expect(server.seen).toHaveLength(1);
  });
});

describe("stopping", () => {
  it.each(["before", "while it connects", "while it is read", "while nobody reads", "while it pauses"])(
    "%s",
    async (when) => {
      const controller = new AbortController();
      const state = { isClosed: false };
      await using server = await serve((_, __, response) => {
        response.on("close", () => {
          state.isClosed = true;
        });
        if (when === "while it pauses") response.writeHead(503).end();
        else if (when !== "while it connects") response.writeHead(200, { "content-length": 9_000_000 }).write(FILE);
        setTimeout(() => {
          controller.abort();
        }, 20);
      });
      if (when === "before") controller.abort();
      const { clock: usual } = quickClock();
      const clock =
        when === "while it pauses"
          ? { ...usual, sleep: (_: number, signal?: AbortSignal) => usual.sleep(30_000, signal) }
          : usual;
      const requests: Request[] = [];
      const fetch = (request: Request) => {
        requests.push(request);
        return globalThis.fetch(request);
      };
      const options = { ...local(), clock, fetch, abortSignal: controller.signal };
      const download = downloadVideo({ url: server.origin }, options);
      const work = async () => {
        const { stream } = await download;
        if (when === "while nobody reads") await new Promise((resolve) => setTimeout(resolve, 60));
        await bytesOf(stream);
      };
      const error = await errorOf(work());
      expect(error).toMatchObject({ code: "aborted", name: "AbortError", billed: "yes", isRetryable: true });
      if (when === "before") expect(server.seen).toEqual([]);
      // Node's fetch may forget a request that has no answer yet, once the garbage collector was there; a test keeps it.
      else if (when === "while it connects") expect(requests.map(({ signal }) => signal.aborted)).toEqual([true]);
      else while (!state.isClosed) await new Promise((resolve) => setTimeout(resolve, 1));
    },
  );
});

it.each([
  [{ url: "https://cdn.acme.test/a.mp4" }, { maxBytes: 0 }, "`maxBytes` is 0"],
  [{ url: "https://cdn.acme.test/a.mp4" }, { timeoutMs: NaN }, "`timeoutMs` is NaN"],
  [{}, {}, "something with `url` or `data`"],
  [untyped(undefined), {}, "something with `url` or `data`"],
  [untyped({ video: undefined, videos: [], handle: "x" }), {}, "something with `url` or `data`"],
])("%j %j is no call: %s", async (video, options, message) => {
  const error = await errorOf(downloadVideo(video, options));
  expect(error.code).toBe("invalid_request");
  expect(error.message).toContain(message);
});
