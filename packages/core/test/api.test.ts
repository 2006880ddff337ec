import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createApi, OmniError, type ApiOptions, type Service } from "../src/index.js";

interface Paths {
  "/things/{id}": {
    get: { parameters: { path: { id: string } }; responses: { 200: { content: { "application/json": unknown } } } };
  };
  "/open": { get: { responses: { 200: { content: { "application/json": unknown } } } } };
  "/upload": {
    post: {
      requestBody: { content: { "multipart/form-data": { file: Blob | Uint8Array; purpose?: string } } };
      responses: { 200: { content: { "application/json": unknown } } };
    };
  };
  "/things": {
    post: {
      requestBody: { content: { "application/json": { a: number } } };
      responses: { 200: { content: { "application/json": unknown } } };
    };
  };
}

const service: Service = {
  provider: "acme",
  servers: ["https://api.acme.test"],
  envKey: "ACME_API_KEY",
  publicOperations: ["GET /open"],
};
const KEY = "sk-canary-0123456789";

/** A client whose requests are kept; the fetch answers each with the same JSON. */
function observed(options: ApiOptions = {}, answer = () => Response.json({ ok: true })) {
  const requests: Request[] = [];
  const fetch = (request: Request) => {
    requests.push(request);
    return Promise.resolve(answer());
  };
  return { requests, api: createApi<Paths>(service, { apiKey: KEY, fetch, ...options }) };
}

async function errorOf(promise: Promise<unknown>): Promise<OmniError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!OmniError.isInstance(error)) throw new Error(`Not an OmniError: ${inspect(error)}`);
  return error;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("what is sent", () => {
  it.each([
    [{ name: "Authorization", prefix: "Key" }, `Key ${KEY}`],
    [{ name: "X-Api-Key" }, KEY],
  ])("carries the key in the header %j of the service", async (keyHeader, value) => {
    const sent: Request[] = [];
    const fetch = (request: Request) => {
      sent.push(request);
      return Promise.resolve(Response.json({}));
    };
    const api = createApi<Paths>({ ...service, keyHeader }, { apiKey: KEY, fetch });
    await api.POST("/things", { body: { a: 1 } });
    expect(sent.map(({ headers }) => headers.get(keyHeader.name))).toEqual([value]);
    expect(sent.map(({ headers }) => headers.has("authorization"))).toEqual([keyHeader.name === "Authorization"]);
  });

  it("goes to the contract's first server, with the key and the given headers", async () => {
    const { api, requests } = observed({ headers: { "X-Team": "video" } });
    await api.GET("/things/{id}", { params: { path: { id: "a b" } } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe("https://api.acme.test/things/a%20b");
    expect(requests[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
    expect(requests[0]?.headers.get("x-team")).toBe("video");
  });

  it("keeps the path of a base URL, with or without a slash at its end", async () => {
    for (const baseURL of ["http://127.0.0.1:4010/acme", "http://127.0.0.1:4010/acme/"]) {
      const { api, requests } = observed({ baseURL });
      await api.GET("/open");
      expect(requests[0]?.url).toBe("http://127.0.0.1:4010/acme/open");
    }
  });

  it("follows no redirect: a redirected POST would be a second POST", async () => {
    const { api, requests } = observed({}, () => new Response(null, { status: 307, headers: { location: "/else" } }));
    const { response, data } = await api.POST("/things", { body: { a: 1 } });
    expect(requests.map(({ redirect }) => redirect)).toEqual(["manual"]);
    expect(response.status).toBe(307);
    expect(data).toBeUndefined();
  });

  it("sends JSON as JSON", async () => {
    const { api, requests } = observed();
    await api.POST("/things", { body: { a: 1 } });
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(await requests[0]?.json()).toEqual({ a: 1 });
  });

  it.each([
    ["a Blob", new Blob([new Uint8Array([0, 255, 13, 10])], { type: "image/png" }), "image/png"],
    ["bytes", new Uint8Array([0, 255, 13, 10]), "application/octet-stream"],
  ])("sends %s as a multipart form, byte for byte", async (_, file, type) => {
    const { api, requests } = observed();
    await api.POST("/upload", { body: { file, purpose: "generation" } });
    expect(requests[0]?.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
    const form = await requests[0]?.formData();
    const part = form?.get("file");
    if (!(part instanceof File)) throw new Error("no file part");
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([0, 255, 13, 10]);
    expect(part.type).toBe(type);
    expect(form?.get("purpose")).toBe("generation");
  });

  it("keeps the name of a File", async () => {
    const { api, requests } = observed();
    await api.POST("/upload", { body: { file: new File(["x"], "fox.png", { type: "image/png" }) } });
    const part = (await requests[0]?.formData())?.get("file");
    expect(part instanceof File && part.name).toBe("fox.png");
  });
});

describe("the key", () => {
  it("is read from the environment at each call, not before", async () => {
    const { api, requests } = observed({ apiKey: undefined });
    vi.stubEnv("ACME_API_KEY", "sk-from-env");
    await api.GET("/things/{id}", { params: { path: { id: "1" } } });
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer sk-from-env");
  });

  it("is not needed where the contract asks for none", async () => {
    vi.stubEnv("ACME_API_KEY", "");
    const { api, requests } = observed({ apiKey: undefined });
    await api.GET("/open");
    expect(requests[0]?.headers.has("authorization")).toBe(false);
  });

  it("works where there is no process", async () => {
    vi.stubGlobal("process", undefined);
    const { api, requests } = observed({ apiKey: undefined });
    const error = await errorOf(api.GET("/things/{id}", { params: { path: { id: "1" } } }));
    expect(error.code).toBe("authentication");
    expect(requests).toHaveLength(0);
  });

  it.each([
    ["missing", undefined, "acme: No API key. Pass apiKey or set ACME_API_KEY."],
    ["empty", "", "acme: No API key. Pass apiKey or set ACME_API_KEY."],
    ["with a newline", `${KEY}\n`, "acme: apiKey holds a line break (at position 21). Copy it again."],
    [
      "with a space before it",
      ` ${KEY}`,
      "acme: apiKey holds a character that no key has (at position 1). Copy it again.",
    ],
    ["with an ellipsis", "sk-…", "acme: apiKey holds a character that no key has (at position 4). Copy it again."],
  ])("%s: one typed error, nothing sent", async (_, apiKey, message) => {
    vi.stubEnv("ACME_API_KEY", "");
    const { api, requests } = observed({ apiKey });
    const error = await errorOf(api.POST("/things", { body: { a: 1 } }));
    expect(error).toMatchObject({
      code: "authentication",
      provider: "acme",
      phase: "configure",
      billed: "no",
      message,
    });
    expect(requests).toHaveLength(0);
  });

  it("names the environment variable when the bad key came from there", async () => {
    vi.stubEnv("ACME_API_KEY", "sk-1\r\n");
    const { api } = observed({ apiKey: undefined });
    const error = await errorOf(api.POST("/things", { body: { a: 1 } }));
    expect(error.message).toBe(
      "acme: The environment variable ACME_API_KEY holds a line break (at position 5). Copy it again.",
    );
  });

  it("appears in no error, log or inspection", async () => {
    const logged = vi.spyOn(console, "log");
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNRESET") }));
    const { api } = observed({ fetch });
    const failed: unknown = await api.GET("/things/{id}", { params: { path: { id: "1" } } }).catch((e: unknown) => e);
    const bad = await errorOf(observed({ apiKey: `${KEY}\n` }).api.POST("/things", { body: { a: 1 } }));
    expect(failed).toBeInstanceOf(TypeError);
    const shown = [failed, bad, api, createApi].map((one) => inspect(one, { depth: 20, showHidden: true }));
    expect([...shown, JSON.stringify(bad), bad.stack, String(bad)].join("\n")).not.toContain("canary");
    expect(logged).not.toHaveBeenCalled();
  });
});

describe("the base URL", () => {
  it.each([
    ["api.acme.test", "is not an absolute http(s) URL"],
    ["ftp://api.acme.test", "is not an absolute http(s) URL"],
    ["https://me:secret@api.acme.test", "holds credentials"],
    ["https://api.acme.test/?a=1", "holds a query or a fragment"],
    ["https://api.acme.test?", "holds a query or a fragment"],
    ["https://api.acme.test/#", "holds a query or a fragment"],
    [KEY, "is not an absolute http(s) URL"],
  ])("%s is refused at once, and not repeated", (baseURL, what) => {
    const attempt = () => createApi<Paths>(service, { baseURL });
    expect(attempt).toThrow(`acme: baseURL ${what}. Write it like https://api.acme.test.`);
  });
});

describe("what cannot be sent", () => {
  it("is told without the value, which may be the key", () => {
    const headers = { "X-Key": `${KEY}\nsecond line` };
    expect(() => createApi<Paths>(service, { headers })).toThrow('acme: headers: "X-Key" cannot be sent as it is.');
  });

  it.each(["", ".", ".."])("is a path parameter of %j, which would make another address", async (id) => {
    const { api, requests } = observed();
    const error = await errorOf(api.GET("/things/{id}", { params: { path: { id } } }));
    expect(error.message).toBe(`acme: params.path.id is ${JSON.stringify(id)}; pass an id.`);
    expect(requests).toHaveLength(0);
  });

  it("takes a base URL with spaces around it for what it means", async () => {
    const { api, requests } = observed({ baseURL: " https://proxy.test/acme " });
    await api.GET("/open");
    expect(requests[0]?.url).toBe("https://proxy.test/acme/open");
  });
});

describe("a success that is no JSON", () => {
  const answer = () => new Response(`{"task_id":"t-1","key":"${KEY}","half`, { headers: { "X-Request-Id": "r" } });

  it("is a typed error that keeps the text, for the task in it, and not the key", async () => {
    const { api } = observed({}, answer);
    const error = await errorOf(api.POST("/things", { body: { a: 1 } }));
    expect(error).toMatchObject({
      code: "contract_violation",
      statusCode: 200,
      billed: "unknown",
      responseBody: '{"task_id":"t-1","key":"[key]","half',
      message: "acme: HTTP 200, but the body is no JSON; see responseBody. After a submit, the task may exist.",
    });
  });

  it("is no error where the caller asks for text", async () => {
    const { api } = observed({}, answer);
    const { data } = await api.GET("/open", { parseAs: "text" });
    expect(data).toContain("t-1");
  });

  it("is no error when it is empty", async () => {
    const { api } = observed({}, () => new Response(""));
    expect(await api.GET("/open")).toMatchObject({ response: { status: 200 } });
  });
});

it("recognises an error of another copy of the package by its mark", () => {
  const foreign = Object.defineProperty(new Error("x"), Symbol.for("omni-contracts.error"), { value: true });
  expect(OmniError.isInstance(foreign)).toBe(true);
  expect(OmniError.isInstance(new Error("x"))).toBe(false);
});
