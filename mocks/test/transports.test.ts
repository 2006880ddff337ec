import { providers, readDocument } from "@omni-contracts/specs";
import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockServer } from "../src/index.js";
import { START } from "./mocking.js";

interface Step {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds that pass before it. */
  readonly after?: number;
}

const submit = (prompt: string): Step => ({
  method: "POST",
  path: "/toapis/v1/videos/generations",
  body: JSON.stringify({ model: "gemini_omni", prompt }),
});
const SUBMITTED = "/toapis/v1/videos/generations/<task>";

const SCRIPT: readonly Step[] = [
  submit("a lantern"),
  { path: SUBMITTED },
  { path: SUBMITTED, after: 90 },
  { path: SUBMITTED, after: 200 },
  { path: "<result>" },
  { method: "HEAD", path: "<result>" },
  submit("[mock:truncated-json]"),
  submit("[mock:empty-body]"),
  submit("[mock:rate-limit-burst]"),
  submit("[mock:accepted-then-reset]"),
  submit("[mock:redirect]"),
  submit("[mock:429]"),
  submit("é, 漢字 and 🎬"),
  { method: "POST", path: "/toapis/v1/videos/generations", body: "{" },
  { method: "POST", path: "/toapis/v1/videos/generations", body: "a", headers: { "content-type": "text/plain" } },
  { path: "/toapis/v1/nothing" },
  { path: "/nobody/v1" },
  { method: "DELETE", path: "/toapis/v1/videos/generations" },
  { path: "/toapis/v1/videos/generations/%E0%A4%A" },
  { path: SUBMITTED, headers: { origin: "https://app.test" } },
  {
    method: "OPTIONS",
    path: SUBMITTED,
    headers: { origin: "https://app.test", "access-control-request-method": "GET" },
  },
  { path: "/__mock/ledger" },
  { method: "POST", path: "/__mock/clock", body: '{"advance": "long"}' },
];

/** Headers that belong to the way and not to the answer. */
const OF_THE_WAY = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

async function play(fetching: typeof fetch, mock: Mock, origin: string): Promise<unknown[]> {
  const known = { task: "", result: "" };
  const transcript: unknown[] = [];
  for (const { method = "GET", path, body, headers, after = 0 } of SCRIPT) {
    mock.advance(after);
    const address = path === "<result>" ? known.result : origin + path.replace("<task>", known.task);
    try {
      const response = await fetching(address, {
        method,
        redirect: "manual",
        headers: {
          authorization: "Bearer sk",
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const text = bytes.toString("latin1").replaceAll(origin, "<origin>");
      known.task ||= /"id":"(video_\w+)"/.exec(text)?.[1] ?? "";
      known.result ||=
        /"url":"<origin>([^"]+)"/
          .exec(text)
          ?.slice(1)
          .map((one) => origin + one)[0] ?? "";
      const kept = [...response.headers].filter(([name]) => !OF_THE_WAY.includes(name));
      const isText = bytes.length < 5000;
      const shown = isText ? text : createHash("sha256").update(bytes).digest("hex");
      transcript.push({ method, path, status: response.status, headers: Object.fromEntries(kept), text: shown });
    } catch (error) {
      const { cause }: { cause?: unknown } = Object(error);
      const { code }: { code?: unknown } = Object(cause);
      transcript.push({ method, path, error: error instanceof Error ? error.message : "", code });
    }
  }
  return transcript;
}

const start = (): Mock =>
  createMock({ specs: providers().map(readDocument), clock: () => START, seed: 5, validate: true });

let server: MockServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe("a script, played twice", () => {
  it("gives the same answers in process and over HTTP", async () => {
    const inProcess = start();
    const served = start();
    server = await serveMock(served);
    const here = await play(inProcess.fetch, inProcess, "http://mock.test");
    const there = await play(fetch, served, server.url);
    expect(here).toEqual(there);
    // It was worth playing: tasks, a result, faults, refusals and a broken connection.
    expect(here).toMatchObject({
      0: { status: 200 },
      3: { text: expect.stringContaining('"completed"') },
      4: { headers: { "content-type": "video/mp4" } },
      8: { status: 429, headers: { "retry-after": "2" } },
      9: { error: "fetch failed", code: "ECONNRESET" },
      19: { headers: { "access-control-allow-origin": "https://app.test" } },
      22: { status: 400 },
    });
    expect(inProcess.ledger()).toEqual(served.ledger());
  });

  it("gives the same answers with the same seed, and others with another", async () => {
    const [one, two] = [start(), start()];
    expect(await play(one.fetch, one, "http://mock.test")).toEqual(await play(two.fetch, two, "http://mock.test"));
    const other = createMock({ specs: providers().map(readDocument), clock: () => START, seed: 6, validate: true });
    expect(await play(other.fetch, other, "http://mock.test")).not.toEqual(
      await play(one.fetch, one, "http://mock.test"),
    );
  });
});
