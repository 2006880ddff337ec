// Wire bodies are written out by hand: what a setting comes to is the provider's word, not ours.
import { describeOnTheWire, describeRefused, describeSaid, loosely } from "@omni-contracts/mocks/contract-suite";
import { expect, it } from "vitest";
import { createJimmyai } from "../src/index.js";
import { samples } from "../src/generated/samples.js";

const client = createJimmyai({ apiKey: "sk-0123456789" });
const check = loosely(client);
const prompt = "a red apple";
const [A, V] = ["https://example.com/a.png", "https://example.com/v.mp4"];
const first = { image: A, frameType: "first_frame" } as const;

describeOnTheWire(client, [
  [
    "a first frame",
    { model: "Gemini-Omini", prompt, frameImages: [first] },
    { model: "Gemini-Omini", prompt, image_urls: [A], generation_type: "frame", duration: 6, resolution: "720p" },
  ],
  [
    "an alias",
    { model: "Omni-Flash-Ext", prompt, duration: 4 },
    { model: "Omni-Flash-Ext", prompt, duration: 4, resolution: "720p" },
  ],
  [
    "a video",
    { model: "Gemini-Omini", prompt, video: new URL(V) },
    { model: "Gemini-Omini", prompt, video_urls: [V], resolution: "720p" },
  ],
  [
    "nothing that the model ignores",
    { model: "omni-10s", prompt, aspectRatio: "9:16" },
    { model: "omni-10s", prompt, aspect_ratio: "9:16" },
  ],
]);

describeRefused(client, [
  [{ model: "omni-10s", prompt, duration: 10 }, "duration", "omni-10s takes it and ignores it"],
  [{ model: "omni-10s", prompt, seed: 10 }, "seed", "omni-10s does not take it"],
]);

it("leaves out what the model ignores in mode: warn, and says so", () => {
  const { body, dropped } = check({ model: "omni-10s", prompt, duration: 4, resolution: "4k" }, { mode: "warn" });
  expect(body).toEqual({ model: "omni-10s", prompt });
  expect(dropped.map(({ setting }) => setting)).toEqual(["duration", "resolution"]);
});

describeSaid(
  "jimmyai",
  samples.createGeminiOmniVideo,
  {
    "text-to-video": [
      client.check({
        model: "Gemini-Omini",
        prompt: "Paper boats drifting down a flooded alley at dawn",
        duration: 8,
        resolution: "1080p",
        aspectRatio: "9:16",
      }),
    ],
    "first-frame": [
      client.check({
        model: "Gemini-Omini",
        prompt: "The lighthouse lamp starts to turn",
        duration: 4,
        frameImages: [{ image: "https://example.com/lighthouse.png", frameType: "first_frame" }],
      }),
      { resolution: "720p" },
    ],
    "one-reference": [
      client.check({
        model: "Gemini-Omini",
        prompt: "The fox turns its head",
        inputReferences: ["https://example.com/fox.png"],
      }),
      { duration: 6, resolution: "720p" },
    ],
    "three-references": [
      client.check({
        model: "Gemini-Omini",
        prompt: "All three meet in one scene",
        duration: 10,
        resolution: "4k",
        aspectRatio: "16:9",
        inputReferences: [
          "https://example.com/one.png",
          "https://example.com/two.png",
          "https://example.com/three.png",
        ],
      }),
      { generation_type: "reference" },
    ],
    "reference-video": [
      check({
        model: "Gemini-Omini",
        prompt: "Keep the camera move, turn the street into a coral reef",
        resolution: "720p",
        aspectRatio: "16:9",
        video: "https://example.com/street.mp4",
        providerOptions: { jimmyai: { generation_type: "reference" } },
      }),
    ],
    "compatible-names": [
      check({
        model: "gemini-omni",
        prompt: "Fog rolls over the harbour",
        providerOptions: {
          jimmyai: { orientation: "portrait", generation_type: "frame", images: ["https://example.com/harbour.png"] },
        },
      }),
      { duration: 6, resolution: "720p" },
    ],
    "omni-10s": [
      client.check({
        model: "omni-10s",
        prompt: "The two dancers meet on a rooftop",
        inputReferences: ["https://example.com/a.jpg", "https://example.com/b.jpg"],
        providerOptions: { jimmyai: { orientation: "landscape" } },
      }),
    ],
  },
  {
    "empty-lists": "empty lists say nothing; they are left out",
    "omni-10s-ignored-members": "settings that the model ignores are an error",
  },
);
