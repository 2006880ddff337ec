// A program that uses every client: in its own words, normalized, and bound to a model. It is compiled, never run, by
// TypeScript 5.9 here and by TypeScript 7 in ../../typescript-7; `npm run bench` measures both.
import { createApimart, createApimartApi } from "@omni-contracts/apimart";
import { createAtlascloud, createAtlascloudApi } from "@omni-contracts/atlascloud";
import { OmniError, resumeTask, type BoundModel } from "@omni-contracts/core";
import { createJimmyai, createJimmyaiApi } from "@omni-contracts/jimmyai";
import { createToapis, createToapisApi } from "@omni-contracts/toapis";

const apimart = createApimart();
const atlascloud = createAtlascloud();
const jimmyai = createJimmyai();
const toapis = createToapis();
const prompt = "a lighthouse";
const link = "https://example.com/a";

// In the provider's own words
export async function raw(): Promise<unknown[]> {
  const api = createApimartApi();
  const made = await api.POST("/v1/videos/generations", { body: { model: "Omni-Flash-Ext", prompt, duration: 6 } });
  return [
    made.data?.data,
    await createToapisApi().POST("/v1/videos/generations", { body: { model: "gemini_omni", prompt, duration: 6 } }),
    await createJimmyaiApi().POST("/api/open-api/v1/gemini/omni/videos", { body: { model: "omni-10s", prompt } }),
    await createAtlascloudApi().POST("/api/v1/model/generateVideo", {
      body: { model: "google/gemini-omni-flash/text-to-video", prompt, duration: 3 },
    }),
  ];
}

// Normalized
export async function normalized(): Promise<string | undefined> {
  const task = await apimart.generate({ model: "Omni-Flash-Ext", prompt, duration: 6, aspectRatio: "16:9" });
  await toapis.generate({ model: "gemini_omni_flash", prompt, resolution: "1080p", inputReferences: [link] });
  await jimmyai.generate({ model: "gemini-omni", prompt, video: new URL(link) });
  await atlascloud.generate({ model: "google/gemini-omni-flash/video-edit", prompt, video: link, seed: 1 });
  return task.video.url ?? task.videos[0].url;
}

// Bound: every pair of clients
export async function bound(isFirst: boolean): Promise<void> {
  const ext = apimart.model("Omni-Flash-Ext");
  const developer = atlascloud.model("google/gemini-omni-flash/text-to-video-developer");
  const standard = jimmyai.model("Gemini-Omini");
  const flash = toapis.model("gemini_omni_flash");
  const request = { prompt, duration: 6, resolution: "720p" } as const;

  await (isFirst ? ext : developer).generate({ prompt, duration: 6 });
  await (isFirst ? ext : standard).generate({ prompt, duration: 6 });
  await (isFirst ? ext : flash).generate({ prompt, duration: 6 });
  await (isFirst ? developer : standard).generate({ prompt, duration: 6 });
  await (isFirst ? developer : flash).generate({ prompt, duration: 6 });
  await (isFirst ? standard : flash).generate({ prompt, duration: 6 });

  for (const model of [ext, developer, standard, flash]) {
    await model.generate(request);
  }
  const those: BoundModel<{ prompt: string; duration: 6 }>[] = [ext, developer, standard];
  those.push(flash);
}

// Failures
export async function again(handle: string): Promise<string> {
  try {
    const task = await resumeTask(handle, [apimart, atlascloud, jimmyai, toapis]).wait();
    return task.status;
  } catch (error) {
    if (!OmniError.isInstance(error)) throw error;
    switch (error.code) {
      case "insufficient_credits":
        return error.billed;
      case "rate_limited":
        return error.advice ?? error.message;
      default:
        return error.code;
    }
  }
}
