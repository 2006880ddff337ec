import { createHash, createHmac, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";

/** What a mock signs with where a contract names a shared secret, and nobody chose another one. */
export const WEBHOOK_SECRET = "omni-mock-webhook-secret-32bytes";

/** Signs a text; 32 or 64 bytes. */
export type Sign = (text: string) => Buffer;

/** The ways of signing that a contract can name. */
export interface Keys {
  readonly "hmac-sha256": Sign;
  readonly ed25519: Sign;
  /** The public half of the Ed25519 key, as `x` of RFC 8037. */
  readonly x: string;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** A key that is the same for the same seed: it protects nothing. */
const keyOf = (seed: string): KeyObject => {
  const secret = createHash("sha256").update(seed).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: "der", type: "pkcs8" });
};

/** @param secret shared with receivers, taken as UTF-8; no contract says more of it */
export function createKeys(secret: string, seed: number | string): Keys {
  const key = keyOf(`omni-mock webhooks ${seed}`);
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return {
    "hmac-sha256": (text) => createHmac("sha256", secret).update(text).digest(),
    ed25519: (text) => sign(null, Buffer.from(text), key),
    x,
  };
}
