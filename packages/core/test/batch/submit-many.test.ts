import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { generateMany, order, submitMany } from "../../src/batch/index.js";
import { deferred, errorOf, fetchFailure, KEY } from "../support/acme.js";
import { fullestMinute, prompts, providers, type Trouble } from "../support/many.js";
import { settled } from "../support/time.js";
import { untyped } from "../support/untyped.js";

const codeOf = (result: Awaited<ReturnType<typeof submitMany>>[number]) =>
  result.status === "fulfilled" ? "ok" : result.reason.code;

/** Orders of one provider, one a prompt. */
function ordersOf(made: ReturnType<typeof providers>, whats: readonly string[], provider = "acme") {
  const model = made.client(provider).model("plain");
  return whats.map((prompt) => order(model, { prompt }));
}

const only =
  (what: string, reply: () => Response | Error): Trouble =>
  (one) =>
    one.what === what ? reply() : undefined;

describe("many submits", () => {
  it("come back in their order, each with what it came to; one that fails does not touch the others", async () => {
    const made = providers({
      trouble: ({ what }) =>
        ({
          p1: Response.json({ message: "no" }, { status: 422 }),
          p3: fetchFailure("ECONNRESET"),
          p5: Response.json({}, { status: 500 }),
        })[what],
    });
    const results = await submitMany(ordersOf(made, prompts(8)), { clock: made.time.clock });
    expect(results.map(codeOf)).toEqual([
      ...["ok", "content_policy", "ok", "submission_unknown"],
      ...["ok", "submission_unknown", "ok", "ok"],
    ]);
    expect(results[0]).toMatchObject({ status: "fulfilled", handle: expect.stringMatching(/^oc1_/) });
    expect(results[1]).toMatchObject({ status: "rejected", reason: { billed: "no" } });
    expect(results[3]).toMatchObject({ status: "rejected", reason: { billed: "unknown" } });
    // What is unknown is never sent again.
    for (const what of prompts(8)) expect(made.posts(what)).toHaveLength(1);
  });

  it("keep the handle of an unknown one where the provider takes a reference", async () => {
    const made = providers({ trouble: only("a", () => fetchFailure("ECONNRESET")) });
    const model = made.client("acme").model("referenced");
    const [result] = await submitMany([order(model, { prompt: "a" })], { clock: made.time.clock });
    expect(result).toMatchObject({ status: "rejected", handle: expect.stringMatching(/^oc1_/) });
  });

  it("fail alone where they are no orders, and lose none that was paid for", async () => {
    const made = providers();
    for (const many of [submitMany, generateMany]) {
      const [a, b] = ordersOf(made, ["a", "b"]);
      const results = await many(untyped([a, null, b, { provider: "acme" }]), { clock: made.time.clock });
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
      expect(results[1]).toMatchObject({ reason: { code: "invalid_request", billed: "no" } });
    }
  });

  it("show no key", async () => {
    const made = providers();
    const orders = ordersOf(made, ["a"]);
    await submitMany(orders, { clock: made.time.clock });
    expect(inspect(orders, { depth: 9, showHidden: true })).not.toContain(KEY);
  });

  it("of none is none", async () => {
    expect(await submitMany([])).toEqual([]);
  });

  it.each([
    ["four at once by default", {}, 4, 120],
    ["as many as the caller says", { acme: { atOnce: 9, perMinute: 30 } }, 9, 30],
  ])("%s", async (_, limits, atOnce, perMinute) => {
    const made = providers({ latency: 30 });
    await submitMany(ordersOf(made, prompts(100)), { clock: made.time.clock, limits });
    expect(made.running.most).toBe(atOnce);
    expect(fullestMinute(made.posts().map(({ at }) => at))).toBeLessThanOrEqual(perMinute);
  });

  it("keep to the pace when answers come at once", async () => {
    const made = providers({ latency: 0.01 });
    await submitMany(ordersOf(made, prompts(300)), { clock: made.time.clock });
    expect(fullestMinute(made.posts().map(({ at }) => at))).toBeLessThanOrEqual(120);
    expect(made.time.passed()).toBeLessThan(155);
  });

  it.each([
    [20, 18],
    [1000, 900],
  ])("keep below what the contract allows: %i a minute", async (submitsPerMinute, most) => {
    const made = providers({ latency: 0.01, submitsPerMinute });
    await submitMany(ordersOf(made, prompts(2000)), { clock: made.time.clock });
    const fullest = fullestMinute(made.posts().map(({ at }) => at));
    expect(fullest).toBeLessThanOrEqual(most);
    expect(fullest).toBeGreaterThan(most * 0.9);
  });

  it("of one provider do not wait for those of another", async () => {
    const made = providers({ latency: 10 });
    const orders = [...ordersOf(made, prompts(4), "acme"), ...ordersOf(made, prompts(4), "zenith")];
    await submitMany(orders, { clock: made.time.clock });
    expect(made.running.most).toBe(8);
    expect(made.time.passed()).toBeLessThan(12);
  });

  it("tell each handle, and wait for whoever keeps it; a keeper that fails fails its own task only", async () => {
    const made = providers();
    const kept: object[] = [];
    const results = await submitMany(ordersOf(made, prompts(3)), {
      clock: made.time.clock,
      async onTask(task) {
        await Promise.resolve();
        if (task.index === 1) throw new Error("disk full");
        kept.push(task);
      },
    });
    expect(results.map(codeOf)).toEqual(["ok", "aborted", "ok"]);
    expect(results[1]).toMatchObject({ handle: expect.stringMatching(/^oc1_/), reason: { billed: "yes" } });
    expect(kept).toMatchObject([
      { index: 0, provider: "acme" },
      { index: 2, provider: "acme" },
    ]);
  });

  it("of something that throws what is no OmniError may be paid for", async () => {
    const broken = { provider: "acme", submit: () => Promise.reject(new TypeError("x is undefined")) };
    const [result] = await submitMany([broken]);
    expect(result).toMatchObject({ reason: { code: "submission_unknown", billed: "unknown" } });
  });

  it.each([{ atOnce: 0 }, { perMinute: 0 }, { atOnce: NaN }])("limits of %j are refused", async (limits) => {
    const made = providers();
    const error = await errorOf(submitMany(ordersOf(made, ["a"]), { limits: { acme: limits } }));
    expect(error).toMatchObject({ code: "invalid_request", phase: "validate" });
    expect(made.asked).toEqual([]);
  });
});

describe("too many requests", () => {
  it("said for longer than a batch sits out: the rest of that provider ends, free, with the pause", async () => {
    const refused = () => Response.json({}, { status: 429, headers: { "Retry-After": "86400" } });
    const made = providers({ trouble: ({ provider }) => (provider === "acme" ? refused() : undefined) });
    const orders = [...ordersOf(made, prompts(20)), ...ordersOf(made, ["other"], "umbrella")];
    const results = await submitMany(orders, { clock: made.time.clock });
    expect(made.time.passed()).toBeLessThan(60);
    expect(made.posts().filter(({ provider }) => provider === "acme").length).toBeLessThanOrEqual(4);
    for (const result of results.slice(0, 20))
      expect(result).toMatchObject({
        status: "rejected",
        reason: { code: "rate_limited", billed: "no", isRetryable: true, retryAfterMs: 86_400_000 },
      });
    expect(results[20]).toMatchObject({ status: "fulfilled" });
  });

  it("said to one with Retry-After: the others of that provider wait as well, those of another go on", async () => {
    const until = 45;
    const made = providers({
      latency: 1,
      trouble: ({ provider, at }) =>
        provider === "acme" && at < until
          ? Response.json({}, { status: 429, headers: { "Retry-After": String(Math.ceil(until - at)) } })
          : undefined,
    });
    const orders = [...ordersOf(made, prompts(40)), ...ordersOf(made, prompts(40), "zenith")];
    const results = await submitMany(orders, { clock: made.time.clock });
    expect(results.every(({ status }) => status === "fulfilled")).toBe(true);
    const early = made.posts().filter(({ provider, at }) => provider === "acme" && at < until);
    expect(early.length).toBeLessThanOrEqual(4);
    expect(made.posts().filter(({ provider, at }) => provider === "zenith" && at < until)).toHaveLength(40);
  });

  it("said for longer than the client itself repeats: the order waits, and is sent again so many times", async () => {
    const refused = () => Response.json({}, { status: 429, headers: { "Retry-After": "90" } });
    for (const [rateLimitRetries, sent] of [
      [0, 1],
      [2, 3],
    ] as const) {
      const made = providers({ trouble: only("p0", refused) });
      const results = await submitMany(ordersOf(made, prompts(3)), { clock: made.time.clock, rateLimitRetries });
      expect(results.map(codeOf)).toEqual(["rate_limited", "ok", "ok"]);
      expect(made.posts("p0")).toHaveLength(sent);
      const times = made.posts("p0").map(({ at }) => at);
      for (const [i, at] of times.slice(1).entries()) expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(90);
    }
  });

  it("without Retry-After: longer each time", async () => {
    const made = providers({ trouble: ({ at }) => (at < 30 ? Response.json({}, { status: 429 }) : undefined) });
    const results = await submitMany(ordersOf(made, prompts(20)), { clock: made.time.clock, rateLimitRetries: 9 });
    expect(results.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(made.posts().filter(({ at }) => at < 30).length).toBeLessThan(30);
  });
});

describe("a refusal that would hit all", () => {
  const broke: Trouble = ({ provider, what }) =>
    provider === "acme" && what === "p2" ? Response.json({ message: "top up" }, { status: 402 }) : undefined;
  const both = (made: ReturnType<typeof providers>) => [
    ...ordersOf(made, prompts(40)),
    ...ordersOf(made, prompts(40), "zenith"),
  ];

  it("stops the rest of that provider, and says why", async () => {
    const made = providers({ trouble: broke });
    const results = await submitMany(both(made), { clock: made.time.clock });
    const unsent = results.slice(0, 40).filter((one) => codeOf(one) === "insufficient_credits");
    expect(unsent.length).toBeGreaterThan(30);
    expect(made.posts().filter(({ provider }) => provider === "acme").length).toBe(40 - unsent.length + 1);
    expect(results[39]).toMatchObject({
      reason: { billed: "no", message: expect.stringMatching(/^acme: Not sent, because another .* top up/) },
    });
    expect(results.slice(40).map(codeOf)).toEqual(prompts(40).map(() => "ok"));
  });

  it("stops nothing of another account", async () => {
    const made = providers({ trouble: broke });
    const orders = [
      ...ordersOf(made, prompts(40)),
      ...ordersOf(
        made,
        prompts(40).map((what) => `other ${what}`),
      ),
    ];
    const results = await submitMany(orders, { clock: made.time.clock });
    expect(results.slice(0, 40).filter((one) => codeOf(one) === "insufficient_credits").length).toBeGreaterThan(30);
    expect(results.slice(40).map(codeOf)).toEqual(prompts(40).map(() => "ok"));
  });

  it("or does not, when the caller says so", async () => {
    const made = providers({ trouble: broke });
    const results = await submitMany(both(made), { clock: made.time.clock, stopOn: [] });
    expect(results.filter((one) => codeOf(one) === "insufficient_credits")).toHaveLength(1);
    expect(made.posts()).toHaveLength(80);
  });
});

describe("stopping", () => {
  it("sends nothing more; what is on its way is told when it comes", async () => {
    const late = deferred<undefined>();
    const made = providers({
      trouble: () => late.promise.then(() => Response.json({ id: "v-1" })),
      latency: 0,
      isFrozen: true,
    });
    const stop = new AbortController();
    const told: number[] = [];
    const submitted = submitMany(ordersOf(made, prompts(50)), {
      ...{ abortSignal: stop.signal, clock: made.time.clock },
      onTask: ({ index }) => told.push(index),
    });
    await settled();
    // A pace of 120 a minute lets two begin at once.
    const sent = made.posts().length;
    expect(sent).toBe(2);
    stop.abort(new Error("enough"));
    const results = await submitted;
    expect(results.slice(0, 2)).toMatchObject([0, 1].map(() => ({ reason: { code: "aborted", billed: "unknown" } })));
    expect(results.slice(2)).toMatchObject(
      prompts(48).map(() => ({ reason: { code: "aborted", billed: "no", isRetryable: true, name: "AbortError" } })),
    );
    late.resolve(undefined);
    await settled();
    expect(told).toEqual([0, 1]);
    expect(made.posts()).toHaveLength(sent);
  });

  it("before it begins sends nothing at all", async () => {
    const made = providers();
    const results = await submitMany(ordersOf(made, prompts(5)), { abortSignal: AbortSignal.abort() });
    expect(results.map(codeOf)).toEqual(prompts(5).map(() => "aborted"));
    expect(made.asked).toEqual([]);
  });
});
