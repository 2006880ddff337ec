// A receiver of webhooks in this process, and the requests of each provider that ask for its events.
import { createHmac, createPublicKey, verify } from "node:crypto";
import { readEvent, readTask } from "@omni-contracts/core/language";
import { contractOf } from "../src/engine/contract-of.js";
import { benchOf, documentOf, type Bench } from "./mocking.js";

export interface Received {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // What a body holds is what a test is about.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** The only one of them. */
export function onlyOne<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined || all.length > 1) throw new Error(`${all.length}, not one.`);
  return one;
}

/** A receiver that answers with these statuses, the last one over and over; 0 is no answer. */
export function createReceiver(...statuses: readonly number[]) {
  const received: Received[] = [];
  return {
    received,
    webhook: async (request: Request): Promise<Response> => {
      const text = await request.text();
      received.push({
        url: request.url,
        headers: Object.fromEntries(request.headers),
        text,
        body: JSON.parse(text),
      });
      const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
      if (status === 0) throw Object.assign(new Error("no"), { code: "ECONNREFUSED" });
      return new Response(null, { status });
    },
  };
}

/** What each provider wants to be asked; the names are those of its page. */
export const ASKS = {
  apimart: {
    submit: "/v1/videos/generations",
    body: { model: "gemini-omni-1.1-flash", prompt: "a boat", webhook: "http://127.0.0.1:9/hook" },
    url: "http://127.0.0.1:9/hook/callback",
    read: (id: string) => `/v1/tasks/${id}`,
    readId: "getTask",
    seconds: 180,
  },
  toapis: {
    submit: "/v1/videos/generations",
    body: { model: "gemini_omni", prompt: "a boat", callback_url: "http://127.0.0.1:9/hook" },
    url: "http://127.0.0.1:9/hook",
    read: (id: string) => `/v1/videos/generations/${id}`,
    readId: "getVideoGeneration",
    seconds: 180,
  },
  atlascloud: {
    submit: "/api/v1/model/generateVideo",
    body: {
      model: "google/gemini-omni-flash/text-to-video-developer",
      prompt: "a boat",
      webhook_url: "http://127.0.0.1:9/hook",
    },
    url: "http://127.0.0.1:9/hook",
    read: (id: string) => `/api/v1/model/prediction/${id}`,
    readId: "getPrediction",
    seconds: 90,
  },
} as const;
export type Asking = keyof typeof ASKS;
export const ASKING: readonly Asking[] = ["apimart", "toapis", "atlascloud"];

const shared = new Map<Asking, { readonly bench: Bench; post: (request: Request) => Promise<Response> }>();

/** A mock of a provider that knows nothing yet, and this as its receiver. It is the same mock each time. */
export function benchFor(provider: Asking, webhook: (request: Request) => Promise<Response>): Bench {
  const known = shared.get(provider);
  if (!known) {
    const bench = benchOf(provider, { webhook: (request) => made.post(request) });
    const made = { bench, post: webhook };
    shared.set(provider, made);
    return bench;
  }
  known.bench.mock.reset();
  known.post = webhook;
  return known.bench;
}

/** Submits a task that asks for its event. Gives its id. */
export async function submitFor(provider: Asking, bench: Bench, prompt = "a boat", more: object = {}): Promise<string> {
  const { submit, body } = ASKS[provider];
  const before = bench.mock.ledger().accepted.length;
  const answer = await bench.call("POST", submit, { ...body, prompt, ...more });
  const task = bench.mock.ledger().accepted[before]?.task;
  if (task === undefined) throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
  return task;
}

/** The task as a read shows it, and as an event tells it, both read by the contract. */
export function readerOf(provider: Asking) {
  const contract = contractOf(documentOf(provider));
  return {
    event: (body: unknown) => readEvent(contract, "taskFinished", body),
    task: (status: number, body: unknown) => readTask(contract, ASKS[provider].readId, { status, body }).task,
  };
}

/** As the page of ToAPIs says: lower-case hex over id, timestamp and raw body. */
export const isSignedByHmac = ({ headers, text }: Received, secret: string): boolean => {
  const signed = `${headers["x-toapis-webhook-id"]}.${headers["x-toapis-webhook-timestamp"]}.${text}`;
  return headers["x-toapis-webhook-signature"] === `v1=${createHmac("sha256", secret).update(signed).digest("hex")}`;
};

/** As the page of Atlas Cloud says: Ed25519 over timestamp and raw body, with the key that the header names. */
export async function isSignedByKeySet({ headers, text }: Received, bench: Bench): Promise<boolean> {
  const { keys } = await bench.read("GET", "/api/v1/webhooks/jwks.json");
  const jwk = keys.find((one: { kid: string }) => one.kid === headers["x-atlascloud-webhook-key-id"]);
  const key = createPublicKey({ key: jwk, format: "jwk" });
  const signature = Buffer.from(headers["x-atlascloud-webhook-signature-ed25519"] ?? "", "base64url");
  return verify(null, Buffer.from(`${headers["x-atlascloud-webhook-timestamp"]}.${text}`), key, signature);
}
