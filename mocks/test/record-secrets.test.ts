// What is written down of a request and its answer has no secret in it, wherever it stood and however it was written.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createBodyTaker, LARGEST_TEXT } from "../src/record/recorded-body.js";
import { createScrubber, type Scrubber } from "../src/record/secrets.js";

const KEY = 'cnry/7Q+x9"Zé.m4K2-tail';

/** A scrubber that has seen the key in a header. */
function informed(): Scrubber {
  const scrubber = createScrubber();
  scrubber.header("Authorization", `Bearer ${KEY}`);
  return scrubber;
}

async function recorded(
  scrubber: Scrubber,
  type: string,
  encoding: string,
  chunks: readonly Uint8Array[],
): Promise<string> {
  const taker = createBodyTaker();
  for (const chunk of chunks) taker.take(chunk);
  return JSON.stringify(await taker.body(type, encoding, scrubber));
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a known key in a text", () => {
  it.each<[string, string]>([
    ["as it is", `before ${KEY} after`],
    ["in JSON", `before ${JSON.stringify(KEY)} after`],
    [
      "in JSON with escapes of all letters",
      `before ${Array.from(KEY, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")} after`,
    ],
    ["in JSON with escaped slashes", `before ${KEY.replaceAll("/", "\\/").replaceAll('"', '\\"')} after`],
    ["in an address", `before ${encodeURIComponent(KEY)} after`],
    ["in an address, twice encoded", `before ${encodeURIComponent(encodeURIComponent(KEY))} after`],
    ["in HTML", `before ${KEY.replaceAll('"', "&#34;")} after`],
    ["as hex", `before ${Buffer.from(KEY).toString("hex")} after`],
    ["as base64", `before ${base64(KEY)} after`],
    ["as base64url", `before ${Buffer.from(KEY).toString("base64url")} after`],
    ["as base64 behind one letter", `before ${base64(`a${KEY}`)} after`],
    ["as base64 behind two letters, before others", `before ${base64(`ab${KEY}yz`)} after`],
  ])("%s is taken out, and the rest stays", (_, text) => {
    const shown = informed().text(text);
    expect(shown).toMatch(/^before .*REDACTED.* after$/);
    for (const part of ["cnry", "7Q", "x9", "m4K2", "tail", Buffer.from("m4K2").toString("hex")])
      expect(shown).not.toContain(part);
    expect(shown).not.toMatch(/bTRLM|00SzI|tNEsy/);
  });

  it("is not known before it was seen, and then for ever", () => {
    const scrubber = createScrubber();
    expect(scrubber.text("canary-0123")).toBe("canary-0123");
    expect(scrubber.header("X-Api-Key", "canary-0123")).toBe("REDACTED");
    expect(scrubber.text("canary-0123")).toBe("REDACTED");
  });
});

describe("a secret that nobody has told of", () => {
  it.each<[string, string, string]>([
    [
      "a signed link",
      "https://c.test/v.mp4?X-Amz-Date=2026&X-Amz-Signature=abc123&x=1",
      "https://c.test/v.mp4?X-Amz-Date=2026&X-Amz-Signature=REDACTED&x=1",
    ],
    [
      "an escaped link",
      "https%3A%2F%2Fc.test%3Fx%3D1%26Signature%3Dabc123%26y%3D2",
      "https%3A%2F%2Fc.test%3Fx%3D1%26Signature%3DREDACTED%26y%3D2",
    ],
    ["a token", "https://c.test/v?token=abc123#t=3", "https://c.test/v?token=REDACTED#t=3"],
    ["a key like others", "your key sk-abcDEF0123456789 is wrong", "your key sk-REDACTED is wrong"],
    ["a bearer", "Authorization: Bearer abcDEF0123", "Authorization: Bearer REDACTED"],
    ["a JWT", "x eyJhbGciOiJI.eyJzdWIiOiIx.abc_-1 y", "x REDACTED y"],
    ["a password in a link", "https://anna:secret99@c.test/", "https://REDACTED@c.test/"],
    ["a token as the user of a link", "https://abc123def@c.test/v", "https://REDACTED@c.test/v"],
    ["an event", 'data: {"access_token":"abc123", "n": 1}', 'data: {"access_token":"REDACTED", "n": 1}'],
    ["half a JSON", '{"uploadToken": "abc\\"12', '{"uploadToken": "REDACTED'],
    ["JSON in JSON", '"{\\"api_key\\":\\"abc123\\"}"', '"{\\"api_key\\":\\"REDACTED\\"}"'],
    ["XML", "<E><AWSAccessKeyId>abc</AWSAccessKeyId></E>", "<E><AWSAccessKeyId>REDACTED</AWSAccessKeyId></E>"],
    ["settings", "a = 1\nAPI_KEY=abc12345\n", "a = 1\nAPI_KEY=REDACTED\n"],
    ["a header in a text", "X-Api-Key: abc12345", "X-Api-Key: REDACTED"],
    [
      "a session in a link",
      "https://c.test/v?sessionid=abc1&ak=abc2",
      "https://c.test/v?sessionid=REDACTED&ak=REDACTED",
    ],
  ])("%s", (_, text, shown) => {
    expect(createScrubber().text(text)).toBe(shown);
  });

  it.each([
    "A token balance is shown",
    "task-sketch",
    "task_id=abc123",
    "tokens: 12",
    "sign: neon, in red",
    '{"max_tokens":12,"design":"flat","keyframes":["a"]}',
    "mail anna@c.test, see https://c.test/@anna",
    "https://c.test/v.mp4?expires=99",
  ])("leaves %s alone", (text) => {
    expect(createScrubber().text(text)).toBe(text);
  });
});

describe("headers", () => {
  it.each<[string, string, string, string[]]>([
    ["authorization", "Bearer canary-0123", "Bearer REDACTED", ["canary-0123"]],
    [
      "Authorization",
      `Basic ${base64("anna-long:canary-0123")}`,
      "Basic REDACTED",
      ["canary-0123", "anna-long:canary-0123"],
    ],
    ["X-API-Key", "canary-0123", "REDACTED", ["canary-0123"]],
    ["Cookie", "a=canary-0123; b=canary-4567", "REDACTED", ["canary-0123", "canary-4567"]],
    ["Set-Cookie", "sid=canary-0123; Path=/", "REDACTED", ["canary-0123"]],
    ["Set-Cookie", 'sid="canary-0123"; Path=/', "REDACTED", ["canary-0123"]],
    ["Cookie", "a=canary%2F0123", "REDACTED", ["canary/0123", "canary%2F0123"]],
    ["X-Session", "canary-0123", "REDACTED", ["canary-0123"]],
    ["X-JWT", "canary-0123", "REDACTED", ["canary-0123"]],
    ["Content-Type", "application/json", "application/json", []],
  ])("%s: %s", (name, value, shown, known) => {
    const scrubber = createScrubber();
    expect(scrubber.header(name, value)).toBe(shown);
    for (const one of known) expect(scrubber.text(`<${one}>`)).toBe("<REDACTED>");
  });
});

describe("a key in a body", () => {
  const KEY = "canary-0123456789";

  it.each([
    "api_key",
    "apiSecret",
    "webhook_signing_secret",
    "SessionId",
    "secretAccessKey",
    "passphrase",
    "client_token",
  ])("is known by its name, %s, before and behind it, and in the answer", async (name) => {
    const scrubber = createScrubber();
    const json = Buffer.from(JSON.stringify({ before: `a ${KEY}`, [name]: KEY, list: [KEY] }));
    expect(JSON.parse(await recorded(scrubber, "application/json", "", [json])).value).toEqual({
      before: "a REDACTED",
      [name]: "REDACTED",
      list: ["REDACTED"],
    });
    const answer = await recorded(scrubber, "text/plain", "", [Buffer.from(`your key ${KEY} is wrong`)]);
    expect(JSON.parse(answer).text).toBe("your key REDACTED is wrong");
  });

  it("is taken out with all that lies in it, numbers too", async () => {
    const json = Buffer.from(JSON.stringify({ token: { value: "abc", of: ["x"], n: 1 }, password: 12345678, n: 7 }));
    expect(JSON.parse(await recorded(createScrubber(), "application/json", "", [json])).value).toEqual({
      ...{ token: { value: "REDACTED", of: ["REDACTED"], n: 0 }, password: 0, n: 7 },
    });
  });

  it("is known from a form", async () => {
    const form = new FormData();
    form.set("note", `a ${KEY}`);
    form.set("upload_token", KEY);
    const request = new Request("http://c.test", { method: "POST", body: form });
    const bytes = new Uint8Array(await request.arrayBuffer());
    const text = await recorded(createScrubber(), request.headers.get("content-type") ?? "", "", [bytes]);
    expect(JSON.parse(text).parts).toEqual([
      { name: "note", text: "a REDACTED" },
      { name: "upload_token", text: "REDACTED" },
    ]);
  });

  it.each([
    ["behind a byte order mark", '\uFEFF{"api_key":"canary-0123456789"}'],
    ["too long to be read", `{"api_key":"canary-0123456789","pad":"${"x".repeat(LARGEST_TEXT)}"}`],
  ])("is taken out of JSON %s", async (_, json) => {
    expect(await recorded(createScrubber(), "application/json", "", [Buffer.from(json)])).not.toContain("canary");
  });

  it("takes no word away that only looks like one", async () => {
    const scrubber = createScrubber();
    const json = Buffer.from(JSON.stringify({ policy: "standard", key: "duration" }));
    await recorded(scrubber, "application/json", "", [json]);
    expect(scrubber.text("standard duration")).toBe("standard duration");
  });
});

describe("bodies", () => {
  const json = Buffer.from(
    JSON.stringify({ message: `bad key ${KEY}`, api_key: "short", n: 1, list: [KEY], [KEY]: true }),
  );
  const clean = {
    kind: "json",
    value: { message: "bad key REDACTED", api_key: "REDACTED", n: 1, list: ["REDACTED"], REDACTED: true },
  };

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ["", (bytes) => bytes],
    ["gzip", (bytes) => gzipSync(bytes)],
    ["br", (bytes) => brotliCompressSync(bytes)],
    ["deflate", (bytes) => deflateSync(bytes)],
    ["deflate", (bytes) => deflateRawSync(bytes)],
    ["gzip, br", (bytes) => brotliCompressSync(gzipSync(bytes))],
  ])("in %s, byte by byte, are read and scrubbed", async (encoding, pack) => {
    const bytes = pack(json);
    const text = await recorded(
      informed(),
      "application/json",
      encoding,
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
    );
    expect(JSON.parse(text)).toEqual({ ...clean, bytes: bytes.length });
  });

  it("that cannot be read are told by length and hash only", async () => {
    const text = await recorded(informed(), "application/json", "zstd", [Buffer.from(KEY)]);
    expect(JSON.parse(text)).toEqual({
      ...{ kind: "binary", bytes: Buffer.byteLength(KEY), note: "zstd that cannot be read" },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const binary = await recorded(informed(), "video/mp4", "", [Uint8Array.of(0, 255, 1), Buffer.from(KEY)]);
    expect(JSON.parse(binary)).toMatchObject({ kind: "binary", bytes: 3 + Buffer.byteLength(KEY) });
    expect(binary).not.toContain("cnry");
  });

  it("that are long are cut behind the scrubbing, not through a secret", async () => {
    const text = await recorded(informed(), "text/plain", "", [
      Buffer.from("x".repeat(LARGEST_TEXT - 5) + KEY + "y".repeat(99)),
    ]);
    expect(text).toContain(`cut after ${LARGEST_TEXT} of `);
    expect(text).not.toContain("cnry");
    expect(JSON.parse(text).text).toBe("x".repeat(LARGEST_TEXT - 5) + "REDAC");
  });

  it("that are forms keep their texts, and of files what they are", async () => {
    const form = new FormData();
    form.set("note", `key ${KEY}`);
    form.set("token", "abc");
    form.set("file", new File([KEY], `${KEY}.txt`, { type: "text/plain" }));
    const request = new Request("http://c.test", { method: "POST", body: form });
    const bytes = new Uint8Array(await request.arrayBuffer());
    const text = await recorded(informed(), request.headers.get("content-type") ?? "", "", [bytes]);
    expect(JSON.parse(text).parts).toEqual([
      { name: "note", text: "key REDACTED" },
      { name: "token", text: "REDACTED" },
      {
        name: "file",
        file: "REDACTED.txt",
        type: "text/plain",
        bytes: Buffer.byteLength(KEY),
        sha256: expect.any(String),
      },
    ]);
  });
});
