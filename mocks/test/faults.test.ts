import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { assertPaidOnce, parseScenario, readCatalogue, scenarioOf, serveMock } from "../src/index.js";
import { CATALOGUE } from "../src/faults/scenario.js";
import { bytesOf } from "../src/transport/http.js";
import { benchOf, type Bench } from "./mocking.js";

const SUBMIT = "/v1/videos/generations";
const sample = (words: string) => ({ model: "gemini_omni", prompt: `a quiet harbour [mock:${words}]` });

let bench: Bench;
beforeEach(() => {
  bench = benchOf("toapis");
});

const totals = () => bench.mock.ledger().totals;
const submit = (words: string) => bench.call("POST", SUBMIT, sample(words));
/** A task under a fault. */
async function taskOf(words: string): Promise<string> {
  const { id } = await bench.read("POST", SUBMIT, sample(words));
  expect(id).toMatch(/^video_/);
  return id;
}
const look = (id: string) => bench.call("GET", `${SUBMIT}/${id}`);

describe("faults of the submit", () => {
  it("accepted-then-reset: charged, and nobody knows of it", async () => {
    const answer = await submit("accepted-then-reset");
    expect(answer.delivery?.reset).toBe(true);
    expect(totals()).toMatchObject({ accepted: 1, charged: 1, orphaned: 1, refused: 0 });
    expect(() => {
      assertPaidOnce(bench.mock.ledger());
    }).toThrow(
      /^The task was paid for and lost\.\n {2}toapis createVideoGeneration video_\w+: queued, price unknown, nobody knows of it$/,
    );
  });

  it("accepted-then-reset: found again by the client's own reference, it is lost no more", async () => {
    const body = { ...sample("accepted-then-reset"), client_business_id: "order-7" };
    await bench.call("POST", SUBMIT, body);
    expect((await look("order-7")).status).toBe(200);
    expect(totals()).toMatchObject({ accepted: 1, orphaned: 0 });
    assertPaidOnce(bench.mock.ledger());
  });

  it("reset-before-accept: looks the same, and nothing was made", async () => {
    expect((await submit("reset-before-accept")).delivery?.reset).toBe(true);
    expect(totals()).toMatchObject({ accepted: 0, charged: 0, refused: 1 });
  });

  it("error-after-accept: the documented 500, and a task behind it", async () => {
    expect(await submit("error-after-accept")).toMatchObject({
      status: 500,
      headers: { "x-mock-fault": "error-after-accept" },
      body: { error: { code: expect.any(String) } },
    });
    expect(totals()).toMatchObject({ accepted: 1, charged: 1, orphaned: 1 });
  });

  it("rate-limit-burst: early retries are refused and counted, then the submit is taken", async () => {
    const first = await submit("rate-limit-burst");
    expect(first).toMatchObject({ status: 429, headers: { "retry-after": "2" } });
    bench.mock.advance(0.5);
    expect((await submit("rate-limit-burst")).headers["retry-after"]).toBe("2");
    bench.mock.advance(0.6);
    expect((await submit("rate-limit-burst")).headers["retry-after"]).toBe("1");
    expect(totals()).toMatchObject({ accepted: 0, refused: 3, earlyRetries: 2 });
    bench.mock.advance(0.9);
    expect(await submit("rate-limit-burst")).toMatchObject({ status: 200 });
    expect(totals()).toMatchObject({ accepted: 1, refused: 3, earlyRetries: 2 });
    expect((await submit("rate-limit-burst")).status).toBe(429);
  });

  it("rate-limit-burst: goes by the time that clients live, not by the speed of the tasks", async () => {
    const time = { now: 0 };
    bench = benchOf("toapis", { clock: () => time.now, speed: 100 });
    await submit("rate-limit-burst");
    time.now = 1999;
    expect((await submit("rate-limit-burst")).status).toBe(429);
    time.now = 2000;
    expect((await submit("rate-limit-burst")).status).toBe(200);
  });

  it("rate-limit-bare: twice, without Retry-After", async () => {
    for (const status of [429, 429, 200]) {
      const answer = await submit("rate-limit-bare");
      expect(answer.status).toBe(status);
      expect(answer.headers).not.toHaveProperty("retry-after");
    }
  });

  it("credits-run-out: the first submit is taken, every further one refused, and the reads go on", async () => {
    bench.mock.addFaults(scenarioOf({ faults: ["credits-run-out"] }, readCatalogue()));
    const id = await taskOf("fast");
    for (let i = 0; i < 3; i += 1) expect((await submit("fast")).status).toBe(402);
    expect((await look(id)).status).toBe(200);
    expect(bench.mock.ledger()).toMatchObject({
      totals: { accepted: 1, refused: 3 },
      refused: Array.from({ length: 3 }, () => ({ operation: "createVideoGeneration", reason: "credits-run-out" })),
    });
  });

  it("key-rotated: the old key is refused everywhere after one request, another one works", async () => {
    bench.mock.addFaults(scenarioOf({ faults: ["key-rotated"] }, readCatalogue()));
    const id = await taskOf("stuck");
    expect((await look(id)).status).toBe(401);
    expect((await submit("stuck")).status).toBe(401);
    const fresh = { authorization: "Bearer sk-new" };
    expect((await bench.call("GET", `${SUBMIT}/${id}`, undefined, fresh)).status).toBe(200);
    expect((await look(id)).status).toBe(401);
  });

  it("redirect: following it is a second submit", async () => {
    const answer = await submit("redirect");
    expect(answer).toMatchObject({ status: 307, headers: { location: "?redirected=1" } });
    expect(totals()).toMatchObject({ accepted: 0, refused: 1 });
    expect((await bench.call("POST", `${SUBMIT}?redirected=1`, sample("redirect"))).status).toBe(200);
    expect(totals()).toMatchObject({ accepted: 1 });
  });
});

describe("faults of the task", () => {
  it("stuck: 42 %, however long one waits", async () => {
    const id = await taskOf("stuck");
    for (let i = 0; i < 3; i += 1) {
      bench.mock.advance(10_000);
      expect(await look(id)).toMatchObject({ status: 200, body: { status: "in_progress", progress: 42 } });
    }
  });

  it.each([
    ["failed-charged", { charged: 1, refunded: 0 }],
    ["failed-refunded", { charged: 1, refunded: 1 }],
  ])("%s", async (name, money) => {
    const id = await taskOf(name);
    bench.mock.advance(10_000);
    const answer = await look(id);
    expect(answer).toMatchObject({ status: 200, body: { id, status: "failed" } });
    expect(answer.headers).not.toHaveProperty("x-mock-fault");
    expect(totals()).toMatchObject({ accepted: 1, ...money });
  });

  it.each(["failed-charged", "failed-refunded"])(
    "%s: its progress is the documented one of a failed task",
    async (name) => {
      const id = await taskOf(name);
      bench.mock.advance(10_000);
      expect((await look(id)).body).toMatchObject({ status: "failed", progress: 0 });
    },
  );

  it("output-moderated: the documented words for it", async () => {
    const id = await taskOf("output-moderated");
    bench.mock.advance(10_000);
    expect((await look(id)).body).toMatchObject({ id, status: "failed", error: { message: /content[ _]policy/i } });
  });

  it("cancelled: only where the contract has a word for it", async () => {
    expect(await submit("cancelled")).toMatchObject({
      status: 400,
      headers: { "x-mock-fault": "unknown-scenario" },
      body: { error: { message: "The contract of toapis shows no task that is cancelled." } },
    });
    expect(totals()).toMatchObject({ accepted: 0 });
    bench = benchOf("jimmyai");
    const body = { model: "Gemini-Omini", prompt: "a [mock:cancelled]" };
    const receipt = await bench.read("POST", "/api/open-api/v1/gemini/omni/videos", body);
    bench.mock.advance(10_000);
    const task = await bench.read("GET", `/api/open-api/v1/videos/${receipt.data.task_id}`);
    expect(task.data.status).toMatch(/^cancell?ed$/);
  });

  it("completed-without-result: completed, and no link anywhere", async () => {
    const id = await taskOf("completed-without-result");
    bench.mock.advance(10_000);
    const answer = await look(id);
    expect(answer).toMatchObject({ status: 200, headers: { "x-mock-fault": "completed-without-result" } });
    expect(answer.body).toMatchObject({ id, status: "completed" });
    expect(JSON.stringify(answer.body)).not.toContain("http");
  });

  it("unknown-status: from the middle on, until it completes", async () => {
    const id = await taskOf("unknown-status");
    const seen = [];
    for (let i = 0; i < 12; i += 1) {
      seen.push(Object(JSON.parse(JSON.stringify((await look(id)).body))).status);
      bench.mock.advance(18);
    }
    expect(new Set(seen)).toEqual(new Set(["queued", "in_progress", "in_review", "completed"]));
    expect(seen.at(-1)).toBe("completed");
  });

  it("status-backwards: queued once more, then on to the end", async () => {
    const id = await taskOf("status-backwards");
    const seen = [];
    for (let i = 0; i < 12; i += 1) {
      const { status } = JSON.parse(JSON.stringify((await look(id)).body));
      if (seen.at(-1) !== status) seen.push(status);
      bench.mock.advance(18);
    }
    expect(seen).toEqual(["queued", "in_progress", "queued", "in_progress", "completed"]);
  });

  it("three-looks: by looks and not by the clock", async () => {
    const id = await taskOf("three-looks");
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push(JSON.parse(JSON.stringify((await look(id)).body)).status);
    expect(seen).toEqual(["in_progress", "in_progress", "completed"]);
  });

  it("fast: five seconds", async () => {
    const id = await taskOf("fast");
    bench.mock.advance(5);
    expect((await look(id)).body).toMatchObject({ status: "completed" });
  });
});

describe("faults of the reads", () => {
  it("poll-blips: every third look", async () => {
    const id = await taskOf("poll-blips");
    const seen = [];
    for (let i = 0; i < 7; i += 1) seen.push((await look(id)).status);
    expect(seen).toEqual([200, 200, 503, 200, 200, 503, 200]);
  });

  it("read-404-after-submit: for ten seconds", async () => {
    const id = await taskOf("read-404-after-submit");
    expect((await look(id)).status).toBe(404);
    bench.mock.advance(9.9);
    expect((await look(id)).status).toBe(404);
    bench.mock.advance(0.1);
    expect((await look(id)).status).toBe(200);
  });

  it("failed-as-500: the state stands in the body", async () => {
    const id = await taskOf("failed-as-500");
    expect((await look(id)).status).toBe(200);
    bench.mock.advance(10_000);
    expect(await look(id)).toMatchObject({ status: 500, body: { id, status: "failed" } });
  });
});

describe("faults of the result", () => {
  const fetched = async (id: string) => {
    bench.mock.advance(200);
    const { result } = JSON.parse(JSON.stringify((await look(id)).body));
    return bench.mock.fetch(result.data[0].url);
  };

  it("is a video without a fault, for as long as the contract says", async () => {
    const id = await taskOf("fast");
    const found = await fetched(id);
    expect(found.headers.get("content-type")).toBe("video/mp4");
    const bytes = Buffer.from(await found.arrayBuffer());
    expect(bytes.subarray(4, 8).toString()).toBe("ftyp");
    bench.mock.advance(86_400 - 200 - 1);
    expect((await fetched(id)).status).toBe(404);
  });

  it("is not there before the task is completed, or when it has failed", async () => {
    const file = async (id: string) => (await bench.mock.fetch(`http://mock.test/toapis/__files/${id}/1.mp4`)).status;
    const [running, failed] = [await taskOf("stuck"), await taskOf("failed-charged")];
    expect([await file(running), await file(failed)]).toEqual([404, 404]);
    bench.mock.advance(200);
    expect([await file(running), await file(failed)]).toEqual([404, 404]);
  });

  it.each([
    ["expired-url-403", 403, "<Error>"],
    ["expired-url-404", 404, "Not Found"],
    ["expired-url-410", 410, "Gone"],
  ])("%s", async (name, status, body) => {
    const answer = await fetched(await taskOf(name));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-mock-fault")).toBe(name);
    expect(await answer.text()).toContain(body);
  });
});

describe("faults of any answer", () => {
  it.each([
    ["error-in-200", 200, 0, '{"error":'],
    ["html-502", 502, 0, "<html>"],
    ["html-as-json", 200, 1, "<!DOCTYPE html>"],
    ["truncated-json", 200, 1, '{"id":"video_'],
    ["empty-body", 200, 1, ""],
  ])("%s", async (name, status, accepted, begins) => {
    const response = await bench.mock.fetch(`http://mock.test/toapis${SUBMIT}`, {
      method: "POST",
      headers: { authorization: "Bearer sk", "content-type": "application/json" },
      body: JSON.stringify(sample(name)),
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("x-mock-fault")).toBe(name);
    expect(response.headers.get("content-type")).toBe(name === "html-502" ? "text/html" : "application/json");
    const text = await response.text();
    expect(text.startsWith(begins)).toBe(true);
    if (begins === "") expect(text).toBe("");
    if (name === "truncated-json") expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(totals()).toMatchObject({ accepted, orphaned: accepted });
  });

  it.each([
    ["slow-drip", 3000, 10],
    ["latency", 2000, 1],
  ])("%s: takes its time, and is whole", async (name, milliseconds, waits) => {
    const slept: number[] = [];
    const sleep = (time: number) => {
      slept.push(time);
      return Promise.resolve();
    };
    bench = benchOf("toapis", { sleep });
    const response = await bench.mock.fetch(`http://mock.test/toapis${SUBMIT}?__scenario=${name}`, {
      method: "POST",
      headers: { authorization: "Bearer sk", "content-type": "application/json" },
      body: JSON.stringify({ model: "gemini_omni", prompt: "a" }),
    });
    expect(await response.json()).toMatchObject({ status: "queued" });
    expect(slept.reduce((sum, one) => sum + one, 0)).toBe(milliseconds);
    expect(slept).toHaveLength(waits);
    expect(totals()).toMatchObject({ accepted: 1, orphaned: 0 });
  });

  it("leaves a refusal as it is: there is no task whose answer could get lost", async () => {
    const answer = await bench.call("POST", `${SUBMIT}?__scenario=truncated-json`, { model: "gemini_omni" });
    expect(answer).toMatchObject({ status: 400, body: { error: { message: "`prompt` is required; add it." } } });
    expect(totals()).toMatchObject({ accepted: 0, refused: 1 });
  });
});

describe("a client that does not wait for the answer", () => {
  const ways = ["in process", "over HTTP"];
  it.each(ways.flatMap((way) => ["latency", "slow-drip"].map((name) => [name, way] as const)))(
    "%s, %s: the task is charged, and nobody knows of it",
    async (name, way) => {
      const server = await serveMock(bench.mock);
      const asking = way === "over HTTP" ? fetch : bench.mock.fetch;
      const asked = asking(`${server.url}/toapis${SUBMIT}?__scenario=${name}`, {
        method: "POST",
        headers: { authorization: "Bearer sk", "content-type": "application/json" },
        body: JSON.stringify({ model: "gemini_omni", prompt: "a" }),
        signal: AbortSignal.timeout(100),
      });
      await expect(asked.then((response) => response.text())).rejects.toMatchObject({ name: "TimeoutError" });
      await expect.poll(() => totals()).toMatchObject({ accepted: 1, charged: 1, orphaned: 1 });
      await server.close();
    },
  );
});

describe("faults that are set", () => {
  const set = (data: unknown) => bench.mock.addFaults(scenarioOf(data, readCatalogue()));
  const ends = async () => {
    for (let i = 0; i < 3; i += 1) await bench.call("POST", SUBMIT, { model: "gemini_omni", prompt: "a" });
    bench.mock.advance(10_000);
    return bench.mock.ledger().accepted.map(({ status }) => status);
  };

  it("give the life of a task to as many tasks as they say", async () => {
    set({ faults: [{ use: "failed-charged", times: 1 }] });
    expect(await ends()).toEqual(["failed", "completed", "completed"]);
    expect(bench.mock.faults()).toMatchObject([{ struck: 1 }]);
  });

  it("let tasks by first, or come every few tasks", async () => {
    set({ faults: [{ use: "failed-charged", skip: 2 }] });
    expect(await ends()).toEqual(["completed", "completed", "failed"]);
    bench = benchOf("toapis");
    set({ faults: [{ use: "failed-charged", every: 2 }] });
    expect(await ends()).toEqual(["completed", "failed", "completed"]);
  });

  it("give no life by a submit of another name, and are not used up by a request that is refused", async () => {
    set({ faults: [{ use: "failed-charged", on: "createVideo" }] });
    expect(await ends()).toEqual(["completed", "completed", "completed"]);
    bench = benchOf("toapis");
    set({ faults: [{ use: "failed-charged", times: 1 }] });
    await bench.call("POST", SUBMIT, {});
    expect(await ends()).toEqual(["failed", "completed", "completed"]);
  });

  it("strike a download: late, cut, and not by what is meant for any call", async () => {
    const slept: number[] = [];
    const sleep = (time: number) => {
      slept.push(time);
      return Promise.resolve();
    };
    bench = benchOf("toapis", { sleep });
    const id = await taskOf("fast");
    bench.mock.advance(10);
    const size = async () => {
      const found = await bench.mock.fetch(`http://mock.test/toapis/__files/${id}/1.mp4`);
      return [found.status, (await found.arrayBuffer()).byteLength];
    };
    const [, whole = 0] = await size();
    set({ faults: ["html-502"] });
    expect(await size()).toEqual([200, whole]);
    set({ faults: [{ on: "file", delay: 2 }] });
    expect(await size()).toEqual([200, whole]);
    expect(slept).toEqual([2000]);
    set({ faults: [{ on: "file", served: true, answer: { cut: 0.5 } }] });
    expect(await size()).toEqual([200, Math.floor(whole / 2)]);
    set({ faults: ["expired-url-410"] });
    expect(await size()).toEqual([410, 4]);
  });

  it("let a submit by at the very moment that Retry-After told", async () => {
    set({ faults: ["rate-limit-burst"] });
    const plain = () => bench.call("POST", SUBMIT, { model: "gemini_omni", prompt: "a" });
    expect((await plain()).headers["retry-after"]).toBe("2");
    bench.mock.advance(2);
    expect((await plain()).status).toBe(200);
    expect(totals()).toMatchObject({ refused: 1, earlyRetries: 0 });
  });

  it("cut in the midst of a byte's place: what is whole arrives", async () => {
    set({ faults: [{ on: "submit", served: true, answer: { body: "12345", cut: 0.5 } }] });
    expect(Buffer.from(bytesOf(await submit("fast"))).toString()).toBe("12");
  });

  it("add their delays up, and all say their names", async () => {
    set({ faults: ["latency", { use: "latency", name: "later", delay: 3 }] });
    const answer = await bench.call("POST", SUBMIT, { model: "gemini_omni", prompt: "a" });
    expect(answer).toMatchObject({ delivery: { delay: 5 }, headers: { "x-mock-fault": "latency, later" } });
  });
});

describe("faults that are asked for", () => {
  it("are remembered of the same request only", async () => {
    expect((await submit("rate-limit-burst")).status).toBe(429);
    const other = { ...sample("rate-limit-burst"), duration: 10 };
    expect((await bench.call("POST", SUBMIT, other)).status).toBe(429);
    expect((await bench.call("POST", "/v1/videos", sample("rate-limit-burst"))).status).toBe(429);
    // Three requests, each for the first time.
    expect(totals()).toMatchObject({ refused: 3, earlyRetries: 0 });
  });

  it("strike the looks at their task by the operationId, too", async () => {
    const own = parseScenario(
      "faults: [{name: busy, on: getVideoGeneration, every: 2, answer: {status: 503, body: {error: busy}}}]",
      new Map(),
    );
    bench = benchOf("toapis", { scenarios: new Map([["busy", own.faults]]) });
    const id = await taskOf("busy");
    const seen = [];
    for (let i = 0; i < 4; i += 1) seen.push((await look(id)).status);
    expect(seen).toEqual([200, 503, 200, 503]);
  });

  it("come as a quoted list in Prefer (RFC 7240)", async () => {
    const answer = await bench.call("POST", SUBMIT, sample("fast"), { prefer: 'scenario="stuck, latency"' });
    expect(answer).toMatchObject({ status: 200, delivery: { delay: 2 }, headers: { "x-mock-fault": "latency" } });
    expect(bench.mock.ledger().accepted).toHaveLength(1);
  });
});

describe("the account", () => {
  it("tells the last thousand refusals and counts all", async () => {
    for (let i = 0; i < 1010; i += 1) await bench.call("POST", `${SUBMIT}?__code=402`);
    const { refused } = bench.mock.ledger();
    expect(refused).toHaveLength(1000);
    expect(totals()).toMatchObject({ refused: 1010 });
  });

  it("counts a body that is too large as refused", async () => {
    await bench.mock.fetch(`http://mock.test/toapis${SUBMIT}`, {
      method: "POST",
      body: " ".repeat(50 * 1024 * 1024 + 1),
    });
    expect(bench.mock.ledger()).toMatchObject({ totals: { refused: 1 }, refused: [{ reason: "body-too-large" }] });
  });

  it("makes a task where a success is asked for, and serves an example that is named as it stands", async () => {
    const plain = { model: "gemini_omni", prompt: "a" };
    const { id } = await bench.read("POST", `${SUBMIT}?__code=200`, plain);
    expect((await look(id)).status).toBe(200);
    expect(totals()).toMatchObject({ accepted: 1, refused: 0 });
    expect((await bench.call("POST", `${SUBMIT}?__code=200&__example=submitted`, plain)).status).toBe(200);
    expect(totals()).toMatchObject({ accepted: 1, refused: 0 });
  });

  it("marks a task that is shown as it was asked for, and not as it stands", async () => {
    const id = await taskOf("fast");
    bench.mock.advance(10);
    expect(await bench.call("GET", `${SUBMIT}/${id}?__scenario=failed-refunded`)).toMatchObject({
      headers: { "x-mock-fault": "failed-refunded" },
      body: { status: "failed" },
    });
    expect(bench.mock.ledger().accepted[0]?.status).toBe("completed");
  });

  it("ends, whatever is asked for together", async () => {
    const seen = [];
    for (let i = 0; i < 5; i += 1) seen.push((await submit("rate-limit-bare, redirect")).status);
    expect(seen).toEqual([429, 429, 307, 200, 429]);
  });

  it("calls early only who was told when to come back", async () => {
    bench.mock.addFaults(scenarioOf({ faults: ["rate-limit-burst"] }, readCatalogue()));
    const ask = (prompt: string) => bench.call("POST", SUBMIT, { model: "gemini_omni", prompt });
    await ask("a");
    await ask("b");
    expect(totals()).toMatchObject({ refused: 2, earlyRetries: 0 });
    await ask("a");
    expect(totals()).toMatchObject({ refused: 3, earlyRetries: 1 });
  });

  it("is no refusal of the content where none was asked for", async () => {
    const id = await taskOf("failed-charged");
    bench.mock.advance(10_000);
    expect(JSON.stringify((await look(id)).body)).not.toMatch(/policy/i);
  });
});

describe("faults together, and as data", () => {
  it("come together in one request", async () => {
    const id = await taskOf("failed-refunded, poll-blips");
    bench.mock.advance(10_000);
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push((await look(id)).status);
    expect(seen).toEqual([200, 200, 503]);
    expect((await look(id)).body).toMatchObject({ status: "failed" });
    expect(totals()).toMatchObject({ refunded: 1 });
  });

  it("are like others, with changes", () => {
    const scenario = parseScenario(
      `
name: evening
faults:
  - rate-limit-burst
  - {use: stuck, task: {stuckAt: 0.9}}
  - {on: getVideoGeneration, every: 4, answer: {status: 503, body: {error: busy}}}
`,
      readCatalogue(),
    );
    expect(scenario.name).toBe("evening");
    expect(scenario.faults).toMatchObject([
      { name: "rate-limit-burst", answer: { retryAfter: 2 } },
      { name: "stuck", task: { stuckAt: 0.9 } },
      { name: "evening", every: 4 },
    ]);
  });

  it.each([
    ["faults: [stuk]", /^faults\[0\]: there is no fault "stuk"\. There are: accepted-then-reset, /],
    ["faults: [{use: stuck, task: {stuckAt: 1.5}}]", "faults[0].task.stuckAt must be <= 1."],
    ["faults: [{on: submit, answer: {stats: 500}}]", "faults[0].answer.stats is not known."],
    [
      "faults: [{task: {ends: exploded}}]",
      /^faults\[0\]\.task\.ends must be equal to one of the allowed values: completed, /,
    ],
    ["faults: []", "faults must NOT have fewer than 1 items."],
    ["fault: [stuck]", /^(fault is not known|The scenario must have required property 'faults')\.$/],
    ["just text", "The scenario must be object."],
  ])("are refused in one line when %s", (text, message) => {
    expect(() => parseScenario(text, readCatalogue())).toThrow(message);
  });

  it("say for people what happened, whether it was charged, and what a right client does", () => {
    const text = readFileSync(new URL("../faults/catalogue.yaml", import.meta.url), "utf8");
    const { faults }: { faults: Record<string, unknown>[] } = parse(text);
    expect(faults.length).toBeGreaterThanOrEqual(30);
    for (const fault of faults) {
      for (const member of ["name", "happens", "charged", "client"]) {
        expect(fault, String(fault.name)).toHaveProperty(member, expect.stringMatching(/\S/));
      }
    }
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });

  it("are what the schema of scenarios allows, which no start takes the time to look at", () => {
    const { faults } = parseScenario(readFileSync(CATALOGUE, "utf8"), new Map());
    expect(faults.map((fault) => [fault])).toEqual([...readCatalogue().values()]);
  });

  it("are listed in the README", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    for (const name of readCatalogue().keys()) expect(readme).toContain(`\`${name}\``);
  });
});
