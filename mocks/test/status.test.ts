// The status page and what it reads: who gets a page at `/`, what the page may do, and what its reads tell.
import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { providers, readDocument } from "@omni-contracts/specs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockServer } from "../src/index.js";
import { START } from "./mocking.js";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const specs = providers().map(readDocument);
const folder = new URL("../status/", import.meta.url);
let mock: Mock;
let server: MockServer;
beforeEach(async () => {
  mock = createMock({ specs, clock: () => START, validate: true });
  server = await serveMock(mock);
});
afterEach(() => server.close());

const ask = (path: string, accept: string | undefined, host = "127.0.0.1") =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const headers = { host, ...(accept !== undefined && { accept }) };
    get(`${server.url}${path}`, { headers }, (response) => {
      const { statusCode: status, headers: answered } = response;
      response.toArray().then((pieces) => {
        resolve({ status, headers: answered, body: pieces.join("") });
      }, reject);
    }).once("error", reject);
  });

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}/__mock/${path}`, { method, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

async function submit(prompt: string, prefix = "", model: unknown = "gemini_omni"): Promise<string> {
  const response = await fetch(`${server.url}/toapis${prefix}/v1/videos/generations`, {
    method: "POST",
    headers: { authorization: "Bearer sk", "content-type": "application/json" },
    body: JSON.stringify({ model, prompt, duration: 6 }),
  });
  return (await response.json()).id;
}

describe("the page at /", () => {
  it.each([BROWSER, "text/html", "application/json;q=0.1, TEXT/HTML;level=1"])(
    "comes to who accepts %s",
    async (accept) => {
      const { status, headers, body } = await ask("/", accept);
      expect(status).toBe(200);
      expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "x-frame-options": "DENY" });
      expect(body).toContain('<main id="main"');
    },
  );

  it.each([undefined, "*/*", "application/json", "text/html;q=0, */*", "application/xhtml+xml"])(
    "does not come to who accepts %s: / is no provider's",
    async (accept) => {
      const { status, headers, body } = await ask("/", accept);
      expect(status).toBe(404);
      expect(headers["x-mock-fault"]).toBe("unknown-provider");
      expect(JSON.parse(body).error.message).toMatch(/^No provider "" here\. There are: /);
    },
  );

  it("does not come to other machines, nor to names that lead here", async () => {
    const { status, body } = await ask("/", BROWSER, "evil.test");
    expect([status, body]).toEqual([403, "The status page answers to this machine only.\n"]);
    expect((await ask("/__mock/status/page.js", "*/*", "evil.test")).status).toBe(403);
  });

  it("may load its own folder, may ask the control API, and nothing else", async () => {
    const { headers } = await ask("/", BROWSER, "localhost:4010");
    const own = "http://localhost:4010/__mock/";
    expect(String(headers["content-security-policy"]).split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${own}status/`,
      `style-src ${own}status/`,
      `connect-src ${own}`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it("works at an IPv6 address, which a policy cannot name", async () => {
    const { headers } = await ask("/", BROWSER, "[::1]:4010");
    expect(headers["content-security-policy"]).toContain("script-src 'self'; style-src 'self'; connect-src 'self'");
  });

  it("consists of files that are served, name no other origin, and hold nothing inline", async () => {
    const files = readdirSync(folder);
    expect(files).toContain("page.html");
    for (const name of files.filter((one) => one !== "page.html")) {
      const { status, headers, body } = await ask(`/__mock/status/${name}`, "*/*");
      expect([name, status, headers["x-content-type-options"]]).toEqual([name, 200, "nosniff"]);
      expect(headers["content-type"]).toBe(`text/${name.endsWith(".css") ? "css" : "javascript"}; charset=utf-8`);
      expect(body).toBe(readFileSync(new URL(name, folder), "utf8"));
    }
    const text = files.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
    expect(text).not.toMatch(/https?:|["'(]\/\/|@import|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b/);
    const html = readFileSync(new URL("page.html", folder), "utf8");
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src="\/__mock\/status\/page\.js")/);
    for (const [, path = ""] of html.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
      expect((await ask(path, "*/*")).status).toBe(200);
    }
  });

  it("leads from its top to every part: a hundred tasks are many screens of a phone", () => {
    const html = readFileSync(new URL("page.html", folder), "utf8");
    const parts = [...html.matchAll(/<section aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
    const [, nav = ""] = /<nav [^>]*>([^]*?)<\/nav>/.exec(html) ?? [];
    expect(parts.length).toBeGreaterThan(5);
    expect([...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(parts);
  });

  it.each(["page.html", "../package.json", "..%2fpackage.json", "constructor", ""])(
    "does not serve /__mock/status/%s",
    async (name) => {
      const { status, body } = await ask(`/__mock/status/${name}`, "*/*");
      expect(status).toBe(404);
      expect(body).not.toContain("omni-contracts/mocks");
    },
  );
});

describe("what the page reads", () => {
  it("tasks: how they stand, by their own clock, with the video while it can be fetched", async () => {
    const id = await submit("a <b>lantern</b>", "/~anna");
    const task = { provider: "toapis", task: id, model: "gemini_omni", prompt: "a <b>lantern</b>", createdAt: START };
    expect((await control("GET", "tasks?namespace=anna")).body).toEqual([{ ...task, status: "queued", progress: 0 }]);
    expect((await control("GET", "tasks")).body).toEqual([]);
    mock.advance(90, "anna");
    expect((await control("GET", "tasks?namespace=anna")).body).toMatchObject([
      { status: "in_progress", progress: 0.5 },
    ]);
    mock.advance(100, "anna");
    const [done] = (await control("GET", "tasks?namespace=anna")).body;
    expect(done).toMatchObject({ status: "completed", result: `/toapis/~anna/__files/${id}/1.mp4` });
    const video = await fetch(`${server.url}${done.result}`, { method: "HEAD" });
    expect([video.status, video.headers.get("content-type")]).toEqual([200, "video/mp4"]);
    mock.advance(86_400, "anna");
    expect((await control("GET", "tasks?namespace=anna")).body[0].result).toBeUndefined();
    expect((await fetch(`${server.url}${done.result}`)).status).toBe(404);
  });

  it("keeps the beginning of a long prompt", async () => {
    await submit("é".repeat(700));
    expect(mock.tasks()[0]?.prompt).toBe(`${"é".repeat(200)}…`);
  });

  it("everything at one moment, the newest first, and not more than a hundred", async () => {
    for (let i = 1; i <= 101; i += 1) await submit(`number ${i}`);
    await submit("", "/~anna");
    const { body } = await control("GET", "status");
    expect(body).toMatchObject({ now: START, speed: 1, namespace: "", providers: providers(), webhooks: [] });
    expect(body.namespaces.toSorted()).toEqual(["", "anna"]);
    expect(body.tasks.map((one: { prompt: string }) => one.prompt)).toEqual(
      Array.from({ length: 100 }, (_, i) => `number ${101 - i}`),
    );
    expect(body.ledger.accepted).toHaveLength(100);
    expect(body.ledger.totals).toMatchObject({ accepted: 101, refused: 0 });
    expect((await control("GET", "status?namespace=anna")).body.ledger.refused).toMatchObject([{ provider: "toapis" }]);
  });

  it("takes one fault away by its id, and says how often one strikes", async () => {
    await control("POST", "faults", { faults: [{ use: "html-502", times: 1 }] });
    const { body } = await control("POST", "faults", { scenario: "stuck" });
    const [{ id }] = body.added;
    expect(mock.faults()).toMatchObject([{ name: "html-502", times: 1 }, { name: "stuck" }]);
    expect((await control("DELETE", `faults?id=${id}`)).body.faults).toMatchObject([{ name: "html-502" }]);
    expect(await control("DELETE", `faults?id=${id}`)).toMatchObject({
      status: 400,
      body: { error: `There is no fault with the id ${id}.` },
    });
  });
});

describe("snippets", () => {
  it("are made of the contract's sample, for the namespace", async () => {
    const [curl, raw, normalized] = (await control("GET", "snippets?provider=toapis&namespace=anna")).body;
    const base = `${server.url}/toapis/~anna`;
    expect(curl.submit).toContain(`curl '${base}/v1/videos/generations'`);
    expect(curl.read).toBe(`curl '${base}/v1/videos/generations/TASK_ID' \\\n  -H 'Authorization: Bearer sk-mock'`);
    expect(raw.read).toContain('api.GET("/v1/videos/generations/{task_id}"');
    expect(normalized.submit).toBe(`import { createToapis } from "@omni-contracts/toapis";

const toapis = createToapis({
  apiKey: "sk-mock",
  baseURL: "${base}",
});
const task = await toapis.submit({
  model: "gemini_omni",
  prompt: "a paper lantern drifting over a quiet harbour at dusk",
  aspectRatio: "9:16",
  duration: 10,
  resolution: "720p",
});
console.log(task.handle); // what you paid for`);
  });

  it("are refused for a provider that is not there", async () => {
    expect(await control("GET", "snippets?provider=nobody")).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('No provider "nobody" here.') },
    });
  });
});
