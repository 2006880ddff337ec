import { beforeEach, describe, expect, it } from "vitest";
import { assertPaidOnce, readCatalogue, scenarioOf, serveMock } from "../src/index.js";
import { benchOf } from "./mocking.js";
import { faultBench, sample, SUBMIT, type FaultBench } from "./fault-bench.js";

let bench: FaultBench;
beforeEach(() => {
  bench = faultBench();
});

describe("faults of the submit", () => {
  it("accepted-then-reset: charged, and nobody knows of it", async () => {
    const answer = await bench.submit("accepted-then-reset");
    expect(answer.delivery?.reset).toBe(true);
    expect(bench.totals()).toMatchObject({ accepted: 1, charged: 1, orphaned: 1, refused: 0 });
    expect(() => {
      assertPaidOnce(bench.mock.ledger());
    }).toThrow(
      /^The task was paid for and lost\.\n {2}toapis createVideoGeneration video_\w+: queued, price unknown, nobody knows of it$/,
    );
  });

  it("accepted-then-reset: found again by the client's own reference, it is lost no more", async () => {
    const body = { ...sample("accepted-then-reset"), client_business_id: "order-7" };
    await bench.call("POST", SUBMIT, body);
    expect((await bench.look("order-7")).status).toBe(200);
    expect(bench.totals()).toMatchObject({ accepted: 1, orphaned: 0 });
    assertPaidOnce(bench.mock.ledger());
  });

  it("reset-before-accept: looks the same, and nothing was made", async () => {
    expect((await bench.submit("reset-before-accept")).delivery?.reset).toBe(true);
    expect(bench.totals()).toMatchObject({ accepted: 0, charged: 0, refused: 1 });
  });

  it("error-after-accept: the documented 500, and a task behind it", async () => {
    expect(await bench.submit("error-after-accept")).toMatchObject({
      status: 500,
      headers: { "x-mock-fault": "error-after-accept" },
      body: { error: { code: expect.any(String) } },
    });
    expect(bench.totals()).toMatchObject({ accepted: 1, charged: 1, orphaned: 1 });
  });

  it("rate-limit-burst: early retries are refused and counted, then the submit is taken", async () => {
    const first = await bench.submit("rate-limit-burst");
    expect(first).toMatchObject({ status: 429, headers: { "retry-after": "2" } });
    bench.mock.advance(0.5);
    expect((await bench.submit("rate-limit-burst")).headers["retry-after"]).toBe("2");
    bench.mock.advance(0.6);
    expect((await bench.submit("rate-limit-burst")).headers["retry-after"]).toBe("1");
    expect(bench.totals()).toMatchObject({ accepted: 0, refused: 3, earlyRetries: 2 });
    bench.mock.advance(0.9);
    expect(await bench.submit("rate-limit-burst")).toMatchObject({ status: 200 });
    expect(bench.totals()).toMatchObject({ accepted: 1, refused: 3, earlyRetries: 2 });
    expect((await bench.submit("rate-limit-burst")).status).toBe(429);
  });

  it("rate-limit-burst: goes by the time that clients live, not by the speed of the tasks", async () => {
    const time = { now: 0 };
    bench = faultBench({ clock: () => time.now, speed: 100 });
    await bench.submit("rate-limit-burst");
    time.now = 1999;
    expect((await bench.submit("rate-limit-burst")).status).toBe(429);
    time.now = 2000;
    expect((await bench.submit("rate-limit-burst")).status).toBe(200);
  });

  it("rate-limit-bare: twice, without Retry-After", async () => {
    for (const status of [429, 429, 200]) {
      const answer = await bench.submit("rate-limit-bare");
      expect(answer.status).toBe(status);
      expect(answer.headers).not.toHaveProperty("retry-after");
    }
  });

  it("credits-run-out: the first submit is taken, every further one refused, and the reads go on", async () => {
    bench.mock.addFaults(scenarioOf({ faults: ["credits-run-out"] }, readCatalogue()));
    const id = await bench.taskOf("fast");
    for (let i = 0; i < 3; i += 1) expect((await bench.submit("fast")).status).toBe(402);
    expect((await bench.look(id)).status).toBe(200);
    expect(bench.mock.ledger()).toMatchObject({
      totals: { accepted: 1, refused: 3 },
      refused: Array.from({ length: 3 }, () => ({ operation: "createVideoGeneration", reason: "credits-run-out" })),
    });
  });

  it("key-rotated: the old key is refused everywhere after one request, another one works", async () => {
    bench.mock.addFaults(scenarioOf({ faults: ["key-rotated"] }, readCatalogue()));
    const id = await bench.taskOf("stuck");
    expect((await bench.look(id)).status).toBe(401);
    expect((await bench.submit("stuck")).status).toBe(401);
    const fresh = { authorization: "Bearer sk-new" };
    expect((await bench.call("GET", `${SUBMIT}/${id}`, undefined, fresh)).status).toBe(200);
    expect((await bench.look(id)).status).toBe(401);
  });

  it("redirect: following it is a second submit", async () => {
    const answer = await bench.submit("redirect");
    expect(answer).toMatchObject({ status: 307, headers: { location: "?redirected=1" } });
    expect(bench.totals()).toMatchObject({ accepted: 0, refused: 1 });
    expect((await bench.call("POST", `${SUBMIT}?redirected=1`, sample("redirect"))).status).toBe(200);
    expect(bench.totals()).toMatchObject({ accepted: 1 });
  });
});

describe("faults of the task", () => {
  it("stuck: 42 %, however long one waits", async () => {
    const id = await bench.taskOf("stuck");
    for (let i = 0; i < 3; i += 1) {
      bench.mock.advance(10_000);
      expect(await bench.look(id)).toMatchObject({ status: 200, body: { status: "in_progress", progress: 42 } });
    }
  });

  it.each([
    ["failed-charged", { charged: 1, refunded: 0 }],
    ["failed-refunded", { charged: 1, refunded: 1 }],
  ])("%s", async (name, money) => {
    const id = await bench.taskOf(name);
    bench.mock.advance(10_000);
    const answer = await bench.look(id);
    expect(answer).toMatchObject({ status: 200, body: { id, status: "failed" } });
    expect(answer.headers).not.toHaveProperty("x-mock-fault");
    expect(bench.totals()).toMatchObject({ accepted: 1, ...money });
  });

  it.each(["failed-charged", "failed-refunded"])(
    "%s: its progress is the documented one of a failed task",
    async (name) => {
      const id = await bench.taskOf(name);
      bench.mock.advance(10_000);
      expect((await bench.look(id)).body).toMatchObject({ status: "failed", progress: 0 });
    },
  );

  it("output-moderated: the documented words for it", async () => {
    const id = await bench.taskOf("output-moderated");
    bench.mock.advance(10_000);
    expect((await bench.look(id)).body).toMatchObject({
      id,
      status: "failed",
      error: { message: /content[ _]policy/i },
    });
  });

  it("cancelled: only where the contract has a word for it", async () => {
    expect(await bench.submit("cancelled")).toMatchObject({
      status: 400,
      headers: { "x-mock-fault": "unknown-scenario" },
      body: { error: { message: "The contract of toapis shows no task that is cancelled." } },
    });
    expect(bench.totals()).toMatchObject({ accepted: 0 });
    const other = benchOf("jimmyai");
    const body = { model: "Gemini-Omini", prompt: "a [mock:cancelled]" };
    const receipt = await other.read("POST", "/api/open-api/v1/gemini/omni/videos", body);
    other.mock.advance(10_000);
    const task = await other.read("GET", `/api/open-api/v1/videos/${receipt.data.task_id}`);
    expect(task.data.status).toMatch(/^cancell?ed$/);
  });

  it("completed-without-result: completed, and no link anywhere", async () => {
    const id = await bench.taskOf("completed-without-result");
    bench.mock.advance(10_000);
    const answer = await bench.look(id);
    expect(answer).toMatchObject({ status: 200, headers: { "x-mock-fault": "completed-without-result" } });
    expect(answer.body).toMatchObject({ id, status: "completed" });
    expect(JSON.stringify(answer.body)).not.toContain("http");
  });

  it("unknown-status: from the middle on, until it completes", async () => {
    const id = await bench.taskOf("unknown-status");
    const seen = [];
    for (let i = 0; i < 12; i += 1) {
      seen.push(Object(JSON.parse(JSON.stringify((await bench.look(id)).body))).status);
      bench.mock.advance(18);
    }
    expect(new Set(seen)).toEqual(new Set(["queued", "in_progress", "in_review", "completed"]));
    expect(seen.at(-1)).toBe("completed");
  });

  it("status-backwards: queued once more, then on to the end", async () => {
    const id = await bench.taskOf("status-backwards");
    const seen = [];
    for (let i = 0; i < 12; i += 1) {
      const { status } = JSON.parse(JSON.stringify((await bench.look(id)).body));
      if (seen.at(-1) !== status) seen.push(status);
      bench.mock.advance(18);
    }
    expect(seen).toEqual(["queued", "in_progress", "queued", "in_progress", "completed"]);
  });

  it("three-looks: by looks and not by the clock", async () => {
    const id = await bench.taskOf("three-looks");
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push(JSON.parse(JSON.stringify((await bench.look(id)).body)).status);
    expect(seen).toEqual(["in_progress", "in_progress", "completed"]);
  });

  it("fast: five seconds", async () => {
    const id = await bench.taskOf("fast");
    bench.mock.advance(5);
    expect((await bench.look(id)).body).toMatchObject({ status: "completed" });
  });
});

describe("faults of the reads", () => {
  it("poll-blips: every third look", async () => {
    const id = await bench.taskOf("poll-blips");
    const seen = [];
    for (let i = 0; i < 7; i += 1) seen.push((await bench.look(id)).status);
    expect(seen).toEqual([200, 200, 503, 200, 200, 503, 200]);
  });

  it("read-404-after-submit: for ten seconds", async () => {
    const id = await bench.taskOf("read-404-after-submit");
    expect((await bench.look(id)).status).toBe(404);
    bench.mock.advance(9.9);
    expect((await bench.look(id)).status).toBe(404);
    bench.mock.advance(0.1);
    expect((await bench.look(id)).status).toBe(200);
  });

  it("failed-as-500: the state stands in the body", async () => {
    const id = await bench.taskOf("failed-as-500");
    expect((await bench.look(id)).status).toBe(200);
    bench.mock.advance(10_000);
    expect(await bench.look(id)).toMatchObject({ status: 500, body: { id, status: "failed" } });
  });
});

describe("faults of the result", () => {
  const fetched = async (id: string) => {
    bench.mock.advance(200);
    const { result } = JSON.parse(JSON.stringify((await bench.look(id)).body));
    return bench.mock.fetch(result.data[0].url);
  };

  it("is a video without a fault, for as long as the contract says", async () => {
    const id = await bench.taskOf("fast");
    const found = await fetched(id);
    expect(found.headers.get("content-type")).toBe("video/mp4");
    const bytes = Buffer.from(await found.arrayBuffer());
    expect(bytes.subarray(4, 8).toString()).toBe("ftyp");
    bench.mock.advance(86_400 - 200 - 1);
    expect((await fetched(id)).status).toBe(404);
  });

  it("is not there before the task is completed, or when it has failed", async () => {
    const file = async (id: string) => (await bench.mock.fetch(`http://mock.test/toapis/__files/${id}/1.mp4`)).status;
    const [running, failed] = [await bench.taskOf("stuck"), await bench.taskOf("failed-charged")];
    expect([await file(running), await file(failed)]).toEqual([404, 404]);
    bench.mock.advance(200);
    expect([await file(running), await file(failed)]).toEqual([404, 404]);
  });

  it.each([
    ["expired-url-403", 403, "<Error>"],
    ["expired-url-404", 404, "Not Found"],
    ["expired-url-410", 410, "Gone"],
  ])("%s", async (name, status, body) => {
    const answer = await fetched(await bench.taskOf(name));
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
    expect(bench.totals()).toMatchObject({ accepted, orphaned: accepted });
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
    bench = faultBench({ sleep });
    const response = await bench.mock.fetch(`http://mock.test/toapis${SUBMIT}?__scenario=${name}`, {
      method: "POST",
      headers: { authorization: "Bearer sk", "content-type": "application/json" },
      body: JSON.stringify({ model: "gemini_omni", prompt: "a" }),
    });
    expect(await response.json()).toMatchObject({ status: "queued" });
    expect(slept.reduce((sum, one) => sum + one, 0)).toBe(milliseconds);
    expect(slept).toHaveLength(waits);
    expect(bench.totals()).toMatchObject({ accepted: 1, orphaned: 0 });
  });

  it("leaves a refusal as it is: there is no task whose answer could get lost", async () => {
    const answer = await bench.call("POST", `${SUBMIT}?__scenario=truncated-json`, { model: "gemini_omni" });
    expect(answer).toMatchObject({ status: 400, body: { error: { message: "`prompt` is required; add it." } } });
    expect(bench.totals()).toMatchObject({ accepted: 0, refused: 1 });
  });
});

describe("a client that does not wait for the answer", () => {
  const ways = ["in process", "over HTTP"];
  it.each(ways.flatMap((way) => ["latency", "slow-drip"].map((name) => [name, way] as const)))(
    "%s, %s: the task is charged, and nobody knows of it",
    async (name, way) => {
      const server = await serveMock(bench.mock);
      const asking = way === "over HTTP" ? fetch : bench.mock.fetch;
      const leaving = new AbortController();
      const asked = asking(`${server.url}/toapis${SUBMIT}?__scenario=${name}`, {
        method: "POST",
        headers: { authorization: "Bearer sk", "content-type": "application/json" },
        body: JSON.stringify({ model: "gemini_omni", prompt: "a" }),
        signal: leaving.signal,
      }).then((response) => response.text());
      const left = expect(asked).rejects.toMatchObject({ name: "AbortError" });
      await expect.poll(() => bench.totals()).toMatchObject({ accepted: 1 });
      leaving.abort();
      await left;
      await expect.poll(() => bench.totals()).toMatchObject({ accepted: 1, charged: 1, orphaned: 1 });
      await server.close();
    },
  );
});
