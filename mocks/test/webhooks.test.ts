// What is sent, to whom, how it is signed and how often: as the pages of each provider say.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { WEBHOOK_SECRET } from "../src/index.js";
import { benchOf, documentOf, SECONDS, START } from "./mocking.js";
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

/** The end of a task that asked for its event. */
async function ended(provider: Asking, prompt = "a boat", options = {}) {
  const { received, webhook } = createReceiver(200);
  const isUsual = Object.keys(options).length === 0;
  const bench = isUsual ? benchFor(provider, webhook) : benchOf(provider, { webhook, ...options });
  const id = await submitFor(provider, bench, prompt);
  bench.mock.advance(ASKS[provider].seconds);
  await bench.mock.settled();
  return { bench, id, received };
}

describe("the body of an event", () => {
  it("of APIMart is the task, bare", async () => {
    const { id, received } = await ended("apimart");
    expect(received.map(({ url, body }) => [url, body])).toEqual([
      [
        "http://127.0.0.1:9/hook/callback",
        {
          id,
          status: "completed",
          progress: 100,
          created: SECONDS,
          completed: SECONDS + 180,
          actual_time: 180,
          result: {
            videos: [
              {
                url: [`http://mock.test/apimart/__files/${id}/1.mp4`],
                expires_at: SECONDS + 180 + 86_400,
              },
            ],
          },
        },
      ],
    ]);
    expect(id).toMatch(/^task_\w{26}$/);
  });

  it("of ToAPIs tells of itself, and of the task in words of its own", async () => {
    const { id, received } = await ended("toapis");
    expect(received).toHaveLength(1);
    const { body, headers, url } = onlyOne(received);
    expect(url).toBe("http://127.0.0.1:9/hook");
    expect(body).toEqual({
      id: expect.stringMatching(/^evt_\d[a-z]{7}$/),
      type: "generation.completed",
      api_version: "v1",
      created_at: SECONDS + 180,
      data: {
        task_id: id,
        task_type: "video",
        model: "gemini_omni",
        status: "SUCCESS",
        progress: "100%",
        result: {
          type: "video",
          data: [{ url: `http://mock.test/toapis/__files/${id}/1.mp4`, format: "mp4" }],
        },
        billing: { status: "settled" },
        error: null,
        submitted_at: SECONDS,
        finished_at: SECONDS + 180,
      },
    });
    expect(headers["x-toapis-webhook-id"]).toBe(body.id);
    expect(headers["x-toapis-webhook-timestamp"]).toBe(String(SECONDS + 180));
    expect(headers["content-type"]).toBe("application/json");
  });

  it("of Atlas Cloud holds the prediction", async () => {
    const { id, received } = await ended("atlascloud");
    expect(received.map(({ url, body }) => [url, body])).toEqual([
      [
        "http://127.0.0.1:9/hook",
        {
          session_id: id,
          event_type: "video.task.terminal",
          status: "OK",
          payload: { status: "completed", outputs: [`http://mock.test/atlascloud/__files/${id}/1.mp4`] },
          error: "",
        },
      ],
    ]);
    expect(received[0]?.headers).toMatchObject({
      "x-atlascloud-webhook-event": "video.task.terminal",
      "x-atlascloud-webhook-id": expect.stringMatching(/^wh_[a-z]{7}$/),
      "x-atlascloud-webhook-timestamp": String(SECONDS + 90),
      "x-atlascloud-webhook-key-id": "example-key-1",
    });
    // How the older signature is made is on no page.
    expect(received[0]?.headers).not.toHaveProperty("x-atlascloud-webhook-signature");
  });

  it.each(
    ASKING.flatMap((provider) =>
      ["a boat", "a boat [mock:failed-refunded]", "a boat [mock:output-moderated]"].map(
        (prompt) => [provider, prompt] as const,
      ),
    ),
  )("of %s says of %j what a read says, and is as the contract has it", async (provider, prompt) => {
    const { bench, id, received } = await ended(provider, prompt);
    const { status, body } = await bench.call("GET", ASKS[provider].read(id));
    const read = readerOf(provider);
    const [shown, told] = [read.task(status, body), read.event(received[0]?.body)];
    expect(told?.status).toBe(prompt === "a boat" ? "completed" : "failed");
    expect(told?.status).toBe(shown?.status);
    expect(told?.videos.map(({ url }) => url)).toEqual(shown?.videos.map(({ url }) => url));
    expect(told?.videos).toHaveLength(prompt === "a boat" ? 1 : 0);

    const ajv = formats.default(new Ajv2020({ strict: false })).addSchema(documentOf(provider).root, "bundle");
    const validate = ajv.compile({ $ref: "bundle#/components/schemas/TaskEvent" });
    expect(validate(received[0]?.body), JSON.stringify(validate.errors)).toBe(true);
  });

  it("tells why a task failed", async () => {
    const { received } = await ended("toapis", "x [mock:output-moderated]");
    expect(received[0]?.body).toMatchObject({
      type: "generation.failed",
      data: {
        status: "FAILURE",
        progress: "0%",
        result: null,
        error: { code: "generation_failed", message: "(synthetic) content policy" },
      },
    });
    expect(readerOf("toapis").event(received[0]?.body)?.error?.code).toBe("content_policy");
  });

  it("shows no video where a read shows none", async () => {
    const { received } = await ended("apimart", "x [mock:completed-without-result]");
    expect(readerOf("apimart").event(received[0]?.body)).toMatchObject({ status: "completed", videos: [] });
  });
});

describe("an event is sent", () => {
  it.each(ASKING)("by %s at the end of the task, and no moment before", async (provider) => {
    const { received, webhook } = createReceiver(200);
    const bench = benchFor(provider, webhook);
    await submitFor(provider, bench);
    bench.mock.advance(ASKS[provider].seconds - 0.001);
    await bench.mock.settled();
    expect(received).toEqual([]);
    bench.mock.advance(0.001);
    await bench.mock.settled();
    expect(received).toHaveLength(1);
    bench.mock.advance(1e6);
    await bench.mock.settled();
    expect(received).toHaveLength(1);
  });

  it.each([
    ["a task that is stuck", "x [mock:stuck]", 0],
    // Its page names completed and failed only.
    ["a task that was cancelled", "x [mock:cancelled]", 0],
    ["a task of which nobody was told", "x [mock:accepted-then-reset]", 1],
  ])("of %s as often as the page says", async (_, prompt, times) => {
    const { received } = await ended("apimart", prompt);
    expect(received).toHaveLength(times);
  });

  it("at the look that ends a task, where looks decide", async () => {
    const { received, webhook } = createReceiver(200);
    const bench = benchFor("apimart", webhook);
    const id = await submitFor("apimart", bench, "x [mock:three-looks]");
    const seen = [];
    for (let look = 0; look < 4; look += 1) {
      await bench.call("GET", `/v1/tasks/${id}`);
      await bench.mock.settled();
      seen.push(received.length);
    }
    expect(seen).toEqual([0, 0, 1, 1]);
  });

  it("to nobody where the request names no address, and where the contract has no webhook", async () => {
    const { received, webhook } = createReceiver(200);
    const bench = benchFor("apimart", webhook);
    await submitFor("apimart", bench, "x", { webhook: undefined });
    bench.mock.advance(1000);
    await bench.mock.settled();
    expect([received, bench.mock.webhooks()]).toEqual([[], []]);
    expect(benchOf("jimmyai").mock.webhooks()).toEqual([]);
  });

  it.each([
    ["http://127.0.0.1:9/hook", "http://127.0.0.1:9/hook/callback"],
    ["http://127.0.0.1:9/hook///", "http://127.0.0.1:9/hook/callback"],
    ["http://127.0.0.1:9", "http://127.0.0.1:9/callback"],
  ])("for %s to %s, where the contract adds to the address", async (webhookUrl, url) => {
    const { received, webhook } = createReceiver(200);
    const bench = benchFor("apimart", webhook);
    await submitFor("apimart", bench, "x", { webhook: webhookUrl });
    bench.mock.advance(180);
    await bench.mock.settled();
    expect(received.map((one) => one.url)).toEqual([url]);
  });
});

describe("an event is signed", () => {
  it("by ToAPIs with the shared secret", async () => {
    const { received } = await ended("toapis");
    expect(received.map((one) => isSignedByHmac(one, WEBHOOK_SECRET))).toEqual([true]);
    const chosen = await ended("toapis", "x", { webhookSecret: "another" });
    expect(chosen.received.map((one) => isSignedByHmac(one, "another"))).toEqual([true]);
    expect(chosen.received.map((one) => isSignedByHmac(one, WEBHOOK_SECRET))).toEqual([false]);
  });

  it("by Atlas Cloud with a key of its key set, which is another one for another seed", async () => {
    const one = await ended("atlascloud");
    const other = await ended("atlascloud", "x", { seed: 2 });
    for (const { received, bench } of [one, other]) {
      expect(await Promise.all(received.map((each) => isSignedByKeySet(each, bench)))).toEqual([true]);
    }
    const [stranger] = other.received;
    expect(stranger && (await isSignedByKeySet(stranger, one.bench))).toBe(false);
  });

  it("by APIMart not at all", async () => {
    const { received } = await ended("apimart");
    expect(Object.keys(received[0]?.headers ?? {})).toEqual(["content-type"]);
  });
});

describe("an event that is not taken", () => {
  /** Seconds after the first attempt at which the others came. */
  async function schedule(provider: Asking, ...statuses: number[]) {
    const { received, webhook } = createReceiver(...statuses);
    const bench = benchFor(provider, webhook);
    await submitFor(provider, bench);
    const times: number[] = [];
    bench.mock.advance(ASKS[provider].seconds);
    await bench.mock.settled();
    for (const wait of [10, 20, 10, 20, 90, 480, 3600, 21_600, 86_400, 1e6]) {
      // Never later than it is due, so that each is sent at its time.
      bench.mock.advance(wait);
      await bench.mock.settled();
    }
    for (const { at } of bench.mock.webhooks()) times.push((at - START) / 1000 - ASKS[provider].seconds);
    return { times, received, log: bench.mock.webhooks() };
  }

  it("is sent again by APIMart after 10, 30 and 60 s, when the receiver fails", async () => {
    const { log } = await schedule("apimart", 503);
    expect(log.map(({ attempt, outcome, status, again }) => [attempt, outcome, status, again])).toEqual([
      [1, "repeat", 503, 10],
      [2, "repeat", 503, 30],
      [3, "repeat", 503, 60],
      [4, "failed", 503, undefined],
    ]);
    const { log: silent } = await schedule("apimart", 0, 0, 200);
    expect(silent.map(({ outcome, problem }) => [outcome, problem])).toEqual([
      ["repeat", "ECONNREFUSED"],
      ["repeat", "ECONNREFUSED"],
      ["taken", undefined],
    ]);
  });

  it("is dropped by APIMart when the receiver refuses it or sends it elsewhere", async () => {
    for (const status of [400, 404, 410, 302]) {
      const { log } = await schedule("apimart", status);
      expect(log.map(({ outcome, status: told }) => [outcome, told])).toEqual([["failed", status]]);
    }
  });

  it("is sent again by ToAPIs for more than a day, with the same id and body, signed anew", async () => {
    const { log, received } = await schedule("toapis", 500, 400, 500, 404, 500, 503, 0, 500);
    expect(log.map(({ again }) => again)).toEqual([10, 30, 120, 600, 3600, 21_600, 86_400, undefined]);
    expect(log.at(-1)).toMatchObject({ attempt: 8, outcome: "failed" });
    expect(new Set(received.map(({ text }) => text)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers["x-toapis-webhook-id"])).size).toBe(1);
    const stamps = received.map(({ headers }) => Number(headers["x-toapis-webhook-timestamp"]) - SECONDS);
    expect(stamps).toEqual(log.map(({ at }) => Math.floor((at - START) / 1000)));
    expect(new Set(stamps).size).toBe(8);
    expect(received.every((one) => isSignedByHmac(one, WEBHOOK_SECRET))).toBe(true);
  });

  it("is not sent again by ToAPIs once a 2xx came, nor after a redirect", async () => {
    expect((await schedule("toapis", 500, 204)).log.map(({ status }) => status)).toEqual([500, 204]);
    expect((await schedule("toapis", 307)).log.map(({ outcome }) => outcome)).toEqual(["failed"]);
  });

  it("is sent once by Atlas Cloud: no page tells of more", async () => {
    for (const status of [500, 400, 0]) {
      const { log } = await schedule("atlascloud", status);
      expect(log.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([[1, "failed"]]);
    }
  });

  it("goes out at the very second when the clock gets there, and counts from the attempt before", async () => {
    const { webhook } = createReceiver(500);
    const bench = benchFor("apimart", webhook);
    await submitFor("apimart", bench);
    for (const step of [180, 9, 1, 29, 1, 59, 1]) {
      bench.mock.advance(step);
      await bench.mock.settled();
    }
    expect(bench.mock.webhooks().map(({ at }) => (at - START) / 1000)).toEqual([180, 190, 220, 280]);
  });
});
