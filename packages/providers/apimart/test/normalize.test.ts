// Wire bodies are written out by hand: what a setting comes to is the provider's word, not ours.
import { describeOnTheWire, describeRefused, describeSaid, loosely } from "@omni-contracts/mocks/contract-suite";
import { describe, expect, it } from "vitest";
import { createApimart } from "../src/index.js";
import { samples } from "../src/generated/samples.js";

const client = createApimart({ apiKey: "sk-0123456789" });
const check = loosely(client);
const handleOf = (id: string) =>
  `oc1_${Buffer.from(JSON.stringify(["apimart", "createVideoGeneration", "m", { id }, 1, "f"])).toString("base64url")}`;
const prompt = "a red apple";
const [A, B, V] = ["https://example.com/a.png", "https://example.com/b.png", "https://example.com/v.mp4"];
const first = { image: A, frameType: "first_frame" } as const;
const last = { image: B, frameType: "last_frame" } as const;

describeOnTheWire(client, [
  [
    "a size is a tier and a ratio",
    { model: "Omni-Flash-Ext", prompt, resolution: "1280x720" },
    { model: "Omni-Flash-Ext", prompt, resolution: "720p", aspect_ratio: "16:9", duration: 6 },
  ],
  [
    "a portrait size",
    { model: "gemini-omni-1.1-flash", prompt, resolution: "1080x1920" },
    { model: "gemini-omni-1.1-flash", prompt, resolution: "1080p", aspect_ratio: "9:16" },
  ],
  [
    "an alias stays what it is",
    { model: "gemini-omni-1.1-flash-ext", prompt, duration: 4 },
    { model: "gemini-omni-1.1-flash-ext", prompt, duration: 4, resolution: "720p" },
  ],
  [
    "a first frame",
    { model: "Omni-Flash-Ext", prompt, frameImages: [first] },
    { model: "Omni-Flash-Ext", prompt, image_urls: [A], generation_type: "frame", duration: 6, resolution: "720p" },
  ],
  [
    "both frames",
    { model: "gemini-omni-1.1-flash", prompt, frameImages: [first, last] },
    { model: "gemini-omni-1.1-flash", prompt, first_frame_image: A, last_frame_image: B, resolution: "720p" },
  ],
  [
    "references",
    { model: "gemini-omni-1.1-flash", prompt, inputReferences: [A, B] },
    {
      model: "gemini-omni-1.1-flash",
      prompt,
      image_urls: [A, B],
      metadata: { task: "reference_to_video" },
      resolution: "720p",
    },
  ],
  [
    "references beside a frame: neither takes the other's place",
    { model: "gemini-omni-1.1-flash", prompt, inputReferences: [B], frameImages: [first] },
    {
      model: "gemini-omni-1.1-flash",
      prompt,
      image_urls: [B],
      metadata: { task: "reference_to_video" },
      first_frame_image: A,
      resolution: "720p",
    },
  ],
  [
    "a video, without a duration of its own",
    { model: "Omni-Flash-Ext", prompt, video: V },
    { model: "Omni-Flash-Ext", prompt, video_urls: [V], resolution: "720p" },
  ],
  [
    "a task that goes on",
    { model: "gemini-omni-1.1-flash", prompt, previousTask: handleOf("task_1") },
    { model: "gemini-omni-1.1-flash", prompt, extend_from_task_id: "task_1", resolution: "720p" },
  ],
  [
    "own members that agree",
    {
      model: "gemini-omni-1.1-flash",
      prompt,
      inputReferences: [A],
      providerOptions: { apimart: { metadata: { task: "reference_to_video" } } },
    },
    {
      model: "gemini-omni-1.1-flash",
      prompt,
      image_urls: [A],
      metadata: { task: "reference_to_video" },
      resolution: "720p",
    },
  ],
]);

describeRefused(client, [
  [{ model: "Omni-Flash-Ext", prompt, duration: 5 }, "duration", "must be one of 4, 6, 8, 10"],
  [
    { model: "Omni-Flash-Ext", prompt, duration: 6, video: V },
    "duration",
    "Leave `duration` out when `video_urls` holds a video; the video sets the length.",
  ],
  [{ model: "Omni-Flash-Ext" }, "prompt", "is required"],
  [
    { model: "Omni-Flash-Ext", prompt, frameImages: [first], inputReferences: [A] },
    "frameImages",
    "has no place beside the other settings",
  ],
  [{ model: "Omni-Flash-Ext", prompt, seed: 1 }, "seed", "Omni-Flash-Ext does not take it"],
  [
    { model: "gemini-omni-1.1-flash", prompt, frameImages: [last] },
    "frameImages",
    "`last_frame_image` needs `first_frame_image`; add it or leave both out.",
  ],
  [
    { model: "gemini-omni-1.1-flash", prompt, frameImages: [first, first] },
    "frameImages",
    "has more than one first_frame",
  ],
  [{ model: "gemini-omni-1.1-flash", prompt, aspectRatio: "1:1" }, "aspectRatio", "1:1 would become 16:9"],
  [
    { model: "gemini-omni-1.1-flash", prompt, aspectRatio: "16:9", resolution: "1080x1920" },
    "aspectRatio",
    "is 16:9, but `resolution` is 9:16",
  ],
  [
    { model: "gemini-omni-1.1-flash", prompt, fps: 24 },
    "fps",
    "is not known here; known are prompt, aspectRatio, duration, seed, webhookUrl, clientReference, model, resolution, frameImages, inputReferences, video, previousTask, providerOptions",
  ],
  [{ model: "gemini-omni-1.1-flash", prompt, previousTask: "task_1" }, "previousTask", "is no handle"],
  [
    { model: "Omni-Flash-Ext", prompt, duration: 4, providerOptions: { apimart: { duration: 6 } } },
    "providerOptions.apimart.duration",
    "stands for `duration`; give that",
  ],
  [
    {
      model: "Omni-Flash-Ext",
      prompt,
      inputReferences: [A],
      providerOptions: { apimart: { generation_type: "frame" } },
    },
    "providerOptions.apimart.generation_type",
    "stands there already, for another setting",
  ],
]);

describe("mode: warn", () => {
  it("leaves out what the model does not take, and says so", () => {
    const checked = check({ model: "gemini-omni-1.1-flash", prompt, seed: 1 }, { mode: "warn" });
    expect(checked).toMatchObject({ issues: [], body: { model: "gemini-omni-1.1-flash", prompt, resolution: "720p" } });
    expect(checked.dropped).toEqual([{ setting: "seed", reason: "gemini-omni-1.1-flash does not take it" }]);
  });
  it("sends what the provider would take instead, and says so", () => {
    const checked = check({ model: "gemini-omni-1.1-flash", prompt, aspectRatio: "1:1" }, { mode: "warn" });
    expect(checked).toMatchObject({ issues: [], body: { aspect_ratio: "16:9" } });
    expect(checked.coerced).toEqual([{ setting: "aspectRatio", from: "1:1", to: "16:9" }]);
  });
});

it("leaves the options of other providers to them, and says so", () => {
  const providerOptions = { toapis: { x: 1 }, apimart: { generation_type: "frame" } };
  const checked = check({ model: "Omni-Flash-Ext", prompt, frameImages: [first], providerOptions });
  expect(checked).toMatchObject({ issues: [], body: { generation_type: "frame" } });
  expect(checked.body).not.toHaveProperty("x");
  expect(checked.dropped).toEqual([{ setting: "providerOptions.toapis", reason: "this is apimart" }]);
});

describe("bytes", () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const link = "https://files.example/up.png";

  function observed() {
    const requests: Request[] = [];
    const fetch = (request: Request) => {
      requests.push(request.clone());
      const isUpload = request.url.endsWith("/uploads/images");
      return Promise.resolve(
        Response.json(isUpload ? { url: link } : { code: 200, data: [{ status: "submitted", task_id: "task_1" }] }),
      );
    };
    return { requests, client: createApimart({ apiKey: "sk-0123456789", fetch }) };
  }

  it.each([
    ["bytes", PNG],
    ["a Blob", new Blob([PNG], { type: "image/png" })],
    ["a data URL", `data:image/png;base64,${Buffer.from(PNG).toString("base64")}`],
  ])("%s: uploaded first, then named by the address", async (_, image) => {
    const { client: own, requests } = observed();
    await own.submit({ model: "Omni-Flash-Ext", prompt, frameImages: [{ image, frameType: "first_frame" }] });
    const [upload, submit] = requests;
    const part = (await upload?.formData())?.get("file");
    expect(part instanceof Blob && [part.type, part.size]).toEqual(["image/png", 8]);
    expect(await submit?.json()).toEqual({
      ...{ model: "Omni-Flash-Ext", prompt, image_urls: [link], generation_type: "frame" },
      ...{ duration: 6, resolution: "720p" },
    });
  });

  it.each<[string, Blob, string]>([
    ["a type that no upload takes", new Blob(["x"], { type: "application/pdf" }), "application/pdf"],
    ["a type that the model does not take", new Blob(["x"], { type: "image/gif" }), "image/gif"],
    ["too many bytes", new Blob([new Uint8Array(20_971_521)], { type: "image/png" }), "20971521 bytes"],
    ["none", new Blob([], { type: "image/png" }), "is empty"],
  ])("%s: refused before anything is sent, also the good file beside it", async (_, file, what) => {
    const { client: own, requests } = observed();
    const submitted = own.submit({ model: "gemini-omni-flash-preview", prompt, inputReferences: [PNG, file] });
    await expect(submitted).rejects.toMatchObject({ code: "invalid_request", billed: "no", phase: "upload" });
    await expect(submitted).rejects.toThrow(what);
    await expect(submitted).rejects.toThrow("`inputReferences[1]`");
    expect(requests).toHaveLength(0);
  });
});

describeSaid(
  "apimart",
  samples.createVideoGeneration,
  {
    "text-to-video": [
      client.check({
        model: "gemini-omni-flash-preview",
        prompt: "a paper boat drifts down a rain-filled gutter",
        aspectRatio: "16:9",
        resolution: "720p",
      }),
    ],
    "image-to-video": [
      client.check({
        model: "gemini-omni-flash-preview",
        prompt: "the lighthouse lamp starts to turn, slow dolly in",
        inputReferences: ["https://example.com/lighthouse.png"],
        aspectRatio: "9:16",
        resolution: "720p",
      }),
    ],
    "video-edit": [
      client.check({
        model: "gemini-omni-flash-preview",
        prompt: "make it snow",
        video: "https://example.com/street.mp4",
      }),
      { resolution: "720p" },
    ],
    "mixed-input": [
      client.check({
        model: "gemini-omni-flash-preview",
        prompt: "put the fox of the image into the street of the video",
        inputReferences: ["https://example.com/fox.jpg"],
        video: "https://example.com/street.mp4",
      }),
      { resolution: "720p" },
    ],
    "continue-task": [
      client.check({
        model: "gemini-omni-flash-preview",
        prompt: "now the lamp goes out",
        previousTask: handleOf("task_01KZ0000EXAMPLE00000000000"),
      }),
      { resolution: "720p" },
    ],
    "ext-text-to-video": [
      client.check({
        model: "Omni-Flash-Ext",
        prompt: "a glass whale drifts over a salt desert",
        duration: 8,
        resolution: "1080p",
        aspectRatio: "9:16",
      }),
    ],
    "ext-first-frame": [
      client.check({
        model: "Omni-Flash-Ext",
        prompt: "the fox turns its head",
        duration: 4,
        frameImages: [{ image: "https://example.com/fox.jpg", frameType: "first_frame" }],
      }),
      { resolution: "720p" },
    ],
    "ext-three-references": [
      client.check({
        model: "Omni-Flash-Ext",
        prompt: "the two dancers meet on the roof",
        inputReferences: ["https://example.com/a.jpg", "https://example.com/b.jpg", "https://example.com/roof.jpg"],
      }),
      { duration: 6, resolution: "720p" },
    ],
    "ext-reference-video": [
      check({
        model: "gemini-omni-1.1-flash-ext",
        prompt: "the same gait, another animal",
        resolution: "720p",
        video: "https://example.com/walk.mp4",
      }),
    ],
    "flash-1-1-first-and-last-frame": [
      client.check({
        model: "gemini-omni-1.1-flash",
        prompt: "the flower opens",
        resolution: "4k",
        frameImages: [
          { image: "https://example.com/bud.png", frameType: "first_frame" },
          { image: "https://example.com/bloom.png", frameType: "last_frame" },
        ],
      }),
    ],
    "flash-1-1-image-roles": [
      client.check({
        model: "gemini-omni-1.1-flash",
        prompt: "a stroll through the market",
        providerOptions: {
          apimart: {
            image_with_roles: [
              { url: "https://example.com/market.png", role: "first_frame" },
              { url: "https://example.com/hat.png", role: "reference" },
            ],
            metadata: { task: "reference_to_video" },
          },
        },
      }),
      { resolution: "720p" },
    ],
    "flash-1-1-edit": [
      client.check({
        model: "gemini-omni-1.1-flash",
        prompt: "take the umbrella away",
        video: "https://example.com/street.mp4",
        providerOptions: { apimart: { metadata: { task: "edit" } } },
      }),
      { resolution: "720p" },
    ],
  },
  {},
);
