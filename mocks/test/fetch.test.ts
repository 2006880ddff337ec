import { objectAt, readDocument } from "@omni-contracts/specs";
import { beforeEach, describe, expect, it } from "vitest";
import { createMock, mockFetch, type Mock } from "../src/index.js";

const URL_OF_SUBMIT = "https://mock.test/toapis/v1/videos/generations";
const init = {
  method: "POST",
  headers: { authorization: "Bearer sk", "content-type": "Application/JSON; charset=utf-8" },
  body: '{"model":"gemini_omni","prompt":"a"}',
};

const toapis = readDocument("toapis");

describe("mockFetch", () => {
  let clock = 0;
  let server: Mock;
  let mock: typeof fetch;
  beforeEach(() => {
    clock = 1_000_000;
    server = createMock({ specs: [toapis], clock: () => clock, validate: true });
    mock = server.fetch;
  });

  const read = async (id: string) => {
    const response = await mock(`${URL_OF_SUBMIT}/${id}`, { headers: init.headers });
    return { status: response.status, body: await response.json() };
  };

  it("takes what fetch takes: an address and options, or a request", async () => {
    expect((await mock(URL_OF_SUBMIT, init)).status).toBe(200);
    expect((await mock(new URL(URL_OF_SUBMIT), init)).status).toBe(200);
    expect((await mock(new Request(URL_OF_SUBMIT, init))).status).toBe(200);
  });

  it("submits nothing when it is aborted before", async () => {
    await expect(mock(URL_OF_SUBMIT, { ...init, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(server.ledger().accepted).toEqual([]);
  });

  it("gives no answer when it is aborted while under way, though the task is there", async () => {
    const stop = new AbortController();
    const handled: number[] = [];
    const slow = mockFetch(async (request) => {
      const answer = await server.handle(request);
      handled.push(answer.status);
      stop.abort();
      return answer;
    });
    await expect(slow(URL_OF_SUBMIT, { ...init, signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(handled).toEqual([200]);
  });

  it.each([
    ["follow", 200, 1],
    ["manual", 307, 0],
  ] as const)("treats a redirect like fetch: %s", async (redirect, status, accepted) => {
    const response = await mock(`${URL_OF_SUBMIT}?__scenario=redirect`, { ...init, redirect });
    expect(response.status).toBe(status);
    expect(server.ledger().totals).toMatchObject({ accepted, refused: 1 });
  });

  it("treats a redirect like fetch: error, and too many of them", async () => {
    const cause = (message: string) => ({ message: "fetch failed", cause: { message } });
    await expect(mock(`${URL_OF_SUBMIT}?__scenario=redirect`, { ...init, redirect: "error" })).rejects.toMatchObject(
      cause("unexpected redirect"),
    );
    const turns: string[] = [];
    const round = mockFetch(({ method, text = "" }) => {
      turns.push(`${method} ${text}`);
      return Promise.resolve({ status: 302, headers: { location: "/again" }, body: "" });
    });
    await expect(round(URL_OF_SUBMIT, { method: "POST", body: "a" })).rejects.toMatchObject(
      cause("redirect count exceeded"),
    );
    // What follows from a POST is a GET without a body.
    expect([turns[0], turns[1], turns.length]).toEqual(["POST a", "GET ", 21]);
  });

  it("takes no more bytes than the server does, whatever the number of characters", async () => {
    const response = await mock(URL_OF_SUBMIT, { ...init, body: `"${"é".repeat(26 * 1024 * 1024)}"` });
    expect(response.status).toBe(413);
  });

  it("gives every task an id of its own, whatever the source of randomness", async () => {
    const ids = [];
    for (let i = 0; i < 20; i += 1) ids.push((await (await mock(URL_OF_SUBMIT, init)).json()).id);
    expect(new Set(ids).size).toBe(20);
  });

  it("shows a task as new when the clock goes back", async () => {
    const { id } = await (await mock(URL_OF_SUBMIT, init)).json();
    clock = 0;
    expect((await read(id)).body).toMatchObject({ status: "queued", progress: 0 });
  });

  it("knows no task by an id that is no percent-encoding", async () => {
    expect((await read("%E0%A4%A")).status).toBe(404);
  });

  it("answers a method that nothing has like one that the path has not", async () => {
    const response = await mock(URL_OF_SUBMIT, { method: "PROPFIND" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
    expect(await response.json()).toMatchObject({
      error: { message: "/v1/videos/generations takes GET, POST, not PROPFIND." },
    });
  });

  it("names every method that a path takes, whichever the contract has", async () => {
    const more = structuredClone(toapis);
    const operations = objectAt(objectAt(more.root.paths)["/v1/models"]);
    for (const method of ["put", "patch", "delete"])
      operations[method] = { ...objectAt(operations.get), operationId: `${method}Models` };
    const { fetch } = createMock({ specs: [more], clock: () => clock });
    const response = await fetch("https://mock.test/toapis/v1/models", { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, PUT, PATCH, DELETE"]);
  });
});
