import type { RequestListener } from "node:http";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { downloadVideo } from "../../src/download/index.js";
import { errorOf, fetchFailure } from "../support/acme.js";
import { box, bytesOf, movie, quickClock, sendFile, serve, type FileAnswer } from "../support/files.js";

const FILE = movie(300_000);
type Exchange = Parameters<RequestListener>;

/** Downloads from a server that answers as it is told, the last answer for the rest. */
async function fetched(...answers: readonly (FileAnswer | ((...exchange: Exchange) => void))[]) {
  await using server = await serve((n, ...exchange) => {
    const answer = answers[n] ?? answers.at(-1);
    if (typeof answer === "function") answer(...exchange);
    else sendFile(FILE, exchange, answer);
  });
  const { clock, slept } = quickClock();
  const options = { allowPrivateHosts: true, random: () => 0.5, clock };
  const got = downloadVideo({ url: `${server.origin}/v.mp4?signature=0123456789` }, options).then(({ stream }) =>
    bytesOf(stream),
  );
  const result = await got.catch((error: unknown) => error);
  const ranges = server.seen.map(({ headers }) => [headers.range, headers["if-range"]]);
  return { got, result, isWhole: result instanceof Buffer && result.equals(FILE), ranges, slept };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: Exchange[0], response: Exchange[1]) => {
    response.writeHead(code, headers).end("Sorry.");
  };

describe("a connection that breaks", () => {
  it("is taken up where it was, of the same file", async () => {
    const { isWhole, ranges, slept } = await fetched({ breakAfter: 100_000 }, { breakAfter: 50_000 }, {});
    expect(isWhole).toBe(true);
    const from = ranges.map(([range]) => range);
    expect(from).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/), expect.stringMatching(/^bytes=\d+-$/)]);
    expect(ranges.slice(1).every(([, condition]) => condition === '"v1"')).toBe(true);
    expect(slept).toEqual([500, 1000]);
  });

  it("by the date where there is no strong tag", async () => {
    const date = "Sat, 21 Nov 2026 00:00:00 GMT";
    const dated =
      (breakAfter?: number) =>
      (...[request, response]: Exchange) => {
        response.setHeader("last-modified", date);
        sendFile(FILE, [request, response], { etag: 'W/"1"', breakAfter });
      };
    const { ranges } = await fetched(dated(100_000), dated());
    expect(ranges[1]?.[1]).toBe(date);
  });

  it.each([
    ["the server knows no ranges", { knowsRanges: false }],
    ["the server names no version", { etag: undefined }],
    ["the server names no version and knows no ranges", { etag: undefined, knowsRanges: false }],
  ])("skips what is there already when %s", async (_, how) => {
    const { isWhole, ranges } = await fetched({ ...how, breakAfter: 100_000 }, how);
    expect(isWhole).toBe(true);
    expect(ranges).toHaveLength(2);
  });

  it("is not taken up with more than the file has", async () => {
    const more = (request: Exchange[0], response: Exchange[1]) => {
      const first = Number(/\d+/.exec(request.headers.range ?? "0")?.[0]);
      const range = `bytes ${first}-${FILE.length - 1}/${FILE.length}`;
      response.writeHead(206, { etag: '"v1"', "content-range": range });
      response.end(Buffer.concat([FILE.subarray(first), box("free", new Uint8Array(100))]));
    };
    const { isWhole, ranges } = await fetched({ breakAfter: 100_000 }, more, {});
    expect(isWhole).toBe(true);
    expect(ranges.map(([range]) => typeof range)).toEqual(["undefined", "string", "undefined"]);
  });

  it("is taken up even when a page came between", async () => {
    const page = (_: Exchange[0], response: Exchange[1]) => response.writeHead(200).end("<html>Wait a moment</html>");
    const { isWhole, ranges } = await fetched({ breakAfter: 100_000 }, page, {});
    expect(isWhole).toBe(true);
    expect(ranges[2]?.[0]).toBe(ranges[1]?.[0]);
  });

  it("does not put two files together", async () => {
    const other = (...exchange: Exchange) => {
      sendFile(movie(300_000, 8), exchange, { etag: '"v2"' });
    };
    const { got } = await fetched({ breakAfter: 100_000 }, other);
    const error = await errorOf(got);
    expect(error).toMatchObject({ code: "download_failed", isRetryable: true });
    expect(error.message).toMatch(/After \d+ bytes the server has another file/);
  });

  it("does not put two files together that have no version, and another length", async () => {
    const other = (...exchange: Exchange) => {
      sendFile(movie(300_001), exchange, { etag: undefined });
    };
    const { got } = await fetched({ breakAfter: 100_000, etag: undefined }, other);
    expect(await errorOf(got)).toMatchObject({ code: "download_failed" });
  });

  it.each([
    ["another start", { "content-range": `bytes 5-${FILE.length - 1}/${FILE.length}` }],
    ["another size", { "content-range": `bytes 100000-400000/400001` }],
    ["no range", {}],
    ["a range that is none", { "content-range": "bytes */*" }],
  ])("takes no part with %s: the whole comes again", async (_, headers) => {
    const wrong = (request: Exchange[0], response: Exchange[1]) => {
      const given = "content-range" in headers ? headers["content-range"] : undefined;
      const [, from = "0"] = /(\d+)/.exec(request.headers.range ?? "") ?? [];
      const range = given?.replace("100000", from);
      response.writeHead(206, { ...(range && { "content-range": range }) }).end(FILE.subarray(5));
    };
    const { isWhole, ranges } = await fetched({ breakAfter: 100_000 }, wrong, {});
    expect(isWhole).toBe(true);
    expect(ranges[2]).toEqual([undefined, undefined]);
  });

  it("again and again is given up after five tries", async () => {
    const { got, ranges, slept } = await fetched({ breakAfter: 20_000 });
    const error = await errorOf(got);
    expect(error).toMatchObject({ code: "download_failed", billed: "yes", isRetryable: true });
    expect(error.message).toMatch(/broke off after \d+ of 300072 bytes/);
    expect(inspect(error)).not.toContain("0123456789");
    expect(ranges).toHaveLength(5);
    expect(slept).toEqual([500, 1000, 2000, 4000]);
  });

  it("again and again goes on as long as much comes each time", async () => {
    const large = movie(9 * 1024 ** 2);
    await using server = await serve((_, ...exchange) => {
      sendFile(large, exchange, { breakAfter: 1.3 * 1024 ** 2 });
    });
    const { clock, slept } = quickClock();
    const options = { allowPrivateHosts: true, random: () => 0.5, clock };
    const { stream } = await downloadVideo({ url: server.origin }, options);
    expect((await bytesOf(stream)).equals(large)).toBe(true);
    expect(server.seen.length).toBeGreaterThan(5);
    expect(new Set(slept)).toEqual(new Set([500]));
  });

  it("before anything came, with a network's error", async () => {
    const calls: Request[] = [];
    const fetch = (request: Request) => {
      calls.push(request);
      if (calls.length < 3) return Promise.reject(fetchFailure("ECONNRESET"));
      return Promise.resolve(new Response(FILE, { headers: { "content-type": "video/mp4" } }));
    };
    const { clock, slept } = quickClock();
    const { stream } = await downloadVideo({ url: "https://cdn.acme.test/v.mp4" }, { fetch, clock, random: () => 0.5 });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(slept).toEqual([500, 1000]);
  });
});

describe("half a file that HTTP calls the whole", () => {
  const half = (...[request, response]: Exchange) => {
    sendFile(FILE.subarray(0, 150_000), [request, response], {});
  };
  it("is noticed by its boxes, and the rest is fetched", async () => {
    const { isWhole, ranges } = await fetched(half, {});
    expect(isWhole).toBe(true);
    expect(ranges).toEqual([
      [undefined, undefined],
      ["bytes=150000-", '"v1"'],
    ]);
  });

  it("is never taken for the whole when there is no more", async () => {
    const { got, ranges } = await fetched(half);
    const error = await errorOf(got);
    expect(error).toMatchObject({ code: "download_failed", isRetryable: true });
    expect(error.message).toContain("ends after 150000 bytes, in the middle of the video");
    expect(ranges).toHaveLength(2);
  });

  it("nor when the whole comes again, as short", async () => {
    const short = (...exchange: Exchange) => {
      sendFile(FILE.subarray(0, 150_000), exchange, { knowsRanges: false });
    };
    const { got } = await fetched(short);
    expect((await errorOf(got)).message).toContain("ends after 150000 bytes");
  });

  it("and an empty file is none", async () => {
    const { got } = await fetched((_, response) => response.writeHead(200, { "content-type": "video/mp4" }).end());
    expect((await errorOf(got)).message).toContain("is no video (video/mp4, 0 bytes or more)");
  });
});

describe("a server that is busy", () => {
  it.each([408, 425, 429, 500, 502, 503, 504])("HTTP %i is asked again", async (code) => {
    const { isWhole, slept } = await fetched(status(code), {});
    expect({ isWhole, slept }).toEqual({ isWhole: true, slept: [500] });
  });

  it("says when, in seconds or as a date", async () => {
    const at = new Date(Date.UTC(2026, 10, 21, 0, 0, 9)).toUTCString();
    const { slept } = await fetched(status(503, { "retry-after": "7" }), status(429, { "retry-after": at }), {});
    expect(slept).toEqual([7000, 9000]);
  });

  it("says to come back much later: then it is for the caller", async () => {
    const { got, slept } = await fetched(status(503, { "retry-after": "3600" }));
    const error = await errorOf(got);
    expect(error).toMatchObject({
      code: "download_failed",
      isRetryable: true,
      retryAfterMs: 3_600_000,
      statusCode: 503,
    });
    expect(error.responseBody).toBe("Sorry.");
    expect(slept).toEqual([]);
  });
});

describe("silence", () => {
  it.each(["before the answer", "in the middle"])("%s ends a try", async (when) => {
    const { clock, endSilence } = quickClock();
    await using server = await serve((n, ...exchange) => {
      const [, response] = exchange;
      if (n > 0) sendFile(FILE, exchange);
      else if (when === "in the middle")
        response
          .writeHead(200, { "content-type": "video/mp4", "content-length": FILE.length, etag: '"v1"' })
          .write(FILE.subarray(0, 100_000), () => setTimeout(endSilence, 50));
      else setTimeout(endSilence, 20);
    });
    const { stream } = await downloadVideo({ url: server.origin }, { allowPrivateHosts: true, clock });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(server.seen.map(({ headers }) => headers.range)).toEqual([
      undefined,
      when === "in the middle" ? expect.stringMatching(/^bytes=\d+-$/) : undefined,
    ]);
  });
});
