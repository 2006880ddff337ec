import { describe, expect, it } from "vitest";
import { accepted, acme, done, errorOf, fetchFailure, job, type Reply } from "../support/acme.js";
import { settled } from "../support/time.js";

const order = { model: "plain", prompt: "a" } as const;

/** A client that waits for a task; the looks are answered by these. */
async function waiting(replies: readonly (() => Reply)[], options: { timeoutMs?: number } = {}) {
  const made = acme({ replies: [accepted, ...replies] });
  const task = await made.client.submit(order);
  return { ...made, task, finished: task.wait(options) };
}

describe("when to look", () => {
  it("first after the contract's first, then between the shortest and the longest pause", async () => {
    const looks: number[] = [];
    const { finished, time } = await waiting([
      () => (looks.push(time.passed()), job("waiting")),
      () => (looks.push(time.passed()), job("running", { progress: 50 })),
      () => (looks.push(time.passed()), job("running", { progress: 90 })),
      () => (looks.push(time.passed()), done()),
    ]);
    expect((await finished).video.url).toBe("https://cdn.acme.test/v-1.mp4");
    expect(looks).toEqual([10, 30, 40.25, 45.25]);
  });

  it("at once for an older task, and for one whose clock was ahead", async () => {
    const { client, time, task } = await waiting([done]);
    await settled();
    const from = time.passed();
    await client.wait(task.handle);
    expect(time.passed()).toBe(from);
    const [head, body] = ["oc1_", Buffer.from(task.handle.slice(4), "base64url").toString()];
    const ahead = head + Buffer.from(body.replace(/\d{13}/, "9999999999999")).toString("base64url");
    await client.wait(ahead);
    expect(time.passed()).toBe(from + 10);
  });
});

describe("what a wait survives", () => {
  it.each<[string, () => Reply]>([
    ["a reset", () => fetchFailure("ECONNRESET")],
    ["no connection", () => fetchFailure("ECONNREFUSED")],
    ["HTML", () => new Response("<html>")],
    ["502", () => new Response("bad gateway", { status: 502 })],
    ["429", () => Response.json({}, { status: 429 })],
    ["JSON without a state", () => Response.json({ hello: 1 })],
    ["an answer that never comes", () => "hang"],
    ["an unknown word", () => job("pondering")],
    ["a task that is not in the books yet", () => Response.json({}, { status: 404 })],
  ])("%s, three times", async (_, blip) => {
    const { finished } = await waiting([blip, blip, blip, done]);
    expect((await finished).status).toBe("completed");
  });

  it("honours Retry-After of a look, and never looks sooner than the contract says", async () => {
    const { finished, events } = await waiting([
      () => Response.json({}, { status: 429, headers: { "Retry-After": "90" } }),
      () => Response.json({}, { status: 429, headers: { "Retry-After": "1" } }),
      done,
    ]);
    await finished;
    expect(events.filter(({ type }) => type === "look-failed")).toMatchObject([{ waitMs: 90_000 }, { waitMs: 5000 }]);
  });

  it("tells of a word that the contract does not know", async () => {
    const { finished, events } = await waiting([() => job("pondering"), done]);
    await finished;
    expect(events).toContainEqual(expect.objectContaining({ type: "drift", rawStatus: "pondering" }));
  });
});

describe("what ends a wait", () => {
  it.each([
    [401, "authentication"],
    [403, "permission_denied"],
    [400, "invalid_request"],
  ])("%i three times in a row, with the handle", async (status, code) => {
    const { finished, task, requests } = await waiting([() => Response.json({}, { status })]);
    expect(await errorOf(finished)).toMatchObject({ code, handle: task.handle, billed: "yes", isRetryable: false });
    expect(requests).toHaveLength(4);
  });

  it.each([400, 401, 403, 405, 409, 410, 421, 451, 499])("not a single %i of a gateway", async (status) => {
    const stray = () => new Response("<html>", { status, headers: { "content-type": "text/html" } });
    const { finished } = await waiting([stray, () => job("running"), stray, stray, done]);
    expect((await finished).status).toBe("completed");
  });

  it("a key that is missing now, with the handle", async () => {
    const { task } = await waiting([done]);
    const { client } = acme({ replies: [done], apiKey: "" });
    expect(await errorOf(client.wait(task.handle))).toMatchObject({
      code: "authentication",
      handle: task.handle,
      model: "plain",
    });
  });

  it("a task that is still not found after a minute, though the contract calls it queued at first", async () => {
    const { finished, task, time } = await waiting([() => Response.json({}, { status: 404 })]);
    expect(await errorOf(finished)).toMatchObject({ code: "task_not_found", handle: task.handle });
    expect(time.passed()).toBeGreaterThan(60);
    expect(time.passed()).toBeLessThan(180);
  });

  it.each([
    ["broken", "task_failed", "no"],
    ["stopped", "task_cancelled", "yes"],
    ["late", "task_expired", "no"],
  ])("%s", async (word, code, billed) => {
    const { finished, task } = await waiting([() => job(word, { reason: "too dark" })]);
    const error = await errorOf(finished);
    expect(error).toMatchObject({ code, billed, handle: task.handle, phase: "result", isRetryable: false });
    expect(error.message).toBe("acme: too dark");
  });

  it("completed without a video", async () => {
    const { finished, task } = await waiting([() => job("done", { url: " " })]);
    expect(await errorOf(finished)).toMatchObject({ code: "result_missing", billed: "yes", handle: task.handle });
  });

  it.each<[string, () => Reply]>([
    ["runs on", () => job("running")],
    ["says nothing that we know", () => job("pondering")],
    ["does not answer", () => "hang"],
    ["answers with errors", () => new Response("", { status: 500 })],
    ["asks for patience", () => Response.json({}, { status: 429, headers: { "Retry-After": "86400" } })],
  ])("the caller's time, when the task %s", async (_, reply) => {
    const { finished, task, time } = await waiting([reply], { timeoutMs: 45_000 });
    const error = await errorOf(finished);
    expect(error).toMatchObject({ code: "wait_timeout", billed: "yes", handle: task.handle, isRetryable: true });
    expect(time.passed()).toBeGreaterThanOrEqual(45);
    expect(time.passed()).toBeLessThanOrEqual(46);
  });

  it.each<[string, () => Reply, string]>([
    ["runs on", () => job("running"), "wait_timeout"],
    ["cannot be found", () => Response.json({}, { status: 404 }), "task_not_found"],
    ["may not be read", () => Response.json({}, { status: 401 }), "authentication"],
  ])("a second generate would be a second video, when the task %s", async (_, reply, code) => {
    const { client, posts } = acme({ replies: [accepted, reply] });
    for (let n = 0; n < 3; n += 1) {
      const error = await errorOf(client.generate(order));
      expect(error).toMatchObject({ code, isRetryable: false, handle: expect.stringMatching(/^oc1_/) });
      // What a loop around generate looks at.
      if (!error.isRetryable) break;
    }
    expect(posts()).toHaveLength(1);
  });

  it("the contract's time, without one of the caller's", async () => {
    const { finished, time } = await waiting([() => job("running")]);
    expect((await errorOf(finished)).code).toBe("wait_timeout");
    expect(time.passed()).toBe(600);
  });
});

describe("abort, while no time passes, with the handle", () => {
  async function aborted(reply: () => Reply) {
    const { client, requests } = acme({ replies: [accepted, reply], isFrozen: true });
    const { handle } = await client.submit(order);
    const stop = new AbortController();
    // The first look comes at once for a task of yesterday.
    const old = Buffer.from(handle.slice(4), "base64url")
      .toString()
      .replace(/\d{13}/, "1000000000000");
    const yesterday = `oc1_${Buffer.from(old).toString("base64url")}`;
    const error = errorOf(client.wait(yesterday, { abortSignal: stop.signal }));
    await settled();
    stop.abort("enough");
    const told = await error;
    expect(told).toMatchObject({ name: "AbortError", code: "aborted", handle: yesterday, billed: "yes" });
    expect(requests).toHaveLength(2);
  }

  it("while reading, even when the fetch does not listen", () => aborted(() => "hang"));
  it("while sleeping", () => aborted(() => job("running")));

  it("before the first look: nobody is asked", async () => {
    const { client, requests } = acme({ replies: [accepted, done] });
    const task = await client.submit(order);
    const error = await errorOf(task.wait({ abortSignal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError", handle: task.handle });
    expect(await errorOf(task.status({ abortSignal: AbortSignal.abort() }))).toMatchObject({ name: "AbortError" });
    expect(requests).toHaveLength(1);
  });
});

describe("a read by address", () => {
  const request = { model: "queued", prompt: "a" } as const;
  const queued = (url: string) => () => Response.json({ id: "q-1", status_url: url });
  const result = () => Response.json({ url: "https://cdn.acme.test/q-1.mp4" });

  it("goes to the address, and the result is a second read", async () => {
    const { client, requests } = acme({
      replies: [
        queued("https://api.acme.test/v1/queue/q-1/status?x=1"),
        () => job("running"),
        () => job("done"),
        result,
      ],
    });
    expect((await client.generate(request)).video.url).toBe("https://cdn.acme.test/q-1.mp4");
    expect(requests.map(({ url }) => url).slice(1)).toEqual([
      "https://api.acme.test/v1/queue/q-1/status?x=1",
      "https://api.acme.test/v1/queue/q-1/status?x=1",
      "https://api.acme.test/v1/queue/q-1/result",
    ]);
  });

  it.each([
    ["https://api.acme.test/v1/queue/q-1/status", "http://mock.test/acme/v1/queue/q-1/status"],
    ["http://mock.test/acme/v1/queue/q-1/status", "http://mock.test/acme/v1/queue/q-1/status"],
  ])("through the client's base URL: %s", async (url, asked) => {
    const { client, requests } = acme({
      replies: [queued(url), () => job("done"), result],
      baseURL: "http://mock.test/acme",
    });
    await client.generate(request);
    expect(requests[1]?.url).toBe(asked);
  });

  it.each([
    "https://evil.test/v1/queue/q-1",
    "https://api.acme.test.evil.test/",
    "http://api.acme.test/",
    "//evil.test/",
    "x",
  ])("to nobody else: %s", async (url) => {
    const { client, requests } = acme({ replies: [queued(url), () => job("done"), result] });
    const error = await errorOf(client.generate(request));
    expect(error).toMatchObject({ code: "invalid_request", billed: "yes" });
    expect(error.handle).toBeDefined();
    expect(requests).toHaveLength(1);
  });
});
