// The playground's time, wire, mock and runs, without a browser: the mock answers in the same process.
import { createMock, readCatalogue } from "@omni-contracts/mocks";
import { providers, readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { faultsOf, playgroundModules } from "../src/playground/modules.js";
import { createMockControl, mockBase, since } from "../site/.vitepress/theme/playground/mock.js";
import type { Client } from "../site/.vitepress/theme/playground/provider.js";
import { run, type Order, type RunView } from "../site/.vitepress/theme/playground/run.js";
import { createFastTime } from "../site/.vitepress/theme/playground/time.js";
import { createWire, groupsOf } from "../site/.vitepress/theme/playground/wire.js";
import { handTimers } from "./playground-support.js";

describe("time", () => {
  it("runs fast while somebody only sleeps, and wakes sleepers in their order", async () => {
    const timers = handTimers();
    const time = createFastTime(timers, 60, () => Promise.resolve());
    const woken: string[] = [];
    await Promise.all([
      time.clock.sleep(60_000).then(() => woken.push("second")),
      time.clock.sleep(6000).then(() => woken.push("first")),
    ]);
    expect(woken).toEqual(["first", "second"]);
    expect(time.clock.now()).toBeGreaterThanOrEqual(60_000);
    expect(timers.slept()).toBeLessThan(1100);
  });

  it("runs as everybody's during a request, before which the mock is told how far it is ahead", async () => {
    const timers = handTimers();
    const told: number[] = [];
    const time = createFastTime(timers, 60, (seconds) => {
      told.push(seconds);
      return Promise.resolve();
    });
    await time.clock.sleep(6000);
    const ahead = time.ahead();
    await time.during(() => time.clock.sleep(1000));
    expect(time.ahead()).toBe(ahead);
    await time.during(() => Promise.resolve());
    expect(told).toEqual([ahead / 1000]);
    expect(ahead).toBeGreaterThan(5000);
  });

  it("ends a sleep at once when it is stopped, with the reason", async () => {
    const time = createFastTime(handTimers(), 60, () => Promise.resolve());
    const stop = new AbortController();
    const sleep = time.clock.sleep(1e9, stop.signal);
    stop.abort(new Error("enough"));
    await expect(sleep).rejects.toThrow("enough");
    await expect(time.clock.sleep(1, stop.signal)).rejects.toThrow("enough");
  });
});

describe("wire", () => {
  it("counts what was sent and what came back, with requests that fail", async () => {
    const answers = [new Response("a"), new Response("b", { status: 503 }), new Response(null, { status: 204 })];
    const wire = createWire(
      () => {
        const next = answers.shift();
        return next ? Promise.resolve(next) : Promise.reject(new TypeError("broken"));
      },
      () => undefined,
    );
    const get = () => wire.fetch(new Request("http://mock.test/a?b=1"));
    expect(await (await get()).text()).toBe("a");
    expect((await get()).status).toBe(503);
    expect((await get()).status).toBe(204);
    await expect(get()).rejects.toThrow("broken");
    await expect(wire.fetch(new Request("http://mock.test/a", { method: "POST", body: "x" }))).rejects.toThrow();
    expect(groupsOf(wire.sent())).toEqual([
      {
        ...{ method: "GET", path: "/a?b=1", times: 4 },
        answers: [
          { status: 200, times: 1 },
          { status: 503, times: 1 },
          { status: 204, times: 1 },
          { status: undefined, times: 1 },
        ],
      },
      { method: "POST", path: "/a", times: 1, answers: [{ status: undefined, times: 1 }] },
    ]);
  });

  it("hands a body over when the whole of it is there, or as it comes", async () => {
    const pieces: ReadableStreamDefaultController<Uint8Array>[] = [];
    const body = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          pieces.push(controller);
        },
      });
    const wire = createWire(
      () => Promise.resolve(new Response(body())),
      () => undefined,
    );
    const state = { whole: false };
    const whole = wire.fetch(new Request("http://mock.test/")).then(() => {
      state.whole = true;
    });
    await wire.stream(new Request("http://mock.test/"));
    expect(state.whole).toBe(false);
    pieces[0]?.close();
    await whole;
    expect(state.whole).toBe(true);
  });
});

describe("the catalogue", () => {
  it("has every fault of the mock, with all its words", async () => {
    const source = String(await playgroundModules().load("\0virtual:playground"));
    const [, json = "[]"] = /export const faults = (.*);$/m.exec(source) ?? [];
    const faults: ReturnType<typeof faultsOf> = JSON.parse(json);
    expect(faults.map(({ name }) => name).toSorted()).toEqual([...readCatalogue().keys()].toSorted());
    expect(faults.filter(({ happens, charged, client }) => !happens || !charged || !client)).toEqual([]);
    for (const provider of providers()) expect(source).toContain(`import("virtual:playground/${provider}")`);
  });

  it("groups faults by what they strike", () => {
    const yaml = `faults:
      - { name: a, on: submit }
      - { name: b, task: { webhook: { lost: true } } }
      - { name: c, task: { ends: failed } }
      - { name: d, on: file }
      - { name: e }`;
    expect(faultsOf(yaml).map(({ group }) => group)).toEqual(["submit", "webhook", "task", "file", "any"]);
  });
});

describe("a mock", () => {
  const mock = createMock({ specs: providers().map(readDocument) });

  it("is found, moved on and asked for its ledger", async () => {
    const control = createMockControl("http://127.0.0.1/", "anna", mock.fetch);
    expect(await control.find()).toBe("steerable");
    const before = mock.now("anna");
    await control.advance(60);
    expect(mock.now("anna") - before).toBeGreaterThanOrEqual(60_000);
    expect(await control.totals()).toEqual({ accepted: 0, charged: 0, refunded: 0, orphaned: 0 });
    expect(mockBase("http://127.0.0.1:4010/ ", "acme", "anna")).toBe("http://127.0.0.1:4010/acme/~anna");
  });

  it.each([
    ["a page", () => Promise.resolve(new Response("<html>", { status: 404 })), "not-there"],
    ["JSON of somebody else", () => Promise.resolve(Response.json({ hello: 1 })), "not-there"],
    ["nothing", () => Promise.reject(new TypeError("refused")), "not-there"],
    ["a mock that takes no orders", () => Promise.resolve(Response.json({ error: "x" }, { status: 403 })), "there"],
  ] as const)("is told from %s", async (_what, send, expected) => {
    const control = createMockControl("http://127.0.0.1", "a", send);
    expect(await control.find()).toBe(expected);
    expect(await control.totals()).toBeUndefined();
    await control.advance(1);
  });

  it("tells what has come since", () => {
    const totals = (accepted: number) => ({ accepted, charged: accepted, refunded: 0, orphaned: 1 });
    expect(since(totals(2), totals(5))).toEqual({ accepted: 3, charged: 3, refunded: 0, orphaned: 0 });
  });

  const [provider = ""] = providers();
  async function clientOf(
    namespace: string,
  ): Promise<{ client: Client; lifecycle: Order["lifecycle"]; model: string }> {
    const module = await import(`@omni-contracts/${provider}`);
    const { lifecycle, models } = await import(`@omni-contracts/${provider}/contract`);
    const create = module[Object.keys(module).find((name) => name.startsWith("create") && !name.endsWith("Api")) ?? ""];
    const control = createMockControl("http://127.0.0.1", namespace, mock.fetch);
    const time = createFastTime(handTimers(), 60, control.advance);
    const client = create({
      ...{ baseURL: mockBase("http://127.0.0.1", provider, namespace), apiKey: "sk-mock", clock: time.clock },
      fetch: (request: Request) => time.during(() => mock.fetch(request)),
    });
    const [model = ""] = Object.keys(models);
    return { client, lifecycle, model };
  }
  async function viewOf(namespace: string, prompt: string): Promise<{ view: Partial<RunView>; phases: string[] }> {
    const { client, lifecycle, model } = await clientOf(namespace);
    const state: { view: Partial<RunView>; phases: string[] } = { view: {}, phases: [] };
    await run(
      { client, lifecycle, what: { request: { model, prompt } }, abortSignal: new AbortController().signal },
      (change) => {
        state.view = { ...state.view, ...change };
        const phase = `${state.view.phase ?? ""} ${state.view.status ?? ""}`.trim();
        if (state.phases.at(-1) !== phase) state.phases.push(phase);
      },
    );
    return state;
  }

  it("serves a run, which tells every state on the way", async () => {
    const { view, phases } = await viewOf("happy", "a kite");
    expect(phases).toEqual([
      ...["submitting", "waiting", "waiting queued", "waiting in_progress", "waiting completed", "completed completed"],
    ]);
    expect(view).toMatchObject({ billed: "yes", phase: "completed" });
    expect(view.videoUrl).toContain("/~happy/");
  });

  it("fails a run, which keeps handle and report", async () => {
    const { view } = await viewOf("sad", "a kite [mock:completed-without-result]");
    expect(view).toMatchObject({
      phase: "failed",
      billed: "yes",
      report: { code: "result_missing", isRetryable: false },
    });
    expect(view.handle).toMatch(/^oc1_/);
  });

  it.each([
    ["accepted", "yes"],
    ["completed", "unknown"],
    ["unknown", "unknown"],
  ] as const)("says of a task that lives, and is charged when it is %s: billed %s", async (at, billed) => {
    const { client, lifecycle, model } = await clientOf("living");
    const told: Partial<RunView>[] = [];
    const own = { ...lifecycle, charge: { ...lifecycle.charge, at } };
    const order = { client, lifecycle: own, abortSignal: new AbortController().signal };
    await run({ ...order, what: { request: { model, prompt: "a kite" } } }, (change) => told.push(change));
    expect(told.find(({ handle }) => handle !== undefined)).toMatchObject({ phase: "waiting", billed });
  });

  it("knows nothing of the money of a task whose handle is broken, cut off or foreign", async () => {
    const { client, lifecycle } = await clientOf("resumed");
    const { view } = await viewOf("resumed", "a kite");
    const foreign = `oc1_${btoa(JSON.stringify({ provider: "acme" }))}`;
    for (const handle of ["", "rubbish", view.handle?.slice(0, -9) ?? "", foreign]) {
      const told: Partial<RunView> = {};
      const order = { client, lifecycle, abortSignal: new AbortController().signal };
      await run({ ...order, what: { handle } }, (change) => Object.assign(told, change));
      expect(told).toMatchObject({ phase: "failed", billed: "unknown", isNoHandle: true });
      expect(told.report).toMatchObject({ billed: "unknown", userMessage: undefined });
    }
  });
});
