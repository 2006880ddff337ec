import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { OmniError } from "../../src/index.js";
import { accepted, acme, deferred, KEY } from "../support/acme.js";
import { settled } from "../support/time.js";

const order = { model: "plain", prompt: "a" } as const;
const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

/** A body, and the headers that it comes with. */
type Hostile = readonly [body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>];

const BODIES: Readonly<Record<string, Hostile>> = {
  nothing: [""],
  space: [" \r\n\t"],
  null: ["null"],
  true: ["true"],
  number: ["1e999"],
  string: ['"id"'],
  list: ["[[[]]]"],
  "cut off": ['{"id":"v-1","status":"do'],
  "two documents": ['{"id":"v-1"}{"id":"v-2"}'],
  HTML: ["<!doctype html><h1>Bad Gateway</h1>", { "content-type": "text/html" }],
  "HTML as JSON": ["<html>"],
  "an id that is a number": ['{"id":123456789012345678901234567890,"status":7}'],
  "an id that is an object": ['{"id":{"id":"v"},"status":["done"],"url":{"a":1},"left":[1]}'],
  "an id that is null": ['{"id":null,"status":null,"url":null,"left":null}'],
  "an id that is a path": ['{"id":"../../admin","status":"done","url":"../../x","left":"12abc"}'],
  "an id of dots": ['{"id":"..","status":"done","url":".."}'],
  "half a character": ['{"id":"\\ud800","status":"\\udfff","url":"\\ud800","left":"\\ud800"}'],
  NUL: ['{"id":"\\u0000","status":"\\u0000"}'],
  "prototype keys": [
    '{"__proto__":{"id":"v","status":"done","url":"x","left":1},"constructor":{"prototype":{"id":"v"}}}',
  ],
  "prototype words": ['{"id":"__proto__","status":"constructor","url":"toString","progress":"NaN","cost":"Infinity"}'],
  "numbers for strings": ['{"id":1,"status":2,"url":3,"progress":"99%","left":"1e3","cost":{}}'],
  "out of range": ['{"id":"v","status":"running","progress":1e308,"cost":-1,"left":-1e308}'],
  "an unknown word": ['{"id":"v","status":"COMPLETED!","url":"https://x.test/a.mp4"}'],
  "a huge id": [`{"id":"${"x".repeat(1_000_000)}","status":"${"y".repeat(1_000_000)}"}`],
  "a long list": [`{"id":["${"a".repeat(9)}"],"url":[${"1,".repeat(200_000)}1]}`],
  "10,000 deep": [deep(10_000)],
  "10,000 deep, in an object": [`{"id":"v","status":"running","x":${deep(10_000)}}`],
  "10,000 objects deep": ['{"a":'.repeat(10_000) + "1" + "}".repeat(10_000)],
  "a byte order mark": ['\ufeff{"id":"v","status":"running"}'],
  "invalid UTF-8": [new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  "UTF-16": [new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), { "content-type": "application/json; charset=utf-16" }],
  "a charset that exists nowhere": [
    '{"id":"v","status":"running"}',
    { "content-type": "application/json; charset=klingon" },
  ],
  "gzip that is none": ['{"id":"v","status":"running"}', { "content-encoding": "gzip" }],
  "a length that is wrong": ['{"id":"v"}', { "content-length": "999999" }],
  "odd headers": ["{}", { "content-type": ";;;", "retry-after": "NaN", "x-request-id": "\u00ff".repeat(2000) }],
  "a patient header": ["{}", { "retry-after": "9".repeat(400) }],
  "a video": [new Uint8Array([0, 0, 0, 1]), { "content-type": "video/mp4" }],
  "no type": ['{"id":"v","status":"running"}', { "content-type": "" }],
  "the key": [`{"message":"bad key ${KEY}","code":"${KEY}","id":"","reason":"${KEY}"}`, { "x-request-id": KEY }],
  "the key, escaped": [
    `{"message":"bad key \\u0073${KEY.slice(1)}","status":"broken","reason":"\\u0073${KEY.slice(1)}"}`,
  ],
  "the key at the cut": [`${"x".repeat(3990)}${KEY}`],
  "the key as a name": [`{"${KEY}":{"${KEY}":1},"status":"${KEY}"}`],
};

const STATUSES = [200, 201, 204, 302, 400, 401, 404, 418, 429, 500, 503, 599];

function answer([body, headers]: Hostile, status: number): Response {
  const hasBody = status !== 204;
  return new Response(hasBody ? body : null, { status, headers: { "content-type": "application/json", ...headers } });
}

/** A call ends: well, or with the one error; and what it tells holds no key. */
async function tolerates(hostile: Hostile, status: number, path: "submit" | "status" | "wait" | "upload" | "balance") {
  const reply = () => answer(hostile, status);
  const isLook = path === "status" || path === "wait";
  const { client, events, entries, posts } = acme({ replies: [...(isLook ? [accepted] : []), reply] });
  const told: unknown[] = [];
  const onTask = (task: unknown) => told.push(task);
  const calls = {
    submit: () => client.submit(order, { onTask }),
    status: async () => (await client.submit(order)).status(),
    wait: async () => (await client.submit(order)).wait({ timeoutMs: 40_000 }),
    upload: () => client.upload(new Blob(["x"], { type: "image/png" })),
    balance: () => client.balance(),
  };
  const ended: unknown = await calls[path]().catch((error: unknown) => error);
  if (ended instanceof Error) {
    expect(OmniError.isInstance(ended), inspect(ended).slice(0, 2000)).toBe(true);
    if (OmniError.isInstance(ended)) {
      expect(ended.responseBody?.length ?? 0).toBeLessThanOrEqual(4000);
      if (path === "submit" && status < 300)
        expect(ended).toMatchObject({ code: "submission_unknown", billed: "unknown" });
      if (isLook) expect(ended.handle).toBeDefined();
    }
  }
  expect(posts().length).toBeLessThanOrEqual(4);
  const shown = inspect([ended, events, entries, told], { depth: 12, maxStringLength: null, showHidden: true });
  expect(shown).not.toContain("canary");
  for (const { handle } of entries.flatMap((one) => ("handle" in one && one.handle ? [{ handle: one.handle }] : []))) {
    expect(Buffer.from(handle.slice(4), "base64url").toString()).not.toContain("canary");
  }
}

describe.each(["submit", "status", "wait", "upload", "balance"] as const)("%s", (path) => {
  it.each(Object.entries(BODIES).map(([name, hostile]) => ({ name, hostile })))("$name", async ({ hostile }) => {
    for (const status of path === "wait" ? [200, 500] : STATUSES) await tolerates(hostile, status, path);
  });

  it("20 MB", async () => {
    const body = `{"id":"${"x".repeat(20 * 1024 * 1024)}"}`;
    await tolerates([body], 200, path === "wait" ? "status" : path);
  });

  it("an endless body is not read to its end", async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    const state = { sent: 0, isCancelled: false };
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          state.sent += 1;
          controller.enqueue(chunk);
        },
        cancel() {
          state.isCancelled = true;
        },
      });
    const { client } = acme({
      replies: [...(path === "status" || path === "wait" ? [accepted] : []), () => new Response(body())],
    });
    const calls = {
      submit: () => client.submit(order),
      status: async () => (await client.submit(order)).status(),
      wait: async () => (await client.submit(order)).wait({ timeoutMs: 1 }),
      upload: () => client.upload(new Blob(["x"], { type: "image/png" })),
      balance: () => client.balance(),
    };
    if (path === "wait") return;
    const error: unknown = await calls[path]().catch((reason: unknown) => reason);
    expect(OmniError.isInstance(error)).toBe(true);
    expect(state.isCancelled).toBe(true);
    expect(state.sent).toBeLessThan(20);
  });

  it("a body that breaks off", async () => {
    const body = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"id":'));
          controller.error(new TypeError("terminated"));
        },
      });
    const { client } = acme({
      replies: [...(path === "status" || path === "wait" ? [accepted] : []), () => new Response(body())],
    });
    const calls = {
      submit: () => client.submit(order),
      status: async () => (await client.submit(order)).status(),
      wait: async () => (await client.submit(order)).wait({ timeoutMs: 30_000 }),
      upload: () => client.upload(new Blob(["x"], { type: "image/png" })),
      balance: () => client.balance(),
    };
    const error: unknown = await calls[path]().catch((reason: unknown) => reason);
    expect(OmniError.isInstance(error)).toBe(true);
  });
});

describe("seeded noise", () => {
  // Mulberry32: small, and the same everywhere.
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  const GOOD =
    '{"id":"v-1","status":"done","url":"https://cdn.acme.test/v.mp4","progress":50,"cost":0.3,"left":12,"endless":false}';
  const PIECES = [
    "null",
    "[]",
    "{}",
    '"',
    "\\",
    "\u0000",
    "1e400",
    "-0",
    '"done"',
    "true",
    ",",
    "}",
    "\ud83c",
    "__proto__",
  ];

  it.each(Array.from({ length: 60 }, (_, seed) => seed))("%i", async (seed) => {
    const next = random(seed);
    const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)];
    let body = GOOD;
    for (let n = Math.ceil(next() * 4); n > 0; n -= 1) {
      const at = Math.floor(next() * body.length);
      body = body.slice(0, at) + (pick(PIECES) ?? "") + body.slice(at + Math.floor(next() * 12));
    }
    for (const path of ["submit", "status", "upload", "balance"] as const) {
      const reply = () => answer([body], pick([200, 200, 200, 400, 429, 500]) ?? 200);
      const isLook = path === "status";
      const { client } = acme({ replies: [...(isLook ? [accepted] : []), reply] });
      const calls = {
        submit: () => client.submit(order),
        status: async () => (await client.submit(order)).status(),
        upload: () => client.upload(new Blob(["x"], { type: "image/png" })),
        balance: () => client.balance(),
      };
      const ended: unknown = await calls[path]().catch((error: unknown) => error);
      expect(!(ended instanceof Error) || OmniError.isInstance(ended), inspect([body, ended])).toBe(true);
    }
  });
});

it("the key is in no error's cause either", async () => {
  const { client } = acme({ replies: [() => new TypeError("fetch failed", { cause: new Error("ECONNRESET") })] });
  const error: unknown = await client.submit(order).catch((reason: unknown) => reason);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("canary");
  expect(JSON.stringify(error)).not.toContain("canary");
});

it("a key that was changed while the answer was on its way stays out as well", async () => {
  const late = deferred<Response>();
  const { client } = acme({
    apiKey: undefined,
    isFrozen: true,
    replies: [() => late.promise, () => Response.json({ left: 1 })],
  });
  vi.stubEnv("ACME_API_KEY", KEY);
  const first = client.submit(order).catch((reason: unknown) => reason);
  await settled();
  vi.stubEnv("ACME_API_KEY", "sk-the-next-0123456789");
  await client.balance();
  late.resolve(Response.json({ message: `no credit on ${KEY}` }, { status: 422 }));
  const error = await first;
  vi.unstubAllEnvs();
  expect(error).toMatchObject({ code: "content_policy", message: "acme: no credit on [key]" });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("canary");
});
