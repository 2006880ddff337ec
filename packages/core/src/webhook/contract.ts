import type { Service } from "../connection.js";
import type { Lifecycle, Operation, Source } from "../language/contract.js";

/** How a contract says that a delivery is signed: `x-signature`. */
export interface Signature {
  readonly algorithm: "hmac-sha256" | "ed25519";
  /** A secret that was shared once, or the operationId of a key set and the header with the key's id. */
  readonly key: "secret" | { readonly jwks: string; readonly id: string };
  /** The header that carries it. */
  readonly header: string;
  /** How it is written there. */
  readonly encoding: "hex" | "base64" | "base64url";
  /** Stands before each signature in the header. */
  readonly prefix?: string;
  /** Stands between several signatures of one delivery. */
  readonly separator?: string;
  /** What is signed; `{header:Name}` and `{body}` are filled in. */
  readonly signed: string;
  /** The header that tells when it was signed. */
  readonly timestamp?: { readonly header: string; readonly format: "unix-seconds" | "unix-milliseconds" };
  /** Seconds of age after which a delivery is refused. */
  readonly tolerance?: number;
  /** The id that stays the same when an event is sent again. */
  readonly deliveryId?: Source;
}

/** What a receiver needs of a contract; `import * as contract from "@omni-contracts/<provider>/contract"` has it. */
export interface WebhookContract {
  readonly service: Service;
  /** By operationId. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly lifecycle: Lifecycle;
  /** How each event shows its task. */
  readonly events: Pick<Lifecycle, "webhooks" | "representations">;
  /** By the name under `webhooks` of the contract; `null` where no page tells how it is signed. */
  readonly webhooks: Readonly<Record<string, { readonly signature: "none" | Signature | null }>>;
}

/** A secret, or, while one is replaced, the old one and the new one. */
export type Secret = string | readonly string[];

type KeyOf<C extends WebhookContract> = Extract<C["webhooks"][keyof C["webhooks"]]["signature"], Signature>["key"];

/** What a call takes beside the request: a secret where the contract signs with one, and nothing elsewhere. */
export type SecretOf<C extends WebhookContract> =
  "secret" extends KeyOf<C> ? (KeyOf<C> extends "secret" ? [secret: Secret | undefined] : [secret?: Secret]) : [];
