// What must not compile in normalized words, and what must. `tsc` fails when a line under @ts-expect-error compiles.
import type { OmniErrorCode } from "@omni-contracts/core";
import { createApimart } from "../src/index.js";

const client = createApimart();
const prompt = "a lighthouse";
const link = "https://example.com/a";
const first = { image: link, frameType: "first_frame" } as const;

// Settings
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
// @ts-expect-error the prompt is missing
client.check({ model: "Omni-Flash-Ext", duration: 6 });
// @ts-expect-error something to make a video of
client.check({ model: "gemini-omni-1.1-flash" });
client.check({ model: "gemini-omni-1.1-flash", inputReferences: [link] });
// @ts-expect-error a frame or references
client.check({ model: "Omni-Flash-Ext", prompt, frameImages: [first], inputReferences: [link] });
// @ts-expect-error a video has its own duration
client.check({ model: "Omni-Flash-Ext", prompt, video: link, duration: 6 });
// @ts-expect-error there is no such model
client.check({ model: "gemini-omni", prompt });
// @ts-expect-error a typing error
client.check({ model: "Omni-Flash-Ext", prompt, aspectratio: "16:9" });
// @ts-expect-error a frame is first or last
client.check({ model: "Omni-Flash-Ext", prompt, frameImages: [{ image: link, frameType: "first" }] });

// The provider's own members
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { metadata: { task: "edit" } } } });
// @ts-expect-error another provider's
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { toapis: {} } });
// @ts-expect-error a setting stands for it
client.check({ model: "gemini-omni-1.1-flash", prompt, providerOptions: { apimart: { aspect_ratio: "16:9" } } });

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
task.status satisfies "completed";
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
