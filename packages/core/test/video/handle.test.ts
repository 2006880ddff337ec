import { describe, expect, it } from "vitest";
import { createVideoClient, resumeTask } from "../../src/index.js";
import { decodeHandle, encodeHandle, fingerprintOf, type HandleData } from "../../src/video/handle.js";
import { acme, contract, done, errorOf, KEY } from "../support/acme.js";

const data: HandleData = {
  provider: "acme",
  operation: "make",
  model: "plain",
  captures: { id: "v-1" },
  submittedAt: 1_700_000_000_000,
  fingerprint: "0badcafe",
};
const written = (value: unknown) => `oc1_${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
const members = ["acme", "make", "plain", { id: "v-1" }, 1, "f"] as const;

describe("a handle", () => {
  it.each([
    ["plain", data],
    ["unicode", { ...data, captures: { id: "视频-🎬-é", __proto__x: "a" } }],
    ["long", { ...data, captures: { id: "x".repeat(300_000) } }],
    ["no captures", { ...data, captures: {} }],
  ])("comes back as it went: %s", (_, one) => {
    const handle = encodeHandle(one);
    expect(handle).toMatch(/^oc1_[\w-]+$/);
    expect(decodeHandle(handle)).toEqual({ ...one, handle });
  });

  it("is this string, for all time", () => {
    expect(encodeHandle(data)).toBe(
      "oc1_WyJhY21lIiwibWFrZSIsInBsYWluIix7ImlkIjoidi0xIn0sMTcwMDAwMDAwMDAwMCwiMGJhZGNhZmUiXQ",
    );
  });

  it("cut anywhere is none, or asks nobody for another task", () => {
    const handle = encodeHandle(data);
    for (let length = 0; length < handle.length; length += 1)
      expect(decodeHandle(handle.slice(0, length))).toBeUndefined();
  });

  it.each(
    [
      ["", "nothing"],
      ["v-1", "an id"],
      ["oc2_WyJh", "another version"],
      ["oc1_", "empty"],
      ["oc1_%%%", "no base64"],
      [written({}), "an object"],
      [written([]), "an empty list"],
      [written(["acme", "make", "plain", { id: 5 }, 1, "f"]), "an id that is a number"],
      [written(["acme", "make", "plain", null, 1, "f"]), "no captures"],
      [written(["acme", "make", "plain", [], 1, "f"]), "captures in a list"],
      [written(["acme", "make", "plain", { id: "a" }, "1", "f"]), "time as text"],
      [`oc1_${"A".repeat(5_000_000)}`, "huge"],
    ].map(([text = "", what]) => ({ text, what })),
  )("$what is none", ({ text }) => {
    expect(decodeHandle(text)).toBeUndefined();
  });

  it.each(["toString", "constructor", "__proto__", "hasOwnProperty", "look"])(
    "of the operation %s, which is no submit, is refused before anything is sent",
    async (operation) => {
      const { client, requests } = acme({ replies: [done] });
      const error = await errorOf(client.wait(written(["acme", operation, "plain", { id: "a" }, 1, "f"])));
      expect(error).toMatchObject({ code: "invalid_request", phase: "validate" });
      expect(requests).toHaveLength(0);
    },
  );

  it.each(['{"__proto__":"v-1"}', '{"constructor":"v-1"}', '{"id":""}', '{"id":"."}', '{"id":".."}', "{}"])(
    "with the captures %s asks nobody",
    async (captures) => {
      const text = `["acme","make","plain",${captures},1,"f"]`;
      const { client, requests } = acme({ replies: [done] });
      const error = await errorOf(client.wait(`oc1_${Buffer.from(text).toString("base64url")}`));
      expect(error).toMatchObject({ code: "invalid_request" });
      expect(requests).toHaveLength(0);
    },
  );

  it("cannot lead to another address of the provider", async () => {
    const { client, requests } = acme({ replies: [done] });
    await client.wait(written(["acme", "make", "plain", { id: "../v1/keys?a=b#c" }, 1, "f"]));
    expect(requests[0]?.url).toBe("https://api.acme.test/v1/videos/..%2Fv1%2Fkeys%3Fa%3Db%23c");
  });

  it("outlives its model", async () => {
    const { client } = acme({ replies: [done] });
    const { video } = await client.wait(written(["acme", "make", "a model that is gone", { id: "v-1" }, 1, "f"]));
    expect(video.url).toBe("https://cdn.acme.test/v-1.mp4");
  });

  it("holds no secret", async () => {
    const { client } = acme({ replies: [() => Response.json({ id: "v-1" })] });
    const { handle } = await client.submit({ model: "plain", prompt: "a secret prompt" });
    expect(decodeHandle(handle)).toEqual({
      ...data,
      handle,
      submittedAt: expect.any(Number),
      fingerprint: expect.any(String),
    });
    expect(Buffer.from(handle.slice(4), "base64url").toString()).not.toMatch(new RegExp(`${KEY}|secret`));
  });

  it("has a fingerprint that tells requests apart", () => {
    expect(fingerprintOf({ a: 1 })).toBe(fingerprintOf({ a: 1 }));
    expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: 2 }));
    expect(fingerprintOf({ prompt: "猫" })).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe("resumeTask", () => {
  const other = createVideoClient(
    { ...contract, service: { ...contract.service, provider: "other" } },
    { apiKey: KEY },
  );

  it("finds the client that the task belongs to, and asks nobody", async () => {
    const { client, requests } = acme({ replies: [done] });
    const task = resumeTask(written(members), [other, client]);
    expect(requests).toHaveLength(0);
    expect((await task.wait()).video.url).toBe("https://cdn.acme.test/v-1.mp4");
  });

  it.each([
    [written(members), "acme: No client of acme was passed."],
    ["v-1", "omni-contracts: This is no handle, or one that was cut off; pass the whole of what `handle` was."],
  ])("%s: says what is missing", (handle, message) => {
    expect(() => resumeTask(handle, [other])).toThrow(message);
  });

  it("a client refuses the handle of another provider", async () => {
    expect((await errorOf(other.wait(written(members)))).message).toBe(
      "other: This handle is of a task of acme; resume it there.",
    );
  });
});
