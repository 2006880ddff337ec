import { inspect } from "node:util";
import {
  createVideoClient,
  OmniError,
  type ClientOptions,
  type JournalEntry,
  type VideoEvent,
} from "../../src/index.js";
import type { VideoContract } from "../../src/video/context.js";
import { createTime } from "./time.js";

export const KEY = "sk-canary-0123456789";

const text = { type: "string" };

/** A provider that exists nowhere: a plain model, one with a reference of the client's, one that is read by address. */
export const contract = {
  service: {
    provider: "acme",
    servers: ["https://api.acme.test"],
    envKey: "ACME_API_KEY",
    publicOperations: [],
  },
  operations: {
    make: {
      method: "post",
      path: "/v1/videos",
      outcomes: [
        { http: 200, has: "$.id", outcome: "accepted" },
        { http: 422, outcome: "rejected", error: "content_policy" },
        { http: 500, outcome: "unknown", advice: "Send it again, two or three times." },
        {
          http: 503,
          where: { "$.code": ["busy"] },
          outcome: "rejected",
          error: "provider_unavailable",
          resend: { after: "Retry-After", else: [2, 4] },
        },
      ],
    },
    order: { method: "post", path: "/v1/orders", outcomes: [{ http: 200, has: "$.id", outcome: "accepted" }] },
    queue: { method: "post", path: "/v1/queue", outcomes: [{ http: 200, has: "$.id", outcome: "accepted" }] },
    look: { method: "get", path: "/v1/videos/{id}" },
    find: { method: "get", path: "/v1/orders" },
    lookQueue: { method: "get", path: "/v1/queue/{missing}" },
    result: { method: "get", path: "/v1/queue/{id}/result" },
    upload: { method: "post", path: "/v1/files" },
    credit: { method: "get", path: "/v1/credit" },
  },
  lifecycle: {
    charge: { at: "accepted", failed: "refunded", cancelled: "kept" },
    states: {
      queued: ["waiting"],
      in_progress: ["running"],
      completed: ["done"],
      failed: ["broken"],
      cancelled: ["stopped"],
      expired: ["late"],
    },
    submit: {
      make: { handle: { id: "$.id" }, read: "look" },
      order: { handle: { id: "$.id", reference: { request: "$.reference" } }, read: "find" },
      queue: { handle: { id: "$.id", url: "$.status_url" }, read: "lookQueue" },
    },
    read: {
      look: { with: { "path.id": "id" }, as: "job" },
      find: { with: { "query.reference": "reference" }, as: "job" },
      lookQueue: { url: "url", as: "job", next: "result" },
      result: { with: { "path.id": "id" }, as: "result" },
    },
    representations: {
      job: {
        first: [{ http: 404, within: 20, is: "queued" }],
        state: "$.status",
        progress: { at: "$.progress" },
        videos: [{ url: "$.url" }],
        cost: [{ at: "$.cost", currency: "USD" }],
        error: { message: "$.reason" },
      },
      result: { first: [{ http: 200, has: "$.url", is: "completed" }], videos: [{ url: "$.url" }] },
    },
    errors: { message: "$.message", code: "$.code", requestId: { header: "X-Request-Id" } },
    poll: { first: 10, every: [5, 20], giveUp: 600, typical: 100 },
    upload: { upload: { file: "file", url: "$.url", media: { types: ["image/png"], bytes: 100 } } },
    balance: { credit: { amount: "$.left", unit: "USD", unlimited: "$.endless" } },
  },
  models: {
    plain: {
      operation: "make",
      aliases: ["plain-2"],
      lineage: "acme",
      channel: "own",
      status: "current",
      capabilities: { requires: ["prompt"], inputReferences: [1, 2] },
      inputs: [
        { path: "$.prompt", role: "prompt" },
        { path: "$.images", role: "inputReferences", list: true },
      ],
    },
    referenced: {
      operation: "order",
      lineage: "acme",
      channel: "own",
      status: "current",
      capabilities: { requires: ["prompt"], clientReference: true },
      inputs: [
        { path: "$.prompt", role: "prompt" },
        { path: "$.reference", role: "clientReference" },
      ],
    },
    queued: {
      operation: "queue",
      lineage: "acme",
      channel: "own",
      status: "current",
      capabilities: { requires: ["prompt"] },
      inputs: [{ path: "$.prompt", role: "prompt" }],
    },
  },
  requestSchemas: {
    make: {
      type: "object",
      required: ["model", "prompt"],
      properties: { model: text, prompt: text, images: { type: "array", items: text, maxItems: 2 } },
      additionalProperties: false,
    },
    order: {
      type: "object",
      required: ["model", "prompt"],
      properties: { model: text, prompt: text, reference: text },
      additionalProperties: false,
    },
    queue: {
      type: "object",
      required: ["model", "prompt"],
      properties: { model: text, prompt: text },
      additionalProperties: false,
    },
  },
} as const satisfies VideoContract;

export type Reply = Response | Error | "hang" | Promise<Response>;

interface Setup extends Omit<ClientOptions, "fetch" | "clock" | "journal"> {
  /** The answer to the n-th request, from 0. The last of a list answers the rest. */
  readonly replies: readonly (() => Reply)[] | ((request: Request, n: number) => Reply);
  readonly isFrozen?: boolean;
  /** By how many milliseconds the clock on the wall has been set back. */
  readonly setBack?: () => number;
  readonly write?: (entry: JournalEntry) => Promise<void>;
}

/** A client of it, with everything that it sent and told. */
export function acme({ replies, isFrozen = false, setBack = () => 0, write, ...options }: Setup) {
  const time = createTime({ isFrozen });
  const requests: Request[] = [];
  const events: VideoEvent[] = [];
  const entries: JournalEntry[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const n = requests.push(request) - 1;
    const reply = typeof replies === "function" ? replies(request, n) : (replies[n] ?? replies.at(-1))?.();
    if (reply === "hang" || reply === undefined) return new Promise<never>(() => undefined);
    if (reply instanceof Error) throw reply;
    return reply instanceof Response ? time.during(Promise.resolve(reply)) : reply;
  };
  const client = createVideoClient(contract, {
    apiKey: KEY,
    random: () => 0.5,
    newId: () => "0c1de7a4-ref",
    onEvent: (event) => events.push(event),
    ...options,
    fetch,
    clock: { ...time.clock, now: () => time.clock.now() - setBack(), elapsed: () => time.clock.now() },
    journal: {
      async write(entry) {
        entries.push(entry);
        await write?.(entry);
      },
    },
  });
  const posts = () => requests.filter(({ method }) => method === "POST");
  return { client, time, requests, posts, events, entries };
}

export const accepted = () => Response.json({ id: "v-1" });
export const job = (status: string, more: object = {}) => Response.json({ status, ...more });
export const done = () => job("done", { url: "https://cdn.acme.test/v-1.mp4" });

/** The error that a promise rejects with; anything but an OmniError is thrown on. */
export async function errorOf(promise: Promise<unknown>): Promise<OmniError> {
  const error: unknown = await promise.then(
    (value) => new Error(`It did not fail: ${inspect(value)}`),
    (reason: unknown) => reason,
  );
  if (!OmniError.isInstance(error)) throw error;
  return error;
}

/** A promise that is settled from outside. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  return { promise, resolve, reject };
}

/** What a node fetch fails with. */
export const fetchFailure = (code: string): Error =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
