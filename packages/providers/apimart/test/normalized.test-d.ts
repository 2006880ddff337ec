// What must compile in normalized words, and what must not. `tsc` fails when a line under @ts-expect-error compiles.
import type { ModelId, OmniErrorCode, SettingsFor } from "@omni-contracts/core";
import type { Agreed, Agreement } from "@omni-contracts/mocks/contract-suite";
import type { ApimartTypes } from "../src/client.js";
import { createApimart } from "../src/index.js";

type Model = ModelId<ApimartTypes>;
type Client = { [Name in Model]: SettingsFor<ApimartTypes, Name> };

// What the provider's pages list for each model. Nothing else is taken.
interface Ext {
  duration: 4 | 6 | 8 | 10;
  resolution: "360p" | "720p" | "1080p" | "4k";
  aspectRatio: "16:9" | "9:16";
  others: "firstFrame" | "inputReferences" | "video" | "webhookUrl";
}
interface Listed {
  "gemini-omni-flash-preview": {
    resolution: "720p";
    aspectRatio: "16:9" | "9:16";
    others: "inputReferences" | "video" | "previousTask" | "webhookUrl";
  };
  "Omni-Flash-Ext": Ext;
  /** The newer name of the same model. */
  "gemini-omni-1.1-flash-ext": Ext;
  "gemini-omni-1.1-flash": {
    resolution: "360p" | "720p" | "1080p" | "4k";
    aspectRatio: "16:9" | "9:16";
    others: "firstFrame" | "lastFrame" | "inputReferences" | "video" | "previousTask" | "webhookUrl";
  };
}
declare const agreement: Agreement<Listed, Client>;
agreement satisfies Agreed<keyof Listed>;

const client = createApimart();
const prompt = "a lighthouse";
const link = "https://example.com/a";
const first = { image: link, frameType: "first_frame" } as const;
const last = { image: link, frameType: "last_frame" } as const;

// Values outside the list, settings that the model lacks
client.check({ model: "Omni-Flash-Ext", prompt, duration: 6, resolution: "1280x720", aspectRatio: "16:9" });
// @ts-expect-error 4, 6, 8 or 10 s
client.check({ model: "Omni-Flash-Ext", prompt, duration: 7 });
// @ts-expect-error a tier of the list, or a size
client.check({ model: "Omni-Flash-Ext", prompt, resolution: "2160p" });
// @ts-expect-error landscape or portrait
client.check({ model: "Omni-Flash-Ext", prompt, aspectRatio: "4:3" });
// @ts-expect-error the model takes no seed
client.check({ model: "Omni-Flash-Ext", prompt, seed: 1 });
// @ts-expect-error the model takes no duration
client.check({ model: "gemini-omni-1.1-flash", prompt, duration: 6 });
// @ts-expect-error the model takes no frames
client.check({ model: "gemini-omni-flash-preview", prompt, frameImages: [first] });
// @ts-expect-error there is no such model
client.check({ model: "gemini-omni", prompt });
// @ts-expect-error a typing error
client.check({ model: "Omni-Flash-Ext", prompt, aspectratio: "16:9" });
// @ts-expect-error a frame is first or last
client.check({ model: "Omni-Flash-Ext", prompt, frameImages: [{ image: link, frameType: "first" }] });

// What makes a request
// @ts-expect-error the prompt is missing
client.check({ model: "Omni-Flash-Ext", duration: 6 });
// @ts-expect-error the prompt is missing
client.check({ model: "Omni-Flash-Ext", inputReferences: [link] });
// @ts-expect-error something to make a video of
client.check({ model: "gemini-omni-1.1-flash" });
// @ts-expect-error something to make a video of
client.check({ model: "gemini-omni-1.1-flash", resolution: "4k" });
client.check({ model: "gemini-omni-1.1-flash", inputReferences: [link] });
client.check({ model: "gemini-omni-1.1-flash", frameImages: [first] });
client.check({ model: "gemini-omni-1.1-flash", video: link });
// @ts-expect-error something to make a video of
client.check({ model: "gemini-omni-flash-preview", aspectRatio: "16:9" });
client.check({ model: "gemini-omni-flash-preview", inputReferences: [link] });
client.check({ model: "gemini-omni-flash-preview", video: link });

// What excludes each other, and what needs another
// @ts-expect-error a frame or references
client.check({ model: "Omni-Flash-Ext", prompt, frameImages: [first], inputReferences: [link] });
// @ts-expect-error a video has its own duration
client.check({ model: "Omni-Flash-Ext", prompt, video: link, duration: 6 });
// @ts-expect-error a video or a task to go on from
client.check({ model: "gemini-omni-1.1-flash", prompt, video: link, previousTask: "oc1_a" });
// @ts-expect-error a video or a task to go on from
client.check({ model: "gemini-omni-flash-preview", prompt, video: link, previousTask: "oc1_a" });
client.check({ model: "gemini-omni-1.1-flash", prompt, frameImages: [first, last] });
client.check({ model: "gemini-omni-1.1-flash", prompt, frameImages: [last, first] });
// @ts-expect-error the last frame only beside the first
client.check({ model: "gemini-omni-1.1-flash", prompt, frameImages: [last] });
// @ts-expect-error no last frames
client.check({ model: "Omni-Flash-Ext", prompt, frameImages: [first, last] });

// The provider's own members
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { metadata: { task: "edit" } } } });
client.check({ model: "Omni-Flash-Ext", prompt, providerOptions: { apimart: { nsfw_check: true, language: "en" } } });
// @ts-expect-error another provider's
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { toapis: {} } });
// @ts-expect-error a setting stands for it
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { aspect_ratio: "16:9" } } });
// @ts-expect-error there is no such member in it
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { metadata: { kind: "edit" } } } });
// @ts-expect-error there is no such value in it
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { metadata: { task: "cut" } } } });
// @ts-expect-error the other model's member
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { generation_type: "frame" } } });

// Aliases
client.check({ model: "gemini-omni-1.1-flash-ext", prompt, duration: 8 });
// @ts-expect-error 4, 6, 8 or 10 s, as under its other name
client.check({ model: "gemini-omni-1.1-flash-ext", prompt, duration: 7 });
client.model("gemini-omni-1.1-flash-ext").check({ prompt, duration: 4 });
client.capabilities("gemini-omni-1.1-flash-ext").duration satisfies readonly [4, 6, 8, 10];
// @ts-expect-error the model takes no duration
client.capabilities("gemini-omni-1.1-flash").duration satisfies unknown;

export function anyModel(id: string): void {
  // @ts-expect-error any text is no model
  client.model(id).check({ prompt });
  if (!client.isModel(id)) return;
  id satisfies keyof Listed;
  client.check({ model: id, prompt, aspectRatio: "16:9", resolution: "720p" });
  // @ts-expect-error not every model takes a duration
  client.check({ model: id, prompt, duration: 6 });
}

// Bound models
export function eitherModel(isLong: boolean): Promise<unknown> {
  const model = isLong ? client.model("Omni-Flash-Ext") : client.model("gemini-omni-1.1-flash");
  return model.generate({ prompt, aspectRatio: "9:16" });
}
// @ts-expect-error the bound model takes 4, 6, 8 or 10 s
client.model("Omni-Flash-Ext").check({ prompt, duration: 5 });

// Results
const task = await client.generate({ model: "Omni-Flash-Ext", prompt });
task.video.url satisfies string | undefined;
task.videos[0].url satisfies string | undefined;
task.status satisfies "completed";
// @ts-expect-error there may be one video only
task.videos[1].url satisfies string | undefined;
const seen = await client.status(task.handle);
// @ts-expect-error an unfinished task has no video
seen.video satisfies object;

/** Every code has its case: a new one does not compile here. */
export function advice(code: OmniErrorCode): string {
  switch (code) {
    case "authentication":
    case "permission_denied":
    case "insufficient_credits":
      return "account";
    case "invalid_request":
    case "unsupported_feature":
    case "model_not_found":
    case "content_policy":
      return "request";
    case "rate_limited":
    case "provider_unavailable":
    case "network":
      return "later";
    case "submission_unknown":
    case "wait_timeout":
    case "aborted":
      return "look";
    case "task_failed":
    case "task_cancelled":
    case "task_expired":
    case "task_not_found":
    case "result_missing":
    case "download_failed":
    case "contract_violation":
      return "ended";
    default:
      return code satisfies never;
  }
}

export function adviceOfMost(code: OmniErrorCode): string {
  switch (code) {
    case "authentication":
      return "account";
    default:
      // @ts-expect-error the other codes have no case
      return code satisfies never;
  }
}
