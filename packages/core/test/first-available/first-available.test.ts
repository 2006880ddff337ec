import { describe, expect, it } from "vitest";
import { firstAvailable, traceOf } from "../../src/first-available/index.js";
import { errorOf, fetchFailure } from "../support/acme.js";
import { providers, type Trouble } from "../support/many.js";
import { untyped } from "../support/untyped.js";

const request = { prompt: "a kite" } as const;

/** The first answers with this; the second works. */
function two(reply: (() => Response | Error) | Trouble) {
  const trouble: Trouble = (one, n) => (one.provider === "acme" ? reply(one, n) : undefined);
  const made = providers({ trouble });
  const models = ["acme", "zenith"].map((provider) => made.client(provider).model("plain"));
  const asked = () => [...new Set(made.posts().map(({ provider }) => provider))];
  return { ...made, models, asked, clock: made.time.clock };
}

const json =
  (status: number, body: object = {}, headers: Record<string, string> = {}) =>
  () =>
    Response.json(body, { status, headers });

describe("goes on after a free refusal", () => {
  it.each<[string, () => Response | Error, string]>([
    ["429, for longer than anybody waits", json(429, {}, { "Retry-After": "900" }), "rate_limited"],
    ["no credit", json(402), "insufficient_credits"],
    ["a key that is not accepted", json(401), "authentication"],
    ["a model that is not for this key", json(403), "permission_denied"],
    ["a model that is gone, in a contract that does not tell it from other 404", json(404), "invalid_request"],
    ["a request that this model does not take", json(400), "invalid_request"],
    [
      "a 503 that the contract calls free",
      json(503, { code: "busy" }, { "Retry-After": "900" }),
      "provider_unavailable",
    ],
    ["no connection", () => fetchFailure("ECONNREFUSED"), "network"],
  ])("%s", async (_, reply, code) => {
    const { models, asked, clock } = two(reply);
    const { task, provider, model, trace } = await firstAvailable(request, models, { clock });
    expect([provider, model]).toEqual(["zenith", "plain"]);
    expect(asked()).toEqual(["acme", "zenith"]);
    expect(trace).toMatchObject([
      { provider: "acme", model: "plain", outcome: "refused", code, billed: "no", hasGoneOn: true },
      { provider: "zenith", model: "plain", outcome: "accepted", hasGoneOn: false, why: "Took it." },
    ]);
    // Nothing was answered, so no contract called it anything.
    expect(trace[0]?.why).toContain(code === "network" ? "before anything was submitted" : "the contract calls");
    expect((await task.wait()).video.url).toContain("kite");
  });

  it("a setting that the model does not take is refused before anything is sent", async () => {
    const { models, asked, clock } = two(json(200, { id: "v-1" }));
    const error = await errorOf(firstAvailable(untyped({ prompt: "", seed: 1 }), models, { clock }));
    expect(asked()).toEqual([]);
    const hop = {
      outcome: "refused",
      code: "unsupported_feature",
      why: "Went on: refused before anything was submitted.",
    };
    expect(traceOf(error)).toMatchObject([hop, hop]);
  });

  it("whatever a listener does", async () => {
    const { models, clock } = two(json(402));
    const onHop = () => {
      throw new Error("log is full");
    };
    expect((await firstAvailable(request, models, { clock, onHop })).provider).toBe("zenith");
  });

  it("and says how long each hop took", async () => {
    const { models, clock } = two(json(503, { code: "busy" }));
    const { trace } = await firstAvailable(request, models, { clock });
    // Sent three times, as the contract allows: after 2 and 4 seconds.
    expect(trace.map(({ milliseconds }) => milliseconds)).toEqual([7500, 500]);
  });
});

describe("never goes on", () => {
  it.each<[string, () => Response | Error, object]>([
    ["after a lost answer", () => fetchFailure("ECONNRESET"), { outcome: "unknown", code: "submission_unknown" }],
    ["after a 5xx", json(500), { outcome: "unknown", code: "submission_unknown" }],
    ["after a 503 of which nothing is known", json(503), { outcome: "unknown", code: "submission_unknown" }],
    ["after a 200 without an id", json(200), { outcome: "unknown", code: "submission_unknown" }],
    ["after a timeout by the provider", json(408), { outcome: "unknown", code: "submission_unknown" }],
    ["after a content refusal", json(422), { outcome: "refused", code: "content_policy" }],
  ])("%s", async (_, reply, hop) => {
    const { models, asked, clock } = two(reply);
    const error = await errorOf(firstAvailable(request, models, { clock }));
    expect(asked()).toEqual(["acme"]);
    expect(traceOf(error)).toMatchObject([{ provider: "acme", hasGoneOn: false, ...hop }]);
    expect(traceOf(error)[0]?.why).toMatch(/^Stopped: /);
  });

  it("after an unknown outcome, whatever the caller lists", async () => {
    const { models, asked, clock } = two(() => fetchFailure("ECONNRESET"));
    const goOnAfter = ["submission_unknown", "aborted", "network"] as const;
    const error = await errorOf(firstAvailable(request, models, { clock, goOnAfter }));
    expect([error.code, asked()]).toEqual(["submission_unknown", ["acme"]]);
  });

  it("once there is a task: not when it cannot be kept, and not when it fails later", async () => {
    const { models, asked, clock } = two(() => Response.json({ id: "v-1" }));
    const onTask = () => Promise.reject(new Error("disk full"));
    const error = await errorOf(firstAvailable(request, models, { clock, onTask, goOnAfter: ["aborted"] }));
    expect(error.handle).toMatch(/^oc1_/);
    expect(traceOf(error)).toMatchObject([{ outcome: "accepted", hasGoneOn: false, why: "Stopped: there is a task." }]);
    expect(asked()).toEqual(["acme"]);

    const later = two(({ method }) =>
      method === "POST" ? undefined : Response.json({ status: "broken", reason: "too dark" }),
    );
    const { task } = await firstAvailable(request, later.models, { clock: later.clock });
    expect((await errorOf(task.wait())).code).toBe("task_failed");
    expect(later.asked()).toEqual(["acme"]);
  });

  it("after an abort, before and while it is sent", async () => {
    const early = two(json(402));
    const aborted = await errorOf(firstAvailable(request, early.models, { abortSignal: AbortSignal.abort() }));
    expect(early.asked()).toEqual([]);
    expect([aborted.code, aborted.billed]).toEqual(["aborted", "no"]);
    expect(traceOf(aborted)).toMatchObject([{ outcome: "stopped" }]);

    const stop = new AbortController();
    const late = two(() => {
      stop.abort();
      return Response.json({}, { status: 402 });
    });
    const error = await errorOf(
      firstAvailable(request, late.models, { abortSignal: stop.signal, goOnAfter: ["aborted"], clock: late.clock }),
    );
    expect([error.code, error.billed, late.asked()]).toEqual(["aborted", "unknown", ["acme"]]);
  });

  it("after something that is no OmniError", async () => {
    const { models } = two(json(402));
    const [, second] = models;
    if (!second) throw new Error("There are two models.");
    const broken = { ...second, provider: "acme", submit: () => Promise.reject(new TypeError("x")) };
    const error = await errorOf(firstAvailable(request, [broken, second]));
    expect(error).toMatchObject({ code: "submission_unknown", billed: "unknown", model: "plain" });
  });
});

describe("the caller's own choice", () => {
  it("content that was declined may be offered elsewhere", async () => {
    const { models, clock } = two(json(422));
    const { provider } = await firstAvailable(request, models, { clock, goOnAfter: ["content_policy"] });
    expect(provider).toBe("zenith");
  });
});

describe("when none takes it", () => {
  it("one error says so, with every hop, and when to come back", async () => {
    const made = providers({
      trouble: ({ provider }) =>
        provider === "acme"
          ? Response.json({}, { status: 429, headers: { "Retry-After": "300" } })
          : Response.json({ message: "top up" }, { status: 402 }),
    });
    const hops: string[] = [];
    const models = ["acme", "zenith"].map((provider) => made.client(provider).model("plain"));
    const onHop = ({ provider }: { readonly provider: string }) => hops.push(provider);
    const error = await errorOf(firstAvailable(request, models, { clock: made.time.clock, onHop }));
    expect(error).toMatchObject({
      ...{ code: "insufficient_credits", provider: "zenith", billed: "no", isRetryable: true, retryAfterMs: 300_000 },
      message:
        "zenith: None of 2 models took the request, and nothing was paid: acme/plain: rate_limited; zenith/plain: insufficient_credits.",
      cause: { message: expect.stringContaining("top up") },
    });
    expect(traceOf(error).map(({ provider }) => provider)).toEqual(["acme", "zenith"]);
    expect(hops).toEqual(["acme", "zenith"]);
    expect(JSON.stringify(error)).not.toContain("hasGoneOn");
  });

  it("no model at all is a mistake", async () => {
    expect(await errorOf(firstAvailable(request, []))).toMatchObject({ code: "invalid_request", phase: "validate" });
  });

  it("any other error has no trace", () => {
    expect([traceOf(new Error("x")), traceOf(undefined)]).toEqual([[], []]);
  });
});
