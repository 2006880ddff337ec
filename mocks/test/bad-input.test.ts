import { fixturesOf, operationsOf, providers, readDocument } from "@omni-contracts/specs";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOf } from "../src/engine/contract-of.js";
import { createMock, serveMock, type MockServer } from "../src/index.js";
import { LARGEST_BODY } from "../src/transport/http.js";

const JSON_TYPE = "application/json";
const KEY = { authorization: "Bearer sk" };

let server: MockServer;
beforeAll(async () => {
  server = await serveMock(createMock({ specs: providers().map(readDocument), validate: true }));
});
afterAll(() => server.close());

describe.each(providers())("%s answers in its own form", (provider) => {
  const contract = contractOf(readDocument(provider));
  const [submitId = ""] = Object.keys(contract.lifecycle.submit);
  const path = contract.operations[submitId]?.path ?? "";
  const [model] = [...JSON.stringify(readDocument(provider).root).matchAll(/"mapping":\{"([^"]+)"/g)].map(
    ([, id]) => id,
  );

  async function post(body: BodyInit, headers: Record<string, string> = {}, at = path, method = "POST") {
    const response = await fetch(`${server.url}/${provider}${at}`, {
      method,
      headers: { ...KEY, "content-type": JSON_TYPE, ...headers },
      body,
    });
    const text = await response.text();
    // No stack trace, no words of a tool.
    expect(text).not.toMatch(/at .*\.js:|problem\+json|stoplight|UNPROCESSABLE|NO_PATH|ajv/i);
    expect(response.headers.get("content-type")).toBe(JSON_TYPE);
    const body_: unknown = JSON.parse(text);
    return { status: response.status, fault: response.headers.get("x-mock-fault"), text, body: body_ };
  }

  it("an unknown path, 404", async () => {
    expect(await post("{}", {}, "/v9/nothing")).toMatchObject({
      status: 404,
      fault: "unknown-path",
      text: expect.stringContaining("No operation has the path /v9/nothing."),
    });
  });

  it("a wrong method, 405", async () => {
    const answer = await post("{}", {}, path, "DELETE");
    expect(answer).toMatchObject({ status: 405, fault: "wrong-method", text: expect.stringContaining("not DELETE.") });
  });

  it.each([
    ["malformed JSON", '{"model": ', {}, /no JSON/],
    ["an empty body", "", {}, /no JSON|empty|body/],
    [
      "another content type",
      "a=b",
      { "content-type": "text/plain" },
      /Send the body with `content-type: application\/json`, not `text\/plain`\./,
    ],
    ["5,000 levels", "[".repeat(5000) + "]".repeat(5000), {}, /deeper than 100 levels/],
    ["an unknown model", '{"model": "nonsense", "prompt": "a"}', {}, /model/],
    ["a list", "[]", {}, /object/],
    ["a prompt that is no text", JSON.stringify({ model, prompt: 7 }), {}, /prompt/],
  ])("%s: as documented, with the member or the reason", async (_, body, headers, reason) => {
    const answer = await post(body, headers);
    expect(answer.fault).toBeNull();
    expect(answer.text).toMatch(reason);
  });

  it("a body over the cap, 413, without reading it to its end", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /${provider}${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer sk\r\ncontent-type: ${JSON_TYPE}\r\n`;
    // Only the beginning of what is announced ever comes.
    socket.write(`${head}content-length: ${LARGEST_BODY + 1}\r\n\r\n{"prompt": "`);
    const text = await new Promise<string>((resolve, reject) => {
      const chunks: Buffer[] = [];
      socket.on("data", (chunk: Buffer) => chunks.push(chunk));
      socket.on("error", reject);
      socket.on("close", () => {
        resolve(Buffer.concat(chunks).toString());
      });
    });
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    // Where the contract documents the status, its own answer comes, and that is no fault.
    const isDocumented = fixturesOf(readDocument(provider)).some(({ id, status }) => id === submitId && status === 413);
    expect(/x-mock-fault: body-too-large/i.test(text)).toBe(!isDocumented);
    expect(text).toMatch(/body .*50 MB/);
  });

  it("a body over the cap that does not say its length", async () => {
    const piece = new Uint8Array(1024 * 1024).fill(97);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let i = 0; i < 52; i += 1) controller.enqueue(piece);
        controller.close();
      },
    });
    const request = { method: "POST", body, duplex: "half", headers: { ...KEY, "content-type": JSON_TYPE } } as const;
    const answer = await fetch(`${server.url}/${provider}${path}`, request).catch((error: unknown) => error);
    // Whoever still writes may see the connection close before the answer comes.
    if (answer instanceof Response) expect(answer.status).toBe(413);
    else expect(String(answer)).toContain("fetch failed");
    expect((await fetch(`${server.url}/${provider}/x`)).status).toBe(404);
  });
});

describe("a request that is not even HTTP", () => {
  it("does no harm", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.resume();
    socket.end("nonsense\r\n\r\n");
    await new Promise((resolve) => socket.on("close", resolve));
    expect((await fetch(`${server.url}/nobody`)).status).toBe(404);
  });
});

describe("every operation", () => {
  it.each(
    providers().flatMap((provider) =>
      operationsOf(readDocument(provider)).map(({ id, method, path }) => [provider, id, method, path] as const),
    ),
  )("%s %s asks for a key unless it is open, and says which header", async (provider, _, method, path) => {
    const response = await fetch(`${server.url}/${provider}${path.replaceAll(/\{\w+\}/g, "x")}`, { method });
    const text = await response.text();
    if (response.status === 200 && !text.includes("API key is missing")) {
      const entry = operationsOf(readDocument(provider)).find((one) => one.path === path && one.method === method);
      expect(entry?.operation.security).toEqual([]);
    } else expect(text).toContain("The API key is missing; send `Authorization: Bearer <key>`.");
  });
});
