// What must compile in normalized words, and what must not. `tsc` fails when a line under @ts-expect-error compiles.
import type { ModelId, SettingsFor } from "@omni-contracts/core";
import type { Agreed, Agreement } from "@omni-contracts/mocks/contract-suite";
import type { AtlascloudTypes } from "../src/client.js";
import { createAtlascloud } from "../src/index.js";

type Model = ModelId<AtlascloudTypes>;
type Client = { [Name in Model]: SettingsFor<AtlascloudTypes, Name> };

// What the provider's pages list for each model. Nothing else is taken.
type From3 = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
type Tiers = "360p" | "720p" | "1080p" | "4k";
interface Developer<Others> {
  duration: 4 | 6 | 8 | 10;
  resolution: "720p" | "1080p" | "4k";
  aspectRatio: "16:9" | "9:16";
  others: "seed" | "webhookUrl" | Others;
}
interface Standard<Resolution, Others> {
  duration: From3;
  resolution: Resolution;
  aspectRatio: "16:9" | "9:16";
  others: "seed" | "webhookUrl" | Others;
}
interface Listed {
  "google/gemini-omni-flash/text-to-video-developer": Developer<never>;
  "google/gemini-omni-flash/image-to-video-developer": Developer<"firstFrame">;
  "google/gemini-omni-flash/reference-to-video-developer": Developer<"inputReferences" | "video">;
  "google/gemini-omni-flash/text-to-video": Standard<"720p", never>;
  "google/gemini-omni-flash/image-to-video": Standard<"720p", "firstFrame">;
  "google/gemini-omni-flash/reference-to-video": Standard<"720p", "inputReferences">;
  "google/gemini-omni-flash/video-edit": {
    resolution: "720p";
    others: "seed" | "webhookUrl" | "video" | "inputReferences";
  };
  "google/gemini-omni-1.1-flash/text-to-video": Standard<Tiers, never>;
  "google/gemini-omni-1.1-flash/image-to-video": Standard<Tiers, "firstFrame" | "lastFrame">;
  "google/gemini-omni-1.1-flash/reference-to-video": Standard<Tiers, "inputReferences" | "video" | "videos">;
  "google/gemini-omni-1.1-flash/video-edit": { others: "seed" | "webhookUrl" | "video" | "inputReferences" };
  "google/gemini-omni-1.1-flash/video-extend": {
    duration: From3;
    resolution: Tiers;
    others: "seed" | "webhookUrl" | "video" | "inputReferences";
  };
  "google/gemini-omni-1.2-flash/text-to-video": {
    duration: From3 | 1 | 2 | 11 | 12 | 13 | 14 | 15;
    resolution: Tiers;
    others: "webhookUrl";
  };
}
declare const agreement: Agreement<Listed, Client>;
agreement satisfies Agreed<keyof Listed>;

const client = createAtlascloud();
const prompt = "a lighthouse";
const link = "https://example.com/a";
const first = { image: link, frameType: "first_frame" } as const;
const last = { image: link, frameType: "last_frame" } as const;

// Values outside the list, settings that the model lacks
// @ts-expect-error 4, 6, 8 or 10 s
client.check({ model: "google/gemini-omni-flash/text-to-video-developer", prompt, duration: 5 });
// @ts-expect-error 720p only
client.check({ model: "google/gemini-omni-flash/text-to-video", prompt, resolution: "1080p" });
// @ts-expect-error no aspect ratio
client.check({ model: "google/gemini-omni-1.2-flash/text-to-video", prompt, aspectRatio: "16:9" });
// @ts-expect-error no seed
client.check({ model: "google/gemini-omni-1.2-flash/text-to-video", prompt, seed: 1 });
// @ts-expect-error an edit has no duration of its own
client.check({ model: "google/gemini-omni-flash/video-edit", prompt, video: link, duration: 5 });
// @ts-expect-error no resolution
client.check({ model: "google/gemini-omni-1.1-flash/video-edit", prompt, video: link, resolution: "720p" });

// What makes a request
client.check({ model: "google/gemini-omni-flash/video-edit", prompt, video: link, seed: 1 });
// @ts-expect-error the prompt is missing
client.check({ model: "google/gemini-omni-flash/text-to-video" });
// @ts-expect-error a video to edit is missing
client.check({ model: "google/gemini-omni-flash/video-edit", prompt });
// @ts-expect-error a video to edit is missing
client.check({ model: "google/gemini-omni-1.1-flash/video-edit", prompt, inputReferences: [link] });
// @ts-expect-error a video to go on from is missing
client.check({ model: "google/gemini-omni-1.1-flash/video-extend", prompt });
// @ts-expect-error a frame is missing
client.check({ model: "google/gemini-omni-flash/image-to-video-developer", prompt });
// @ts-expect-error a frame is missing
client.check({ model: "google/gemini-omni-flash/image-to-video", prompt });
// @ts-expect-error a frame is missing
client.check({ model: "google/gemini-omni-1.1-flash/image-to-video", prompt });
// @ts-expect-error a prompt is missing
client.check({ model: "google/gemini-omni-1.1-flash/image-to-video", frameImages: [first] });
client.check({ model: "google/gemini-omni-1.1-flash/image-to-video", prompt, frameImages: [first, last] });
// @ts-expect-error the last frame only beside the first
client.check({ model: "google/gemini-omni-1.1-flash/image-to-video", prompt, frameImages: [last] });
// @ts-expect-error no last frames
client.check({ model: "google/gemini-omni-flash/image-to-video", prompt, frameImages: [first, last] });
// @ts-expect-error images are missing
client.check({ model: "google/gemini-omni-flash/reference-to-video", prompt });
// @ts-expect-error images are missing
client.check({ model: "google/gemini-omni-1.1-flash/reference-to-video", prompt, video: link });
const developer = "google/gemini-omni-flash/reference-to-video-developer";
client.check({ model: developer, prompt, video: link });
client.check({ model: developer, prompt, inputReferences: [link] });
// @ts-expect-error images or a video
client.check({ model: developer, prompt });
// @ts-expect-error the prompt is missing
client.check({ model: developer, inputReferences: [link] });
// @ts-expect-error one video
client.check({ model: developer, prompt, video: [link, link] });

// The provider's own members
const clip = { url: link, start: 2, ends: 9 };
client.check({ model: developer, prompt, providerOptions: { atlascloud: { video_clips: [clip] } } });
// @ts-expect-error one clip
client.check({ model: developer, prompt, providerOptions: { atlascloud: { video_clips: [clip, clip] } } });
// @ts-expect-error there is no such member in it
client.check({ model: developer, prompt, providerOptions: { atlascloud: { video_clips: [{ ...clip, from: 2 }] } } });
// @ts-expect-error `inputReferences` stand for it
client.check({ model: developer, prompt, providerOptions: { atlascloud: { images: [link] } } });
// @ts-expect-error the model has none
client.check({ model: "google/gemini-omni-flash/text-to-video", prompt, providerOptions: { atlascloud: { a: 1 } } });
// @ts-expect-error of another provider
client.check({ model: "google/gemini-omni-flash/text-to-video", prompt, providerOptions: { apimart: {} } });
