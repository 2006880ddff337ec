import { createConnection, type ApiOptions } from "../connection.js";
import type { Contract } from "../language/contract.js";
import { isObject } from "../language/objects.js";
import { textAt, type Answer } from "../language/match.js";
import { readEvent } from "../language/read-task.js";
import type { TaskSnapshot } from "../language/task.js";
import { systemClock, type Clock } from "../video/clock.js";
import { decodeHandle, encodeHandle } from "../video/handle.js";
import type { Secret, SecretOf, Signature, WebhookContract } from "./contract.js";
import { createKeySet, type FindKey } from "./key-set.js";
import { readRequest, type RawRequest, type WebhookRequest } from "./read-request.js";
import { createSeenEvents, type SeenEvents } from "./seen.js";
import { signaturesOf, signedBytes, timeOf } from "./signature.js";
import { webhookError } from "./trouble.js";

/** What every event has. */
interface EventFacts {
  /** The same each time that the event is sent: the contract's id, or, where nothing is signed, a hash of the body. */
  readonly id: string;
  /**
   * Whether the provider's signature was checked. Where the contract has none, anybody may have sent it: read the task with
   * `client.status(event.handle)` before anything follows from it.
   */
  readonly isVerified: boolean;
  /** It has come before. */
  readonly isDuplicate: boolean;
  /** When it was signed, as the signature covers it. */
  readonly sentAt?: Date;
  /** The body, parsed. */
  readonly body: unknown;
  /** Whether it tells of the task of a handle; not of one that was made before there was an answer to its submit. */
  readonly matches: (handle: string) => boolean;
  /** Forgets that it came, so that the next delivery is no duplicate: for a handler that fails afterwards. */
  readonly forget: () => Promise<void>;
}

/** An event that tells of a task. */
export interface TaskEvent extends EventFacts {
  /** What it says of the task. */
  readonly task: TaskSnapshot;
  /** The provider's id of the task. */
  readonly taskId: string;
  /** Finds the task by this id; not the text that `submit` gave, see `matches`. */
  readonly handle: string;
}

/** An event that tells of no task, such as the one that a console sends to try the address out. */
export interface OtherEvent extends EventFacts {
  readonly task?: undefined;
  readonly taskId?: undefined;
  readonly handle?: undefined;
}

export type WebhookEvent = TaskEvent | OtherEvent;

/** `headers`, `fetch` and `baseURL` are for the key set, where the contract has one. */
export interface WebhookOptions extends Pick<ApiOptions, "headers" | "fetch" | "baseURL"> {
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** Remembers what has come. Default: the last 10,000 events, in memory. */
  readonly seen?: SeenEvents | undefined;
}

/** Reads one delivery. */
export type VerifyWebhook<C extends WebhookContract = WebhookContract> = (
  request: WebhookRequest,
  ...secret: SecretOf<C>
) => Promise<WebhookEvent>;

const HMAC = { name: "HMAC", hash: "SHA-256" };

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The secrets of a call. @throws {OmniError} `authentication` when there is none, or one that was copied with a line break */
function secretsOf(provider: string, { header }: Signature, given: Secret | undefined): readonly string[] {
  const secrets = [given ?? []].flat();
  const problem =
    secrets.length === 0 || secrets.includes("")
      ? "There is no secret. Pass the one that the provider showed when the webhook was set up"
      : secrets.some((one) => one !== one.trim())
        ? "The secret begins or ends with a blank or a line break. Copy it again"
        : undefined;
  if (problem === undefined) return secrets;
  throw webhookError(provider, "authentication", `${problem}; ${header} is checked with it.`, { phase: "configure" });
}

/** A handle that finds a task by nothing but its id. */
function handleFor(
  { service: { provider }, lifecycle }: WebhookContract,
  id: string,
  model: string,
  at: number,
): string {
  const submits = Object.entries(lifecycle.submit);
  const [found] = submits.filter(([, { read }]) =>
    Object.values(lifecycle.read[read]?.with ?? {}).some((names) => [names].flat().includes("id")),
  );
  const [operation = ""] = found ?? submits[0] ?? [];
  return encodeHandle({ provider, operation, model, captures: { id }, submittedAt: at, fingerprint: "" });
}

/**
 * Makes the function that takes the webhooks of one provider: it checks signature and age as the contract says, names
 * duplicates, and gives the task in the words that all providers share. Make it once: it remembers what has come, and keys.
 *
 * It rejects with an {@link OmniError}: `authentication` for whatever does not prove to come from the provider now (answer 401),
 * `contract_violation` for an event that cannot be read (400), `network` when the key set cannot be read (503), and
 * `invalid_request` when the body was read or parsed before.
 *
 * @param contract `import * as contract from "@omni-contracts/<provider>/contract"`
 * @throws {OmniError} `unsupported_feature` when the contract has no webhook
 */
export function createWebhookVerifier<const C extends WebhookContract>(
  contract: C,
  options: WebhookOptions = {},
): VerifyWebhook<C> {
  const { service, events, webhooks, operations } = contract;
  const { provider } = service;
  const { clock = systemClock, seen = createSeenEvents() } = options;
  const connection = createConnection(service, options);
  const [entry] = Object.entries<WebhookContract["webhooks"][string]>(webhooks);
  if (!entry) {
    const message = "The contract has no webhook. Wait for the task with `client.wait(handle)`.";
    throw webhookError(provider, "unsupported_feature", message, { phase: "configure" });
  }
  const [name, { signature: stated }] = entry;
  const rule = stated === "none" || stated === null ? undefined : stated;
  const findKey: FindKey | undefined =
    rule && rule.key !== "secret" ? createKeySet(contract, rule.key.jwks, connection, clock) : undefined;
  const form = events.representations[events.webhooks?.[name]?.as ?? ""] ?? {};
  const readable: Contract = { operations, lifecycle: { ...contract.lifecycle, ...events } };

  async function keysFor({ headers }: RawRequest, by: Signature, secret: Secret | undefined): Promise<CryptoKey[]> {
    if (by.key === "secret") {
      const secrets = secretsOf(provider, by, secret).map((one) => new TextEncoder().encode(one));
      return Promise.all(secrets.map((one) => crypto.subtle.importKey("raw", one, HMAC, false, ["verify"])));
    }
    const kid = headers.get(by.key.id);
    if (kid === null || !findKey) {
      throw webhookError(
        provider,
        "authentication",
        `The header ${by.key.id} is missing: nobody knows which key signed it.`,
      );
    }
    return [await findKey(kid)];
  }

  /** @throws {OmniError} `authentication` unless one of the signatures was made with one of the keys */
  async function assertSigned(raw: RawRequest, by: Signature, secret: Secret | undefined): Promise<void> {
    const signatures = signaturesOf(provider, raw, by);
    const bytes = signedBytes(provider, raw, by);
    const algorithm = by.algorithm === "ed25519" ? { name: "Ed25519" } : HMAC;
    for (const key of await keysFor(raw, by, secret)) {
      for (const one of signatures) {
        // Takes the same time whatever is wrong with it.
        if (await crypto.subtle.verify(algorithm, key, one, bytes)) return;
      }
    }
    const advice =
      by.key === "secret"
        ? "Either a stranger sent it, or the secret is another one, or the body is not the bytes that came."
        : "Either a stranger sent it, or the body is not the bytes that came.";
    throw webhookError(provider, "authentication", `${by.header} does not fit the body. ${advice}`);
  }

  function parsed({ bytes }: RawRequest): unknown {
    try {
      const body: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      if (isObject(body)) return body;
    } catch {
      // Told below: what a parser says of a stranger's text helps nobody.
    }
    throw webhookError(provider, "contract_violation", "The event is no JSON object.");
  }

  async function idOf(raw: RawRequest, answer: Answer): Promise<string> {
    const told = textAt(rule?.deliveryId, answer);
    if (told !== undefined) return told;
    // Without a signature an id could be taken beforehand by a stranger, and the true event would be called a duplicate.
    return `sha256:${hexOf(await crypto.subtle.digest("SHA-256", raw.bytes))}`;
  }

  async function verify(request: WebhookRequest, secret?: Secret): Promise<WebhookEvent> {
    // A secret that is missing is told even when a stranger knocks.
    if (rule?.key === "secret") secretsOf(provider, rule, secret);
    const raw = await readRequest(provider, request);
    const sentAt = rule && timeOf(provider, raw, rule, clock.now());
    if (rule) await assertSigned(raw, rule, secret);
    const body = parsed(raw);
    const answer = { status: 200, headers: raw.headers, body };
    const task = readEvent(readable, name, body);
    const taskId = textAt(form.id, answer);
    if (task ? taskId === undefined : !rule) {
      throw webhookError(provider, "contract_violation", "The event shows no task that the contract knows.");
    }
    const id = await idOf(raw, answer);
    const key = `${provider}:${name}:${id}`;
    const common: EventFacts = {
      ...{ id, isVerified: rule !== undefined, isDuplicate: !(await seen.add(key)), body },
      ...(sentAt && { sentAt }),
      matches(handle) {
        const data = decodeHandle(handle);
        return taskId !== undefined && data?.provider === provider && data.captures.id === taskId;
      },
      async forget() {
        await seen.delete(key);
      },
    };
    if (!task || taskId === undefined) return common;
    // An event comes at the end: whoever looks by this handle must not think that the task has just begun.
    const at = task.createdAt?.getTime() ?? clock.now() - contract.lifecycle.poll.giveUp * 1000;
    return { ...common, task, taskId, handle: handleFor(contract, taskId, textAt(form.model, answer) ?? "", at) };
  }

  return (request, ...[secret]) => verify(request, secret);
}
