import { describe, expect, it } from "vitest";
import { generateMany, order, waitMany } from "../../src/batch/index.js";
import { errorOf, fetchFailure } from "../support/acme.js";
import { fullestMinute, prompts, providers, type Trouble } from "../support/many.js";
import { settled } from "../support/time.js";

const troubles: Readonly<Record<string, () => Response | Error>> = {
  "POST p1": () => Response.json({}, { status: 422 }),
  "POST p2": () => fetchFailure("ECONNRESET"),
  "GET p3": () => Response.json({ status: "broken", reason: "too dark" }),
};
const trouble: Trouble = ({ method, what }) => troubles[`${method} ${what}`]?.();

describe("generateMany", () => {
  it("submits and waits; each ends as it ends", async () => {
    const made = providers({ trouble });
    const model = made.client("acme").model("plain");
    const kept: string[] = [];
    const seen: number[] = [];
    const results = await generateMany(
      prompts(6).map((prompt) => order(model, { prompt })),
      {
        clock: made.time.clock,
        onTask: ({ handle }) => kept.push(handle),
        onSettled: (_, index) => seen.push(index),
      },
    );
    const codes = results.map((one) => (one.status === "fulfilled" ? one.value.video.url : one.reason.code));
    expect(codes).toEqual([
      ...["https://cdn.acme.test/p0.mp4", "content_policy", "submission_unknown", "task_failed"],
      ...["https://cdn.acme.test/p4.mp4", "https://cdn.acme.test/p5.mp4"],
    ]);
    expect(kept).toHaveLength(4);
    expect(results[3]).toMatchObject({ handle: kept[1], reason: { billed: "no", isRetryable: false } });
    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(made.posts()).toHaveLength(6);
  });

  it("keeps submits and looks within limits of their own, and a wait that is over is not retryable", async () => {
    const made = providers({ takes: 100_000, latency: 0 });
    const model = made.client("acme").model("plain");
    const orders = prompts(60).map((prompt) => order(model, { prompt }));
    const limits = { submits: { acme: { perMinute: 20 } }, looks: { acme: { perMinute: 50 } } };
    const results = await generateMany(orders, { clock: made.time.clock, limits, timeoutMs: 200_000 });
    expect(fullestMinute(made.posts().map(({ at }) => at))).toBeLessThanOrEqual(20);
    expect(fullestMinute(made.looks().map(({ at }) => at))).toBeLessThanOrEqual(50);
    for (const result of results)
      expect(result).toMatchObject({
        handle: expect.any(String),
        reason: { code: "wait_timeout", isRetryable: false },
      });
  });

  it.each([0, NaN, -1])("pays for nothing when the time limit is none: %s", async (timeoutMs) => {
    const made = providers();
    const orders = [order(made.client("acme").model("plain"), { prompt: "a" })];
    const error = await errorOf(generateMany(orders, { clock: made.time.clock, timeoutMs }));
    expect(error).toMatchObject({ code: "invalid_request", billed: "no" });
    expect(made.posts()).toHaveLength(0);
  });

  it("stops submits and waits by one signal, and goes on from the handles", async () => {
    const made = providers({ latency: 0 });
    const client = made.client("acme");
    const model = client.model("plain");
    const stop = new AbortController();
    const results = await generateMany(
      prompts(40).map((prompt) => order(model, { prompt })),
      {
        ...{ clock: made.time.clock, abortSignal: stop.signal },
        onTask({ index }) {
          if (index === 9)
            setImmediate(() => {
              stop.abort();
            });
        },
      },
    );
    await settled();
    const sent = made.posts().length;
    expect(sent).toBeLessThan(15);
    const handles = results.flatMap(({ handle = [] }) => handle);
    expect(handles).toHaveLength(sent);
    for (const result of results) expect(result).toMatchObject({ reason: { code: "aborted" } });
    const resumed = await waitMany(handles, [client]);
    expect(resumed.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(made.posts()).toHaveLength(sent);
  });
});
