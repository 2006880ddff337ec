// A place that has what the web has and nothing of Node: no process, no Buffer, no require, no module of Node.
import { runInNewContext } from "node:vm";
import { createMock, serveMock, type MockServer } from "@omni-contracts/mocks";
import { providers, readDocument } from "@omni-contracts/specs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleOf } from "./support/bundle.js";

// The globals that the WinterTC minimum common API asks of every runtime, as far as a client can want them.
const { AbortController, AbortSignal, Blob, DOMException, Event, EventTarget, FormData, Headers } = globalThis;
const { ReadableStream, Request, Response, TextDecoder, TextEncoder, URL, URLSearchParams } = globalThis;
const { atob, btoa, clearTimeout, crypto, fetch, setTimeout, structuredClone } = globalThis;
const edge = {
  ...{ AbortController, AbortSignal, Blob, DOMException, Event, EventTarget, FormData, Headers },
  ...{ ReadableStream, Request, Response, TextDecoder, TextEncoder, URL, URLSearchParams },
  ...{ atob, btoa, clearTimeout, crypto, fetch, setTimeout, structuredClone },
};

const PROGRAM = `
(async () => {
  const [name] = Object.keys(omni).filter((one) => one.toLowerCase() === "create" + provider);
  // Short pauses are looks; a mock's task is quicker than a real one. Limits stay what they are.
  const sleep = (ms, signal) => new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms < 30_000 ? ms / 200 : ms);
    signal?.addEventListener("abort", () => { clearTimeout(timer); reject(signal.reason); });
  });
  const client = omni[name]({ apiKey: "sk-0123456789abcdef", baseURL, clock: { now: () => Date.now(), sleep } });
  const model = client.models().find((id) => client.capabilities(id).requires.includes("prompt"));
  const handles = [];
  const options = { onTask: ({ handle }) => handles.push(handle), timeoutMs: 3_600_000 };
  const task = await client.generate({ model, prompt: "a paper kite" }, options);
  const refused = await client.submit({ model, prompt: "a paper kite [mock:402]" }).catch((error) => error);
  const { stream, mediaType, bytes } = await omni.downloadVideo(task, { client });
  const video = await new Response(stream).arrayBuffer();
  return JSON.stringify({
    video: [mediaType, bytes > 0, video.byteLength === bytes],
    url: task.video.url,
    kept: handles[0] === task.handle,
    again: (await client.status(handles[0])).status,
    refused: [omni.OmniError.isInstance(refused), refused.code, refused.billed],
    node: typeof process + typeof Buffer + typeof require,
  });
})()`;

let script: string;
let server: MockServer;
beforeAll(async () => {
  script = await bundleOf(providers());
  server = await serveMock(createMock({ specs: providers().map(readDocument), speed: 1000 }));
});
afterAll(async () => {
  await server.close();
});

it("no module of Node is in the bundle", () => {
  expect(script).not.toMatch(/\b(?:from|require\(|import\()\s*["']node:/);
});

it.each(providers())("%s: a video and a refusal, where there is no Node", async (provider) => {
  const baseURL = `${server.url}/${provider}`;
  const told: unknown = await runInNewContext(`${script};${PROGRAM}`, { ...edge, provider, baseURL });
  expect(JSON.parse(String(told))).toEqual({
    video: ["video/mp4", true, true],
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/.*\.mp4$/),
    kept: true,
    again: "completed",
    refused: [true, "insufficient_credits", "no"],
    node: "undefinedundefinedundefined",
  });
});
