import { createJimmyaiApi, type components } from "@omni-contracts/jimmyai";
import * as contract from "@omni-contracts/jimmyai/contract";
import { samples } from "@omni-contracts/jimmyai/samples";
import { picture, type Provider, type Scenario } from "./scenario.js";

type Body = components["schemas"]["CreateGeminiOmniVideoRequest"];

/** The documented requests of Jimmy AI, through its typed client. */
export function jimmyai(baseURL: string, apiKey: string): Provider {
  const api = createJimmyaiApi({ baseURL, apiKey });

  const creation = (title: string, body: Body): Scenario => ({
    title,
    model: body.model,
    operation: "createGeminiOmniVideo",
    submit: (signal) => api.POST("/api/open-api/v1/gemini/omni/videos", { body, signal }),
    read: (taskId, signal) => api.GET("/api/open-api/v1/videos/{taskId}", { params: { path: { taskId } }, signal }),
  });

  const named = samples.createGeminiOmniVideo;
  return {
    name: "jimmyai",
    contract,
    scenarios: [
      creation("text to video", named["text-to-video"]),
      creation("first frame to video", named["first-frame"]),
      creation("images to video", named["three-references"]),
      creation("reference video", named["reference-video"]),
      creation("ten seconds", named["omni-10s"]),
      {
        ...creation("upload, image to video", named["one-reference"]),
        submit: async (signal) => {
          const uploaded = await api.POST("/api/open-api/v1/files/upload", { body: { file: picture() }, signal });
          const file = uploaded.data?.data;
          if (!file || !("url" in file) || typeof file.url !== "string") return uploaded;
          const body = { ...named["one-reference"], image_urls: [file.url] };
          return api.POST("/api/open-api/v1/gemini/omni/videos", { body, signal });
        },
      },
    ],
  };
}
