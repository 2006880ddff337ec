// What callers without types pass: one error that names the field, and nothing is sent.
import { describe, expect, it } from "vitest";
import { OmniError } from "../../src/index.js";
import { accepted, acme } from "../support/acme.js";
import { untyped } from "../support/untyped.js";

const plain = { model: "plain", prompt: "a" };
const MEDIA = "must be an address that the provider can reach, a data URL, bytes or a Blob";

describe("a request that has the wrong form", () => {
  it.each<[object, string, string]>([
    [{ ...plain, frameImages: "a.png" }, "frameImages", "must be a list"],
    [{ ...plain, frameImages: null }, "frameImages", "must be a list"],
    [{ ...plain, frameImages: { image: "a.png" } }, "frameImages", "must be a list"],
    [{ ...plain, frameImages: [{ frameType: "first_frame" }] }, "frameImages[0].image", MEDIA],
    [
      { ...plain, frameImages: [{ image: "https://a.test/a.png" }] },
      "frameImages[0].frameType",
      "must be one of first_frame, last_frame",
    ],
    [{ ...plain, inputReferences: "a.png" }, "inputReferences", "must be a list"],
    [{ ...plain, inputReferences: ["https://a.test/a.png", 7] }, "inputReferences[1]", MEDIA],
    [{ ...plain, inputReferences: [[1, 2, 3]] }, "inputReferences[0]", MEDIA],
    [{ ...plain, video: null }, "video[0]", MEDIA],
    [{ ...plain, video: [{}] }, "video[0]", MEDIA],
    [{ ...plain, providerOptions: { acme: "fast" } }, "providerOptions.acme", "must be an object"],
    [{ ...plain, providerOptions: [] }, "providerOptions.acme", "must be an object"],
    [{ model: "plain", prompt: 7 }, "prompt", "must be string, not integer"],
    [{ model: "plain", prompt: null }, "prompt", "must be string, not null"],
  ])("%j", async (request, field, message) => {
    const { client, posts } = acme({ replies: [accepted] });
    expect(client.check(untyped(request))).toMatchObject({ issues: [{ field, message }] });
    await expect(client.submit(untyped(request))).rejects.toMatchObject({ code: "invalid_request", billed: "no" });
    await expect(client.generate(untyped(request))).rejects.toThrow(`\`${field}\` ${message}`);
    expect(posts()).toHaveLength(0);
  });

  it.each([undefined, null, "a red apple", 7, []])("%j is no request", async (request) => {
    const { client, posts } = acme({ replies: [accepted] });
    const refused = { code: "invalid_request", message: "acme: Pass a request, such as { model, prompt }." };
    await expect(client.submit(untyped(request))).rejects.toMatchObject(refused);
    expect(() => client.check(untyped(request))).toThrow(OmniError);
    expect(posts()).toHaveLength(0);
  });

  it.each([undefined, null, 7, "toString", "__proto__"])("%j is no model", async (model) => {
    const { client, posts } = acme({ replies: [accepted] });
    const refused = { code: "model_not_found", message: expect.stringContaining("There are: plain,") };
    await expect(client.submit(untyped({ ...plain, model }))).rejects.toMatchObject(refused);
    expect(posts()).toHaveLength(0);
  });
});
