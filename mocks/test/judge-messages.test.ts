import { readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { createPrismJudge } from "../src/judge/prism.js";
import { createRouter } from "../src/engine/routes.js";
import { benchFor, jsonOperations, JSON_TYPE, KEY, post } from "./judge-corpus.js";
import { FILE, form, FORM_TYPE } from "./judge-forms.js";

describe("what our judge says", () => {
  const FLASH = { model: "gemini-omni-flash-preview", prompt: "x" };
  const EXT = { model: "Omni-Flash-Ext", prompt: "x" };
  const PLAIN = { model: "google/gemini-omni-flash/text-to-video", prompt: "x" };
  const CLIPS = { model: "google/gemini-omni-flash/reference-to-video-developer", prompt: "x" };
  const OMINI = { model: "Gemini-Omini", prompt: "x" };
  const OFFICIAL = { model: "gemini-omni-1.1-flash-preview-official", prompt: "x" };
  const PREVIEW = { model: "gemini-omni-flash-preview-official", prompt: "x" };
  const KNOWN =
    "(known are `model`, `prompt`, `image_urls`, `video_urls`, `aspect_ratio`, `resolution`, `extend_from_task_id`, `nsfw_check`, `webhook` and `language`)";
  const MODELS =
    '"gemini-omni-flash-preview", "Omni-Flash-Ext", "gemini-omni-1.1-flash-ext" or "gemini-omni-1.1-flash"';

  const table: readonly (readonly [provider: string, body: unknown, field: string, message: string])[] = [
    // A missing member, at the top and inside of a list.
    ["jimmyai", { model: "omni-10s" }, "prompt", "`prompt` is required; add it."],
    [
      "atlascloud",
      { ...CLIPS, video_clips: [{ ends: 9 }] },
      "video_clips[0].url",
      "`video_clips[0].url` is required; add it.",
    ],
    // An unknown member; names that every object has are no exception.
    ["apimart", { ...FLASH, promt: "y" }, "promt", `\`promt\` is not known here; leave it out ${KNOWN}.`],
    ["apimart", { ...FLASH, toString: 1 }, "toString", `\`toString\` is not known here; leave it out ${KNOWN}.`],
    [
      "atlascloud",
      { ...CLIPS, video_clips: [{ url: "https://a", end: 9 }] },
      "video_clips[0].end",
      "`video_clips[0].end` is not known here; leave it out (known are `url`, `start` and `ends`).",
    ],
    [
      "toapis",
      { ...OFFICIAL, video_list: [{ video_url: "https://a", url: 1 }] },
      "video_list[0].url",
      "`video_list[0].url` is not known here; leave it out (known is `video_url`).",
    ],
    // A member of another model.
    [
      "apimart",
      { ...FLASH, duration: 6 },
      "duration",
      '`duration` is not known to "gemini-omni-flash-preview"; leave it out, or choose a `model` that takes it: "gemini-omni-1.1-flash-ext" or "Omni-Flash-Ext".',
    ],
    [
      "jimmyai",
      { model: "omni-10s", prompt: "x", generation_type: "frame" },
      "generation_type",
      '`generation_type` is not known to "omni-10s"; leave it out, or choose a `model` that takes it: "Omni-Flash-Ext", "Gemini-Omini" or "gemini-omni".',
    ],
    // A wrong value of several, or of one.
    ["apimart", { ...EXT, duration: 5 }, "duration", "`duration` must be 4, 6, 8 or 10, not 5."],
    [
      "toapis",
      { ...PREVIEW, metadata: { task: "dance" } },
      "metadata.task",
      '`metadata.task` must be "text_to_video", "image_to_video", "reference_to_video" or "edit", not "dance".',
    ],
    ["apimart", { ...FLASH, resolution: "1080p" }, "resolution", '`resolution` must be "720p", not "1080p".'],
    // A wrong type.
    ["jimmyai", { ...OMINI, duration: "6" }, "duration", '`duration` must be an integer, not "6".'],
    ["toapis", { ...OFFICIAL, duration: 6.5 }, "duration", "`duration` must be an integer, not 6.5."],
    ["apimart", { ...FLASH, nsfw_check: "yes" }, "nsfw_check", '`nsfw_check` must be true or false, not "yes".'],
    ["toapis", { ...PREVIEW, metadata: [] }, "metadata", "`metadata` must be an object, not an array."],
    ["jimmyai", { ...OMINI, resolution: null }, "resolution", "`resolution` must be a string, not null."],
    [
      "jimmyai",
      { ...OMINI, image_urls: "https://example.com/a-long-name-of-a-file.png" },
      "image_urls",
      '`image_urls` must be an array, not "https://example.com/a-long-name-of-a-fil…".',
    ],
    // Out of bounds.
    ["atlascloud", { ...PLAIN, duration: 11 }, "duration", "`duration` must be at most 10, not 11."],
    ["atlascloud", { ...PLAIN, duration: 2 }, "duration", "`duration` must be at least 3, not 2."],
    [
      "toapis",
      { ...PREVIEW, metadata: { temperature: 2.5 } },
      "metadata.temperature",
      "`metadata.temperature` must be at most 2, not 2.5.",
    ],
    ["atlascloud", { ...PLAIN, prompt: "x".repeat(20_001) }, "prompt", "`prompt` must have at most 20000 characters."],
    ["jimmyai", { ...OMINI, prompt: "" }, "prompt", "`prompt` must not be empty."],
    [
      "jimmyai",
      { ...OMINI, video_urls: ["https://a", "https://b"] },
      "video_urls",
      "`video_urls` must have at most 1 item.",
    ],
    [
      "atlascloud",
      { model: "google/gemini-omni-flash/image-to-video-developer", prompt: "x", images: [] },
      "images",
      "`images` must have at least 1 item.",
    ],
    // A text of another form.
    [
      "apimart",
      { ...FLASH, image_urls: ["https://a", "ftp://b"] },
      "image_urls[1]",
      "`image_urls[1]` must begin with `http://` or `https://`.",
    ],
    [
      "toapis",
      { ...OFFICIAL, video_list: [{ video_url: "https://a" }, { video_url: "http://b" }] },
      "video_list[1].video_url",
      "`video_list[1].video_url` must begin with `https://` or `data:`.",
    ],
    [
      "apimart",
      { ...FLASH, webhook: "https://a b" },
      "webhook",
      "`webhook` must be an absolute URL, such as `https://example.com/a`.",
    ],
    // Rules between members, in the words of the contract; a wrong member comes before them.
    ["apimart", { model: FLASH.model }, "prompt", "Give at least one of `prompt`, `image_urls` and `video_urls`."],
    [
      "apimart",
      { ...EXT, size: "16:9", aspect_ratio: "9:16" },
      "size",
      "`size` and `aspect_ratio` must be equal when both are sent; leave `size` out.",
    ],
    ["apimart", { ...EXT, size: "16:9", aspect_ratio: 9 }, "aspect_ratio", "`aspect_ratio` must be a string, not 9."],
    [
      "jimmyai",
      { ...OMINI, duration: 6, video_urls: ["https://a"] },
      "duration",
      "Leave `duration` out when `video_urls` holds a video; the video sets the length.",
    ],
    [
      "toapis",
      { model: "gemini_omni_flash", prompt: "x", resolution: "1080p", aspect_ratio: "9:16" },
      "resolution",
      "`resolution` 1080p needs `aspect_ratio` 16:9; choose 16:9, or leave `resolution` out.",
    ],
    [
      "atlascloud",
      { ...CLIPS, video_clips: [{ url: "https://a", ends: 12 }] },
      "video_clips[0].ends",
      "A clip lasts at most 10 s; move `ends` to between `start` + 1 and `start` + 10. Without `start` it begins at 0, without `ends` it ends at 10.",
    ],
    // The model.
    ["apimart", { prompt: "x" }, "model", `\`model\` is required; choose one of ${MODELS}.`],
    ["apimart", { ...FLASH, model: "sora" }, "model", `\`model\` "sora" is not known; choose one of ${MODELS}.`],
    ["apimart", { ...FLASH, model: 7 }, "model", `\`model\` must be a string, not 7; choose one of ${MODELS}.`],
    ["atlascloud", { model: "bytedance/seedance", prompt: 7 }, "prompt", "`prompt` must be a string, not 7."],
    // The body itself.
    ["toapis", [], "", "The body must be a JSON object."],
    ["toapis", "", "", "The body is missing; send one with `content-type: application/json`."],
    [
      "toapis",
      '{"model": "gemini_omni",\n  "prompt": x}',
      "",
      "The body is no JSON; line 2, column 13: expected a value, found `x`.",
    ],
    ["toapis", '{"prompt": "x"', "", "The body is no JSON; line 1, column 15: the text ends; expected `,` or `}`."],
    [
      "toapis",
      '{"prompt": "x",}',
      "",
      "The body is no JSON; line 1, column 16: expected a name in double quotes, found `}`.",
    ],
    ["toapis", '{"prompt" "x"}', "", 'The body is no JSON; line 1, column 11: expected `:`, found `"`.'],
    [
      "toapis",
      '{"prompt": "x}',
      "",
      "The body is no JSON; line 1, column 12: the string that begins here is not closed.",
    ],
    [
      "toapis",
      '{"prompt": "a\nb"}',
      "",
      "The body is no JSON; line 1, column 14: a control character in a string; write it as an escape, such as \\n.",
    ],
    ["toapis", "{} {}", "", "The body is no JSON; line 1, column 4: expected the end, found `{`."],
    ["toapis", "[".repeat(101), "", "The body is nested deeper than 100 levels; send it flatter."],
  ];

  it.each(table.map(([provider, body, ...told]) => [told.join(": ").slice(0, 90), provider, body, told] as const))(
    "%s",
    async (_, provider, body, told) => {
      const { document, both } = await benchFor(provider);
      const [operation] = jsonOperations(document);
      if (!operation) throw new Error(`${provider} takes no JSON.`);
      const { ajv } = await both(post(operation.entry, body));
      expect([ajv?.field, ajv?.message]).toEqual(told);
    },
  );

  const upload = { method: "post", path: "/v1/uploads/images" };
  const generate = { method: "post", path: "/v1/videos/generations", text: "{}" };
  const get = (path: string, query: string) => ({ method: "get", path, query: new URLSearchParams(query) });
  it.each([
    [{ ...generate, headers: {} }, "Authorization", "The API key is missing; send `Authorization: Bearer <key>`."],
    [
      { ...generate, headers: { authorization: "sk-1" } },
      "Authorization",
      "The API key is not sent as it should be; send `Authorization: Bearer <key>`.",
    ],
    [
      { ...generate, headers: KEY },
      "content-type",
      "Send the body with `content-type: application/json`; the header is missing.",
    ],
    [
      { ...generate, headers: { ...KEY, "content-type": "text/plain" } },
      "content-type",
      "Send the body with `content-type: application/json`, not `text/plain`.",
    ],
    [
      { ...upload, headers: { ...KEY, ...FORM_TYPE }, text: form([["image", "x"]]) },
      "file",
      "The part `file` is required; add it.",
    ],
    [
      { ...upload, headers: { ...KEY, ...FORM_TYPE }, text: "{}" },
      "",
      "The form cannot be read; let the HTTP client write it, as with `FormData`.",
    ],
    [
      { ...upload, headers: { ...KEY, "content-type": "multipart/form-data" }, text: form([FILE]) },
      "content-type",
      "`content-type` names no `boundary`; leave the header to the HTTP client, which sends it with one.",
    ],
    [
      { ...upload, headers: { ...KEY, ...JSON_TYPE }, text: "{}" },
      "content-type",
      "Send the body with `content-type: multipart/form-data`, not `application/json`.",
    ],
    [get("/v1/pricing", "limit=0"), "limit", "The query parameter `limit` must be at least 1, not 0."],
    [get("/v1/pricing", "limit=ten"), "limit", 'The query parameter `limit` must be an integer, not "ten".'],
    [get("/v1/pricing", "limit=1&limit=2"), "limit", "The query parameter `limit` stands there 2 times; send it once."],
    [get("/v1/pricing", "type=audio"), "type", 'The query parameter `type` must be "image" or "video", not "audio".'],
  ])("of %o", async (request, field, message) => {
    const { ajv } = await (await benchFor("toapis")).both(request);
    expect([ajv?.field, ajv?.message]).toEqual([field, message]);
  });
});

describe("what Prism's judge says", () => {
  const omini = { model: "Gemini-Omini", prompt: "x" };
  it.each([
    [{ ...omini, duration: "6" }, "duration", "Request body property duration must be integer."],
    [{ model: "Gemini-Omini" }, "prompt", "Request body must have required property 'prompt'."],
    [{ ...omini, nonsense: 1 }, "nonsense", "Request body must NOT have unevaluated properties: 'nonsense'."],
    [{ ...omini, image_urls: [7] }, "image_urls[0]", "Request body property image_urls.0 must be string."],
    [
      { ...omini, model: "sora" },
      "model",
      "Request body property model must be equal to one of the allowed values: Gemini-Omini, Omni-Flash-Ext, gemini-omni.",
    ],
    [[], "", "Request body must be object."],
  ])("of %o", async (body, field, message) => {
    const { document, both } = await benchFor("jimmyai");
    const [operation] = jsonOperations(document);
    if (!operation) throw new Error("No operation takes JSON.");
    const { prism } = await both(post(operation.entry, body));
    expect(prism).toEqual({ code: "invalid_request", field, message });
  });

  it("of another content type, although fetch sends no length", async () => {
    const { both } = await benchFor("toapis");
    const request = {
      method: "post",
      path: "/v1/videos",
      headers: { ...KEY, "content-type": "text/plain" },
      text: "{}",
    };
    expect((await both(request)).prism?.message).toBe("Supported content types: application/json.");
  });

  const route = createRouter(readDocument("toapis"))("post", "/v1/videos");
  const violation = { path: ["body", "clips", "0", "url"], code: "type", message: "It must be string" };
  const cut = `Too many violations! ${JSON.stringify([violation, violation]).slice(0, -20)}`;
  it.each([
    [{ status: 422, headers: {}, body: {} }, "invalid_request", "", "Prism refuses it."],
    [{ status: 422, headers: {}, body: { detail: "No" } }, "invalid_request", "", "No."],
    [
      { status: 422, headers: {}, body: { validation: [{ location: ["query", "limit"], message: "Small" }] } },
      "invalid_request",
      "limit",
      "Small.",
    ],
    [
      { status: 400, headers: { "sl-violations": cut }, body: {} },
      "invalid_request",
      "clips[0].url",
      "It must be string.",
    ],
    [
      { status: 400, headers: { "sl-violations": '[{"code":401,"message":"Key"}]' }, body: {} },
      "authentication",
      "Authorization",
      "The API key is missing.",
    ],
    [{ status: 401, headers: {}, body: {} }, "authentication", "Authorization", "The API key is missing."],
  ])("of the answer %o", async (answer, code, field, message) => {
    if (!route) throw new Error("No such operation.");
    const judge = createPrismJudge(() => Promise.resolve(answer));
    const request = { method: "post", path: "/v1/videos", query: new URLSearchParams(), headers: {} };
    expect(await judge(route, request)).toEqual({ code, field, message });
  });

  it("of an answer whose own body breaks the contract: nothing", async () => {
    if (!route) throw new Error("No such operation.");
    const headers = { "sl-violations": '[{"path":["body"],"message":"Response body must be object"}]' };
    const judge = createPrismJudge(() => Promise.resolve({ status: 200, headers, body: "" }));
    const request = { method: "post", path: "/v1/videos", query: new URLSearchParams(), headers: {} };
    expect(await judge(route, request)).toBeUndefined();
  });
});
