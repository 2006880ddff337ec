import { providers, readDocument } from "@omni-contracts/specs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMock, type Mock, type MockAnswer } from "../src/index.js";
import { START } from "./mocking.js";

const specs = providers().map(readDocument);
let mock: Mock;
beforeEach(() => {
  mock = createMock({ specs, clock: () => START, validate: true });
});
afterEach(() => {
  mock.reset();
});

async function control(method: string, path: string, body?: unknown) {
  const response = await mock.fetch(`http://mock.test/__mock/${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
async function submit(prefix = "") {
  const response = await mock.fetch(`http://mock.test/apimart${prefix}/v1/videos/generations`, {
    method: "POST",
    headers: { authorization: "Bearer sk", "content-type": "application/json" },
    body: JSON.stringify({ model: "Omni-Flash-Ext", prompt: "a", duration: 4 }),
  });
  return response.status;
}

describe("the control API", () => {
  it("says what there is", async () => {
    expect(await control("GET", "")).toMatchObject({
      status: 200,
      body: { providers: providers(), now: "2026-11-21T00:00:00.000Z", scenarios: expect.arrayContaining(["stuck"]) },
    });
    expect((await control("GET", "scenarios")).body.stuck).toMatchObject([
      { happens: "The task stops at 42 % and stays there.", task: { stuckAt: 0.42 } },
    ]);
  });

  it("tells the ledger, with prices of the contract", async () => {
    await submit();
    await submit();
    expect((await control("GET", "ledger")).body).toMatchObject({
      accepted: [{ price: { amount: 0.25, currency: "USD" } }, { status: "queued", isCharged: true }],
      totals: { accepted: 2, charged: 2, spent: { USD: 0.5 } },
    });
  });

  it("moves the clock", async () => {
    await submit();
    expect(await control("POST", "clock", { advance: 600 })).toEqual({
      status: 200,
      body: { now: "2026-11-21T00:10:00.000Z" },
    });
    expect(mock.ledger().accepted[0]?.status).toBe("completed");
  });

  it("sets faults by name, as JSON and as YAML, for one provider or all, and takes them away", async () => {
    const added = await control("POST", "faults?provider=apimart", { scenario: "rate-limit-burst" });
    expect(added).toMatchObject({ status: 201, body: { added: [{ name: "rate-limit-burst", provider: "apimart" }] } });
    await control("POST", "faults", "faults:\n  - {use: html-502, name: gateway, on: submit}\n");
    expect(await submit()).toBe(429);
    expect((await control("GET", "faults")).body).toMatchObject([{ struck: 1 }, { name: "gateway" }]);
    expect(await control("DELETE", "faults")).toEqual({ status: 200, body: { faults: [] } });
    expect(await submit()).toBe(200);
  });

  it("knows namespaces", async () => {
    await control("POST", "faults?namespace=a", { scenario: "reset-before-accept" });
    expect(await submit()).toBe(200);
    await expect(submit("/~a")).rejects.toThrow("fetch failed");
    await control("POST", "reset?namespace=a");
    expect(await submit("/~a")).toBe(200);
  });

  it.each([
    ["POST", "clock", { advance: "60" }, 400, "advance must be a number of seconds: {advance: 60}"],
    ["POST", "clock", { advance: -1 }, 400, "The clock can only be moved on, not by -1 seconds."],
    ["POST", "clock", { advance: 1e15 }, 400, /^The clock cannot be moved on by 1000000000000000 seconds; dates end/],
    ["POST", "faults?namespace=~a", { scenario: "stuck" }, 400, /^"~a" is no namespace; up to 64 letters/],
    ["GET", "ledger?namespace=a%2Fb", undefined, 400, /^"a\/b" is no namespace/],
    ["POST", "faults", { scenario: "nonsense" }, 400, /^faults\[0\]: there is no fault "nonsense"\. There are: /],
    ["POST", "faults?provider=nobody", { scenario: "stuck" }, 400, /^No provider "nobody" here\. There are: /],
    ["POST", "faults", { faults: [{ answer: { status: 99 } }] }, 400, "faults[0].answer.status must be >= 200."],
    ["POST", "faults", "a: [", 400, /./],
    ["GET", "nothing", undefined, 404, "There is no GET nothing here."],
    ["PUT", "ledger", {}, 404, "There is no PUT ledger here."],
  ])("%s %s with %j: %i in one sentence", async (method, path, body, status, message) => {
    const answer = await control(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(
      message instanceof RegExp ? message : new RegExp(message.replaceAll(/[[\](){}.]/g, "\\$&")),
    );
    expect(answer.body.usage).toContain("GET /__mock/scenarios");
  });

  it("answers nobody from another machine", async () => {
    const answer: MockAnswer = await mock.handle({
      method: "GET",
      path: "/__mock/ledger",
      query: new URLSearchParams(),
      headers: {},
      isRemote: true,
    });
    expect(answer).toMatchObject({ status: 403, body: { error: "The control API answers to this machine only." } });
  });
});

describe("pages that steer", () => {
  it.each([
    ["http://localhost:3000", 200],
    ["http://127.0.0.1:5173", 200],
    ["http://app.localhost", 200],
    ["https://app.test", 403],
    ["https://localhost.evil.test", 403],
    ["null", 403],
  ])("of %s: %i", async (origin, status) => {
    const response = await mock.fetch("http://mock.test/__mock/ledger", { headers: { origin } });
    expect(response.status).toBe(status);
  });
});

describe("pages of other origins", () => {
  const page = { origin: "https://app.test" };

  it("may ask with credentials: nothing is a wildcard", async () => {
    const response = await mock.fetch("http://mock.test/apimart/v1/videos/generations", {
      method: "OPTIONS",
      headers: {
        ...page,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type, prefer, idempotency-key, x-own",
        "access-control-request-private-network": "true",
      },
    });
    expect(response.status).toBe(204);
    const header = (name: string) => response.headers.get(`access-control-${name}`);
    expect(header("allow-origin")).toBe("https://app.test");
    expect(header("allow-credentials")).toBe("true");
    expect(header("allow-private-network")).toBe("true");
    expect(header("allow-methods")?.split(", ")).toContain("POST");
    expect(header("allow-headers")).toBe("authorization, content-type, prefer, idempotency-key, x-own");
  });

  it("may read every header of an answer, by name", async () => {
    const response = await mock.fetch("http://mock.test/apimart/v1/videos/generations?__scenario=rate-limit-burst", {
      method: "POST",
      headers: { ...page, authorization: "Bearer sk", "content-type": "application/json" },
      body: JSON.stringify({ model: "Omni-Flash-Ext", prompt: "a" }),
    });
    expect(response.status).toBe(429);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://app.test");
    expect(response.headers.get("access-control-allow-credentials")).toBe("true");
    expect(response.headers.get("vary")).toBe("Origin");
    const exposed = response.headers.get("access-control-expose-headers")?.split(", ");
    expect(exposed).toEqual(expect.arrayContaining(["retry-after", "x-mock-fault", "content-type"]));
    expect(exposed).not.toContain("*");
  });
});
