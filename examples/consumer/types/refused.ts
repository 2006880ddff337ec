// What must not compile, with every client: TypeScript 5.9 and 7 agree on each line.
import { createApimart, createApimartApi } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { OmniError, type BoundModel } from "@omni-contracts/core";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { createToapis } from "@omni-contracts/toapis";

const apimart = createApimart();
const atlascloud = createAtlascloud();
const jimmyai = createJimmyai();
const toapis = createToapis();
const prompt = "a lighthouse";
const link = "https://example.com/a";

export async function raw(): Promise<void> {
  const api = createApimartApi();
  // @ts-expect-error 4, 6, 8 or 10 s
  await api.POST("/v1/videos/generations", { body: { model: "Omni-Flash-Ext", prompt, duration: 7 } });
}

export async function normalized(): Promise<void> {
  // @ts-expect-error the model takes 6 or 10 s
  await toapis.generate({ model: "gemini_omni", prompt, duration: 7 });
  // @ts-expect-error the model takes no seed
  await jimmyai.generate({ model: "omni-10s", prompt, seed: 7 });
  // @ts-expect-error a video has its own duration
  await apimart.generate({ model: "Omni-Flash-Ext", prompt, video: link, duration: 6 });
  // @ts-expect-error the prompt is missing
  await atlascloud.generate({ model: "google/gemini-omni-flash/video-edit", video: link });
  // @ts-expect-error another provider's model
  await atlascloud.generate({ model: "gemini_omni", prompt });
}

export async function bound(isFirst: boolean): Promise<void> {
  const ext = apimart.model("Omni-Flash-Ext");
  const developer = atlascloud.model("google/gemini-omni-flash/text-to-video-developer");
  const standard = jimmyai.model("Gemini-Omini");
  const flash = toapis.model("gemini_omni_flash");
  // @ts-expect-error 8 s are too long for one of them
  await (isFirst ? ext : flash).generate({ prompt, duration: 8 });
  // @ts-expect-error 8 s are too long for one of them
  await (isFirst ? developer : flash).generate({ prompt, duration: 8 });
  // @ts-expect-error 8 s are too long for one of them
  await (isFirst ? standard : flash).generate({ prompt, duration: 8 });
  // @ts-expect-error one of them has no seed
  await (isFirst ? ext : developer).generate({ prompt, seed: 1 });
  // @ts-expect-error one of them has no 360p
  await (isFirst ? ext : standard).generate({ prompt, resolution: "360p" });
  // @ts-expect-error one of them takes no frames
  await (isFirst ? standard : developer).generate({ prompt, frameImages: [{ image: link, frameType: "first_frame" }] });
  for (const model of [ext, developer, standard, flash]) {
    // @ts-expect-error 8 s are too long for one of them
    await model.generate({ prompt, duration: 8 });
  }
  const those: BoundModel<{ prompt: string; duration: 6 }>[] = [ext, developer];
  // @ts-expect-error needs a video to edit
  those.push(atlascloud.model("google/gemini-omni-flash/video-edit"));
  // @ts-expect-error takes no duration
  those.push(jimmyai.model("omni-10s"));
}

export function codes(error: OmniError): string {
  switch (error.code) {
    case "insufficient_credits":
      return error.billed;
    default:
      // @ts-expect-error there are other codes
      return error.code satisfies never;
  }
}
