import { createToapisApi, type components } from "@omni-contracts/toapis";
import * as contract from "@omni-contracts/toapis/contract";
import { samples } from "@omni-contracts/toapis/samples";
import { picture, type Provider, type Scenario } from "./scenario.js";

type GenerationBody = components["schemas"]["CreateVideoGenerationRequest"];
type VideoBody = components["schemas"]["CreateVideoRequest"];

/** The documented requests of ToAPIs, through its typed client. */
export function toapis(baseURL: string, apiKey: string): Provider {
  const api = createToapisApi({ baseURL, apiKey });

  const generation = (title: string, body: GenerationBody): Scenario => ({
    title,
    model: body.model,
    operation: "createVideoGeneration",
    submit: (signal) => api.POST("/v1/videos/generations", { body, signal }),
    read: (task_id, signal) => api.GET("/v1/videos/generations/{task_id}", { params: { path: { task_id } }, signal }),
  });
  const video = (title: string, body: VideoBody): Scenario => ({
    title,
    model: body.model,
    operation: "createVideo",
    submit: (signal) => api.POST("/v1/videos", { body, signal }),
    read: (id, signal) => api.GET("/v1/videos/{id}", { params: { path: { id } }, signal }),
  });

  const oneImage = samples.createVideoGeneration["flash-one-image"];
  return {
    name: "toapis",
    contract,
    scenarios: [
      generation("text to video", samples.createVideoGeneration["text-to-video"]),
      generation("image to video", oneImage),
      generation("images to video", samples.createVideoGeneration["flash-three-images"]),
      generation("edit a video", samples.createVideoGeneration["official-edit"]),
      video("reference video", samples.createVideo["vip-reference-video"]),
      {
        ...generation("upload, image to video", oneImage),
        submit: async (signal) => {
          const uploaded = await api.POST("/v1/uploads/images", { body: { file: picture() }, signal });
          if (!uploaded.data) return uploaded;
          const body = { ...oneImage, image_urls: [uploaded.data.data.url] };
          return api.POST("/v1/videos/generations", { body, signal });
        },
      },
    ],
  };
}
