import { describe, expect, it } from "vitest";
import { accepted, acme, deferred, done, errorOf, fetchFailure, job, type Reply } from "../support/acme.js";
import { settled, START } from "../support/time.js";

const order = { model: "plain", prompt: "a red apple" } as const;
const refusal = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ message: "no" }, { status, headers });

describe("one POST, whatever goes wrong", () => {
  it.each<[string, () => Reply]>([
    ["a reset", () => fetchFailure("ECONNRESET")],
    ["an error without a code", () => new TypeError("fetch failed")],
    ["500 with advice to repeat", () => refusal(500)],
    ["502 HTML", () => new Response("<html>", { status: 502, headers: { "content-type": "text/html" } })],
    ["503 without the word", () => refusal(503)],
    ["504", () => refusal(504)],
    ["408", () => refusal(408)],
    ["409", () => refusal(409)],
    ["a success cut off", () => new Response('{"id":"v-')],
    ["an empty success", () => new Response("")],
    ["a success without an id", () => Response.json({ id: "" })],
    ["a redirect", () => new Response(null, { status: 307, headers: { location: "https://api.acme.test/v2" } })],
    ["a redirect that hides its status", () => Response.error()],
    ["a refusal that shows a task", () => Response.json({ id: "v-9" }, { status: 422 })],
  ])("%s", async (_, reply) => {
    const { client, posts, entries } = acme({ replies: [reply] });
    const error = await errorOf(client.submit(order));
    expect(error).toMatchObject({ code: "submission_unknown", billed: "unknown", phase: "submit", model: "plain" });
    expect(error.message).toContain("do not submit again");
    expect(error.isRetryable).toBe(false);
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.redirect).toBe("manual");
    expect(entries.map(({ type }) => type)).toEqual(["intent", "unknown"]);
  });

  it("shows the advice to repeat, and does not follow it", async () => {
    const { client, posts } = acme({ replies: [() => refusal(500)] });
    const error = await errorOf(client.submit(order));
    expect(error.advice).toBe("Send it again, two or three times.");
    expect(posts()).toHaveLength(1);
  });

  it("waits as long as submitTimeoutMs for the answer, or as the call says", async () => {
    const { client, time } = acme({ replies: [() => "hang"], submitTimeoutMs: 7000 });
    const error = await errorOf(client.submit(order));
    expect(error).toMatchObject({ code: "submission_unknown", billed: "unknown" });
    expect(error.message).toContain("No answer within 7000 ms.");
    expect(time.passed()).toBe(7);
    expect((await errorOf(client.submit(order, { timeoutMs: 1000 }))).code).toBe("submission_unknown");
    expect(time.passed()).toBe(8);
  });

  it("keeps the id that a contradictory answer shows", async () => {
    const { client } = acme({ replies: [() => Response.json({ id: "v-9" }, { status: 422 }), done] });
    const { handle = "" } = await errorOf(client.submit(order));
    expect((await client.wait(handle)).video.url).toBe("https://cdn.acme.test/v-1.mp4");
  });

  it.each(["ECONNREFUSED", "ENOTFOUND"])("%s: nothing was sent, and it says so", async (code) => {
    const { client, posts, entries } = acme({ replies: [() => fetchFailure(code)] });
    expect(await errorOf(client.submit(order))).toMatchObject({ code: "network", billed: "no", isRetryable: true });
    expect(posts()).toHaveLength(1);
    expect(entries.map(({ type }) => type)).toEqual(["intent", "rejected"]);
  });

  it("a port that fetch itself refuses: nothing was sent, and it says where to", async () => {
    const blocked = () => new TypeError("fetch failed", { cause: new Error("bad port") });
    const error = await errorOf(acme({ replies: [blocked] }).client.submit(order));
    expect(error).toMatchObject({ code: "network", billed: "no", isRetryable: true });
    expect(error.message).toBe("acme: There is no connection to https://api.acme.test; nothing was sent.");
  });

  it("reads a ring of causes to no end", async () => {
    const ring = new TypeError("fetch failed");
    ring.cause = ring;
    const { client } = acme({ replies: [() => ring] });
    expect((await errorOf(client.submit(order))).code).toBe("submission_unknown");
  });

  it("sends nothing with a header that cannot be sent, and does not repeat its value", async () => {
    const { client, requests } = acme({ replies: [accepted] });
    const error = await errorOf(client.submit(order, { headers: { "X-Team": "secret\nvideo" } }));
    expect(error).toMatchObject({ code: "invalid_request", billed: "no" });
    expect(error.message).not.toContain("secret");
    expect(requests).toHaveLength(0);
  });

  it("sends nothing without a key", async () => {
    const { client, requests } = acme({ replies: [accepted], apiKey: "" });
    expect(await errorOf(client.submit(order))).toMatchObject({ code: "authentication", billed: "no" });
    expect(requests).toHaveLength(0);
  });
});

describe("abort", () => {
  it("before: no POST, no intent", async () => {
    const { client, requests, entries } = acme({ replies: [accepted] });
    const error = await errorOf(client.submit(order, { abortSignal: AbortSignal.abort("no more") }));
    expect(error).toMatchObject({ name: "AbortError", code: "aborted", billed: "no", cause: "no more" });
    expect([requests.length, entries.length]).toEqual([0, 0]);
  });

  it("during: at once, as an AbortError; the POST goes on, and its handle is told when it comes", async () => {
    const answer = deferred<Response>();
    const { client, requests, entries } = acme({ replies: [() => answer.promise], isFrozen: true });
    const stop = new AbortController();
    const told: string[] = [];
    const submitted = client.submit(order, {
      abortSignal: stop.signal,
      onTask: ({ handle }) => told.push(handle),
    });
    const error = errorOf(submitted);
    await settled();
    stop.abort();
    // No time passes and no answer comes: nothing but the abort ends it.
    expect(await error).toMatchObject({ name: "AbortError", code: "aborted", billed: "unknown" });
    expect(requests[0]?.signal.aborted).toBe(false);
    expect(told).toEqual([]);

    answer.resolve(accepted());
    await settled();
    expect(client.resume(told[0] ?? "").handle).toBe(told[0]);
    expect(entries.map(({ type }) => type)).toEqual(["intent", "accepted"]);
    expect(entries[1]).toMatchObject({ handle: told[0] });
  });

  it("an answer after the time is told too", async () => {
    const answer = deferred<Response>();
    const { client, entries } = acme({ replies: [() => answer.promise] });
    const told: string[] = [];
    expect((await errorOf(client.submit(order, { onTask: ({ handle }) => told.push(handle) }))).code).toBe(
      "submission_unknown",
    );
    answer.resolve(accepted());
    await settled();
    expect(told).toHaveLength(1);
    expect(entries.map(({ type }) => type)).toEqual(["intent", "accepted"]);
  });

  it.each<[string, () => Response | Error]>([
    ["a refusal", () => refusal(422)],
    ["a repeatable refusal", () => refusal(429)],
    ["a reset", () => fetchFailure("ECONNRESET")],
  ])("%s that comes late: nobody is told, nothing is sent again", async (_, late) => {
    const answer = deferred<Response>();
    const { client, posts } = acme({ replies: [() => answer.promise, accepted], isFrozen: true });
    const stop = new AbortController();
    const told: string[] = [];
    const error = errorOf(
      client.submit(order, { abortSignal: stop.signal, onTask: ({ handle }) => told.push(handle) }),
    );
    await settled();
    stop.abort();
    expect((await error).code).toBe("aborted");
    const outcome = late();
    if (outcome instanceof Error) answer.reject(outcome);
    else answer.resolve(outcome);
    await settled();
    expect([posts().length, told.length]).toEqual([1, 0]);
  });

  it("during the pause before a repetition: nothing more is sent, and nothing was paid", async () => {
    const { client, posts, entries } = acme({ replies: [() => refusal(429), accepted], isFrozen: true });
    const stop = new AbortController();
    const error = errorOf(client.submit(order, { abortSignal: stop.signal }));
    await settled();
    stop.abort();
    expect(await error).toMatchObject({ name: "AbortError", code: "aborted", billed: "no" });
    await settled();
    expect(posts()).toHaveLength(1);
    expect(entries.map(({ type }) => type)).toEqual(["intent", "rejected"]);
  });

  it("while the journal writes: nothing is sent", async () => {
    const written = deferred<undefined>();
    const { client, requests } = acme({ replies: [accepted], write: () => written.promise, isFrozen: true });
    const stop = new AbortController();
    const error = errorOf(client.submit(order, { abortSignal: stop.signal }));
    await settled();
    stop.abort();
    expect(await error).toMatchObject({ name: "AbortError", billed: "no" });
    written.resolve(undefined);
    await settled();
    expect(requests).toHaveLength(0);
  });

  it("while onTask is under way: the handle is on the error", async () => {
    const { client } = acme({ replies: [accepted], isFrozen: true });
    const stop = new AbortController();
    const told: string[] = [];
    const onTask = ({ handle }: { handle: string }) => {
      told.push(handle);
      return new Promise(() => undefined);
    };
    const error = errorOf(client.submit(order, { abortSignal: stop.signal, onTask }));
    await settled();
    stop.abort();
    expect(await error).toMatchObject({ name: "AbortError", billed: "yes", handle: told[0] });
    expect(told).toHaveLength(1);
  });
});

describe("onTask", () => {
  it("is awaited before the first look", async () => {
    const saved = deferred<undefined>();
    const { client, requests } = acme({ replies: [accepted, done] });
    const finished = client.generate(order, { onTask: () => saved.promise });
    await settled();
    expect(requests).toHaveLength(1);
    saved.resolve(undefined);
    expect((await finished).video.url).toBe("https://cdn.acme.test/v-1.mp4");
  });

  it("may take longer than the answer may", async () => {
    const { client, time } = acme({ replies: [accepted, done] });
    const onTask = () => time.clock.sleep(300_000);
    expect((await client.generate(order, { onTask })).status).toBe("completed");
  });

  it("may fail: the handle is on the error", async () => {
    const { client, requests, entries } = acme({ replies: [accepted] });
    const cause = new Error("disk full");
    const error = await errorOf(client.generate(order, { onTask: () => Promise.reject(cause) }));
    expect(error).toMatchObject({ name: "OmniError", billed: "yes", cause });
    expect(client.resume(error.handle ?? "").handle).toBe(error.handle);
    expect(requests).toHaveLength(1);
    expect(entries.map(({ type }) => type)).toEqual(["intent", "accepted"]);
  });
});

describe("the journal", () => {
  it("knows the intent before the POST, and the handle after it", async () => {
    const order_ = { model: "plain", prompt: "a" } as const;
    const seen: number[] = [];
    const { client, requests, entries } = acme({
      replies: [accepted],
      write: () => Promise.resolve(void seen.push(requests.length)),
    });
    const { handle } = await client.submit(order_);
    expect(seen).toEqual([0, 1]);
    expect(entries).toMatchObject([
      { type: "intent", provider: "acme", operation: "make", model: "plain", at: START, handle: undefined },
      { type: "accepted", handle, at: START },
    ]);
    expect(new Set(entries.map(({ intent }) => intent)).size).toBe(1);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("read-only"))],
    [
      "throws",
      () => {
        throw new Error("read-only");
      },
    ],
  ])("an intent that it %s: nothing is sent", async (_, write) => {
    const { client, requests } = acme({ replies: [accepted], write });
    const error = await errorOf(client.submit(order));
    expect(error).toMatchObject({ phase: "submit", billed: "no" });
    expect(error.message).toBe("acme: The journal could not be written, so nothing was sent.");
    expect(requests).toHaveLength(0);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("disk full"))],
    [
      "throws",
      () => {
        throw new Error("disk full");
      },
    ],
  ])("that %s after the acceptance loses nothing", async (_, trouble) => {
    const { client } = acme({
      replies: [accepted],
      write: ({ type }) => (type === "intent" ? Promise.resolve() : trouble()),
    });
    const told: string[] = [];
    const { handle } = await client.submit(order, { onTask: (task) => told.push(task.handle) });
    expect(told).toEqual([handle]);
  });

  it("that hangs after the acceptance does not keep the handle from onTask", async () => {
    const { client } = acme({
      replies: [accepted],
      write: ({ type }) => (type === "intent" ? Promise.resolve() : new Promise(() => undefined)),
    });
    const told: string[] = [];
    void client.submit(order, { onTask: (task) => told.push(task.handle) });
    await settled();
    expect(told).toHaveLength(1);
  });
});

describe("a reference of the client's", () => {
  const request = { model: "referenced", prompt: "a" } as const;

  it("is made up, and the task can be found before it was sent", async () => {
    const { client, requests, entries } = acme({ replies: [() => fetchFailure("ECONNRESET"), done] });
    const error = await errorOf(client.submit(request));
    expect(await requests[0]?.json()).toEqual({ model: "referenced", prompt: "a", reference: "0c1de7a4-ref" });
    expect(error.code).toBe("submission_unknown");
    expect(entries[0]).toMatchObject({ type: "intent", handle: error.handle });
    expect((await client.resume(error.handle ?? "").wait()).video.url).toBe("https://cdn.acme.test/v-1.mp4");
    expect(requests[1]?.url).toBe("https://api.acme.test/v1/orders?reference=0c1de7a4-ref");
  });

  it("is the caller's own where there is one", async () => {
    const { client, requests } = acme({ replies: [accepted] });
    await client.submit({ ...request, clientReference: "mine" });
    expect(await requests[0]?.json()).toMatchObject({ reference: "mine" });
  });
});

describe("events", () => {
  it("tell the way of a submit", async () => {
    const { client, events } = acme({ replies: [() => refusal(429), accepted, () => job("running"), done] });
    await client.generate(order);
    expect(events.map(({ type }) => type)).toEqual([
      "submitting",
      "refused",
      "submitting",
      "submitted",
      "looked",
      "looked",
    ]);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("listener");
      },
    ],
    ["rejects", () => Promise.reject(new Error("listener"))],
  ])("a listener that %s harms nothing", async (_, listens) => {
    // As an async function would be passed, by somebody whose linter allows it.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    const listener: () => void = listens;
    const { client } = acme({ replies: [accepted, done], onEvent: listener });
    const { status } = await client.generate(order, { onProgress: listener });
    expect(status).toBe("completed");
  });
});
