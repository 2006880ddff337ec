import { get } from "node:http";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { serveMock, type Handler, type MockRequest, type MockServer } from "../src/index.js";

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

describe("serveMock", () => {
  it("hands on what was sent", async () => {
    server = await serveMock({ handle: echo });
    const response = await fetch(`${server.url}/b/v1/videos?x=1`, {
      method: "POST",
      body: "é",
      headers: { "X-A": "1" },
    });
    expect(await response.json()).toEqual({ path: "/b/v1/videos" });
    const request = seen.at(-1);
    expect(request?.query.get("x")).toBe("1");
    expect(request?.headers["x-a"]).toBe("1");
    // Not JSON, so every byte is a character of its own.
    expect(request?.text).toBe("Ã©");
  });

  it("listens on loopback only", async () => {
    server = await serveMock({ handle: echo });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([
    ["evil.test", true],
    ["127.0.0.1.evil.test", true],
    ["localhost:4010", false],
    ["127.0.0.1", false],
    ["[::1]:4010", false],
  ])("takes a request for the name %s for one from another machine: %s (DNS rebinding)", async (host, isRemote) => {
    server = await serveMock({ handle: echo });
    const { port } = new URL(server.url);
    await new Promise((resolve, reject) => {
      get({ port, host: "127.0.0.1", path: "/__mock/", headers: { host } }, (response) => {
        response.resume().once("end", resolve);
      }).once("error", reject);
    });
    expect(seen.at(-1)?.isRemote).toBe(isRemote);
  });

  it("keeps a question mark of the query, and a path with two slashes", async () => {
    server = await serveMock({ handle: echo });
    await fetch(`${server.url}//a//b?x=1?2`);
    expect(seen.at(-1)).toMatchObject({ path: "//a//b" });
    expect(seen.at(-1)?.query.get("x")).toBe("1?2");
  });

  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");

  it.skipIf(!outside)("knows who comes by another address than loopback", async () => {
    server = await serveMock({ handle: echo }, { host: "0.0.0.0" });
    const { port } = new URL(server.url);
    await new Promise((resolve, reject) => {
      get({ port, host: outside?.address, path: "/", headers: { host: "localhost" } }, (response) => {
        response.resume().once("end", resolve);
      }).once("error", reject);
    });
    expect(seen.at(-1)?.isRemote).toBe(true);
  });

  it("rejects when the port is taken", async () => {
    server = await serveMock({ handle: echo });
    const port = Number(new URL(server.url).port);
    await expect(serveMock({ handle: echo }, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("answers 500 without a stack trace when a handler fails", async () => {
    server = await serveMock({ handle: () => Promise.reject(new Error("boom")) });
    const response = await fetch(`${server.url}/a/`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("The mock failed: Error: boom\n");
  });
});
