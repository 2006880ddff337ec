import { createAtlascloudApi, type components } from "@omni-contracts/atlascloud";
import * as contract from "@omni-contracts/atlascloud/contract";
import { samples } from "@omni-contracts/atlascloud/samples";
import { picture, type Provider, type Scenario } from "./scenario.js";

type Body = components["schemas"]["GenerateVideoRequest"];

/** The documented requests of Atlas Cloud, through its typed client. */
export function atlascloud(baseURL: string, apiKey: string): Provider {
  const api = createAtlascloudApi({ baseURL, apiKey });

  const generation = (title: string, body: Body): Scenario => ({
    title,
    model: body.model,
    operation: "generateVideo",
    submit: (signal) => api.POST("/api/v1/model/generateVideo", { body, signal }),
    read: (prediction_id, signal) =>
      api.GET("/api/v1/model/prediction/{prediction_id}", { params: { path: { prediction_id } }, signal }),
  });

  const named = samples.generateVideo;
  return {
    name: "atlascloud",
    contract,
    scenarios: [
      generation("text to video", named["text-to-video-developer"]),
      generation("image to video", named["image-to-video-developer"]),
      generation("images, part of a video", named["reference-to-video-developer"]),
      generation("edit a video", named["video-edit"]),
      generation("another family", named["switched-to-seedance"]),
      {
        ...generation("upload, image to video", named["image-to-video-developer"]),
        submit: async (signal) => {
          const uploaded = await api.POST("/api/v1/model/uploadMedia", { body: { file: picture() }, signal });
          const file = uploaded.data && "data" in uploaded.data ? uploaded.data.data : undefined;
          const link = file && "download_url" in file ? file.download_url : undefined;
          if (link === undefined) return uploaded;
          const body = { ...named["image-to-video-developer"], images: [link] };
          return api.POST("/api/v1/model/generateVideo", { body, signal });
        },
      },
    ],
  };
}
