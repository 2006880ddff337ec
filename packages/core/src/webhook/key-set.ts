import type { Connection } from "../connection.js";
import { isObject } from "../language/objects.js";
import { elapsedOf, within, type Clock } from "../video/clock.js";
import type { WebhookContract } from "./contract.js";
import { webhookError } from "./trouble.js";

/** How long keys are taken before the set is read again, in milliseconds: a key that was withdrawn must end. */
const FRESH = 3_600_000;
/** At least so many milliseconds lie between two reads, whatever ids strangers name. */
const PAUSE = 10_000;
/** How long a read may take, in milliseconds. */
const LIMIT = 10_000;
/** The largest key set that is read, in characters, and the keys of it that count. */
const LARGEST = 65_536;
const MOST = 32;

/** A public key (RFC 8037), reduced to what is needed. */
interface PublicKey {
  readonly kid: string;
  readonly x: string;
}

function publicKeysOf(text: string): PublicKey[] {
  const set: unknown = JSON.parse(text);
  const keys: unknown = isObject(set) ? set.keys : undefined;
  if (!Array.isArray(keys)) throw new TypeError("There is no list of keys in it.");
  return keys.slice(0, MOST).flatMap((one: unknown): PublicKey[] => {
    if (!isObject(one) || one.kty !== "OKP" || one.crv !== "Ed25519") return [];
    if (one.use !== undefined && one.use !== "sig") return [];
    const { kid, x } = one;
    return typeof kid === "string" && typeof x === "string" ? [{ kid, x }] : [];
  });
}

/** Finds a public key by its id. */
export type FindKey = (kid: string) => Promise<CryptoKey>;

/**
 * The key set of a contract, read from the provider's own address and no other: nothing that a delivery says chooses it. It is
 * read when it is first needed, once an hour, and for an id that it does not have, at most every 10 s.
 */
export function createKeySet(
  { service: { provider }, operations }: WebhookContract,
  operationId: string,
  { base, headers, fetch }: Connection,
  clock: Clock,
): FindKey {
  const url = base + (operations[operationId]?.path ?? "");
  const elapsed = () => elapsedOf(clock);
  const state: { keys: ReadonlyMap<string, CryptoKey>; readAt: number; triedAt: number; reading?: Promise<void> } = {
    ...{ keys: new Map(), readAt: -Infinity, triedAt: -Infinity },
  };

  async function imported({ kid, x }: PublicKey): Promise<[string, CryptoKey]> {
    const key = { kty: "OKP", crv: "Ed25519", x };
    try {
      return [kid, await crypto.subtle.importKey("jwk", key, { name: "Ed25519" }, false, ["verify"])];
    } catch (cause) {
      const message = `The key ${JSON.stringify(kid)} of ${url} cannot be used; this runtime needs Ed25519 in WebCrypto.`;
      throw webhookError(provider, "unsupported_feature", message, { cause });
    }
  }

  async function read(): Promise<void> {
    state.triedAt = elapsed();
    const failure = `The key set at ${url} could not be read, so nothing can be verified. Answer 503: it may be sent again.`;
    try {
      const text = await within(clock, LIMIT, undefined, async (signal) => {
        // A redirect could lead to anybody's keys.
        const response = await fetch(new Request(url, { headers, redirect: "error", signal }));
        if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
        return response.text();
      });
      if (text.length > LARGEST) throw new Error(`It has more than ${LARGEST} characters.`);
      const keys = publicKeysOf(text);
      state.keys = new Map(await Promise.all(keys.map(imported)));
      state.readAt = elapsed();
    } catch (cause) {
      throw webhookError(provider, "network", failure, { cause, isRetryable: true });
    }
  }

  /** Those who come meanwhile wait for the same read. */
  async function refresh(): Promise<void> {
    state.reading ??= read().finally(() => {
      delete state.reading;
    });
    await state.reading;
  }

  return async (kid) => {
    const isStale = elapsed() - state.readAt >= FRESH;
    const known = isStale ? undefined : state.keys.get(kid);
    if (known) return known;
    if (state.reading || elapsed() - state.triedAt >= PAUSE) await refresh();
    const found = elapsed() - state.readAt < FRESH ? state.keys.get(kid) : undefined;
    if (found) return found;
    if (state.readAt < state.triedAt) {
      const message = `The key set at ${url} could not be read a moment ago, so nothing can be verified. Answer 503.`;
      throw webhookError(provider, "network", message, { isRetryable: true });
    }
    const message = `${url} has no Ed25519 key ${JSON.stringify(kid.slice(0, 100))}: it is not signed by the provider.`;
    throw webhookError(provider, "authentication", message);
  };
}
