import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { waitMany } from "../../src/batch/index.js";
import type { Clock } from "../../src/index.js";
import { accepted, acme, errorOf, fetchFailure, job, done } from "../support/acme.js";
import { fullestMinute, prompts, providers } from "../support/many.js";
import { settled, START } from "../support/time.js";
import { untyped } from "../support/untyped.js";

type Results = Awaited<ReturnType<typeof waitMany>>;
const codeOf = (result: Results[number]) => (result.status === "fulfilled" ? "ok" : result.reason.code);
const urlOf = (result: Results[number] | undefined) =>
  result?.status === "fulfilled" ? result.value.video.url : undefined;

async function submitted(made: ReturnType<typeof providers>, whats: readonly string[], provider = "acme") {
  const client = made.client(provider);
  const tasks = await Promise.all(whats.map((prompt) => client.submit({ model: "plain", prompt })));
  return { client, handles: tasks.map(({ handle }) => handle) };
}

/** A clock that counts who sleeps by it at the same time. */
function counted(clock: Clock) {
  const signals = new Set<AbortSignal | undefined>();
  const count = { most: 0 };
  const sleep: Clock["sleep"] = (milliseconds, signal) => {
    signals.add(signal);
    count.most = Math.max(count.most, [...signals].filter((one) => !one?.aborted).length);
    return clock.sleep(milliseconds, signal).then(() => void signals.delete(signal));
  };
  return { count, clock: { now: () => clock.now(), sleep } };
}

describe("many waits", () => {
  it("of several providers, from handles, in their order, with one timer", async () => {
    const made = providers();
    const [one, other] = [await submitted(made, ["a", "b"]), await submitted(made, ["a", "c"], "zenith")];
    const handles = [other.handles[0] ?? "", one.handles[1] ?? "", one.handles[0] ?? "", other.handles[1] ?? ""];
    const { clock, count } = counted(made.time.clock);
    const ended: number[] = [];
    const results = await waitMany(handles, [one.client, other.client], {
      clock,
      onSettled: (_, index) => ended.push(index),
    });
    expect(results.map(urlOf)).toEqual(["a", "b", "a", "c"].map((id) => `https://cdn.acme.test/${id}.mp4`));
    expect(results.map(({ handle }) => handle)).toEqual(handles);
    expect(ended.toSorted()).toEqual([0, 1, 2, 3]);
    expect(count.most).toBe(1);
  });

  it("look when a single wait would look, whatever the looks say", async () => {
    const looks = [
      () => job("waiting"),
      () => fetchFailure("ECONNRESET"),
      () => Response.json({}, { status: 500 }),
      () => job("running", { progress: 20 }),
      () => Response.json({ status: "running" }, { headers: { "Retry-After": "33" } }),
      () => Response.json({}, { status: 429, headers: { "Retry-After": "50" } }),
      () => Response.json({}, { status: 401 }),
      () => job("running", { progress: 90 }),
      () => job("pondering"),
      done,
    ];
    async function times(how: "single" | "many") {
      const made = acme({ replies: [accepted, ...looks] });
      const at: number[] = [];
      const { handle } = await made.client.submit({ model: "plain", prompt: "a" });
      const onProgress = () => at.push(made.time.passed());
      if (how === "single") await made.client.wait(handle, { onProgress });
      else await waitMany([handle], [made.client], { onProgress });
      return { at, slept: made.time.passed(), events: made.events.map(({ type }) => type) };
    }
    const single = await times("single");
    expect(single.at).toHaveLength(6);
    expect(await times("many")).toEqual(single);
  });

  it("a handle that is there twice is looked at once; one that is none fails alone", async () => {
    const made = providers();
    const { client, handles } = await submitted(made, ["a"]);
    const { handles: strangers } = await submitted(made, ["z"], "zenith");
    const [handle = ""] = handles;
    const tasks = [handle, "oc1_nonsense", { handle }, ` ${handle}\n`, untyped(undefined), strangers[0] ?? ""];
    const results = await waitMany(tasks, [client]);
    expect(results.map(codeOf)).toEqual(["ok", "invalid_request", "ok", "ok", "invalid_request", "invalid_request"]);
    expect(results[5]).toMatchObject({ reason: { message: "zenith: No client of zenith was passed." } });
    const alone = providers();
    const { client: same, handles: one } = await submitted(alone, ["a"]);
    await waitMany(one, [same]);
    expect(made.looks()).toHaveLength(alone.looks().length);
  });

  it("one task that ends badly does not end the others", async () => {
    const made = providers({
      trouble: ({ method, what }) =>
        method === "POST"
          ? undefined
          : {
              p1: Response.json({ status: "broken", reason: "too dark" }),
              p2: Response.json({ status: "done" }),
              p3: Response.json({}, { status: 403 }),
              p4: fetchFailure("ECONNRESET"),
            }[what],
    });
    const { client, handles } = await submitted(made, prompts(6));
    const results = await waitMany(handles, [client], { timeoutMs: 120_000 });
    expect(results.map(codeOf)).toEqual([
      ...["ok", "task_failed", "result_missing", "permission_denied", "wait_timeout", "ok"],
    ]);
    expect(results.map(({ handle }) => handle)).toEqual(handles);
  });

  it("by a clock that sleeps faster than it goes: the pauses are slept, and no longer", async () => {
    const made = providers({ takes: 0, isFrozen: true, latency: 0 });
    const { client, handles } = await submitted(made, prompts(3));
    const slept: number[] = [];
    const clock = { now: () => START, sleep: (milliseconds: number) => Promise.resolve(void slept.push(milliseconds)) };
    const results = await waitMany(handles, [client], { clock });
    expect(results.map(codeOf)).toEqual(["ok", "ok", "ok"]);
    expect(slept[0]).toBe(10_000);
    expect(slept.length).toBeLessThan(5);
  });

  it("of none is none, and limits that are none are refused", async () => {
    expect(await waitMany([], [])).toEqual([]);
    const error = await errorOf(waitMany([], [], { limits: { acme: { perMinute: -1 } } }));
    expect(error).toMatchObject({ code: "invalid_request", provider: "acme" });
  });

  it("a time limit that is none is told for each task", async () => {
    const made = providers();
    const { client, handles } = await submitted(made, ["a", "b"]);
    const results = await waitMany(handles, [client], { timeoutMs: 0 });
    expect(results.map(codeOf)).toEqual(["invalid_request", "invalid_request"]);
    // There are tasks, and they are not told to be free.
    expect(results.map(({ handle }) => handle)).toEqual(handles);
    for (const result of results) expect(result).toMatchObject({ reason: { billed: "unknown" } });
  });
});

describe("within the limits", () => {
  it.each([
    ["nine tenths of what the contract says", { perMinute: 100 }, {}, 90],
    ["what the caller says", { perMinute: 100 }, { acme: { perMinute: 30 } }, 30],
  ])("%s", async (_, setup, limits, most) => {
    const made = providers({ ...setup, takes: 100 });
    const { client, handles } = await submitted(made, prompts(150));
    const results = await waitMany(handles, [client], { limits, timeoutMs: 3_600_000 });
    expect(results.every(({ status }) => status === "fulfilled")).toBe(true);
    const fullest = fullestMinute(made.looks().map(({ at }) => at));
    expect(fullest).toBeLessThanOrEqual(most);
    expect(fullest).toBeGreaterThan(most * 0.9);
  });

  it("no more at once than they allow", async () => {
    const made = providers({ latency: 20, takes: 1 });
    const { client, handles } = await submitted(made, prompts(60));
    made.running.most = 0;
    await waitMany(handles, [client], { limits: { acme: { atOnce: 3 } } });
    expect(made.running.most).toBe(3);
  });

  it("too many looks for one: the whole provider is left alone, another is not", async () => {
    let until = 0;
    const made = providers({
      takes: 80,
      trouble({ provider, method, what, at }) {
        if (method === "POST" || provider !== "acme") return undefined;
        if (what === "p0" && until === 0) until = at + 70;
        return at < until ? Response.json({}, { status: 429, headers: { "Retry-After": "70" } }) : undefined;
      },
    });
    const [one, other] = [await submitted(made, prompts(30)), await submitted(made, prompts(30), "zenith")];
    await waitMany([...one.handles, ...other.handles], [one.client, other.client]);
    const during = made.looks().filter(({ at }) => at > until - 70 && at < until);
    // Those that were under way when the first was refused.
    expect(during.filter(({ provider }) => provider === "acme").length).toBeLessThan(16);
    expect(during.filter(({ provider }) => provider === "zenith").length).toBeGreaterThan(60);
  });

  it("tasks whose turn does not come in time end in time", async () => {
    const made = providers({ takes: 10_000 });
    const { client, handles } = await submitted(made, prompts(40));
    const from = made.time.passed();
    const results = await waitMany(handles, [client], {
      timeoutMs: 60_000,
      limits: { acme: { perMinute: 5 } },
    });
    expect(results.map(codeOf)).toEqual(handles.map(() => "wait_timeout"));
    expect(results.every(({ status, handle }) => status === "rejected" && handle !== undefined)).toBe(true);
    expect(made.time.passed() - from).toBeLessThanOrEqual(62);
  });
});

describe("stopping", () => {
  it("ends all of them at once, each with its handle; one listener is enough", async () => {
    const made = providers({ isFrozen: true, latency: 0 });
    const { client, handles } = await submitted(made, prompts(200));
    const stop = new AbortController();
    const waited = waitMany(handles, [client], { abortSignal: stop.signal });
    await settled();
    expect(getEventListeners(stop.signal, "abort").length).toBe(1);
    stop.abort(new Error("enough"));
    const results = await waited;
    expect(results.map(({ handle }) => handle)).toEqual(handles);
    for (const result of results)
      expect(result).toMatchObject({ reason: { code: "aborted", name: "AbortError", billed: "yes" } });
    expect(made.time.clock.now()).toBe(START);
  });

  it("before it begins asks nobody", async () => {
    const made = providers();
    const { client, handles } = await submitted(made, prompts(3));
    const results = await waitMany(handles, [client], { abortSignal: AbortSignal.abort() });
    expect(results.map(codeOf)).toEqual(["aborted", "aborted", "aborted"]);
    expect(made.looks()).toEqual([]);
  });

  it("while looks are under way gives them up", async () => {
    const made = acme({ replies: [accepted, accepted, () => "hang"], isFrozen: true });
    const handles = [];
    for (const prompt of ["a", "b"]) handles.push((await made.client.submit({ model: "plain", prompt })).handle);
    const old = handles.map((handle) => {
      const text = Buffer.from(handle.slice(4), "base64url").toString();
      return `oc1_${Buffer.from(text.replace(/\d{13}/, "1600000000000")).toString("base64url")}`;
    });
    const stop = new AbortController();
    const waited = waitMany(old, [made.client], { abortSignal: stop.signal });
    await settled();
    const looks = made.requests.slice(2);
    expect(looks.length).toBe(2);
    stop.abort();
    expect((await waited).map(codeOf)).toEqual(["aborted", "aborted"]);
    expect(looks.every(({ signal }) => signal.aborted)).toBe(true);
  });
});
