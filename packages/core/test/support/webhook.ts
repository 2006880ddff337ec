// Webhooks of a provider that exists nowhere, signed here by node:crypto and not by what is tested.
import { createHmac, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import type { Signature, WebhookContract } from "../../src/webhook/index.js";
import { contract } from "./acme.js";
import { START } from "./time.js";

export const SECRET = "whsec-canary-0123456789abcdef";
export const NOW = START / 1000;

const events = {
  webhooks: { finished: { as: "event" } },
  representations: {
    event: {
      state: "$.data.status",
      id: "$.data.id",
      model: "$.data.model",
      createdAt: { at: "$.data.created", format: "unix-seconds" },
      videos: [{ url: "$.data.url" }],
      error: { message: "$.data.reason" },
    },
  },
} as const;

export const HMAC = {
  algorithm: "hmac-sha256",
  key: "secret",
  header: "X-Acme-Signature",
  encoding: "hex",
  prefix: "v1=",
  separator: ",",
  signed: "{header:X-Acme-Id}.{header:X-Acme-Time}.{body}",
  timestamp: { header: "X-Acme-Time", format: "unix-seconds" },
  tolerance: 300,
  deliveryId: { header: "X-Acme-Id" },
} as const satisfies Signature;

export const ED25519 = {
  algorithm: "ed25519",
  key: { jwks: "keys", id: "X-Acme-Key" },
  header: "X-Acme-Signature",
  encoding: "base64url",
  signed: "{header:X-Acme-Time}.{body}",
  timestamp: { header: "X-Acme-Time", format: "unix-milliseconds" },
  deliveryId: "$.id",
} as const satisfies Signature;

/** The acme contract with webhooks that are signed so. */
export const signedBy = <const S extends Signature | "none" | null>(
  signature: S,
): Omit<WebhookContract, "webhooks"> & { readonly webhooks: { readonly finished: { readonly signature: S } } } => ({
  ...contract,
  operations: { ...contract.operations, keys: { method: "get", path: "/v1/keys.json" } },
  events,
  webhooks: { finished: { signature } },
});

export const BODY = JSON.stringify({
  id: "evt-1",
  data: { id: "v-1", status: "done", model: "plain", url: "https://cdn.acme.test/v-1.mp4", created: NOW - 60 },
});

export const hmacOf = (text: string, secret = SECRET): string =>
  createHmac("sha256", secret).update(text).digest("hex");

/** The headers of a delivery, signed now. */
export const hmacHeaders = (body = BODY, { id = "evt-1", at = NOW, secret = SECRET } = {}): Record<string, string> => ({
  "content-type": "application/json",
  "x-acme-id": id,
  "x-acme-time": String(at),
  "x-acme-signature": `v1=${hmacOf(`${id}.${at}.${body}`, secret)}`,
});

export const post = (headers: Record<string, string>, body: BodyInit = BODY): Request =>
  new Request("https://app.test/hook", { method: "POST", headers, body });

export interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: object;
}

export function signer(kid: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { kid, privateKey, jwk: { ...publicKey.export({ format: "jwk" }), kid, use: "sig" } };
}

export const edHeaders = ({ kid, privateKey }: Signer, body = BODY, at = START): Record<string, string> => ({
  "x-acme-time": String(at),
  "x-acme-key": kid,
  "x-acme-signature": sign(null, Buffer.from(`${at}.${body}`), privateKey).toString("base64url"),
});
