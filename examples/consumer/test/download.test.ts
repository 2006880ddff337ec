// Downloads over HTTP from the mocks of all providers: every fault that a file can have is survived, or told.
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApimart } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { OmniError, type ClientOptions, type Clock, type CompletedTask } from "@omni-contracts/core";
import { downloadVideo, type DownloadClient } from "@omni-contracts/core/download";
import { saveVideo } from "@omni-contracts/core/node";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { createMock, readCatalogue, serveMock, type Mock, type MockServer } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { createToapis } from "@omni-contracts/toapis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Maker {
  readonly client: DownloadClient;
  readonly make: (prompt: string) => Promise<CompletedTask>;
}

const PROVIDERS: Readonly<Record<string, (options: ClientOptions) => Maker>> = {
  toapis(options) {
    const client = createToapis(options);
    return { client, make: (prompt) => client.generate({ model: "gemini_omni", prompt }) };
  },
  apimart(options) {
    const client = createApimart(options);
    return { client, make: (prompt) => client.generate({ model: "Omni-Flash-Ext", prompt }) };
  },
  jimmyai(options) {
    const client = createJimmyai(options);
    return { client, make: (prompt) => client.generate({ model: "Gemini-Omini", prompt }) };
  },
  atlascloud(options) {
    const client = createAtlascloud(options);
    const model = "google/gemini-omni-flash/text-to-video-developer";
    return { client, make: (prompt) => client.generate({ model, prompt }) };
  },
};

let mock: Mock;
let server: MockServer;
let folder: string;
beforeAll(async () => {
  mock = createMock({ specs: Object.keys(PROVIDERS).map(readDocument) });
  [server, folder] = await Promise.all([serveMock(mock), mkdtemp(join(tmpdir(), "omni-download-"))]);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** A client in a namespace of its own, whose pauses move the mock's clock, and what it asked of files. */
function benchOf(provider: string, namespace: string) {
  const asked: Request[] = [];
  const clock: Clock = {
    now: () => mock.now(namespace),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        // A limit, and no pause.
        const timer = setTimeout(resolve, milliseconds < 30_000 ? 0 : milliseconds);
        if (milliseconds < 30_000) mock.advance(milliseconds / 1000, namespace);
        signal?.addEventListener("abort", () => {
          clearTimeout(timer);
          reject(new Error("Stopped."));
        });
      }),
  };
  const options: ClientOptions = {
    ...{ apiKey: "sk-0123456789abcdef", baseURL: `${server.url}/${provider}/~${namespace}`, clock, random: () => 0.5 },
    fetch(request) {
      if (request.url.includes("/__files/")) asked.push(request);
      return fetch(request);
    },
  };
  return { asked, ...(PROVIDERS[provider]?.(options) ?? never(provider)) };
}
function never(provider: string): never {
  throw new Error(`There is no ${provider}.`);
}

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The file as the mock has it. */
const fileOf = async (task: CompletedTask): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(task.video.url ?? "")).arrayBuffer());

describe.each(Object.keys(PROVIDERS))("%s", (provider) => {
  it("as a stream and as a file, without the key, which no contract wants there", async () => {
    const { client, make, asked } = benchOf(provider, `plain-${provider}`);
    const task = await make("a paper kite");
    const { stream, mediaType, bytes } = await downloadVideo(task, { client });
    const file = await fileOf(task);
    expect({ mediaType, bytes }).toEqual({ mediaType: "video/mp4", bytes: file.length });
    const sha256 = sha256Of(file);
    expect(sha256Of(await bytesOf(stream))).toBe(sha256);
    const path = join(folder, provider, "v.mp4");
    expect(await saveVideo(task, path, { client })).toEqual({ path, bytes, sha256, mediaType });
    expect(sha256Of(await readFile(path))).toBe(sha256);
    expect(asked.map(({ headers }) => headers.get("authorization"))).toEqual([null, null]);
    mock.reset(`plain-${provider}`);
  });

  it("of a link that has expired, it says how long links live and what to do", async () => {
    const namespace = `old-${provider}`;
    const { client, make } = benchOf(provider, namespace);
    const task = await make("a paper kite");
    mock.advance(10 * 86_400, namespace);
    const error: unknown = await downloadVideo(task, { client }).catch((thrown: unknown) => thrown);
    const { handle } = task;
    expect(error).toMatchObject({ code: "download_failed", billed: "yes", isRetryable: false, handle, provider });
    expect(String(error)).toMatch(
      /(?:Links of this provider work for \d+ h|The link expired at 2\S+Z)\. `status\(handle\)` gives no other link/,
    );
  });
});

const files = [...readCatalogue().values()].flat().filter(({ on }) => on === "file");
const CUT = /(?:broke off|ends) after \d+ of \d+ bytes/;
/** What comes of a fault that strikes again and again; `undefined`: the whole video. */
const LASTING: Readonly<Record<string, RegExp | undefined>> = {
  "expired-url-403": /HTTP 403.*Request has expired.*`status\(handle\)` gives no other link/s,
  "expired-url-404": /HTTP 404.*`status\(handle\)` gives no other link/s,
  "expired-url-410": /HTTP 410.*`status\(handle\)` gives no other link/s,
  "expired-early": undefined,
  "video-cut-off": CUT,
  "video-truncated": CUT,
  "video-wrong-type": undefined,
  "video-is-html": /What came is no video \(text\/html, "<!DOCTYPE html>/,
  "video-slow": undefined,
};

it("every fault of a file is in the table", () => {
  expect(Object.keys(LASTING).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
});

describe.concurrent.each(files)("$name", (fault) => {
  it.each([1, Infinity])("%d times", async (times) => {
    const namespace = `${fault.name}-${times}`;
    const { client, make } = benchOf("toapis", namespace);
    const task = await make("a paper kite");
    const whole = sha256Of(await fileOf(task));
    mock.addFaults([{ ...fault, times }], { namespace });
    const path = join(folder, namespace, "v.mp4");
    const told: unknown = await saveVideo(task, path, { client }).catch((thrown: unknown) => thrown);
    // What has expired has expired, however often it is asked for.
    const message = times === 1 && !fault.name.startsWith("expired") ? undefined : LASTING[fault.name];
    if (message === undefined) {
      expect(told).toMatchObject({ sha256: whole, mediaType: "video/mp4" });
      expect(sha256Of(await readFile(path))).toBe(whole);
    } else {
      if (!OmniError.isInstance(told)) throw new Error(`${fault.name} came to ${JSON.stringify(told)}`);
      expect(told.message).toMatch(message);
      const isRetryable = !fault.name.startsWith("expired");
      expect(told).toMatchObject({ code: "download_failed", billed: "yes", handle: task.handle, isRetryable });
      // Half a file is never called by the whole one's name.
      const names = await readdir(join(folder, namespace));
      expect(names.filter((name) => !name.endsWith(".part"))).toEqual([]);
    }
    // A download pays for nothing.
    expect(mock.ledger(namespace).totals.accepted).toBe(1);
  });
});

it("expired-early: a minute later it is gone, and the error says so", async () => {
  const { client, make } = benchOf("toapis", "early");
  const task = await make("a paper kite [mock:expired-early]");
  expect(await downloadVideo(task, { client })).toMatchObject({ mediaType: "video/mp4" });
  mock.advance(120, "early");
  const error: unknown = await downloadVideo(task, { client }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "download_failed", statusCode: 403, isRetryable: false });
});
