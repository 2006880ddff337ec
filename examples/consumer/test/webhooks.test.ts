// `core/webhook` at what mocks send: signed as each contract says, and wrong in every way that the faults of webhooks know.
import { createApimart } from "@omni-contracts/apimart";
import * as apimart from "@omni-contracts/apimart/contract";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import * as atlascloud from "@omni-contracts/atlascloud/contract";
import { OmniError } from "@omni-contracts/core";
import { createWebhookVerifier, type WebhookEvent } from "@omni-contracts/core/webhook";
import * as jimmyai from "@omni-contracts/jimmyai/contract";
import { createMock, readCatalogue, WEBHOOK_SECRET, type Mock } from "@omni-contracts/mocks";
import { readDocument, type Document } from "@omni-contracts/specs";
import { createToapis } from "@omni-contracts/toapis";
import * as toapis from "@omni-contracts/toapis/contract";
import { describe, expect, it } from "vitest";

const START = Date.UTC(2026, 10, 21);
const LINK = "https://127.0.0.1:9/hook";

const documents = new Map<string, Document>();
function documentOf(provider: string): Document {
  const document = documents.get(provider) ?? readDocument(provider);
  documents.set(provider, document);
  return document;
}

type Provider = "toapis" | "apimart" | "atlascloud";
const PROVIDERS: readonly Provider[] = ["toapis", "apimart", "atlascloud"];
/** Where nothing is signed, nothing can be refused. */
const isSigned = (provider: Provider): boolean => provider !== "apimart";

/** Ways to submit and to take events, as a program has them that knows nothing of mocks. */
function programOf(provider: Provider, mock: Mock) {
  const clock = { now: () => mock.now(), sleep: () => new Promise<never>(() => undefined) };
  const baseURL = `http://mock.test/${provider}`;
  const options = { apiKey: "sk-test", baseURL, fetch: (request: Request) => mock.fetch(request), clock };
  if (provider === "toapis") {
    const client = createToapis(options);
    const verify = createWebhookVerifier(toapis, options);
    const order = { model: "gemini_omni", duration: 6, webhookUrl: LINK } as const;
    return {
      client,
      submit: (prompt: string) => client.submit({ ...order, prompt }),
      verify: (request: Request) => verify(request, WEBHOOK_SECRET),
    };
  }
  if (provider === "apimart") {
    const client = createApimart(options);
    const order = { model: "gemini-omni-1.1-flash", webhookUrl: LINK } as const;
    return {
      client,
      submit: (prompt: string) => client.submit({ ...order, prompt }),
      verify: createWebhookVerifier(apimart, options),
    };
  }
  const client = createAtlascloud(options);
  const order = {
    model: "google/gemini-omni-flash/text-to-video-developer",
    duration: 6,
    webhookUrl: LINK,
  } as const;
  return {
    client,
    submit: (prompt: string) => client.submit({ ...order, prompt }),
    verify: createWebhookVerifier(atlascloud, options),
  };
}

/** A mock whose events go to a receiver, and what the receiver made of them. */
function place(provider: Provider) {
  const told: string[] = [];
  const events: WebhookEvent[] = [];
  const truths: string[] = [];
  async function receive(request: Request): Promise<Response> {
    try {
      const event = await program.verify(request);
      told.push(event.isDuplicate ? "duplicate" : (event.task?.status ?? "no task"));
      events.push(event);
      if (event.task) truths.push((await program.client.status(event.handle)).status);
      return new Response(null, { status: 204 });
    } catch (error) {
      if (!OmniError.isInstance(error)) throw error;
      told.push(error.code);
      return new Response(null, { status: 401 });
    }
  }
  // One after the other: how long a signature takes must not decide on the order.
  const line: { last: Promise<unknown> } = { last: Promise.resolve() };
  const mock: Mock = createMock({
    specs: [documentOf(provider)],
    clock: () => START,
    webhook: (request) => {
      const turn = line.last.then(() => receive(request));
      line.last = turn.catch(() => undefined);
      return turn;
    },
  });
  const program = programOf(provider, mock);
  return {
    ...{ mock, program, told, events, truths },
    pass: async (seconds: number) => {
      mock.advance(seconds);
      await mock.settled();
    },
  };
}

/** Fault → what a receiver makes of the events, where they are signed and where they are not. */
const FAULTS: Readonly<Record<string, { readonly signed: readonly string[]; readonly unsigned?: readonly string[] }>> =
  {
    "webhook-missing": { signed: [] },
    "webhook-duplicate": { signed: ["completed", "duplicate"] },
    "webhook-late": { signed: ["completed"] },
    "webhook-out-of-order": { signed: ["completed"] },
    "webhook-replayed": { signed: ["completed", "authentication"], unsigned: ["completed", "duplicate"] },
    "webhook-forged": { signed: ["authentication", "completed"], unsigned: ["completed", "completed"] },
    "webhook-forged-unsigned": { signed: ["authentication", "completed"], unsigned: ["completed", "completed"] },
    "webhook-forged-body": { signed: ["authentication", "completed"], unsigned: ["completed", "completed"] },
  };

it("every fault of webhooks has a row", () => {
  const names = [...readCatalogue().keys()].filter((name) => name.startsWith("webhook-"));
  expect(Object.keys(FAULTS)).toEqual(names);
});

describe.each(PROVIDERS)("%s", (provider) => {
  it("an event says what a look says, of the task that was submitted", async () => {
    const { program, events, told, pass, mock } = place(provider);
    const { handle } = await program.submit("a boat");
    const other = await program.submit("another boat");
    await pass(180);
    const [event] = events.filter((one) => one.matches(handle));
    if (!event?.task) throw new Error(`No event: ${told.join()}`);
    const look = await program.client.status(handle);
    expect(event).toMatchObject({ isVerified: isSigned(provider), isDuplicate: false });
    expect([event.task.status, event.task.videos[0]?.url]).toEqual([look.status, look.videos[0]?.url]);
    expect(look.videos[0]?.url).toContain("http");
    expect(event.taskId).toBe(mock.ledger().accepted[0]?.task);
    expect(event.matches(other.handle)).toBe(false);
    expect(events.filter((one) => one.matches(other.handle))).toHaveLength(1);
    expect(mock.webhooks().map(({ outcome }) => outcome)).toEqual(["taken", "taken"]);
  });

  it("a failed task is told as failed", async () => {
    const { program, events, pass } = place(provider);
    await program.submit("x [mock:failed-refunded]");
    await pass(180);
    expect(events).toHaveLength(1);
    expect(events[0]?.task).toMatchObject({ status: "failed", videos: [] });
    expect(events[0]?.task?.error?.code).toBeDefined();
  });

  it.each(Object.entries(FAULTS))("%s", async (name, { signed, unsigned = signed }) => {
    const { program, told, events, truths, pass, mock } = place(provider);
    const { handle } = await program.submit(`x [mock:${name}]`);
    // Half of the time is when strangers come; an hour later, when caught events come again.
    for (const seconds of [45, 45, 90, 60, 600, 3600]) await pass(seconds);
    expect(told).toEqual(isSigned(provider) ? signed : unsigned);
    expect(events.every((event) => event.matches(handle) && event.isVerified === isSigned(provider))).toBe(true);
    const isForged = name.startsWith("webhook-forged");
    // What was not signed said "completed" too early; the look that it asks for knew better.
    expect(truths).toEqual(
      isForged && !isSigned(provider) ? ["in_progress", "completed"] : truths.map(() => "completed"),
    );
    const links = events.map(({ task }) => task?.videos[0]?.url ?? "");
    expect(links.some((link) => link.includes("elsewhere.invalid"))).toBe(isForged && !isSigned(provider));
    expect(mock.ledger().totals.accepted).toBe(1);
  });

  it("events in the wrong order are each of their own task", async () => {
    const { program, events, pass, mock } = place(provider);
    const first = await program.submit("x [mock:webhook-out-of-order]");
    mock.advance(5);
    const second = await program.submit("y");
    await pass(180);
    await pass(60);
    expect(events.map((event) => [event.matches(first.handle), event.matches(second.handle)])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

it("an event that was signed with another secret is refused, and sent again", async () => {
  const { program, told, pass, mock } = place("toapis");
  const wrong = createMock({
    specs: [documentOf("toapis")],
    webhookSecret: "another",
    clock: () => START,
    webhook: relay,
  });
  const seen: number[] = [];
  async function relay(request: Request): Promise<Response> {
    const error: unknown = await program.verify(request).catch((thrown: unknown) => thrown);
    seen.push(OmniError.isInstance(error) && error.code === "authentication" ? 401 : 204);
    return new Response(null, { status: seen.at(-1) ?? 500 });
  }
  await programOf("toapis", wrong).submit("a boat");
  wrong.advance(180);
  mock.advance(180);
  await wrong.settled();
  wrong.advance(10);
  mock.advance(10);
  await wrong.settled();
  expect(seen).toEqual([401, 401]);
  await pass(0);
  expect(told).toEqual([]);
});

it("the contract that has no webhooks says so", () => {
  expect(() => createWebhookVerifier(jimmyai)).toThrow("has no webhook");
});
