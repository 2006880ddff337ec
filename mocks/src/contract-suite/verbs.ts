import { OmniError } from "@omni-contracts/core";
import { objectAt, type Document, type Fixture } from "@omni-contracts/specs";
import { expect } from "vitest";
import { contractOf } from "../engine/contract-of.js";
import type { ClientOptions } from "./client.js";
import { createRecorder, type Replay } from "./coverage.js";

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A normalized client, as far as the suite uses it. */
export interface VerbClient {
  readonly submit: (request: never, options?: Sent) => Promise<{ readonly handle: string }>;
  readonly status: (handle: string, options?: Sent) => Promise<{ readonly raw: unknown }>;
  readonly upload: (file: Blob, options?: Sent) => Promise<{ readonly url: string }>;
  readonly balance: (options?: Sent) => Promise<{ readonly amount: number | undefined }>;
}

interface VerbOptions extends ClientOptions {
  readonly onEvent: (event: { readonly type: string }) => void;
  readonly clock: { readonly now: () => number; readonly sleep: (milliseconds: number) => Promise<void> };
}

/** A client in the words that all providers share, and a request for each operation that costs money. */
export interface Normalized {
  readonly create: (options: VerbOptions) => VerbClient;
  readonly requests: Readonly<Record<string, object>>;
}

/** A value as what a caller without types may pass it for. */
function untyped(value: unknown): never;
function untyped(value: unknown): unknown {
  return value;
}

const FILES = [
  new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], { type: "image/png" }),
  new Blob([Uint8Array.of(0, 0, 0, 24), "ftypmp42"], { type: "video/mp4" }),
];

/** What an error keeps of a body, in characters. */
const KEPT = 4000;

/** The verb that calls an operation, if there is one: the contract says so, whatever a client was tried with. */
export function createVerbOf(document: Document): (operation: string) => string | undefined {
  const { lifecycle } = contractOf(document);
  const [balance] = Object.keys(lifecycle.balance ?? {});
  return (operation) => {
    if (operation in lifecycle.submit) return "submit";
    if (operation in lifecycle.read) return "status";
    if (operation === balance) return "balance";
    return operation in (lifecycle.upload ?? {}) ? "upload" : undefined;
  };
}

/** The verbs of a client on a server that answers with the example that `Prefer` names. */
export function createVerbs(document: Document, fetch: typeof globalThis.fetch, { create, requests }: Normalized) {
  const { lifecycle } = contractOf(document);
  const recorder = createRecorder(document, fetch);
  const state = { isRefused: false };
  const client = create({
    ...{ apiKey: "sk-test", baseURL: "http://prism.test", fetch: recorder.fetch },
    onEvent: ({ type }) => {
      state.isRefused = type === "refused";
    },
    clock: {
      now: () => Date.UTC(2026, 10, 21),
      // After a refusal it goes on at once; time limits never come.
      sleep: () => (state.isRefused ? Promise.resolve() : new Promise(() => undefined)),
    },
  });
  const [balance] = Object.keys(lifecycle.balance ?? {});

  /** The files that reach an upload: a client chooses by their kind. */
  async function fileFor(operation: string): Promise<Blob> {
    for (const file of FILES) {
      recorder.take();
      await client.upload(file);
      if (recorder.take().some((one) => one.operation === operation)) return file;
    }
    throw new Error(`No file of the suite reaches ${operation}.`);
  }

  async function handleFor(read: string): Promise<string> {
    const [submit = ""] = Object.entries(lifecycle.submit).find(([, one]) => one.read === read) ?? [];
    return (await client.submit(untyped(requests[submit]))).handle;
  }

  /** What calls an operation: it gets ready without `Prefer`, and is then called with it. */
  async function callOf(operation: string): Promise<(sent: Sent) => Promise<unknown>> {
    if (operation in lifecycle.submit) return (sent) => client.submit(untyped(requests[operation]), sent);
    if (operation in lifecycle.read) {
      const handle = await handleFor(operation);
      return (sent) => client.status(handle, sent);
    }
    if (operation === balance) return (sent) => client.balance(sent);
    const file = await fileFor(operation);
    return (sent) => client.upload(file, sent);
  }

  return {
    /**
     * Has a verb answered with an example: a success shows what stands in the body, a failure is one of ours with the status and
     * the body of the answer on it. @returns what was seen on the wire
     */
    async replay({ id, status, name, body, headers }: Fixture, method: string): Promise<Replay[]> {
      const call = await callOf(id);
      recorder.take();
      const [settled] = await Promise.allSettled([call({ headers: { Prefer: `code=${status}, example=${name}` } })]);
      const seen = recorder.take();
      const text = JSON.stringify(body);
      if (settled.status === "fulfilled") {
        const shown = objectAt(settled.value);
        // Snapshots have the body with them; everything else is read out of it.
        if ("raw" in shown) expect(shown.raw).toEqual(body);
        else expect(status).toBeLessThan(300);
        for (const member of [shown.url, shown.amount])
          if (member !== undefined) expect(text).toContain(JSON.stringify(member));
        if (method === "submit") expect(shown.handle).toMatch(/./);
      } else {
        const error: unknown = settled.reason;
        if (!OmniError.isInstance(error)) throw error;
        expect(error.statusCode, error.message).toBe(status);
        expect((error.responseBody ?? "").slice(0, KEPT)).toBe(text.slice(0, KEPT));
        const after = headers["retry-after"];
        if (after !== undefined && /^\d+$/.test(after)) expect(error.retryAfterMs).toBe(Number(after) * 1000);
        // What may have been paid for is not offered to be sent again.
        if (error.code === "submission_unknown") expect(error.isRetryable).toBe(false);
      }
      // Every exchange was with this operation and this example: nothing else may stand in for it.
      expect(seen.map(({ operation, example }) => `${operation} ${example}`)).toEqual(seen.map(() => `${id} ${name}`));
      return seen.map((one) => ({ ...one, method }));
    },
  };
}
