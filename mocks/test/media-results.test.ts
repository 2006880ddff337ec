import { readFileSync } from "node:fs";
import { parseDocument, providers, readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockOptions } from "../src/index.js";
import { readMovie } from "../src/media/mp4.js";
import { benchOf, START } from "./mocking.js";

const KEY = { authorization: "Bearer sk", "content-type": "application/json" };
const clip = (name: string): Buffer => readFileSync(new URL(`../media/${name}`, import.meta.url));

const specs = providers().map(readDocument);
/** A mock of the provider that a path leads to; of all in the time of one would take long. */
function mockOf(path = "/toapis/", options: Partial<MockOptions> = {}): Mock {
  const own = specs.filter(({ provider }) => path.startsWith(`/${provider}/`));
  return createMock({ specs: own, clock: () => START, validate: true, ...options });
}

/** Submits, waits, and gives the link of the result. */
async function resultOf(
  mock: Mock,
  [submit, read, body]: readonly [submit: string, read: (id: string) => string, body: object],
  { fetching = mock.fetch, origin = "http://mock.test", namespace = "" } = {},
): Promise<string> {
  const sent = { method: "POST", headers: KEY, body: JSON.stringify(body) };
  const receipt = await (await fetching(origin + submit, sent)).text();
  const [, id = ""] = /"(?:task_id|id)":"([^"]+)"/.exec(receipt) ?? [];
  mock.advance(1000, namespace);
  const task = await (await fetching(origin + read(id), { headers: KEY })).text();
  return /"(http[^"]+__files[^"]+)"/.exec(task)?.[1] ?? `no link: ${receipt} ${task}`;
}

const toapis = (body: object = {}, prefix = "") =>
  [
    `/toapis${prefix}/v1/videos/generations`,
    (id: string) => `/toapis${prefix}/v1/videos/generations/${id}`,
    { model: "gemini_omni", prompt: "a lantern", ...body },
  ] as const;
const apimart = (body: object) =>
  ["/apimart/v1/videos/generations", (id: string) => `/apimart/v1/tasks/${id}`, { prompt: "x", ...body }] as const;
const jimmyai = (body: object) =>
  [
    "/jimmyai/api/open-api/v1/gemini/omni/videos",
    (id: string) => `/jimmyai/api/open-api/v1/videos/${id}`,
    { prompt: "x", ...body },
  ] as const;
const atlascloud = (body: object) =>
  [
    "/atlascloud/api/v1/model/generateVideo",
    (id: string) => `/atlascloud/api/v1/model/prediction/${id}`,
    { prompt: "x", ...body },
  ] as const;

describe("the link of a result", () => {
  it.each([
    ["16:9, 10 s", toapis({ duration: 10, aspect_ratio: "16:9" }), "16x9-10s.mp4"],
    ["9:16, 6 s", toapis({ duration: 6, aspect_ratio: "9:16" }), "9x16-6s.mp4"],
    ["9:16, 6 s", apimart({ model: "Omni-Flash-Ext", duration: 6, aspect_ratio: "9:16" }), "9x16-6s.mp4"],
    ["10 s whatever the request says", jimmyai({ model: "omni-10s", duration: 4 }), "16x9-10s.mp4"],
    [
      "a default length",
      atlascloud({ model: "google/gemini-omni-1.1-flash/text-to-video", aspect_ratio: "9:16" }),
      "9x16-10s.mp4",
    ],
  ])("leads to a video like what was asked for: %s", async (_, sent, file) => {
    const mock = mockOf(sent[0]);
    const link = await resultOf(mock, sent);
    const response = await mock.fetch(link);
    expect(response.headers.get("content-type")).toBe("video/mp4");
    expect(Buffer.from(await response.arrayBuffer()).equals(clip(file)), `${file} for ${link}`).toBe(true);
  });

  it.each(["in process", "over HTTP"])("knows GET, HEAD and ranges: %s", async (way) => {
    const mock = mockOf();
    const server = way === "over HTTP" ? await serveMock(mock) : undefined;
    const fetching = server ? fetch : mock.fetch;
    const origin = server?.url ?? "http://mock.test";
    try {
      const link = await resultOf(mock, toapis({ duration: 6 }), { fetching, origin });
      const bytes = clip("16x9-6s.mp4");
      expect(link.startsWith(`${origin}/toapis/__files/`)).toBe(true);

      const head = await fetching(link, { method: "HEAD" });
      expect(head.status).toBe(200);
      expect(Object.fromEntries(head.headers)).toMatchObject({
        "accept-ranges": "bytes",
        "content-length": String(bytes.length),
        "content-type": "video/mp4",
        etag: expect.stringMatching(/^"[\da-f]{32}"$/),
        // When the task was done: three minutes after the submit.
        "last-modified": "Sat, 21 Nov 2026 00:03:00 GMT",
      });
      expect((await head.arrayBuffer()).byteLength).toBe(0);

      const part = await fetching(link, { headers: { range: "bytes=100-199", origin: "https://app.test" } });
      expect(part.status).toBe(206);
      expect(Object.fromEntries(part.headers)).toMatchObject({
        "content-range": `bytes 100-199/${bytes.length}`,
        "content-length": "100",
        "access-control-allow-origin": "https://app.test",
      });
      const exposed = (part.headers.get("access-control-expose-headers") ?? "").split(", ");
      expect(exposed).toEqual(
        expect.arrayContaining(["content-range", "content-length", "accept-ranges", "etag", "content-type"]),
      );
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);

      const beyond = await fetching(link, { headers: { range: `bytes=${bytes.length}-` } });
      expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${bytes.length}`]);
      const known = await fetching(link, { headers: { "if-none-match": head.headers.get("etag") ?? "" } });
      expect([known.status, known.headers.get("content-length")]).toEqual([304, null]);
      const options = await fetching(link, { method: "OPTIONS" });
      expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    } finally {
      await server?.close();
    }
  });

  it("is refused, with a mark, where there is nothing", async () => {
    const mock = mockOf();
    const link = await resultOf(mock, toapis());
    const look = async (address: string, method = "GET") => {
      const { status, headers } = await mock.fetch(address, { method });
      return [status, headers.get("x-mock-fault")];
    };
    expect(await look(link)).toEqual([200, null]);
    expect(await look(link.replace("/1.mp4", "x/1.mp4"))).toEqual([404, "no-such-file"]);
    expect(await look(link.replace("/toapis/", "/toapis/~other/"))).toEqual([404, "no-such-file"]);
    expect(await look(link, "POST")).toEqual([405, "wrong-method"]);
    expect(await look(link.replace("/1.mp4", "/%E0%A4%A/1.mp4"))).toEqual([404, "unknown-path"]);
    // A task that is not done has no file yet.
    const sent = toapis();
    const { id } = await (
      await mock.fetch(`http://mock.test${sent[0]}`, { method: "POST", headers: KEY, body: JSON.stringify(sent[2]) })
    ).json();
    expect(await look(`http://mock.test/toapis/__files/${id}/1.mp4`)).toEqual([404, "no-such-file"]);
  });

  it.each([
    ["toapis", toapis(), 180, 86_400],
    ["apimart", apimart({ model: "Omni-Flash-Ext" }), 180, 86_400],
    ["jimmyai", jimmyai({ model: "omni-10s" }), 60, 259_200],
    ["atlascloud", atlascloud({ model: "google/gemini-omni-flash/text-to-video" }), 90, 172_800],
  ])("works for as long as the contract of %s says", async (_, sent, runSeconds, lifetime) => {
    const mock = mockOf(sent[0]);
    const link = await resultOf(mock, sent);
    mock.advance(runSeconds + lifetime - 1000);
    expect((await mock.fetch(link)).status).toBe(200);
    mock.advance(1);
    const gone = await mock.fetch(link);
    expect([gone.status, gone.headers.get("x-mock-fault")]).toEqual([404, "file-expired"]);
  });

  it("is for the key's holder where the contract says so", async () => {
    const document = readDocument("apimart");
    const text = JSON.stringify(document.root).replace(/"auth":"none"/, '"auth":"same-origin"');
    const bench = benchOf(parseDocument("acme", text));
    const receipt = await bench.read("POST", "/v1/videos/generations", { model: "Omni-Flash-Ext", prompt: "x" });
    bench.mock.advance(1000);
    const file = `/__files/${receipt.data[0].task_id}/1.mp4`;
    expect((await bench.call("GET", file)).status).toBe(200);
    expect(await bench.call("GET", file, undefined, { authorization: "" })).toMatchObject({
      status: 401,
      headers: { "x-mock-fault": "file-without-key" },
      body: { error: { message: "The file is for the key's holder; send `Authorization`." } },
    });
  });

  it("goes on from an earlier task in its shape", async () => {
    const mock = mockOf("/apimart/");
    const earlier = await resultOf(mock, apimart({ model: "gemini-omni-1.1-flash", aspect_ratio: "9:16" }));
    const [, id] = /__files\/([^/]+)\//.exec(earlier) ?? [];
    const later = apimart({ model: "gemini-omni-1.1-flash", extend_from_task_id: id });
    const link = await resultOf(mock, later);
    const bytes = Buffer.from(await (await mock.fetch(link)).arrayBuffer());
    expect(readMovie(bytes)).toMatchObject({ width: 360, height: 640 });
  });
});

describe("faults of the result", () => {
  const linkUnder = async (mock: Mock, words: string, where = {}) =>
    resultOf(mock, toapis({ prompt: `x [mock:${words}]`, duration: 6 }), where);
  const whole = clip("16x9-6s.mp4");

  it.each(["in process", "over HTTP"])(
    "video-cut-off: half of it comes, then the connection breaks: %s",
    async (way) => {
      const mock = mockOf();
      const server = way === "over HTTP" ? await serveMock(mock) : undefined;
      const fetching = server ? fetch : mock.fetch;
      const origin = server?.url ?? "http://mock.test";
      try {
        const response = await fetching(await linkUnder(mock, "video-cut-off", { fetching, origin }));
        expect([response.status, response.headers.get("x-mock-fault")]).toEqual([200, "video-cut-off"]);
        // The length is that of the whole: a client can tell.
        expect(response.headers.get("content-length")).toBe(String(whole.length));
        const got: number[] = [];
        const reading = (async () => {
          const reader = response.body?.getReader();
          for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
            got.push(...next.value);
        })();
        await expect(reading).rejects.toMatchObject({
          name: "TypeError",
          message: "terminated",
          cause: { name: "SocketError", code: "UND_ERR_SOCKET" },
        });
        expect(Buffer.from(got).equals(whole.subarray(0, Math.floor(whole.length / 2)))).toBe(true);
      } finally {
        await server?.close();
      }
    },
  );

  it("video-cut-off: what is missing comes by Range, cut off again", async () => {
    const mock = mockOf();
    const link = await linkUnder(mock, "video-cut-off");
    const half = Math.floor(whole.length / 2);
    const rest = await mock.fetch(link, { headers: { range: `bytes=${half}-` } });
    expect([rest.status, rest.headers.get("content-range")]).toEqual([
      206,
      `bytes ${half}-${whole.length - 1}/${whole.length}`,
    ]);
    await expect(rest.arrayBuffer()).rejects.toThrow("terminated");
  });

  it("video-truncated: half of it, and nothing says so", async () => {
    const mock = mockOf();
    const server = await serveMock(mock);
    try {
      const where = { fetching: fetch, origin: server.url };
      const response = await fetch(await linkUnder(mock, "video-truncated", where));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(whole.subarray(0, Math.floor(whole.length / 2)))).toBe(true);
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
    } finally {
      await server.close();
    }
  });

  it("video-wrong-type: the right bytes under another name", async () => {
    const mock = mockOf();
    const response = await mock.fetch(await linkUnder(mock, "video-wrong-type"));
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(Buffer.from(await response.arrayBuffer()).equals(whole)).toBe(true);
  });

  it("video-is-html: a page that calls itself a success", async () => {
    const mock = mockOf();
    const response = await mock.fetch(await linkUnder(mock, "video-is-html"));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html"]);
    expect(await response.text()).toContain("<html>");
  });

  it("expired-early: works for a minute after the end", async () => {
    const mock = mockOf();
    const link = await linkUnder(mock, "expired-early").then(async (late) => {
      // `resultOf` comes late; a task that was made later is still young.
      const gone = await mock.fetch(late);
      expect([gone.status, gone.headers.get("x-mock-fault")]).toEqual([403, "expired-early"]);
      const [submit, , body] = toapis({ prompt: "x [mock:expired-early]" });
      const sent = { method: "POST", headers: KEY, body: JSON.stringify(body) };
      const { id } = await (await mock.fetch(`http://mock.test${submit}`, sent)).json();
      return `http://mock.test/toapis/__files/${id}/1.mp4`;
    });
    mock.advance(180 + 59);
    expect((await mock.fetch(link)).status).toBe(200);
    mock.advance(1);
    expect((await mock.fetch(link)).status).toBe(403);
  });

  it("video-slow: five seconds of the client's, in ten pieces", async () => {
    const waits: number[] = [];
    const mock = mockOf(undefined, {
      sleep: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    });
    const response = await mock.fetch(await linkUnder(mock, "video-slow"));
    expect(Buffer.from(await response.arrayBuffer()).equals(whole)).toBe(true);
    expect(waits).toEqual(Array.from({ length: 10 }, () => 500));
  });
});
