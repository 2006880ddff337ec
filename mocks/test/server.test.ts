import { afterEach, describe, expect, it } from "vitest";
import { serveMocks, type Handler, type MockRequest, type MockServer } from "../src/index.js";

let server: MockServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const seen: MockRequest[] = [];
const echo: Handler = (request) => {
  seen.push(request);
  return Promise.resolve({
    status: 200,
    headers: { "content-type": "application/json" },
    body: { path: request.path },
  });
};

describe("serveMocks", () => {
  it("serves each provider under its name", async () => {
    server = await serveMocks({ a: echo, b: echo });
    const response = await fetch(`${server.url}/b/v1/videos?x=1`, {
      method: "POST",
      body: "é",
      headers: { "X-A": "1" },
    });
    expect(await response.json()).toEqual({ path: "/v1/videos" });
    const request = seen.at(-1);
    expect(request?.query.get("x")).toBe("1");
    expect(request?.headers["x-a"]).toBe("1");
    // Not JSON, so every byte is a character of its own.
    expect(request?.text).toBe("Ã©");
  });

  it("listens on loopback only", async () => {
    server = await serveMocks({ a: echo });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("names the providers there are where one is unknown", async () => {
    server = await serveMocks({ a: echo, b: echo });
    const response = await fetch(`${server.url}/toString/v1`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('No provider "toString" here. There are: a, b.\n');
  });

  it("rejects when the port is taken", async () => {
    server = await serveMocks({ a: echo });
    const port = Number(new URL(server.url).port);
    await expect(serveMocks({ a: echo }, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("answers 500 without a stack trace when a handler fails", async () => {
    server = await serveMocks({ a: () => Promise.reject(new Error("boom")) });
    const response = await fetch(`${server.url}/a/`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("The mock failed: Error: boom\n");
  });
});
