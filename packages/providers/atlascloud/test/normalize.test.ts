// Wire bodies are written out by hand: what a setting comes to is the provider's word, not ours.
import { describeOnTheWire, describeRefused, describeSaid } from "@omni-contracts/mocks/contract-suite";
import { createAtlascloud } from "../src/index.js";
import { samples } from "../src/generated/samples.js";

const client = createAtlascloud({ apiKey: "sk-0123456789" });
const prompt = "a red apple";
const [A, B, V] = ["https://example.com/a.png", "https://example.com/b.png", "https://example.com/v.mp4"];
const first = { image: A, frameType: "first_frame" } as const;
const last = { image: B, frameType: "last_frame" } as const;

describeOnTheWire(client, [
  [
    "both frames",
    { model: "google/gemini-omni-1.1-flash/image-to-video", prompt, frameImages: [first, last], seed: 7 },
    {
      model: "google/gemini-omni-1.1-flash/image-to-video",
      prompt,
      image: A,
      last_image: B,
      seed: 7,
      duration: 10,
      resolution: "720p",
    },
  ],
  [
    "references and videos",
    { model: "google/gemini-omni-1.1-flash/reference-to-video", prompt, inputReferences: [A], video: [V, V] },
    {
      model: "google/gemini-omni-1.1-flash/reference-to-video",
      prompt,
      reference_images: [A],
      reference_videos: [V, V],
      duration: 10,
      resolution: "720p",
    },
  ],
  [
    "an edit",
    { model: "google/gemini-omni-flash/video-edit", prompt, video: V, inputReferences: [A] },
    { model: "google/gemini-omni-flash/video-edit", prompt, video: V, images: [A], resolution: "720p" },
  ],
  [
    "an extension",
    { model: "google/gemini-omni-1.1-flash/video-extend", prompt, video: V, duration: 5 },
    { model: "google/gemini-omni-1.1-flash/video-extend", prompt, video: V, duration: 5, resolution: "720p" },
  ],
  [
    "a clip of a video, in the provider's own words",
    {
      model: "google/gemini-omni-flash/reference-to-video-developer",
      prompt,
      providerOptions: { atlascloud: { video_clips: [{ url: V, start: 2, ends: 9 }] } },
    },
    {
      model: "google/gemini-omni-flash/reference-to-video-developer",
      prompt,
      video_clips: [{ url: V, start: 2, ends: 9 }],
      duration: 8,
      resolution: "720p",
    },
  ],
  [
    "no default where the contract knows none",
    { model: "google/gemini-omni-1.2-flash/text-to-video", prompt },
    { model: "google/gemini-omni-1.2-flash/text-to-video", prompt },
  ],
]);

describeRefused(client, [
  [{ model: "google/gemini-omni-1.1-flash/image-to-video", prompt }, "frameImages", "is required"],
]);

describeSaid(
  "atlascloud",
  samples.generateVideo,
  {
    "text-to-video-developer": [
      client.check({
        model: "google/gemini-omni-flash/text-to-video-developer",
        prompt: "A glass whale drifts over a salt desert",
        duration: 6,
        aspectRatio: "9:16",
        resolution: "4k",
        seed: 41,
      }),
    ],
    "image-to-video-developer": [
      client.check({
        model: "google/gemini-omni-flash/image-to-video-developer",
        prompt: "The fox turns its head",
        frameImages: [{ image: "https://files.example.org/fox.png", frameType: "first_frame" }],
        duration: 4,
        aspectRatio: "16:9",
        resolution: "720p",
        seed: -1,
      }),
    ],
    "reference-to-video-developer": [
      client.check({
        model: "google/gemini-omni-flash/reference-to-video-developer",
        prompt: "Same gait, new animal",
        inputReferences: ["https://files.example.org/lynx.webp"],
        providerOptions: {
          atlascloud: { video_clips: [{ url: "https://files.example.org/walk.mp4", start: 2, ends: 9 }] },
        },
        duration: 8,
      }),
      { resolution: "720p" },
    ],
    "text-to-video": [
      client.check({
        model: "google/gemini-omni-flash/text-to-video",
        prompt: "A kite writes a name into the clouds",
        duration: 5,
        aspectRatio: "16:9",
        resolution: "720p",
        seed: 7,
        providerOptions: { atlascloud: { thinking_level: "high" } },
      }),
    ],
    "image-to-video": [
      client.check({
        model: "google/gemini-omni-flash/image-to-video",
        prompt: "The door opens by itself",
        frameImages: [{ image: "https://files.example.org/door.jpg", frameType: "first_frame" }],
        duration: 3,
      }),
      { resolution: "720p" },
    ],
    "reference-to-video": [
      client.check({
        model: "google/gemini-omni-flash/reference-to-video",
        prompt: "Both meet at the pier",
        inputReferences: ["https://files.example.org/sailor.png", "https://files.example.org/heron.png"],
        duration: 10,
        webhookUrl: "https://hooks.example.org/atlas",
      }),
      { resolution: "720p" },
    ],
    "video-edit": [
      client.check({
        model: "google/gemini-omni-flash/video-edit",
        prompt: "Make it snow",
        video: "https://files.example.org/street.mp4",
        inputReferences: ["https://files.example.org/flake.png"],
        resolution: "720p",
        providerOptions: { atlascloud: { thinking_level: "low" } },
      }),
    ],
    "flash-1-1-text-to-video": [
      client.check({
        model: "google/gemini-omni-1.1-flash/text-to-video",
        prompt: "Rain falls upwards over a market",
        duration: 3,
        aspectRatio: "9:16",
        resolution: "360p",
        seed: -1,
        providerOptions: { atlascloud: { thinking_level: "default" } },
      }),
    ],
    "flash-1-1-first-and-last-frame": [
      client.check({
        model: "google/gemini-omni-1.1-flash/image-to-video",
        prompt: "The bud opens",
        frameImages: [
          { image: "https://files.example.org/bud.png", frameType: "first_frame" },
          { image: "https://files.example.org/bloom.png", frameType: "last_frame" },
        ],
        duration: 6,
        resolution: "1080p",
      }),
    ],
    "flash-1-1-reference-to-video": [
      client.check({
        model: "google/gemini-omni-1.1-flash/reference-to-video",
        prompt: "<IMAGE_REF_0> walks like <VIDEO_REF_0>",
        inputReferences: ["https://files.example.org/robot.png"],
        video: "https://files.example.org/walk.mp4",
        duration: 8,
        aspectRatio: "16:9",
        resolution: "4k",
      }),
    ],
    "flash-1-1-video-edit": [
      client.check({
        model: "google/gemini-omni-1.1-flash/video-edit",
        prompt: "Dress the driver like <IMAGE_REF_0>",
        video: "https://files.example.org/drive.mp4",
        inputReferences: ["https://files.example.org/coat.png"],
      }),
    ],
    "flash-1-1-video-extend": [
      client.check({
        model: "google/gemini-omni-1.1-flash/video-extend",
        prompt: "The train leaves the tunnel",
        video: "https://files.example.org/train.mp4",
        duration: 4,
        resolution: "720p",
      }),
    ],
    "inferred-flash-1-2-text-to-video": [
      client.check({
        model: "google/gemini-omni-1.2-flash/text-to-video",
        prompt: "A lantern boat crosses the fjord",
        duration: 15,
        resolution: "4k",
      }),
    ],
  },
  { "switched-to-seedance": "not a Gemini Omni model", "switched-to-veo": "not a Gemini Omni model" },
);
