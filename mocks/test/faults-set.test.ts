import { beforeEach, describe, expect, it } from "vitest";
import { parseScenario, readCatalogue, scenarioOf } from "../src/index.js";
import { bytesOf } from "../src/transport/http.js";
import { faultBench, sample, SUBMIT, type FaultBench } from "./fault-bench.js";

let bench: FaultBench;
beforeEach(() => {
  bench = faultBench();
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
    bench = faultBench();
    set({ faults: [{ use: "failed-charged", every: 2 }] });
    expect(await ends()).toEqual(["completed", "failed", "completed"]);
  });

  it("give no life by a submit of another name, and are not used up by a request that is refused", async () => {
    set({ faults: [{ use: "failed-charged", on: "createVideo" }] });
    expect(await ends()).toEqual(["completed", "completed", "completed"]);
    bench = faultBench();
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
    bench = faultBench({ sleep });
    const id = await bench.taskOf("fast");
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
    expect(bench.totals()).toMatchObject({ refused: 1, earlyRetries: 0 });
  });

  it("cut in the midst of a byte's place: what is whole arrives", async () => {
    set({ faults: [{ on: "submit", served: true, answer: { body: "12345", cut: 0.5 } }] });
    expect(Buffer.from(bytesOf(await bench.submit("fast"))).toString()).toBe("12");
  });

  it("add their delays up, and all say their names", async () => {
    set({ faults: ["latency", { use: "latency", name: "later", delay: 3 }] });
    const answer = await bench.call("POST", SUBMIT, { model: "gemini_omni", prompt: "a" });
    expect(answer).toMatchObject({ delivery: { delay: 5 }, headers: { "x-mock-fault": "latency, later" } });
  });
});

describe("faults that are asked for", () => {
  it("come together in one request", async () => {
    const id = await bench.taskOf("failed-refunded, poll-blips");
    bench.mock.advance(10_000);
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push((await bench.look(id)).status);
    expect(seen).toEqual([200, 200, 503]);
    expect((await bench.look(id)).body).toMatchObject({ status: "failed" });
    expect(bench.totals()).toMatchObject({ refunded: 1 });
  });

  it("are remembered of the same request only", async () => {
    expect((await bench.submit("rate-limit-burst")).status).toBe(429);
    const other = { ...sample("rate-limit-burst"), duration: 10 };
    expect((await bench.call("POST", SUBMIT, other)).status).toBe(429);
    expect((await bench.call("POST", "/v1/videos", sample("rate-limit-burst"))).status).toBe(429);
    // Three requests, each for the first time.
    expect(bench.totals()).toMatchObject({ refused: 3, earlyRetries: 0 });
  });

  it("strike the looks at their task by the operationId, too", async () => {
    const own = parseScenario(
      "faults: [{name: busy, on: getVideoGeneration, every: 2, answer: {status: 503, body: {error: busy}}}]",
      new Map(),
    );
    bench = faultBench({ scenarios: new Map([["busy", own.faults]]) });
    const id = await bench.taskOf("busy");
    const seen = [];
    for (let i = 0; i < 4; i += 1) seen.push((await bench.look(id)).status);
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
    expect(bench.totals()).toMatchObject({ refused: 1010 });
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
    expect((await bench.look(id)).status).toBe(200);
    expect(bench.totals()).toMatchObject({ accepted: 1, refused: 0 });
    expect((await bench.call("POST", `${SUBMIT}?__code=200&__example=submitted`, plain)).status).toBe(200);
    expect(bench.totals()).toMatchObject({ accepted: 1, refused: 0 });
  });

  it("marks a task that is shown as it was asked for, and not as it stands", async () => {
    const id = await bench.taskOf("fast");
    bench.mock.advance(10);
    expect(await bench.call("GET", `${SUBMIT}/${id}?__scenario=failed-refunded`)).toMatchObject({
      headers: { "x-mock-fault": "failed-refunded" },
      body: { status: "failed" },
    });
    expect(bench.mock.ledger().accepted[0]?.status).toBe("completed");
  });

  it("ends, whatever is asked for together", async () => {
    const seen = [];
    for (let i = 0; i < 5; i += 1) seen.push((await bench.submit("rate-limit-bare, redirect")).status);
    expect(seen).toEqual([429, 429, 307, 200, 429]);
  });

  it("calls early only who was told when to come back", async () => {
    bench.mock.addFaults(scenarioOf({ faults: ["rate-limit-burst"] }, readCatalogue()));
    const ask = (prompt: string) => bench.call("POST", SUBMIT, { model: "gemini_omni", prompt });
    await ask("a");
    await ask("b");
    expect(bench.totals()).toMatchObject({ refused: 2, earlyRetries: 0 });
    await ask("a");
    expect(bench.totals()).toMatchObject({ refused: 3, earlyRetries: 1 });
  });

  it("is no refusal of the content where none was asked for", async () => {
    const id = await bench.taskOf("failed-charged");
    bench.mock.advance(10_000);
    expect(JSON.stringify((await bench.look(id)).body)).not.toMatch(/policy/i);
  });
});
