// What goes wrong with events: each fault, as a receiver meets it.
import { describe, expect, it } from "vitest";
import { readCatalogue, scenarioOf, WEBHOOK_SECRET } from "../src/index.js";
import { START } from "./mocking.js";
import {
  ASKING,
  ASKS,
  benchFor,
  createReceiver,
  isSignedByHmac,
  isSignedByKeySet,
  onlyOne,
  readerOf,
  submitFor,
  type Asking,
} from "./webhook-receiver.js";

function place(provider: Asking, ...statuses: number[]) {
  const { received, webhook } = createReceiver(...statuses);
  const bench = benchFor(provider, webhook);
  const pass = async (seconds: number) => {
    bench.mock.advance(seconds);
    await bench.mock.settled();
  };
  const end = ASKS[provider].seconds;
  return { bench, received, pass, end, read: readerOf(provider) };
}

describe.each(ASKING)("%s", (provider) => {
  it("webhook-missing: nothing comes, and the log says so", async () => {
    const { bench, received, pass } = place(provider);
    await submitFor(provider, bench, "x [mock:webhook-missing]");
    await pass(1e6);
    expect(received).toEqual([]);
    expect(bench.mock.webhooks()).toMatchObject([
      { attempt: 0, outcome: "lost", says: "completed", fault: "webhook-missing" },
    ]);
    expect(bench.mock.ledger().accepted[0]?.status).toBe("completed");
  });

  it("webhook-duplicate: the same event twice, the second one after the first was taken", async () => {
    const { bench, received, pass, end } = place(provider);
    await submitFor(provider, bench, "x [mock:webhook-duplicate]");
    await pass(end);
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
    expect(bench.mock.webhooks().map(({ outcome, fault }) => [outcome, fault])).toEqual([
      ["taken", "webhook-duplicate"],
      ["taken", "webhook-duplicate"],
    ]);
  });

  it("webhook-late: ten minutes after the end", async () => {
    const { bench, received, pass, end, read } = place(provider);
    await submitFor(provider, bench, "x [mock:webhook-late]");
    await pass(end + 599);
    expect(received).toEqual([]);
    await pass(1);
    expect(read.event(onlyOne(received).body)?.status).toBe("completed");
    expect(bench.mock.webhooks().map(({ at }) => at)).toEqual([START + (end + 600) * 1000]);
  });

  it("webhook-out-of-order: after the event of the next task", async () => {
    const { bench, received, pass, end, read } = place(provider);
    const first = await submitFor(provider, bench, "x [mock:webhook-out-of-order]");
    bench.mock.advance(5);
    const second = await submitFor(provider, bench, "y");
    await pass(end);
    await pass(55);
    expect(bench.mock.webhooks().map(({ task, at }) => [task, at - START])).toEqual([
      [second, (end + 5) * 1000],
      [first, (end + 5) * 1000],
    ]);
    expect(received.map(({ body }) => read.event(body)?.status)).toEqual(["completed", "completed"]);
  });

  it("webhook-out-of-order: a minute late where no other comes", async () => {
    const { bench, received, pass, end } = place(provider);
    await submitFor(provider, bench, "x [mock:webhook-out-of-order]");
    await pass(end);
    await pass(59);
    expect(received).toEqual([]);
    await pass(1);
    expect(received).toHaveLength(1);
    await pass(1e5);
    expect(received).toHaveLength(1);
  });

  it("webhook-replayed: byte for byte the same, an hour later", async () => {
    const { bench, received, pass, end } = place(provider);
    await submitFor(provider, bench, "x [mock:webhook-replayed]");
    await pass(end);
    expect(received).toHaveLength(1);
    await pass(3599);
    expect(received).toHaveLength(1);
    await pass(1);
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
    await pass(1e5);
    expect(received).toHaveLength(2);
  });

  it.each(["webhook-forged", "webhook-forged-unsigned", "webhook-forged-body"])(
    "%s: says completed while the task runs, and the true one comes at the end",
    async (name) => {
      const { bench, received, pass, end, read } = place(provider);
      const id = await submitFor(provider, bench, `x [mock:${name}]`);
      await pass(end / 2);
      const forged = read.event(onlyOne(received).body);
      expect(forged).toMatchObject({
        status: "completed",
        videos: [{ url: "https://elsewhere.invalid/video/1.mp4" }],
      });
      expect(onlyOne(received).text).toContain(id);
      expect(bench.mock.ledger().accepted[0]?.status).toBe("in_progress");
      await pass(end / 2);
      expect(received).toHaveLength(2);
      expect(read.event(received[1]?.body)?.videos[0]?.url).toContain(`/__files/${id}/1.mp4`);
    },
  );
});

describe("a forged event", () => {
  it.each(["webhook-forged", "webhook-forged-unsigned", "webhook-forged-body"])(
    "%s: has no signature that holds, and the true one has",
    async (name) => {
      const toapis = place("toapis");
      await submitFor("toapis", toapis.bench, `x [mock:${name}]`);
      await toapis.pass(90);
      await toapis.pass(90);
      expect(toapis.received.map((one) => isSignedByHmac(one, WEBHOOK_SECRET))).toEqual([false, true]);

      const atlas = place("atlascloud");
      await submitFor("atlascloud", atlas.bench, `x [mock:${name}]`);
      await atlas.pass(45);
      await atlas.pass(45);
      const verdicts = await Promise.all(atlas.received.map((one) => isSignedByKeySet(one, atlas.bench)));
      expect(verdicts).toEqual([false, true]);

      const [first] = toapis.received;
      expect("x-toapis-webhook-signature" in (first?.headers ?? {})).toBe(name !== "webhook-forged-unsigned");
      expect(first?.headers).toHaveProperty("x-toapis-webhook-id");
    },
  );

  it("under a signature of another body has one that holds for the true body", async () => {
    const { bench, received, pass } = place("toapis");
    const id = await submitFor("toapis", bench, "x [mock:webhook-forged-body]");
    await pass(90);
    const one = onlyOne(received);
    const link = `http://mock.test/toapis/__files/${id}/1.mp4`;
    const right = { ...one, text: one.text.replace("https://elsewhere.invalid/video/1.mp4", link) };
    expect(isSignedByHmac(right, WEBHOOK_SECRET)).toBe(true);
    expect(isSignedByHmac(one, WEBHOOK_SECRET)).toBe(false);
  });

  it("of a task that fails claims the opposite", async () => {
    const { bench, received, pass, read } = place("apimart");
    await submitFor("apimart", bench, "x [mock:webhook-forged, failed-refunded]");
    await pass(90);
    await pass(90);
    expect(received.map(({ body }) => read.event(body)?.status)).toEqual(["completed", "failed"]);
  });

  it("is not sent again when it is not taken", async () => {
    const { bench, received, pass } = place("apimart", 500, 200);
    await submitFor("apimart", bench, "x [mock:webhook-forged]");
    await pass(90);
    await pass(80);
    expect(received).toHaveLength(1);
    expect(bench.mock.webhooks()).toMatchObject([{ outcome: "failed", status: 500 }]);
  });
});

describe("faults of events", () => {
  it("add up", async () => {
    const { bench, received, pass, end } = place("apimart");
    await submitFor("apimart", bench, "x [mock:webhook-late, webhook-duplicate]");
    await pass(end + 599);
    expect(received).toEqual([]);
    await pass(1);
    expect(received).toHaveLength(2);
    expect(bench.mock.webhooks()[0]?.fault).toBe("webhook-late, webhook-duplicate");
  });

  it("swap pairs, when every event is out of order", async () => {
    const { bench, pass, end } = place("apimart");
    bench.mock.addFaults(scenarioOf({ faults: ["webhook-out-of-order"] }, readCatalogue()));
    const ids = [];
    for (const name of ["a", "b", "c", "d"]) {
      ids.push(await submitFor("apimart", bench, name));
      bench.mock.advance(1);
    }
    for (let second = 0; second < 4; second += 1) await pass(second === 0 ? end - 4 : 1);
    await pass(1);
    const [a, b, c, d] = ids;
    expect(bench.mock.webhooks().map(({ task }) => task)).toEqual([b, a, d, c]);
  });

  it.each([
    ["by header", { prefer: "scenario=webhook-duplicate" }, "", "x"],
    ["by query", {}, "?__scenario=webhook-duplicate", "x"],
    ["by magic text", {}, "", "x [mock:webhook-duplicate]"],
    ["by the control API", {}, "", "x"],
  ])("are chosen %s", async (way, headers, query, prompt) => {
    const { bench, received, pass, end } = place("toapis");
    if (way.includes("control")) {
      const text = JSON.stringify({ scenario: "webhook-duplicate" });
      const set = { method: "POST", path: "/__mock/faults", query: new URLSearchParams(), headers: {}, text };
      expect((await bench.mock.handle(set)).status).toBe(201);
    }
    const { submit, body } = ASKS.toapis;
    expect((await bench.call("POST", submit + query, { ...body, prompt }, headers)).status).toBe(200);
    await pass(end);
    expect(received).toHaveLength(2);
  });

  it("strike so many tasks only, where the scenario says so", async () => {
    const { bench, received, pass, end } = place("apimart");
    bench.mock.addFaults(scenarioOf({ faults: [{ use: "webhook-missing", on: "submit", times: 1 }] }, readCatalogue()));
    await submitFor("apimart", bench, "a");
    const second = await submitFor("apimart", bench, "b");
    await pass(end);
    expect(onlyOne(received).body.id).toBe(second);
  });

  it("mark no answer: what is answered is as always", async () => {
    const { bench } = place("apimart");
    const { submit, body } = ASKS.apimart;
    const answer = await bench.call("POST", submit, { ...body, prompt: "x [mock:webhook-forged]" });
    expect(answer.headers).not.toHaveProperty("x-mock-fault");
  });
});
