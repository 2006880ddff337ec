// Handlers for pages: what they need, and what they send on. How a real browser takes them stands in test-all/.
import { fileURLToPath } from "node:url";
import { readDocument } from "@omni-contracts/specs";
import { build } from "esbuild";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMock, serveMock, type MockServer } from "../src/index.js";
import { forwardingHandlers, serversOf } from "../src/msw/browser.js";

const mock = createMock({ specs: [readDocument("toapis"), readDocument("apimart")], validate: true });
const SUBMIT = "https://toapis.com/v1/videos/generations";
const headers = { authorization: "Bearer sk-test", "content-type": "application/json" };
const post = (prompt = "a cat") => ({
  ...{ method: "POST", headers },
  body: JSON.stringify({ model: "gemini_omni", prompt }),
});

it("needs neither Node nor the engine in a page", async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../src/msw/browser.ts", import.meta.url))],
    ...{ bundle: true, write: false, metafile: true, format: "esm", platform: "browser", minify: true },
    external: ["msw"],
  });
  // esbuild refuses `node:` for browsers; and this is all that there is.
  expect(Object.keys(metafile.inputs).toSorted()).toEqual(["src/msw/address.ts", "src/msw/browser.ts"]);
  expect(outputFiles[0]?.text.length).toBeLessThan(4000);
});

describe("forwardingHandlers", () => {
  let served: MockServer;
  let server: ReturnType<typeof setupServer>;
  beforeAll(async () => {
    served = await serveMock(mock);
    const servers = await serversOf(served.url);
    server = setupServer(...forwardingHandlers({ url: `${served.url}/`, servers, namespace: "page" }));
    server.listen({ onUnhandledRequest: "error" });
  });
  afterAll(async () => {
    server.close();
    await served.close();
  });

  it("learns the hosts from the mock", async () => {
    expect(await serversOf(served.url)).toEqual({
      toapis: ["https://toapis.com", "https://toapis.cn"],
      apimart: ["https://api.apimart.ai", "https://api.apib.ai", "https://api.aiuxu.com", "https://api.aishuch.com"],
    });
  });

  it("says what to do when there is no mock", async () => {
    await expect(serversOf("http://127.0.0.1:9", () => Promise.reject(new TypeError("fetch failed")))).rejects.toThrow(
      "Nobody answers at http://127.0.0.1:9/__mock/providers. Start a mock there",
    );
    const other = () => Promise.resolve(new Response("Not Found", { status: 404 }));
    await expect(serversOf("http://127.0.0.1:9", other)).rejects.toThrow("answered 404, and no list of hosts");
    const wrong = () => Promise.resolve(Response.json({ acme: "https://acme.test" }));
    await expect(serversOf("http://127.0.0.1:9", wrong)).rejects.toThrow("no list of hosts");
  });

  it("sends a task's life through: submit, look, result", async () => {
    const { id } = await (await fetch(SUBMIT, post())).json();
    expect(mock.ledger("page").accepted).toMatchObject([{ provider: "toapis", task: id }]);
    mock.advance(200, "page");
    const task = await (await fetch(`https://toapis.cn/v1/videos/generations/${id}`, { headers })).json();
    const link = task.result.data[0].url;
    // It leads to the mock itself, and passes.
    expect(link).toBe(`${served.url}/toapis/~page/__files/${id}/1.mp4`);
    expect((await fetch(link)).headers.get("content-type")).toBe("video/mp4");
  });

  it("hands on status, headers and body as they are", async () => {
    const refused = await fetch(SUBMIT, { ...post(), headers: { ...headers, prefer: "scenario=rate-limit-burst" } });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
    const gateway = await fetch(SUBMIT, post("a [mock:html-502]"));
    expect([gateway.status, (await gateway.text()).slice(0, 11)]).toEqual([502, "<html><head"]);
    const unknown = await fetch("https://api.apimart.ai/no/such/path");
    expect(unknown.headers.get("x-mock-fault")).toBe("unknown-path");
  });

  it("is not caught in a handler for everything", async () => {
    server.use(http.all("http://127.0.0.1*", () => HttpResponse.text("caught")));
    try {
      expect((await fetch(SUBMIT, post("a [mock:402]"))).status).toBe(402);
    } finally {
      server.resetHandlers();
    }
  });

  it("a broken connection stays one", async () => {
    await expect(fetch(SUBMIT, post("a [mock:accepted-then-reset]"))).rejects.toThrow("Failed to fetch");
  });
});
