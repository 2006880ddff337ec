import { readDocument } from "@omni-contracts/specs";
import { beforeEach, describe, expect, it } from "vitest";
import { createMock, mockFetch, type Handler } from "../src/index.js";

const URL_OF_SUBMIT = "https://mock.test/v1/videos/generations";
const init = {
  method: "POST",
  headers: { authorization: "Bearer sk", "content-type": "Application/JSON; charset=utf-8" },
  body: '{"model":"gemini_omni","prompt":"a"}',
};

describe("mockFetch", () => {
  let clock = 0;
  let draws = 0;
  let handler: Handler;
  let mock: typeof fetch;
  beforeEach(async () => {
    clock = 1_000_000;
    const options = {
      now: () => clock,
      random: () => {
        draws += 1;
        return 0;
      },
    };
    handler = await createMock(readDocument("toapis"), options);
    mock = mockFetch(handler);
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
    const before = draws;
    await expect(mock(URL_OF_SUBMIT, { ...init, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(draws).toBe(before);
  });

  it("gives no answer when it is aborted while under way, though the task is there", async () => {
    const stop = new AbortController();
    const handled: number[] = [];
    const slow = mockFetch(async (request) => {
      const answer = await handler(request);
      handled.push(answer.status);
      stop.abort();
      return answer;
    });
    await expect(slow(URL_OF_SUBMIT, { ...init, signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(handled).toEqual([200]);
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
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
