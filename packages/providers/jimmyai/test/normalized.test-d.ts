// What must compile in normalized words, and what must not. `tsc` fails when a line under @ts-expect-error compiles.
import type { ModelId, SettingsFor } from "@omni-contracts/core";
import type { Agreed, Agreement } from "@omni-contracts/mocks/contract-suite";
import type { JimmyaiTypes } from "../src/client.js";
import { createJimmyai } from "../src/index.js";

type Model = ModelId<JimmyaiTypes>;
type Client = { [Name in Model]: SettingsFor<JimmyaiTypes, Name> };

// What the provider's pages list for each model. Nothing else is taken.
interface Standard {
  duration: 4 | 6 | 8 | 10;
  resolution: "720p" | "1080p" | "4k";
  aspectRatio: "16:9" | "9:16";
  others: "firstFrame" | "inputReferences" | "video";
}
interface Listed {
  "Gemini-Omini": Standard;
  /** Other names of the same model. */
  "Omni-Flash-Ext": Standard;
  "gemini-omni": Standard;
  /** Takes `duration` and `resolution` and ignores them. */
  "omni-10s": { aspectRatio: "16:9" | "9:16"; others: "inputReferences" };
}
declare const agreement: Agreement<Listed, Client>;
agreement satisfies Agreed<keyof Listed>;

const client = createJimmyai();
const prompt = "a lighthouse";
const link = "https://example.com/a";
const first = { image: link, frameType: "first_frame" } as const;

// Values outside the list, settings that the model lacks
client.check({ model: "Gemini-Omini", prompt, duration: 8 });
// @ts-expect-error 4, 6, 8 or 10 s
client.check({ model: "Gemini-Omini", prompt, duration: 5 });
// @ts-expect-error not on the page
client.check({ model: "Gemini-Omini", prompt, resolution: "360p" });
// @ts-expect-error landscape or portrait
client.check({ model: "Gemini-Omini", prompt, aspectRatio: "1:1" });
// @ts-expect-error no seed
client.check({ model: "Gemini-Omini", prompt, seed: 1 });
// @ts-expect-error no webhooks
client.check({ model: "Gemini-Omini", prompt, webhookUrl: link });
// @ts-expect-error the model ignores durations
client.check({ model: "omni-10s", prompt, duration: 10 });
// @ts-expect-error the model ignores resolutions
client.check({ model: "omni-10s", prompt, resolution: "4k" });
// @ts-expect-error no video
client.check({ model: "omni-10s", prompt, video: link });

// The prompt: both models need one
// @ts-expect-error is missing
client.check({ model: "omni-10s" });
// @ts-expect-error is missing
client.check({ model: "Gemini-Omini", video: link });

// What excludes each other
// @ts-expect-error a video has its own duration
client.check({ model: "Gemini-Omini", prompt, video: link, duration: 6 });
// @ts-expect-error a frame or references
client.check({ model: "Gemini-Omini", prompt, frameImages: [first], inputReferences: [link] });
// @ts-expect-error one video
client.check({ model: "Gemini-Omini", prompt, video: [link, link] });

// Aliases
client.check({ model: "gemini-omni", prompt, duration: 10 });
client.check({ model: "Omni-Flash-Ext", prompt, resolution: "4k" });
// @ts-expect-error 4, 6, 8 or 10 s, as under its other names
client.check({ model: "Omni-Flash-Ext", prompt, duration: 5 });
client.capabilities("gemini-omni").duration satisfies readonly [4, 6, 8, 10];

// The provider's own members
client.check({
  model: "Gemini-Omini",
  prompt,
  video: link,
  providerOptions: { jimmyai: { generation_type: "reference" } },
});
client.check({
  model: "gemini-omni",
  prompt,
  providerOptions: { jimmyai: { orientation: "portrait", generation_type: "frame", images: [link] } },
});
// @ts-expect-error of another provider
client.check({ model: "omni-10s", prompt, providerOptions: { apimart: {} } });
// @ts-expect-error the other model's
client.check({ model: "omni-10s", prompt, providerOptions: { jimmyai: { generation_type: "reference" } } });
// @ts-expect-error `video` stands for it
client.check({ model: "Gemini-Omini", prompt, providerOptions: { jimmyai: { video_urls: [link] } } });
// @ts-expect-error there is no such value
client.check({ model: "Gemini-Omini", prompt, providerOptions: { jimmyai: { orientation: "square" } } });
// @ts-expect-error links
client.check({ model: "Gemini-Omini", prompt, providerOptions: { jimmyai: { images: [1] } } });
