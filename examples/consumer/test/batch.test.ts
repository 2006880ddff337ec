// Batches against the four providers, with seeded mixes of faults. The mock is the witness: it knows every task that was made,
// and for which prompt.
import { createApimart } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { OmniError, type Clock } from "@omni-contracts/core";
import { generateMany, order, waitMany, type Order, type Settled } from "@omni-contracts/core/batch";
import { firstAvailable, traceOf } from "@omni-contracts/core/first-available";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { createMock } from "@omni-contracts/mocks";
import { createVirtualTime } from "@omni-contracts/mocks/contract-suite";
import { readDocument } from "@omni-contracts/specs";
import { createToapis } from "@omni-contracts/toapis";
import { describe, expect, it } from "vitest";

const PROVIDERS = ["toapis", "apimart", "jimmyai", "atlascloud"];
const START = Date.UTC(2026, 10, 21);

/** What a prompt asks the mock for; half of them nothing. */
const TROUBLES = [
  ...["accepted-then-reset", "reset-before-accept", "error-after-accept", "html-502", "truncated-json", "redirect"],
  ...["rate-limit-burst", "rate-limit-bare", "429", "503", "400"],
  ...["failed-charged", "failed-refunded", "stuck", "poll-blips", "unknown-status", "completed-without-result"],
];

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const specs = PROVIDERS.map(readDocument);

/** The four clients and the mock, in a time of which nobody waits. */
function world() {
  const time = createVirtualTime(START);
  const mock = createMock({ specs, clock: () => START, sleep: time.sleep });
  time.attach(mock, "");
  const clock: Clock = time.clock;
  const at = (provider: string) => ({
    ...{ apiKey: "sk-test", baseURL: `http://mock.test/${provider}`, clock, random: () => 0.5 },
    fetch: (request: Request) => time.fetch(request),
  });
  const clients = {
    toapis: createToapis(at("toapis")),
    apimart: createApimart(at("apimart")),
    jimmyai: createJimmyai(at("jimmyai")),
    atlascloud: createAtlascloud(at("atlascloud")),
  };
  const models = [
    clients.toapis.model("gemini_omni"),
    clients.apimart.model("Omni-Flash-Ext"),
    clients.jimmyai.model("Gemini-Omini"),
    clients.atlascloud.model("google/gemini-omni-flash/text-to-video-developer"),
  ];
  const tasksOf = (prompt: string) => mock.tasks().filter((task) => task.prompt === prompt);
  return { time, clock, mock, clients: Object.values(clients), models, tasksOf };
}

/** What may be called free without a task. */
const isFree = <T>(result: Settled<T>): boolean =>
  result.status === "rejected" && result.reason.billed === "no" && result.handle === undefined;

describe("money, under seeded mixes of faults", () => {
  it.each([1, 2, 3, 4, 5, 6])("seed %d: nothing is paid for twice, and no task is lost", async (seed) => {
    const { clock, mock, clients, models, tasksOf } = world();
    const random = randomFrom(seed);
    const pick = <T>(list: readonly T[]): T[] => list.slice(Math.floor(random() * list.length)).slice(0, 1);
    const prompts = Array.from({ length: 40 }, (_, i) => {
      const [trouble] = random() < 0.5 ? pick(TROUBLES) : [];
      return `clip ${i}${trouble === undefined ? "" : ` [mock:${trouble}]`}`;
    });
    const orders: Order[] = prompts.map((prompt, i) => {
      const model = models[i % models.length];
      if (!model) throw new Error("There are four models.");
      return order(model, { prompt });
    });
    // Every other seed is stopped on the way: before, while, or after most are submitted.
    const stop = new AbortController();
    const stopAt = seed % 2 === 0 ? Math.floor(random() * 30) : Infinity;
    const told = new Map<number, string>();

    const results = await generateMany(orders, {
      ...{ clock, abortSignal: stop.signal, timeoutMs: 900_000 },
      onTask({ handle, index }) {
        told.set(index, handle);
        if (told.size >= stopAt) stop.abort(new Error("enough"));
      },
    });

    for (const [i, prompt] of prompts.entries()) {
      const result = results[i];
      if (!result) throw new Error(`There is no result for ${prompt}.`);
      const made = tasksOf(prompt);
      const shown = `${prompt}: ${result.status === "rejected" ? result.reason.message : "video"}`;
      expect(made.length, shown).toBeLessThanOrEqual(1);
      if (result.status === "fulfilled") expect(made.length, shown).toBe(1);
      // What is called free made no task; what made one is known to the caller, or called unknown.
      if (isFree(result)) expect(made.length, shown).toBe(0);
      if (made.length === 1 && result.status === "rejected" && result.handle === undefined)
        expect(result.reason.billed, shown).toBe("unknown");
      // A handle that was told is the one in the result, unless the caller had gone by then: it comes later than the result.
      const isLate = result.status === "rejected" && stop.signal.aborted;
      if (told.has(i) && result.handle !== undefined && !isLate) expect(result.handle, shown).toBe(told.get(i));
    }

    // Whoever was stopped goes on from the handles; that makes no further task.
    const before = mock.ledger().totals.accepted;
    const handles = results.flatMap(({ handle = [] }) => handle);
    const resumed = await waitMany(handles, clients, { timeoutMs: 900_000 });
    expect(resumed).toHaveLength(handles.length);
    expect(mock.ledger().totals.accepted).toBe(before);
    const ends = mock.tasks().filter(({ prompt = "" }) => /^clip \d+$/.test(prompt));
    expect(ends.every(({ status }) => status === "completed" || stopAt < Infinity)).toBe(true);
    // Nobody came back before Retry-After was over.
    expect(mock.ledger().totals.earlyRetries).toBe(0);
  });

  it("a burst of 429 over all of a provider: everything is made, once", async () => {
    const { clock, mock, models, tasksOf } = world();
    mock.addFaults([{ name: "burst", on: "submit", times: 12, answer: { error: "rate_limited", status: 429 } }]);
    const prompts = Array.from({ length: 24 }, (_, i) => `clip ${i}`);
    const orders = prompts.flatMap((prompt, i) => {
      const model = models[i % models.length];
      return model ? [order(model, { prompt })] : [];
    });
    const results = await generateMany(orders, { clock, timeoutMs: 3_600_000 });
    expect(results.map(({ status }) => status)).toEqual(prompts.map(() => "fulfilled"));
    expect(prompts.map((prompt) => tasksOf(prompt).length)).toEqual(prompts.map(() => 1));
  });

  it("credit that runs out: the rest is not sent, and what was taken before is waited for", async () => {
    const { clock, mock, models } = world();
    mock.addFaults([{ name: "broke", on: "submit", skip: 5, answer: { error: "insufficient_credits" } }], {
      provider: "apimart",
    });
    const [, model] = models;
    if (!model) throw new Error("There are four models.");
    const orders = Array.from({ length: 40 }, (_, i) => order(model, { prompt: `clip ${i}` }));
    const results = await generateMany(orders, { clock, timeoutMs: 3_600_000 });
    const paid = results.filter(({ status }) => status === "fulfilled");
    expect(paid).toHaveLength(5);
    const { totals } = mock.ledger();
    expect(totals.accepted).toBe(5);
    expect(totals.refused).toBeLessThanOrEqual(4);
    for (const result of results.slice(10)) expect(isFree(result)).toBe(true);
  });
});

describe.each(PROVIDERS)("%s, the first choice of several", (first) => {
  const FREE = ["rate_limited", "insufficient_credits", "authentication"] as const;
  const UNFREE = ["accepted-then-reset", "reset-before-accept", "error-after-accept", "html-502", "truncated-json"];

  function choice() {
    const made = world();
    const at = made.models.findIndex(({ provider }) => provider === first);
    return { ...made, choices: [...made.models.slice(at), ...made.models.slice(0, at)] };
  }

  it("goes on after a free refusal, and pays once", async () => {
    const { clock, mock, choices, tasksOf } = choice();
    for (const error of FREE) {
      mock.clearFaults();
      mock.addFaults([{ name: "refused", on: "submit", answer: { error } }], { provider: first });
      const prompt = `a kite, ${error}`;
      const { provider, trace } = await firstAvailable({ prompt }, choices, { clock });
      expect(provider).toBe(choices[1]?.provider);
      expect(trace).toMatchObject([
        { provider: first, outcome: "refused", code: error, hasGoneOn: true },
        { provider, outcome: "accepted", hasGoneOn: false },
      ]);
      expect(tasksOf(prompt)).toMatchObject([{ provider }]);
    }
  });

  it("never goes on when it may have cost something", async () => {
    const { clock, mock, choices } = choice();
    for (const fault of UNFREE) {
      const request = { prompt: `a kite [mock:${fault}]` };
      const error: unknown = await firstAvailable(request, choices, { clock }).catch((thrown: unknown) => thrown);
      expect(OmniError.isInstance(error) && error.code).toBe("submission_unknown");
      expect(traceOf(error)).toMatchObject([{ provider: first, outcome: "unknown", hasGoneOn: false }]);
    }
    const { accepted, refused } = mock.ledger();
    expect(accepted.length).toBeLessThanOrEqual(UNFREE.length);
    expect([...accepted, ...refused].filter(({ provider }) => provider !== first)).toEqual([]);
  });
});
