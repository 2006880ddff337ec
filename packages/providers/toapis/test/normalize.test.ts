// Wire bodies are written out by hand: what a setting comes to is the provider's word, not ours.
import { describeOnTheWire, describeRefused, describeSaid } from "@omni-contracts/mocks/contract-suite";
import { createToapis } from "../src/index.js";
import { samples } from "../src/generated/samples.js";

const client = createToapis({ apiKey: "sk-0123456789" });
const prompt = "a red apple";
const [A, V] = ["https://example.com/a.png", "https://example.com/v.mp4"];
const first = { image: A, frameType: "first_frame" } as const;

describeOnTheWire(client, [
  [
    "the provider's spelling of a tier",
    { model: "gemini_omni", prompt, resolution: "720p", clientReference: "me" },
    { model: "gemini_omni", prompt, resolution: "720P", client_business_id: "me", duration: 6 },
  ],
  [
    "videos in a list of objects",
    { model: "gemini-omni-flash-preview-official", prompt, video: [V, V] },
    {
      model: "gemini-omni-flash-preview-official",
      prompt,
      video_list: [{ video_url: V }, { video_url: V }],
      duration: 6,
      resolution: "720p",
    },
  ],
  [
    "a frame by its task",
    { model: "gemini-omni-1.1-flash-preview-official", prompt, frameImages: [first] },
    {
      model: "gemini-omni-1.1-flash-preview-official",
      prompt,
      image_urls: [A],
      metadata: { task: "image_to_video" },
      duration: 6,
      resolution: "720p",
    },
  ],
  [
    "own members beside a setting's",
    {
      model: "gemini-omni-flash-preview-official",
      prompt,
      inputReferences: [A],
      providerOptions: { toapis: { metadata: { temperature: 1 } } },
    },
    {
      model: "gemini-omni-flash-preview-official",
      prompt,
      image_urls: [A],
      metadata: { task: "reference_to_video", temperature: 1 },
      duration: 6,
      resolution: "720p",
    },
  ],
]);

describeRefused(client, [[{ model: "gemini_omni", prompt, resolution: "4k" }, "resolution", 'must be one of "720P"']]);

describeSaid(
  "toapis",
  { ...samples.createVideoGeneration, ...samples.createVideo },
  {
    "text-to-video": [
      client.check({
        model: "gemini_omni",
        prompt: "a paper lantern drifting over a quiet harbour at dusk",
        aspectRatio: "9:16",
        duration: 10,
        resolution: "720p",
      }),
    ],
    "flash-one-image": [
      client.check({
        model: "gemini_omni_flash",
        prompt: "the lantern is lit",
        duration: 4,
        resolution: "720p",
        inputReferences: ["https://example.com/lantern.png"],
      }),
    ],
    "flash-three-images": [
      client.check({
        model: "gemini_omni_flash",
        prompt: "the two boats meet in the harbour",
        aspectRatio: "16:9",
        resolution: "1080p",
        inputReferences: ["https://example.com/a.png", "https://example.com/b.png", "https://example.com/harbour.png"],
      }),
      { duration: 6 },
    ],
    "flash-1080p": [
      client.check({
        model: "gemini-omni-flash",
        prompt: "a quiet harbour at dusk",
        aspectRatio: "16:9",
        duration: 6,
        resolution: "1080p",
      }),
    ],
    "official-images": [
      client.check({
        model: "gemini-omni-flash-preview-official",
        prompt: "the boat of the first image in the harbour of the second",
        duration: 8,
        inputReferences: ["https://example.com/boat.png", "https://example.com/harbour.png"],
      }),
      { resolution: "720p" },
    ],
    "official-edit": [
      client.check({
        model: "gemini-omni-flash-preview-official",
        prompt: "make it night",
        aspectRatio: "16:9",
        video: "https://example.com/harbour.mp4",
        providerOptions: { toapis: { metadata: { task: "edit" } } },
      }),
      { duration: 6, resolution: "720p" },
    ],
    "official-continue": [
      client.check({
        model: "gemini-omni-flash-preview-official",
        prompt: "now the lamp goes out",
        providerOptions: {
          toapis: { metadata: { previous_interaction_id: "int_0example", temperature: 1, top_p: 0.9 } },
        },
      }),
      { duration: 6, resolution: "720p" },
    ],
    "official-1-1-text": [
      client.check({
        model: "gemini-omni-1.1-flash-preview-official",
        prompt: "a paper lantern drifting over a quiet harbour",
        duration: 3,
        resolution: "4k",
        aspectRatio: "16:9",
      }),
    ],
    "official-1-1-edit": [
      client.check({
        model: "gemini-omni-1.1-flash-preview-official",
        prompt: "take the boat away",
        video: "https://example.com/harbour.mp4",
        providerOptions: { toapis: { metadata: { task: "edit" } } },
      }),
      { duration: 6, resolution: "720p" },
    ],
    "own-reference": [
      client.check({
        model: "gemini_omni",
        prompt: "a quiet harbour at dusk",
        clientReference: "order-20261120-0001",
        webhookUrl: "https://example.com/hooks/video?order=1",
      }),
      { duration: 6, resolution: "720P" },
    ],
    "preview-1-1-images": [
      client.check({
        model: "gemini-omni-1.1-flash-preview",
        prompt: "the boats of both images in one harbour",
        duration: 10,
        aspectRatio: "9:16",
        inputReferences: ["https://example.com/a.png", "https://example.com/b.png"],
      }),
      { resolution: "720p" },
    ],
    "vip-text": [
      client.check({
        model: "gemini-omni-1.1-flash-preview-vip",
        prompt: "a paper lantern drifting over a quiet harbour",
        duration: 8,
        resolution: "4k",
      }),
    ],
    "vip-first-frame": [
      client.check({
        model: "gemini-omni-1.1-flash-preview-vip",
        prompt: "the lantern is lit",
        duration: 4,
        frameImages: [{ image: "https://example.com/lantern.png", frameType: "first_frame" }],
      }),
      { resolution: "720p" },
    ],
    "vip-three-references": [
      client.check({
        model: "gemini-omni-1.1-flash-preview-vip",
        prompt: "the two boats meet in the harbour",
        resolution: "360p",
        inputReferences: ["https://example.com/a.png", "https://example.com/b.png", "https://example.com/harbour.png"],
      }),
      { duration: 6 },
    ],
    "vip-reference-video": [
      client.check({
        model: "gemini-omni-1.1-flash-preview-vip",
        prompt: "the same camera move over a coral reef",
        resolution: "1080p",
        video: "https://example.com/street.mp4",
      }),
    ],
  },
  {},
);
