// When a refused submit is sent again: only where the contract says so, and only as long as there is time for the answer.
import { describe, expect, it } from "vitest";
import { accepted, acme, errorOf } from "../support/acme.js";
import { settled, START } from "../support/time.js";

const order = { model: "plain", prompt: "a red apple" } as const;
const refusal = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ message: "no" }, { status, headers });

describe("sent again only by a rule", () => {
  it.each([
    [401, "authentication"],
    [402, "insufficient_credits"],
    [403, "permission_denied"],
    [404, "invalid_request"],
    [422, "content_policy"],
  ])("%i is a refusal: free, and final", async (status, code) => {
    const { client, posts, entries } = acme({ replies: [() => refusal(status)] });
    expect(await errorOf(client.submit(order))).toMatchObject({ code, billed: "no", statusCode: status });
    expect(posts()).toHaveLength(1);
    expect(entries.map(({ type }) => type)).toEqual(["intent", "rejected"]);
  });

  it("429 without Retry-After: after 1, 2 and 4 s, and then no more", async () => {
    const { client, posts, time } = acme({ replies: [() => refusal(429)] });
    expect(await errorOf(client.submit(order))).toMatchObject({
      code: "rate_limited",
      billed: "no",
      isRetryable: true,
    });
    expect(posts()).toHaveLength(4);
    expect(time.passed()).toBe(7);
  });

  it("a rule of the contract, after its own delays", async () => {
    const busy = () => Response.json({ code: "busy" }, { status: 503 });
    const { client, posts, time, events } = acme({ replies: [busy, busy, accepted] });
    await client.submit(order);
    expect(posts()).toHaveLength(3);
    expect(time.passed()).toBe(6);
    expect(events.filter(({ type }) => type === "refused")).toMatchObject([{ waitMs: 2000 }, { waitMs: 4000 }]);
  });

  it.each([
    ["30", 30],
    ["0", 0],
    [new Date(START + 20_000).toUTCString(), 20],
    [new Date(START - 20_000).toUTCString(), 0],
    // What is neither counts as not there.
    ["5 minutes", 1],
    ["-5", 1],
    ["", 1],
  ])("Retry-After: %s", async (value, seconds) => {
    const { client, posts, time } = acme({ replies: [() => refusal(429, { "Retry-After": value }), accepted] });
    await client.submit(order);
    expect(posts()).toHaveLength(2);
    expect(time.passed()).toBe(seconds);
  });

  it("a delay of more than a minute is the caller's to plan", async () => {
    const { client, posts, time } = acme({ replies: [() => refusal(429, { "Retry-After": "61" })] });
    const error = await errorOf(client.submit(order));
    expect(error).toMatchObject({ code: "rate_limited", retryAfterMs: 61_000, isRetryable: true });
    expect([posts().length, time.passed()]).toEqual([1, 0]);
  });

  it.each(["50", "3"])("Retry-After: %s, of 3 s that are left, is the caller's to plan, too", async (value) => {
    const { client, posts, time } = acme({ replies: [() => refusal(429, { "Retry-After": value })] });
    const error = await errorOf(client.submit(order, { timeoutMs: 3000 }));
    expect(error).toMatchObject({ code: "rate_limited", billed: "no", isRetryable: true });
    expect(error).toMatchObject({ statusCode: 429, retryAfterMs: Number(value) * 1000 });
    await settled();
    expect([posts().length, time.passed()]).toEqual([1, 0]);
  });

  it("sends nothing more when the time for the answer is over after several pauses", async () => {
    const { client, posts, time } = acme({ replies: [() => refusal(429)] });
    const error = await errorOf(client.submit(order, { timeoutMs: 6000 }));
    expect(error).toMatchObject({ code: "rate_limited", billed: "no", statusCode: 429 });
    await settled();
    // After 1 and 2 s; of the 4 that come next there are 3.
    expect([posts().length, time.passed()]).toEqual([3, 3]);
  });
});
