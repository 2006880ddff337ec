// What must compile in normalized words, and what must not. `tsc` fails when a line under @ts-expect-error compiles.
import type { ModelId, SettingsFor } from "@omni-contracts/core";
import { compareQuotes, quote } from "@omni-contracts/core/quote";
import type { Agreed, Agreement } from "@omni-contracts/mocks/contract-suite";
import * as contract from "../src/generated/contract.js";
import type { ToapisTypes } from "../src/client.js";
import { createToapis } from "../src/index.js";

type Model = ModelId<ToapisTypes>;
type Client = { [Name in Model]: SettingsFor<ToapisTypes, Name> };

// What the provider's pages list for each model. Nothing else is taken.
type Shared = "webhookUrl" | "clientReference";
interface Flash {
  duration: 4 | 6 | 10;
  resolution: "720p" | "1080p";
  aspectRatio: "16:9" | "9:16";
  others: Shared | "inputReferences";
}
interface Listed {
  gemini_omni: { duration: 6 | 10; resolution: "720p"; aspectRatio: "16:9" | "9:16"; others: Shared };
  gemini_omni_flash: Flash;
  "gemini-omni-flash": Flash;
  "gemini-omni-flash-preview-official": {
    duration: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
    resolution: "720p";
    aspectRatio: "16:9" | "9:16";
    others: Shared | "firstFrame" | "inputReferences" | "video" | "videos";
  };
  "gemini-omni-1.1-flash-preview-official": {
    duration: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
    resolution: "360p" | "720p" | "1080p" | "4k";
    aspectRatio: "16:9" | "9:16";
    others: Shared | "firstFrame" | "inputReferences" | "video" | "videos";
  };
  "gemini-omni-1.1-flash-preview": {
    duration: 10;
    resolution: "720p";
    aspectRatio: "16:9" | "9:16";
    others: Shared | "inputReferences";
  };
  "gemini-omni-1.1-flash-preview-vip": {
    duration: 4 | 6 | 8 | 10;
    resolution: "360p" | "720p" | "1080p" | "4k";
    aspectRatio: "16:9" | "9:16";
    others: Shared | "firstFrame" | "inputReferences" | "video";
  };
}
declare const agreement: Agreement<Listed, Client>;
agreement satisfies Agreed<keyof Listed>;

const client = createToapis();
const prompt = "a lighthouse";
const link = "https://example.com/a";
const first = { image: link, frameType: "first_frame" } as const;
const last = { image: link, frameType: "last_frame" } as const;

// The prompt: every model needs one
client.check({ model: "gemini_omni", prompt, duration: 6, clientReference: "mine" });
// @ts-expect-error is missing
client.check({ model: "gemini_omni" });
// @ts-expect-error is missing
client.check({ model: "gemini_omni_flash", inputReferences: [link] });
// @ts-expect-error is missing
client.check({ model: "gemini-omni-flash", inputReferences: [link] });
// @ts-expect-error is missing
client.check({ model: "gemini-omni-flash-preview-official", video: link });
// @ts-expect-error is missing
client.check({ model: "gemini-omni-1.1-flash-preview-official", inputReferences: [link] });
// @ts-expect-error is missing
client.check({ model: "gemini-omni-1.1-flash-preview", inputReferences: [link] });
// @ts-expect-error is missing
client.check({ model: "gemini-omni-1.1-flash-preview-vip", video: link });

// Values outside the list, settings that the model lacks
// @ts-expect-error 6 or 10 s
client.check({ model: "gemini_omni", prompt, duration: 4 });
// @ts-expect-error 720p only
client.check({ model: "gemini_omni", prompt, resolution: "1080p" });
// @ts-expect-error landscape or portrait
client.check({ model: "gemini_omni", prompt, aspectRatio: "1:1" });
// @ts-expect-error no images
client.check({ model: "gemini_omni", prompt, inputReferences: [link] });
// @ts-expect-error no seed
client.check({ model: "gemini_omni", prompt, seed: 1 });
const settings = { prompt, seed: 1 };
// @ts-expect-error no seed, wherever the settings come from
client.check({ model: "gemini_omni", ...settings });
// @ts-expect-error there is no such model
client.check({ model: "gemini_omni_2", prompt });
// @ts-expect-error a typing error
client.check({ model: "gemini_omni", prompt, aspectratio: "16:9" });

// What excludes each other
const official = "gemini-omni-flash-preview-official";
// @ts-expect-error a frame or references
client.check({ model: official, prompt, frameImages: [first], inputReferences: [link] });
// @ts-expect-error a frame or videos
client.check({ model: official, prompt, frameImages: [first], video: link });
// @ts-expect-error references or videos
client.check({ model: official, prompt, inputReferences: [link], video: [link, link] });
// @ts-expect-error there are no last frames
client.check({ model: official, prompt, frameImages: [last] });
// @ts-expect-error one first frame
client.check({ model: official, prompt, frameImages: [first, first] });
const newer = "gemini-omni-1.1-flash-preview-official";
// @ts-expect-error a frame or references
client.check({ model: newer, prompt, frameImages: [first], inputReferences: [link] });
// @ts-expect-error a frame or videos
client.check({ model: newer, prompt, frameImages: [first], video: link });
// @ts-expect-error references or videos
client.check({ model: newer, prompt, inputReferences: [link], video: link });
const vip = "gemini-omni-1.1-flash-preview-vip";
client.check({ model: vip, prompt, inputReferences: [link], video: link });
// @ts-expect-error a video has its own duration
client.check({ model: vip, prompt, video: link, duration: 6 });
// @ts-expect-error a frame or references
client.check({ model: vip, prompt, frameImages: [first], inputReferences: [link] });
// @ts-expect-error one video
client.check({ model: vip, prompt, video: [link, link] });

// The provider's own members
client.check({ model: official, prompt, providerOptions: { toapis: { metadata: { task: "edit" } } } });
// @ts-expect-error of another provider
client.check({ model: "gemini_omni", prompt, providerOptions: { apimart: {} } });
// @ts-expect-error a setting stands for it
client.check({ model: "gemini_omni", prompt, providerOptions: { toapis: { client_business_id: "a" } } });
// @ts-expect-error `video` stands for the only member of its items
client.check({ model: official, prompt, providerOptions: { toapis: { video_list: [{ video_url: link }] } } });
// @ts-expect-error `model` stands for it
client.check({ model: official, prompt, providerOptions: { toapis: { model: official } } });
// @ts-expect-error there is no such member in it
client.check({ model: official, prompt, providerOptions: { toapis: { metadata: { tasks: "edit" } } } });
// @ts-expect-error there is no such value in it
client.check({ model: official, prompt, providerOptions: { toapis: { metadata: { task: "extend" } } } });

// One of several models: what all of them take
declare const isPlain: boolean;
const model = isPlain ? client.model("gemini_omni") : client.model("gemini_omni_flash");
void model.generate({ prompt, duration: 6 });
// @ts-expect-error 4 s is the other model's
void model.generate({ prompt, duration: 4 });
client.check({ model: isPlain ? "gemini_omni" : "gemini_omni_flash", prompt, duration: 6 });
// @ts-expect-error 4 s is the other model's
client.check({ model: isPlain ? "gemini_omni" : "gemini_omni_flash", prompt, duration: 4 });

export function anyModel(id: string): void {
  // @ts-expect-error any text is no model
  client.check({ model: id, prompt });
  if (!client.isModel(id)) return;
  id satisfies keyof Listed;
  client.check({ model: id, prompt, duration: 10 });
  void client.model(id).generate({ prompt, duration: 10 });
  // @ts-expect-error not every model takes 6 s
  client.check({ model: id, prompt, duration: 6 });
  client.capabilities(id).resolution satisfies readonly string[];
}

// A quote takes what `check` takes, and the contract of the same provider
quote(client, contract, { model: "gemini_omni", prompt, duration: 6 }).price?.max satisfies number | undefined;
// @ts-expect-error 4 s is another model's
quote(client, contract, { model: "gemini_omni", prompt, duration: 4 });
// @ts-expect-error there is no such model
quote(client, contract, { model: "gemini_omni_2", prompt });
// @ts-expect-error a contract of another provider
quote(client, { ...contract, service: { provider: "acme" } }, { model: "gemini_omni", prompt });
compareQuotes({ prompt, duration: 4 }, [{ model: client.model("gemini_omni"), contract }]);
