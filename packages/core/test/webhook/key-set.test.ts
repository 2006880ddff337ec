import { describe, expect, it } from "vitest";
import { createWebhookVerifier } from "../../src/webhook/index.js";
import { errorOf } from "../support/acme.js";
import { START } from "../support/time.js";
import { BODY, ED25519, edHeaders, post, signedBy, signer, type Signer } from "../support/webhook.js";

const [first, second, stranger] = [signer("k-1"), signer("k-2"), signer("k-1")];

/** A receiver whose provider publishes these keys, at a time that a test moves. */
function place(keys: readonly Signer[] | (() => Promise<Response>), options = {}) {
  const state = { now: START, keys };
  const requests: Request[] = [];
  const verify = createWebhookVerifier(signedBy(ED25519), {
    clock: { now: () => state.now, sleep: () => new Promise(() => undefined) },
    fetch: (request) => {
      requests.push(request);
      const { keys: now } = state;
      return typeof now === "function" ? now() : Promise.resolve(Response.json({ keys: now.map(({ jwk }) => jwk) }));
    },
    ...options,
  });
  const send = (by: Signer, body = BODY, sent = body) => verify(post(edHeaders(by, body, state.now), sent));
  return { state, requests, verify, send };
}

describe("an event that is checked with a key set", () => {
  it("is taken with the key that it names, and the set is read once", async () => {
    const { send, requests } = place([first, second]);
    expect(await send(first)).toMatchObject({ isVerified: true, id: "evt-1", sentAt: new Date(START), taskId: "v-1" });
    expect(await send(second)).toMatchObject({ isVerified: true, isDuplicate: true });
    expect(requests.map(({ url, method, redirect }) => [url, method, redirect])).toEqual([
      ["https://api.acme.test/v1/keys.json", "GET", "error"],
    ]);
    expect(requests[0]?.headers.get("authorization")).toBeNull();
  });

  // RFC 8032, section 7.1, TEST 3: the key and the signature of the two bytes af 82.
  it("is checked as RFC 8032 has it", async () => {
    const x = Buffer.from("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "hex").toString(
      "base64url",
    );
    const signature = Buffer.from(
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
      "hex",
    ).toString("base64url");
    const { key, header, algorithm, encoding } = ED25519;
    const bare = signedBy({ key, header, algorithm, encoding, signed: "{body}" });
    const keys = [{ kty: "OKP", crv: "Ed25519", kid: "rfc", x }];
    const verify = createWebhookVerifier(bare, { fetch: () => Promise.resolve(Response.json({ keys })) });
    const headers = { "x-acme-key": "rfc", "x-acme-signature": signature };
    const bytes = Uint8Array.from([0xaf, 0x82]);
    // Signed by the key, and no event.
    expect((await errorOf(verify(post(headers, bytes)))).code).toBe("contract_violation");
    expect((await errorOf(verify(post(headers, Uint8Array.from([0xaf, 0x83]))))).code).toBe("authentication");
  });

  it("is refused with a stranger's key of the same name, another body, or no key", async () => {
    const { send, verify } = place([first]);
    expect((await errorOf(send(stranger))).message).toContain("X-Acme-Signature does not fit the body");
    expect((await errorOf(send(first, BODY, `${BODY} `))).code).toBe("authentication");
    const request = post(edHeaders(first));
    request.headers.delete("x-acme-key");
    expect((await errorOf(verify(request))).message).toContain("X-Acme-Key is missing");
    expect((await send(first)).isDuplicate).toBe(false);
  });

  it("is refused when it is too old, before the key set is read", async () => {
    const { verify, requests } = place([first]);
    const error = await errorOf(verify(post(edHeaders(first, BODY, START - 301_000))));
    expect(error.message).toContain("signed 301 s ago");
    expect(requests).toEqual([]);
  });
});

describe("a key set", () => {
  it("is read again for a new key, at most every 10 s, whatever ids strangers name", async () => {
    const { send, requests, state } = place([first]);
    await send(first);
    state.keys = [second];
    for (let i = 0; i < 20; i += 1) {
      const error = await errorOf(send(signer(`junk-${i}`)));
      expect(error.code).toBe("authentication");
    }
    expect(requests).toHaveLength(1);
    state.now += 10_000;
    expect((await send(second)).isVerified).toBe(true);
    expect(requests).toHaveLength(2);
    // What was withdrawn is gone.
    expect((await errorOf(send(first))).message).toContain('has no Ed25519 key "k-1"');
  });

  it("is read again after an hour, so that a key that was withdrawn ends", async () => {
    const { send, requests, state } = place([first]);
    await send(first);
    state.keys = [second];
    state.now += 3_599_999;
    expect((await send(first)).isVerified).toBe(true);
    state.now += 1;
    expect((await errorOf(send(first))).code).toBe("authentication");
    expect(requests).toHaveLength(2);
  });

  it("is read once for many that come together", async () => {
    const { send, requests } = place([first]);
    const all = await Promise.all(Array.from({ length: 20 }, () => send(first)));
    expect(all.filter(({ isDuplicate }) => isDuplicate)).toHaveLength(19);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, () => Promise<Response>]>([
    ["does not answer with 200", () => Promise.resolve(new Response("no", { status: 503 }))],
    ["is out of reach", () => Promise.reject(new TypeError("fetch failed"))],
    ["is no JSON", () => Promise.resolve(new Response("<html>"))],
    ["has no keys", () => Promise.resolve(Response.json({ key: 1 }))],
    ["is too large", () => Promise.resolve(new Response(" ".repeat(65_537)))],
  ])("that %s: nothing can be verified, and it may be sent again", async (_, answer) => {
    const { send, requests, state } = place(answer);
    const error = await errorOf(send(first));
    expect(error).toMatchObject({ code: "network", phase: "webhook", isRetryable: true });
    expect(error.message).toContain("https://api.acme.test/v1/keys.json");
    expect((await errorOf(send(first))).code).toBe("network");
    expect(requests).toHaveLength(1);
    state.keys = [first];
    state.now += 10_000;
    expect(await send(first)).toMatchObject({ isVerified: true, isDuplicate: false });
  });

  it("that hangs is given up after 10 s", async () => {
    const slept: number[] = [];
    const sleep = (milliseconds: number) => {
      slept.push(milliseconds);
      return Promise.resolve();
    };
    const clock = { now: () => START, sleep };
    const { send } = place(() => new Promise(() => undefined), { clock });
    expect((await errorOf(send(first))).code).toBe("network");
    expect(slept).toEqual([10_000]);
  });

  it("has keys of other kinds, which do not count", async () => {
    const { kid, jwk } = first;
    const odd = [null, 1, { kty: "RSA", kid, n: "AQAB", e: "AQAB" }, { ...jwk, kid: 1 }, { ...jwk, use: "enc" }, jwk];
    const { send } = place(() => Promise.resolve(Response.json({ keys: odd })));
    expect((await send(first)).isVerified).toBe(true);
  });

  it("comes from `baseURL` where one is given, as for a client, and from nowhere that a delivery names", async () => {
    const { verify, requests } = place([first], { baseURL: "http://127.0.0.1:4010/acme" });
    await verify(post({ ...edHeaders(first), host: "evil.invalid", "x-forwarded-host": "evil.invalid" }));
    expect(requests.map(({ url }) => url)).toEqual(["http://127.0.0.1:4010/acme/v1/keys.json"]);
  });
});
