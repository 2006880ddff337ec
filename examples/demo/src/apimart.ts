import { createApimartApi, type components } from "@omni-contracts/apimart";
import * as contract from "@omni-contracts/apimart/contract";
import { samples } from "@omni-contracts/apimart/samples";
import { picture, type Provider, type Scenario } from "./scenario.js";

type Body = components["schemas"]["CreateVideoRequest"];

/** The documented requests of APIMart, through its typed client. */
export function apimart(baseURL: string, apiKey: string): Provider {
  const api = createApimartApi({ baseURL, apiKey });

  const generation = (title: string, body: Body): Scenario => ({
    title,
    model: body.model,
    operation: "createVideoGeneration",
    submit: (signal) => api.POST("/v1/videos/generations", { body, signal }),
    read: (task_id, signal) => api.GET("/v1/tasks/{task_id}", { params: { path: { task_id } }, signal }),
  });

  const named = samples.createVideoGeneration;
  return {
    name: "apimart",
    contract,
    scenarios: [
      generation("text to video", named["text-to-video"]),
      generation("image to video", named["image-to-video"]),
      generation("images to video", named["ext-three-references"]),
      generation("first and last frame", named["flash-1-1-first-and-last-frame"]),
      generation("reference video", named["ext-reference-video"]),
      {
        ...generation("upload, image to video", named["image-to-video"]),
        submit: async (signal) => {
          const uploaded = await api.POST("/v1/uploads/images", { body: { file: picture() }, signal });
          if (!uploaded.data) return uploaded;
          const body = { ...named["image-to-video"], image_urls: [uploaded.data.url] };
          return api.POST("/v1/videos/generations", { body, signal });
        },
      },
    ],
  };
}
