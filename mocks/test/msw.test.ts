// MSW in Node: a program that calls the real hosts gets the mock's answers, as it would over a network.
import { readFileSync } from "node:fs";
import https from "node:https";
import { fixturesOf, providers, readDocument } from "@omni-contracts/specs";
import { http, HttpResponse } from "msw";
import { setupServer, type SetupServer } from "msw/node";
import { afterEach, describe, expect, it } from "vitest";
import { createMock, scenarioOf, readCatalogue, type Mock, type MockOptions } from "../src/index.js";
import { mockHandlers, type HandlerOptions } from "../src/msw/index.js";
import { START } from "./mocking.js";

const toapis = readDocument("toapis");
const HOST = "https://toapis.com";
const SUBMIT = `${HOST}/v1/videos/generations`;
const headers = { authorization: "Bearer sk-test", "content-type": "application/json" };
const post = (prompt = "a cat", more: Readonly<Record<string, string>> = {}) => ({
  method: "POST",
  headers: { ...headers, ...more },
  body: JSON.stringify({ model: "gemini_omni", prompt, duration: 6, aspect_ratio: "9:16" }),
});

const open: SetupServer[] = [];
function intercept(options: Partial<MockOptions> = {}, handling: HandlerOptions = {}): Mock {
  const mock = createMock({ specs: [toapis], clock: () => START, validate: true, ...options });
  const server = setupServer(...mockHandlers(mock, handling));
  server.listen({ onUnhandledRequest: "error" });
  open.push(server);
  return mock;
}
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function resultOf(mock: Mock, host = HOST, prompt?: string): Promise<string> {
  const { id } = await (await fetch(`${host}/v1/videos/generations`, post(prompt))).json();
  mock.advance(200);
  const task = await (await fetch(`${host}/v1/videos/generations/${id}`, { headers })).json();
  expect(task.status).toBe("completed");
  return task.result.data[0].url;
}

const clip = (name: string) => readFileSync(new URL(`../media/${name}.mp4`, import.meta.url));

describe("mockHandlers", () => {
  it.each(["https://toapis.com", "https://toapis.cn"])(
    "answers for %s, and its links lead there and can be loaded",
    async (host) => {
      const mock = intercept();
      const link = await resultOf(mock, host);
      expect(link).toMatch(new RegExp(`^${host}/toapis/__files/[^/]+/1\\.mp4$`));
      const file = await fetch(link, { headers: { range: "bytes=4-7" } });
      expect([file.status, file.headers.get("content-type"), await file.text()]).toEqual([206, "video/mp4", "ftyp"]);
      expect(Buffer.from(await (await fetch(link)).arrayBuffer()).equals(clip("9x16-6s"))).toBe(true);
      mock.advance(90_000);
      expect((await fetch(link)).headers.get("x-mock-fault")).toBe("file-expired");
    },
  );

  it("keeps what is uploaded, under a link that can be loaded and used", async () => {
    const mock = intercept();
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const form = new FormData();
    form.set("file", new Blob([png], { type: "image/png" }), "dot.png");
    const { authorization } = headers;
    const sent = await fetch(`${HOST}/v1/uploads/images`, { method: "POST", headers: { authorization }, body: form });
    const { data } = await sent.json();
    expect(data.url).toMatch(/^https:\/\/toapis\.com\/toapis\/__uploads\/[^/]+$/);
    expect(Buffer.from(await (await fetch(data.url)).arrayBuffer()).equals(png)).toBe(true);
    const use = (image: string) => {
      const body = JSON.stringify({ model: "gemini_omni_flash", prompt: "a", image_urls: [image] });
      return fetch(SUBMIT, { method: "POST", headers, body });
    };
    expect((await use(data.url)).status).toBe(200);
    expect(mock.ledger().notes).toEqual([]);
    // The mock knows its own links: one that leads nowhere is noted.
    const lost = `${HOST}/toapis/__uploads/lost.png`;
    await use(lost);
    expect(mock.ledger().notes).toEqual([
      `toapis createVideoGeneration: \`image_urls[0]\` leads to no file that is here: ${lost}`,
    ]);
  });

  it("answers for every host of every contract", async () => {
    intercept({ specs: providers().map(readDocument) });
    const hosts = {
      "https://api.apimart.ai": "apimart",
      "https://api.apib.ai": "apimart",
      "https://api.aiuxu.com": "apimart",
      "https://api.aishuch.com": "apimart",
      "https://api.atlascloud.ai": "atlascloud",
      "https://www.jimmyai.cn": "jimmyai",
      "https://api.viraltok.ai": "jimmyai",
      "https://www.jimiai.com": "jimmyai",
      "https://toapis.com": "toapis",
      "https://toapis.cn": "toapis",
    };
    for (const host of Object.keys(hosts)) {
      const response = await fetch(`${host}/no/such/path?a=b`);
      expect([host, response.headers.get("x-mock-fault")]).toEqual([host, "unknown-path"]);
    }
  });

  it("follows a link of an answer into its namespace", async () => {
    const mock = intercept({}, { namespace: "anna" });
    const { id } = await (await fetch(SUBMIT, post())).json();
    mock.advance(200, "anna");
    const task = await (await fetch(`${SUBMIT}/${id}`, { headers })).json();
    const link = task.result.data[0].url;
    expect(link).toBe(`https://toapis.com/toapis/~anna/__files/${id}/1.mp4`);
    expect((await fetch(link)).headers.get("content-type")).toBe("video/mp4");
    expect([mock.ledger("anna").accepted[0]?.reads, mock.ledger().accepted]).toEqual([1, []]);
  });

  it("takes the namespace from the request, if it is told how", async () => {
    const namespace = (request: Request) => request.headers.get("authorization")?.replace("Bearer ", "") ?? "";
    const mock = intercept({}, { namespace });
    await fetch(SUBMIT, post("a", { authorization: "Bearer sk-anna" }));
    await fetch(SUBMIT, post("a", { authorization: "Bearer sk-ben" }));
    await fetch(SUBMIT, post("a", { authorization: "Bearer sk-ben" }));
    expect(["sk-anna", "sk-ben", ""].map((name) => mock.ledger(name).accepted.length)).toEqual([1, 2, 0]);
  });

  it("leaves other hosts alone", async () => {
    const mock = createMock({ specs: [toapis] });
    const server = setupServer(
      http.get("https://app.example.test/me", () => HttpResponse.json({ name: "Anna" })),
      ...mockHandlers(mock),
      http.all("*", ({ request }) => HttpResponse.text(`not the mock's: ${request.url}`)),
    );
    server.listen({ onUnhandledRequest: "error" });
    open.push(server);
    expect(await (await fetch("https://app.example.test/me")).json()).toEqual({ name: "Anna" });
    for (const other of ["https://toapis.com.example.test/v1/videos", "https://api.toapis.com/v1/videos"]) {
      expect(await (await fetch(other)).text()).toBe(`not the mock's: ${other}`);
    }
  });

  it("serves programs that do not use fetch", async () => {
    intercept();
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = https.request(SUBMIT, { method: "POST", headers }, (response) => {
        let text = `${response.statusCode} `;
        response.on("data", (data: Buffer) => (text += data.toString()));
        response.on("end", () => {
          resolve(text);
        });
      });
      sent.on("error", reject);
      sent.end(post().body);
    });
    expect(answer).toMatch(/^200 \{"id":"[^"]+",/);
  });
});

describe("faults behind MSW", () => {
  it("strike by header, by magic text, and when they are set", async () => {
    const mock = intercept();
    expect((await fetch(SUBMIT, post("a", { prefer: "code=402" }))).status).toBe(402);
    expect((await fetch(SUBMIT, post("a [mock:429]"))).status).toBe(429);
    expect((await fetch(`${SUBMIT}?__code=500`, post())).status).toBe(500);
    mock.addFaults(scenarioOf({ faults: ["html-502"] }, readCatalogue()));
    const answer = await fetch(SUBMIT, post());
    expect([answer.status, answer.headers.get("content-type")]).toEqual([502, "text/html"]);
  });

  it("a broken connection is a network error, and the task is there", async () => {
    const mock = intercept();
    await expect(fetch(SUBMIT, post("a [mock:accepted-then-reset]"))).rejects.toThrow(TypeError);
    expect(mock.ledger().accepted).toMatchObject([{ isCharged: true, isOrphaned: true }]);
  });

  it("a slow answer can be given up: nobody is told of the task", async () => {
    const waits: { readonly milliseconds: number; readonly signal: AbortSignal }[] = [];
    const stop = new AbortController();
    const mock = intercept({
      sleep: (milliseconds, signal) =>
        new Promise((_, reject) => {
          waits.push({ milliseconds, signal });
          signal.addEventListener("abort", () => {
            reject(new Error("woken"));
          });
          stop.abort();
        }),
    });
    const sent = fetch(SUBMIT, { ...post("a [mock:latency]"), signal: stop.signal });
    await expect(sent).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => waits.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(waits[0]?.milliseconds).toBe(2000);
    await expect.poll(() => mock.ledger().accepted[0]?.isOrphaned).toBe(true);
  });

  it("a body that is cut off stays cut off", async () => {
    const mock = intercept();
    const link = await resultOf(mock, HOST, "a [mock:video-cut-off]");
    const response = await fetch(link);
    expect(response.status).toBe(200);
    const whole = clip("9x16-6s").length;
    const seen = { bytes: 0 };
    const read = async () => {
      const reader = response.body?.getReader();
      for (let piece = await reader?.read(); piece?.value; piece = await reader?.read())
        seen.bytes += piece.value.length;
    };
    await expect(read()).rejects.toThrow("terminated");
    expect(seen.bytes).toBeGreaterThan(0);
    expect(seen.bytes).toBeLessThan(whole);
  });

  it("a redirect is the client's to follow", async () => {
    const mock = intercept();
    const answer = await fetch(SUBMIT, { ...post("a [mock:redirect]"), redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, "?redirected=1"]);
    // MSW follows, but never with a body.
    await expect(fetch(SUBMIT, post("b [mock:redirect]"))).rejects.toThrow(TypeError);
    expect(mock.ledger().totals).toMatchObject({ accepted: 0, refused: 2 });
  });
});

describe("what comes through MSW is what the mock answers", () => {
  it.each(providers())("every example of %s", async (provider) => {
    const document = readDocument(provider);
    const direct = createMock({ specs: [document], clock: () => START });
    const behind = intercept({ specs: [document], validate: false });
    const [host = ""] = behind.servers[provider] ?? [];
    const transcript = async (response: Response) => ({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
    const seen: number[] = [];
    for (const { method, path, status, name } of fixturesOf(document)) {
      const init = {
        method: method.toUpperCase(),
        headers: { ...headers, prefer: `code=${status}, example=${name}` },
        ...(method !== "get" && { body: "{}" }),
      };
      const address = path.replaceAll(/\{.*?\}/g, "some-id");
      const answer = await transcript(await fetch(host + address, init));
      // The same host, so that links are the same; the first `fetch` is MSW's, this one is the mock's own.
      expect(answer).toEqual(await transcript(await direct.fetch(`${host}/${provider}${address}`, init)));
      seen.push(answer.status);
    }
    expect(seen).toEqual(fixturesOf(document).map(({ status }) => status));
  });
});
