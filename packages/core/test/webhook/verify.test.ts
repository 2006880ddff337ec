import { describe, expect, it } from "vitest";
import { decodeHandle, encodeHandle } from "../../src/video/handle.js";
import { createSeenEvents, createWebhookVerifier, type WebhookEvent } from "../../src/webhook/index.js";
import { errorOf } from "../support/acme.js";
import { START } from "../support/time.js";
import { untyped } from "../support/untyped.js";
import { BODY, HMAC, hmacHeaders, hmacOf, NOW, post, SECRET, signedBy } from "../support/webhook.js";

const clock = { now: () => START, sleep: () => Promise.resolve() };
const make = (options = {}) => createWebhookVerifier(signedBy(HMAC), { clock, ...options });

describe("an event with a shared secret", () => {
  it("is read into the words that all providers share", async () => {
    const event = await make()(post(hmacHeaders()), SECRET);
    expect(event).toMatchObject({
      id: "evt-1",
      isVerified: true,
      isDuplicate: false,
      sentAt: new Date(START),
      taskId: "v-1",
      task: {
        status: "completed",
        rawStatus: "done",
        videos: [{ url: "https://cdn.acme.test/v-1.mp4" }],
        createdAt: new Date(START - 60_000),
      },
      body: JSON.parse(BODY),
    });
  });

  // Made with `printf 'evt-9.1795219200.{"id":"evt-9"}' | openssl dgst -sha256 -hmac s3cret`.
  it("is signed as another tool signs", async () => {
    const headers = {
      "x-acme-id": "evt-9",
      "x-acme-time": "1795219200",
      "x-acme-signature": "v1=6173bdc1e7c108693c08da6e2106ec26ee6b0409985a345a96d833a09bcd40a5",
    };
    expect(START).toBe(1_795_219_200_000);
    expect(await make()(post(headers, '{"id":"evt-9"}'), "s3cret")).toMatchObject({ isVerified: true, id: "evt-9" });
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ["no signature", { "x-acme-signature": undefined }, "X-Acme-Signature is missing"],
    ["no time", { "x-acme-time": undefined }, "X-Acme-Time is missing"],
    ["a time that is none", { "x-acme-time": "now" }, "X-Acme-Time is missing, or holds no time in unix-seconds"],
    ["no id", { "x-acme-id": undefined }, "X-Acme-Id is missing; it is signed, too"],
    ["another id", { "x-acme-id": "evt-2" }, "X-Acme-Signature does not fit the body"],
    ["a time moved by a second", { "x-acme-time": String(NOW - 1) }, "X-Acme-Signature does not fit the body"],
    ["another secret", hmacHeaders(BODY, { secret: "other" }), "the secret is another one"],
    ["the signature of another body", hmacHeaders("{}"), "X-Acme-Signature does not fit the body"],
    ["a signature cut off", { "x-acme-signature": `v1=${hmacOf("x").slice(0, 62)}` }, "does not fit the body"],
    [
      "no prefix",
      { "x-acme-signature": hmacOf(`evt-1.${NOW}.${BODY}`) },
      "holds no signature; the contract has v1= and hex",
    ],
    ["another version", { "x-acme-signature": `v0=${hmacOf(`evt-1.${NOW}.${BODY}`)}` }, "holds no signature"],
    ["what is no hex", { "x-acme-signature": "v1=zz" }, "holds no signature"],
    ["an empty one", { "x-acme-signature": "v1=" }, "holds no signature"],
  ])("is refused with %s", async (_, changed, message) => {
    const headers = Object.fromEntries(
      Object.entries({ ...hmacHeaders(), ...changed }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    const error = await errorOf(make()(post(headers), SECRET));
    expect(error).toMatchObject({ code: "authentication", phase: "webhook", billed: "unknown", isRetryable: false });
    expect(error.message).toContain(message);
    expect(JSON.stringify(error) + error.message).not.toContain(SECRET);
  });

  it("is refused when a byte of the body was changed, be it a blank", async () => {
    for (const body of [BODY.replace("v-1.mp4", "v-2.mp4"), `${BODY} `, BODY.replace(":", ": ")]) {
      expect((await errorOf(make()(post(hmacHeaders(), body), SECRET))).code).toBe("authentication");
    }
  });

  it.each([
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
    [-3600, false],
    [86_400, false],
  ])("signed %i s from now: %s", async (seconds, isTaken) => {
    const result = make()(post(hmacHeaders(BODY, { at: NOW + seconds })), SECRET);
    if (isTaken) {
      expect((await result).sentAt).toEqual(new Date(START + seconds * 1000));
      return;
    }
    const error = await errorOf(result);
    expect(error.code).toBe("authentication");
    const when = seconds < 0 ? `${-seconds} s ago` : `${seconds} s in the future`;
    expect(error.message).toContain(`By the header X-Acme-Time it was signed ${when}; the contract takes 300 s.`);
  });

  it("is taken with either signature and either secret while a secret is replaced", async () => {
    const signatures = ["old", "new"].map((one) => `v1=${hmacOf(`evt-1.${NOW}.${BODY}`, one)}`);
    const both = { ...hmacHeaders(), "x-acme-signature": signatures.join(",") };
    const verify = make();
    for (const secret of ["old", "new", ["none", "new"], ["old", "new"]]) {
      expect((await verify(post(both), secret)).isVerified).toBe(true);
    }
    expect((await errorOf(verify(post(both), "none"))).code).toBe("authentication");
    expect((await verify(post(hmacHeaders(BODY, { secret: "old" })), ["new", "old"])).isVerified).toBe(true);
  });

  it("is checked over bytes: text that a decoder changes is not what was signed", async () => {
    const body = Buffer.concat([Buffer.from('{"id":"evt-1","a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const signed = hmacHeaders(body.toString("utf8"));
    expect((await errorOf(make()(post(signed, body), SECRET))).code).toBe("authentication");
    const bom = `\ufeff${BODY}`;
    const marked = await errorOf(make()(post(hmacHeaders(BODY), bom), SECRET));
    expect(marked.code).toBe("authentication");
  });

  it.each([undefined, "", [], ["a", ""], "s\n", " s"])(
    "a secret that is none (%j) is told before anything is read",
    async (secret) => {
      const request = post(hmacHeaders());
      const error = await errorOf(make()(request, secret));
      expect(error).toMatchObject({ code: "authentication", phase: "configure" });
      expect(error.message).toMatch(/secret/);
      expect(request.bodyUsed).toBe(false);
    },
  );

  it("that tells of no task is an event without one", async () => {
    const body = '{"id":"evt-t","type":"test","data":{}}';
    const event = await make()(post(hmacHeaders(body, { id: "evt-t" }), body), SECRET);
    expect(event).toMatchObject({ isVerified: true, id: "evt-t", body: { type: "test" } });
    expect([event.task, event.taskId, event.handle, event.matches(handleOf("v-1"))]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });

  it("that says an unknown word is no success", async () => {
    const body = JSON.stringify({ data: { id: "v-1", status: "splendid", url: "https://x.test/1.mp4" } });
    const { task } = await make()(post(hmacHeaders(body), body), SECRET);
    expect(task).toMatchObject({ status: "in_progress", drift: true, videos: [] });
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["nothing", ""],
    ["a task without an id", '{"data":{"status":"done"}}'],
  ])("that is %s breaks the contract, although it is signed", async (_, body) => {
    const error = await errorOf(make()(post(hmacHeaders(body), body), SECRET));
    expect(error).toMatchObject({ code: "contract_violation", phase: "webhook" });
  });
});

describe("a request", () => {
  it("may be its parts: Node's headers, and the text or the bytes that came", async () => {
    const verify = make();
    const headers = { ...hmacHeaders(), "X-Other": ["a", "b"], none: undefined, ":method": "POST" };
    for (const body of [BODY, Buffer.from(BODY), new TextEncoder().encode(BODY)]) {
      expect(await verify({ headers, body }, SECRET)).toMatchObject({ isVerified: true, taskId: "v-1" });
      expect(await verify({ headers: new Headers(hmacHeaders()), body }, SECRET)).toMatchObject({ taskId: "v-1" });
    }
  });

  it.each([undefined, BODY, { body: BODY }])("that is none is a mistake of the receiver: %j", async (request) => {
    const error = await errorOf(make()(untyped(request), SECRET));
    expect(error.code).toBe("invalid_request");
    expect(error.message).toContain("{ headers, body }");
  });

  it("whose body was parsed or read is a mistake of the receiver, and the message says what to do", async () => {
    const parsed = await errorOf(make()({ headers: hmacHeaders(), body: untyped(JSON.parse(BODY)) }, SECRET));
    expect(parsed.code).toBe("invalid_request");
    expect(parsed.message).toContain('express.raw({ type: "application/json" })');
    const request = post(hmacHeaders());
    await request.text();
    const read = await errorOf(make()(request, SECRET));
    expect(read.code).toBe("invalid_request");
    expect(read.message).toContain("Verify first");
  });

  it("ends at 1 MiB, however much a stranger sends", async () => {
    const sent = { bytes: 0 };
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent.bytes += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const headers = hmacHeaders();
    const request = new Request(
      "https://app.test/hook",
      untyped({ method: "POST", headers, body: endless, duplex: "half" }),
    );
    expect((await errorOf(make()(request, SECRET))).code).toBe("contract_violation");
    expect(sent.bytes).toBeLessThan(2 * 1024 * 1024);
    const whole = { headers, body: new Uint8Array(1024 * 1024 + 1) };
    expect((await errorOf(make()(whole, SECRET))).code).toBe("contract_violation");
  });

  it("that breaks off is no event", async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.error(new Error("reset"));
      },
    });
    const request = new Request(
      "https://app.test/hook",
      untyped({ method: "POST", headers: hmacHeaders(), body, duplex: "half" }),
    );
    expect((await errorOf(make()(request, SECRET))).code).toBe("contract_violation");
  });
});

const handleOf = (id: string, provider = "acme"): string =>
  encodeHandle({ provider, operation: "make", model: "plain", captures: { id }, submittedAt: START, fingerprint: "0" });

const asTask = (event: WebhookEvent) => {
  if (!event.task) throw new Error("No task.");
  return event;
};

describe("an event and a handle", () => {
  it("match by the provider and its id of the task", async () => {
    const event = await make()(post(hmacHeaders()), SECRET);
    expect(event.matches(handleOf("v-1"))).toBe(true);
    expect(event.matches(handleOf("v-2"))).toBe(false);
    expect(event.matches(handleOf("v-1", "other"))).toBe(false);
    expect(event.matches("no handle")).toBe(false);
    expect(event.matches(asTask(event).handle)).toBe(true);
  });

  it("the event's own handle finds the task by its id, as of a task that is not new", async () => {
    const { handle } = asTask(await make()(post(hmacHeaders()), SECRET));
    expect(decodeHandle(handle)).toMatchObject({
      ...{ provider: "acme", operation: "make", model: "plain", captures: { id: "v-1" } },
      submittedAt: START - 60_000,
    });
    const undated = BODY.replace(/,"created":\d+/, "");
    const other = asTask(await make()(post(hmacHeaders(undated), undated), SECRET));
    expect(decodeHandle(other.handle)?.submittedAt).toBe(START - 600_000);
  });
});

describe("duplicates", () => {
  it("are named, by the id of the event, and not refused", async () => {
    const verify = make();
    const seen = [];
    for (const id of ["evt-1", "evt-1", "evt-2", "evt-1"])
      seen.push((await verify(post(hmacHeaders(BODY, { id })), SECRET)).isDuplicate);
    expect(seen).toEqual([false, true, false, true]);
  });

  it("only what was verified is remembered: a stranger cannot make the true event a duplicate", async () => {
    const verify = make();
    await errorOf(verify(post(hmacHeaders(BODY, { secret: "other" })), SECRET));
    await errorOf(verify(post(hmacHeaders("[]"), "[]"), SECRET));
    expect((await verify(post(hmacHeaders()), SECRET)).isDuplicate).toBe(false);
  });

  it("an event that is forgotten counts again", async () => {
    const verify = make();
    await (await verify(post(hmacHeaders()), SECRET)).forget();
    expect((await verify(post(hmacHeaders()), SECRET)).isDuplicate).toBe(false);
  });

  it("are remembered wherever the caller likes, under the provider's name", async () => {
    const ids: string[] = [];
    const seen = {
      add: (id: string) => Promise.resolve(ids.push(id) === 1),
      delete: (id: string) => Promise.resolve(ids.splice(ids.indexOf(id), 1)),
    };
    const [one, other] = [make({ seen }), make({ seen })];
    expect((await one(post(hmacHeaders()), SECRET)).isDuplicate).toBe(false);
    const again = await other(post(hmacHeaders()), SECRET);
    expect(again.isDuplicate).toBe(true);
    expect(ids).toEqual(["acme:finished:evt-1", "acme:finished:evt-1"]);
    await again.forget();
    expect(ids).toHaveLength(1);
  });

  it("in memory are so many, and the oldest go", () => {
    const seen = createSeenEvents(2);
    expect(["a", "b", "a", "c", "b", "a"].map((id) => seen.add(id))).toEqual([true, true, false, true, false, true]);
  });
});

describe("a contract", () => {
  it.each(["none", null] as const)("that signs nothing (%j): the event is not verified", async (signature) => {
    const verify = createWebhookVerifier(signedBy(signature), { clock });
    const event = await verify(post({}));
    expect(event).toMatchObject({
      isVerified: false,
      isDuplicate: false,
      taskId: "v-1",
      task: { status: "completed" },
    });
    expect(event.sentAt).toBeUndefined();
    expect(event.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await verify(post({}))).isDuplicate).toBe(true);
    // Another body with the same id is another event: a stranger's must not hide the true one.
    const other = BODY.replace("cdn.acme.test", "elsewhere.invalid");
    expect((await verify(post({}, other))).isDuplicate).toBe(false);
    const body = '{"id":"evt-t","data":{}}';
    expect((await errorOf(verify(post({}, body)))).code).toBe("contract_violation");
  });

  it("without webhooks has no verifier, and its type takes no secret", async () => {
    const none = { ...signedBy("none"), webhooks: {} };
    const error = await errorOf((async () => createWebhookVerifier(none)(post({})))());
    expect(error).toMatchObject({ code: "unsupported_feature", phase: "configure" });
    const verify = createWebhookVerifier(signedBy("none"));
    // @ts-expect-error nothing is signed, so there is no secret
    await verify(post({}), SECRET);
    // @ts-expect-error the contract signs with a secret
    await errorOf(make()(post({})));
  });
});
