// Everything around a submit that is slow, broken or unlucky at the worst moment: no money lost, no handle lost, no key shown.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createVideoClient, type JournalEntry } from "../../src/index.js";
import { accepted, acme, contract, deferred, done, errorOf, job, KEY, type Reply } from "../support/acme.js";
import { settled } from "../support/time.js";
import { untyped } from "../support/untyped.js";

const order = { model: "plain", prompt: "a" } as const;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const refusal = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ message: "no" }, { status, headers });
const never = () => new Promise<never>(() => undefined);

describe("a listener that stops the submit it is told of", () => {
  it("stops it before it is sent", async () => {
    const stop = new AbortController();
    const { client, posts } = acme({
      replies: [accepted],
      onEvent: ({ type }) => {
        if (type === "submitting") stop.abort();
      },
    });
    const error = await errorOf(client.submit(order, { abortSignal: stop.signal }));
    expect(error).toMatchObject({ code: "aborted", billed: "no", isRetryable: true });
    expect(posts()).toHaveLength(0);
  });
});

describe("a time limit that is none", () => {
  it.each([0, -1, NaN, null, "5000"])("%j is refused before anything is sent", async (timeoutMs) => {
    const { client, requests } = acme({ replies: [accepted, done] });
    const refused = { code: "invalid_request", billed: "no", message: expect.stringContaining("`timeoutMs` is") };
    expect(await errorOf(client.submit(order, { timeoutMs: untyped(timeoutMs) }))).toMatchObject(refused);
    expect(await errorOf(client.generate(order, { timeoutMs: untyped(timeoutMs) }))).toMatchObject(refused);
    expect(requests).toHaveLength(0);
    const task = await client.submit(order);
    expect(await errorOf(task.wait({ timeoutMs: untyped(timeoutMs) }))).toMatchObject({ code: "invalid_request" });
  });

  it("is refused for the whole client as well", () => {
    const make = () => acme({ replies: [accepted], submitTimeoutMs: 0 });
    expect(make).toThrow("`submitTimeoutMs` is 0; give a number of milliseconds above 0, or Infinity.");
  });

  it("Infinity is one", async () => {
    const { client } = acme({ replies: [accepted, () => job("running"), done] });
    expect((await client.generate(order, { timeoutMs: Infinity })).status).toBe("completed");
  });
});

it("an answer that breaks the client itself leaves the task unknown, for the caller and the journal", async () => {
  const [submit = ""] = Object.keys(contract.lifecycle.submit);
  const outcomes = [{ http: 200, outcome: "accepted", where: { "$!": [1] } }] as const;
  const operations = { ...contract.operations, [submit]: { method: "post", path: "/jobs", outcomes } };
  const entries: JournalEntry[] = [];
  const client = createVideoClient(
    { ...contract, operations },
    {
      apiKey: KEY,
      fetch: () => Promise.resolve(accepted()),
      journal: { write: (entry) => Promise.resolve(void entries.push(entry)) },
    },
  );
  const error = await errorOf(client.submit(order));
  expect(error).toMatchObject({ code: "submission_unknown", billed: "unknown", isRetryable: false });
  expect(String(error.cause)).toContain("Not a path of the contract language");
  expect(entries.map(({ type }) => type)).toEqual(["intent", "unknown"]);
});

describe("a journal that hangs", () => {
  const hangingAt = (type: JournalEntry["type"]) => (entry: JournalEntry) =>
    entry.type === type ? never() : Promise.resolve();

  it("over an acceptance: the handle comes all the same, and the trouble is told", async () => {
    const { client, events, time } = acme({ replies: [accepted], write: hangingAt("accepted") });
    const { handle } = await client.submit(order);
    expect(time.passed()).toBe(10);
    expect(events).toContainEqual(expect.objectContaining({ type: "journal-failed", entry: "accepted", handle }));
  });

  it.each<[JournalEntry["type"], () => Reply, object]>([
    ["rejected", () => refusal(402), { code: "insufficient_credits", billed: "no", isRetryable: false }],
    ["unknown", () => Response.json({ id: "v-9" }, { status: 422 }), { code: "submission_unknown", billed: "unknown" }],
  ])("over what is %s: the error is the same, with its handle", async (type, reply, expected) => {
    const write = hangingAt(type);
    const calm = await errorOf(acme({ replies: [reply] }).client.submit(order));
    const error = await errorOf(acme({ replies: [reply], write }).client.submit(order, { timeoutMs: 5000 }));
    expect(error).toMatchObject(expected);
    expect(error.handle).toBe(calm.handle);
  });

  it("over what is unknown, while the caller leaves", async () => {
    const stop = new AbortController();
    const reply = () => Response.json({ id: "v-9" }, { status: 422 });
    const { client, entries } = acme({ replies: [reply], write: hangingAt("unknown"), isFrozen: true });
    const submitted = errorOf(client.submit(order, { abortSignal: stop.signal }));
    await settled();
    expect(entries.map(({ type }) => type)).toEqual(["intent", "unknown"]);
    stop.abort();
    expect(await submitted).toMatchObject({ code: "submission_unknown", handle: expect.stringMatching(/^oc1_/) });
  });

  it("a failure over an acceptance is told as well", async () => {
    const write = ({ type }: JournalEntry) =>
      type === "accepted" ? Promise.reject(new Error("full")) : Promise.resolve();
    const { client, events } = acme({ replies: [accepted], write });
    const { handle } = await client.submit(order);
    expect(events).toContainEqual(expect.objectContaining({ type: "journal-failed", entry: "accepted", handle }));
  });
});

describe("an answer of another kind", () => {
  it("a fetch without web streams: the answer is read", async () => {
    const odd = () => {
      const response = accepted();
      return Object.defineProperty(response, "body", { value: { pipe: () => undefined } });
    };
    const { client } = acme({ replies: [odd] });
    expect((await client.submit(order)).handle).toMatch(/^oc1_/);
  });

  it("an endless video in the place of an answer to a submit is not read to its end", async () => {
    const state = { sent: 0 };
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          state.sent += 1;
          controller.enqueue(new Uint8Array(1024 * 1024));
        },
      });
    const reply = () => new Response(body(), { headers: { "content-type": "video/mp4" } });
    expect(await errorOf(acme({ replies: [reply] }).client.submit(order))).toMatchObject({
      code: "submission_unknown",
    });
    expect(state.sent).toBeLessThan(24);
  });

  it("a library's error that holds the request does not show the key", async () => {
    const failure = Object.assign(new Error(`Request failed: Bearer ${KEY}`), {
      config: { headers: { Authorization: `Bearer ${KEY}` } },
      code: "ERR_NETWORK",
    });
    for (const call of ["submit", "status"] as const) {
      const { client } = acme({ replies: [accepted, () => failure] });
      const task = await client.submit(order);
      const error = await errorOf(call === "submit" ? client.submit(order) : task.status());
      expect(error.cause).toMatchObject({ message: "Request failed: Bearer [key]", code: "ERR_NETWORK" });
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("canary");
    }
  });
});

describe("a reference where there can be no handle", () => {
  it("stands in the journal before the submit, and in the error after it", async () => {
    const { client, entries } = acme({ replies: [() => new Response("", { status: 502 })], newId: () => "ref-4711" });
    const error = await errorOf(client.submit({ model: "referenced", prompt: "a" }));
    expect(entries[0]).toMatchObject({ type: "intent", reference: "ref-4711" });
    expect(error.handle).toBeDefined();
    expect(JSON.stringify(entries[0])).toContain("ref-4711");
  });
});

describe("files", () => {
  const withImage = (image: Uint8Array | Blob) => ({ model: "plain", prompt: "a", inputReferences: [image] }) as const;
  const uploadGives = (url: string) => acme({ replies: [() => Response.json({ url }), accepted] });

  it.each(["not a url", "javascript:alert(1)", "/relative.png", "ftp://a.test/a.png"])(
    "an upload that gives %j: nothing is submitted",
    async (url) => {
      const { client, requests } = uploadGives(url);
      const error = await errorOf(client.submit(untyped(withImage(PNG))));
      expect(error).toMatchObject({ code: "contract_violation", phase: "upload", billed: "no" });
      expect(requests).toHaveLength(1);
    },
  );

  it.each<[string, Blob | Uint8Array]>([
    ["an MP4", new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode("ftypisom")])],
    ["an MP4 in a Blob without a type", new Blob([new Uint8Array([0, 0, 0, 24]), "ftypisom"])],
    ["an AVIF", new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode("ftypavif")])],
  ])("%s is no picture that is taken here", async (_, file) => {
    const { client, requests } = uploadGives("https://files.acme.test/1");
    expect(await errorOf(client.submit(untyped(withImage(file))))).toMatchObject({ code: "invalid_request" });
    expect(requests).toHaveLength(0);
  });

  it("a type is taken with its parameters, and the same file is uploaded once", async () => {
    const { client, requests } = uploadGives("https://files.acme.test/1");
    const file = new Blob([PNG], { type: "image/png;charset=binary" });
    const task = await client.submit(untyped({ ...withImage(file), inputReferences: [file, file] }));
    expect(requests).toHaveLength(2);
    const links = ["https://files.acme.test/1", "https://files.acme.test/1"];
    expect(await requests[1]?.json()).toMatchObject({ images: links });
    expect(task.check?.applied).toMatchObject({ inputReferences: links });
  });

  it.each(["file:///etc/passwd", "blob:https://a.test/1", "javascript:1"])(
    "%s is no address for a provider",
    (link) => {
      const { client } = acme({ replies: [accepted] });
      const { issues } = client.check(untyped({ ...order, inputReferences: [link] }));
      expect(issues).toMatchObject([{ field: "inputReferences[0]" }]);
    },
  );

  it("an empty list is none", () => {
    const { client } = acme({ replies: [accepted] });
    expect(client.check(untyped({ ...order, inputReferences: [], frameImages: [], video: [] }))).toMatchObject({
      ...{ issues: [], body: order, applied: { prompt: "a" } },
    });
  });

  it.each([undefined, null, "a.png", new ArrayBuffer(8)])("upload(%j) is refused in words", async (file) => {
    const { client } = acme({ replies: [accepted] });
    const refused = { code: "invalid_request", message: "acme: `file` must be a Blob or a Uint8Array." };
    expect(await errorOf(client.upload(untyped(file)))).toMatchObject(refused);
  });
});

describe("waiting", () => {
  it("a clock that is set back an hour does not make it longer", async () => {
    const back = { by: 0 };
    const { client, time } = acme({
      replies: [accepted, () => ((back.by = 3_600_000), job("running"))],
      setBack: () => back.by,
    });
    expect(await errorOf(client.generate(order, { timeoutMs: 45_000 }))).toMatchObject({ code: "wait_timeout" });
    expect(time.passed()).toBeLessThanOrEqual(46);
  });

  it("Retry-After counts on an answer that is no error, too", async () => {
    const looks: number[] = [];
    const { client, time } = acme({
      replies: [
        accepted,
        () => (looks.push(time.passed()), Response.json({ status: "running" }, { headers: { "Retry-After": "60" } })),
        () => (looks.push(time.passed()), done()),
      ],
    });
    await client.generate(order);
    expect(looks).toEqual([10, 70]);
  });

  it("the last look does not come sooner after the one before than the contract allows", async () => {
    const looks: number[] = [];
    const { client, time } = acme({ replies: [accepted, () => (looks.push(time.passed()), job("running"))] });
    expect(await errorOf(client.generate(order, { timeoutMs: 31_000 }))).toMatchObject({ code: "wait_timeout" });
    expect(looks).toEqual([10, 30]);
    expect(time.passed()).toBe(31);
  });

  it("headers of a call go with its looks and uploads", async () => {
    const { client, requests } = acme({
      replies: [() => Response.json({ url: "https://files.acme.test/1" }), accepted, done],
    });
    await client.generate(untyped({ ...order, inputReferences: [PNG] }), {
      headers: { "X-Proxy": "me", "Content-Type": "x/y" },
    });
    expect(requests.map(({ headers }) => headers.get("x-proxy"))).toEqual(["me", "me", "me"]);
    expect(requests[0]?.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
    expect(requests[1]?.headers.get("content-type")).toBe("application/json");
  });
});

describe("what is told", () => {
  it.each(["snap", "Warn", true, null])("mode: %j is refused", async (mode) => {
    const { client, requests } = acme({ replies: [accepted] });
    const refused = { code: "invalid_request", message: expect.stringContaining("`mode` is") };
    expect(await errorOf(client.submit(order, { mode: untyped(mode) }))).toMatchObject(refused);
    expect(requests).toHaveLength(0);
  });

  it("without a key nothing is billed, whatever was asked", async () => {
    const { client } = acme({ replies: [accepted], apiKey: "" });
    for (const call of [
      client.balance(),
      client.upload(PNG),
      client.submit(untyped({ ...order, inputReferences: [PNG] })),
    ])
      expect(await errorOf(call)).toMatchObject({ code: "authentication", billed: "no" });
  });

  it("a balance that is not to be had right now may be asked for again", async () => {
    const { client } = acme({ replies: [() => refusal(503)] });
    expect(await errorOf(client.balance())).toMatchObject({ code: "provider_unavailable", isRetryable: true });
  });

  it("a question that is stopped says so, and what it was about", async () => {
    const { client } = acme({ replies: [() => "hang"], isFrozen: true });
    const stop = new AbortController();
    const asked = errorOf(client.balance({ abortSignal: stop.signal }));
    await settled();
    stop.abort();
    const { name, code, message } = await asked;
    expect([name, code, message]).toEqual(["AbortError", "aborted", "acme: Stopped. The balance could not be read."]);
  });

  it("a late answer after the caller has gone still tells its handle", async () => {
    const late = deferred<Response>();
    const { client, entries } = acme({ replies: [() => late.promise] });
    const told: string[] = [];
    const error = await errorOf(client.submit(order, { timeoutMs: 1000, onTask: ({ handle }) => told.push(handle) }));
    expect(error.code).toBe("submission_unknown");
    late.resolve(accepted());
    await settled();
    expect(told).toEqual([expect.stringMatching(/^oc1_/)]);
    expect(entries.at(-1)).toMatchObject({ type: "accepted", handle: told[0] });
  });
});
