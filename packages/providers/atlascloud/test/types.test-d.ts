// What must not compile. Each line under @ts-expect-error breaks one rule of the provider's pages; `tsc` fails when one of
// them compiles. That every sample request compiles is held by src/generated/samples.ts.
import type { AlwaysThere } from "@omni-contracts/mocks/contract-suite";
import { createAtlascloudApi, type components, type ErrorBody } from "../src/index.js";

type Schemas = components["schemas"];
const api = createAtlascloudApi();
const generate = "/api/v1/model/generateVideo";
const link = "https://example.com/a";
const prompt = "a lighthouse";
const textDeveloper = "google/gemini-omni-flash/text-to-video-developer";
const imageDeveloper = "google/gemini-omni-flash/image-to-video-developer";
const referenceDeveloper = "google/gemini-omni-flash/reference-to-video-developer";
const text = "google/gemini-omni-flash/text-to-video";
const image = "google/gemini-omni-flash/image-to-video";
const reference = "google/gemini-omni-flash/reference-to-video";
const edit = "google/gemini-omni-flash/video-edit";
const text11 = "google/gemini-omni-1.1-flash/text-to-video";
const image11 = "google/gemini-omni-1.1-flash/image-to-video";
const reference11 = "google/gemini-omni-1.1-flash/reference-to-video";
const edit11 = "google/gemini-omni-1.1-flash/video-edit";
const extend11 = "google/gemini-omni-1.1-flash/video-extend";
const text12 = "google/gemini-omni-1.2-flash/text-to-video";

// The model
// @ts-expect-error is required
void api.POST(generate, { body: { prompt } });
// @ts-expect-error is one of the listed, or of a listed vendor
void api.POST(generate, { body: { model: "gemini-omni", prompt } });
// @ts-expect-error a misspelt Omni id is no other family
void api.POST(generate, { body: { model: "google/gemini-omni-flash/text-to-vide", prompt } });
// @ts-expect-error of Google's other models only Veo
void api.POST(generate, { body: { model: "google/nano-banana-2/text-to-image", prompt } });

// Developer tier
// @ts-expect-error prompt is required
void api.POST(generate, { body: { model: textDeveloper } });
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST(generate, { body: { model: textDeveloper, prompt, duration: 5 } });
// @ts-expect-error a length is a number
void api.POST(generate, { body: { model: textDeveloper, prompt, duration: "6" } });
// @ts-expect-error landscape or portrait
void api.POST(generate, { body: { model: textDeveloper, prompt, aspect_ratio: "1:1" } });
// @ts-expect-error no 360p
void api.POST(generate, { body: { model: textDeveloper, prompt, resolution: "360p" } });
// @ts-expect-error lower-case k
void api.POST(generate, { body: { model: textDeveloper, prompt, resolution: "4K" } });
// @ts-expect-error a seed is a number
void api.POST(generate, { body: { model: textDeveloper, prompt, seed: "1" } });
// @ts-expect-error no thinking level
void api.POST(generate, { body: { model: textDeveloper, prompt, thinking_level: "low" } });
// @ts-expect-error no images with text to video
void api.POST(generate, { body: { model: textDeveloper, prompt, images: [link] } });
// @ts-expect-error inputs stand flat
void api.POST(generate, { body: { model: textDeveloper, input: { prompt } } });
// @ts-expect-error the shape is not called ratio here
void api.POST(generate, { body: { model: textDeveloper, prompt, ratio: "16:9" } });
// @ts-expect-error images are required
void api.POST(generate, { body: { model: imageDeveloper, prompt } });
// @ts-expect-error images, not image
void api.POST(generate, { body: { model: imageDeveloper, prompt, image: link } });
// @ts-expect-error an image is text
void api.POST(generate, { body: { model: imageDeveloper, prompt, images: [{ url: link }] } });
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST(generate, { body: { model: imageDeveloper, prompt, images: [link], duration: 7 } });
// @ts-expect-error images or a clip
void api.POST(generate, { body: { model: referenceDeveloper, prompt } });
// @ts-expect-error exactly one clip
void api.POST(generate, { body: { model: referenceDeveloper, prompt, video_clips: [{ url: link }, { url: link }] } });
// @ts-expect-error an empty list is no clip
void api.POST(generate, { body: { model: referenceDeveloper, prompt, video_clips: [] } });
// @ts-expect-error a clip has a link
void api.POST(generate, { body: { model: referenceDeveloper, prompt, video_clips: [{ start: 0, ends: 5 }] } });
// @ts-expect-error ends, not end
void api.POST(generate, { body: { model: referenceDeveloper, prompt, video_clips: [{ url: link, end: 5 }] } });
void api.POST(generate, {
  body: { model: referenceDeveloper, prompt, video_clips: [{ url: link, start: 2, ends: 9 }] },
});

// Plain tier
// @ts-expect-error only 720p
void api.POST(generate, { body: { model: text, prompt, resolution: "1080p" } });
// @ts-expect-error thinking level of the list
void api.POST(generate, { body: { model: text, prompt, thinking_level: "medium" } });
// @ts-expect-error the image is required
void api.POST(generate, { body: { model: image, prompt } });
// @ts-expect-error the image is one text
void api.POST(generate, { body: { model: image, prompt, image: [link] } });
// @ts-expect-error image, not images
void api.POST(generate, { body: { model: image, prompt, images: [link] } });
// @ts-expect-error images are required
void api.POST(generate, { body: { model: reference, prompt } });
// @ts-expect-error no clip
void api.POST(generate, { body: { model: reference, prompt, images: [link], video_clips: [{ url: link }] } });
// @ts-expect-error the video is required
void api.POST(generate, { body: { model: edit, prompt } });
// @ts-expect-error no length
void api.POST(generate, { body: { model: edit, prompt, video: link, duration: 6 } });
// @ts-expect-error no shape
void api.POST(generate, { body: { model: edit, prompt, video: link, aspect_ratio: "16:9" } });

// 1.1 and 1.2
// @ts-expect-error resolution of the list
void api.POST(generate, { body: { model: text11, prompt, resolution: "480p" } });
// @ts-expect-error no image with text to video
void api.POST(generate, { body: { model: text11, prompt, image: link } });
// @ts-expect-error the first frame is required
void api.POST(generate, { body: { model: image11, prompt, last_image: link } });
// @ts-expect-error the last frame is one text
void api.POST(generate, { body: { model: image11, prompt, image: link, last_image: [link] } });
// @ts-expect-error references are required
void api.POST(generate, { body: { model: reference11, prompt } });
// @ts-expect-error reference_images, not images
void api.POST(generate, { body: { model: reference11, prompt, images: [link] } });
// @ts-expect-error the video is required
void api.POST(generate, { body: { model: edit11, prompt } });
// @ts-expect-error no resolution
void api.POST(generate, { body: { model: edit11, prompt, video: link, resolution: "720p" } });
// @ts-expect-error no shape
void api.POST(generate, { body: { model: extend11, prompt, video: link, aspect_ratio: "16:9" } });
// @ts-expect-error the video is required
void api.POST(generate, { body: { model: extend11, prompt } });
// @ts-expect-error resolution of the list
void api.POST(generate, { body: { model: text12, prompt, resolution: "8k" } });

// Another family: whatever its models take, under the spellings of the tutorial and of everybody else.
void api.POST(generate, { body: { model: "bytedance/seedance-2.0/text-to-video", prompt, ratio: "9:16" } });
void api.POST(generate, { body: { model: "bytedance/seedance-2-0/text-to-video", prompt } });
void api.POST(generate, { body: { model: "google/veo3.1-lite/text-to-video", prompt, duration: 6 } });
void api.POST(generate, { body: { model: "google/veo-3-1/lite-text-to-video", prompt } });
// @ts-expect-error its prompt is text
void api.POST(generate, { body: { model: "bytedance/seedance-2.0/text-to-video", prompt: 1 } });

// Lists and lengths of run time stay possible: their bounds are check()'s business.
const images: string[] = [link];
const seconds: number = prompt.length;
void api.POST(generate, { body: { model: imageDeveloper, prompt, images } });
void api.POST(generate, { body: { model: text, prompt, duration: seconds } });
void api.POST(generate, {
  body: { model: referenceDeveloper, prompt, video_clips: [{ url: link, start: seconds, ends: seconds + 10 }] },
});

// Headers
void api.POST(generate, {
  params: { header: { "X-AtlasCloud-Object-Expiration-Hours": 48, "X-AtlasCloud-Request-Retention-Hours": 24 } },
  body: { model: textDeveloper, prompt },
});
void api.POST(generate, {
  // @ts-expect-error hours are a number
  params: { header: { "X-AtlasCloud-Object-Expiration-Hours": "48" } },
  body: { model: textDeveloper, prompt },
});

// Other operations
// @ts-expect-error the file is binary
void api.POST("/api/v1/model/uploadMedia", { body: { file: "fox.png" } });
void api.POST("/api/v1/model/uploadMedia", { body: { file: new Uint8Array() } });
// @ts-expect-error the id is required
void api.GET("/api/v1/model/prediction/{prediction_id}");
// @ts-expect-error the dates are required
void api.GET("/public/v1/model-usage");
const span = { start_date: "2026-11-01", end_date: "2026-11-15" };
void api.GET("/public/v1/model-usage", { params: { query: { ...span, "group_by[]": ["model", "api_key"] } } });
// @ts-expect-error a list, not joined by commas
void api.GET("/public/v1/model-costs", { params: { query: { ...span, "model_ids[]": "a,b" } } });
// @ts-expect-error scope of the list
void api.GET("/public/v1/model-costs", { params: { query: { ...span, scope: "team" } } });

// Answers
const submitted = await api.POST(generate, { body: { model: textDeveloper, prompt } });
submitted.data?.data?.id satisfies string | undefined;
submitted.data?.id satisfies string | undefined;
submitted.data?.predictionId satisfies string | undefined;
const read = { params: { path: { prediction_id: "pred_1" } } };
const prediction = (await api.GET("/api/v1/model/prediction/{prediction_id}", read)).data?.data;
if (prediction?.status === "completed") prediction.price satisfies string | number | undefined;
if (prediction?.status === "failed") prediction.error_code satisfies number | undefined;
// @ts-expect-error a waiting one has no price
if (prediction?.status === "processing") prediction.price satisfies string;

const refused: ErrorBody<"generateVideo", 402> = { code: 402, msg: "m" };
if ("msg" in refused) refused.request_id satisfies string | undefined;
// @ts-expect-error not declared for this operation
export type NotDeclared = ErrorBody<"listModels", 401>;

// What is always there, as the pages print it: nobody has to ask before reading it.
["code", "data"] satisfies AlwaysThere<Schemas["SubmitReceipt"]>[];
["id"] satisfies AlwaysThere<Schemas["BareReceipt"]>[];
["predictionId"] satisfies AlwaysThere<Schemas["TopPredictionIdReceipt"]>[];
["data"] satisfies AlwaysThere<Schemas["OtherPlaceReceipt"]>[];
["code", "msg"] satisfies AlwaysThere<Schemas["ErrorEnvelope"]>[];
["error"] satisfies AlwaysThere<Schemas["ErrorText"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["Prediction"]>[];
["id", "status"] satisfies AlwaysThere<Schemas["WaitingPrediction"]>[];
["id", "status"] satisfies AlwaysThere<Schemas["CompletedPrediction"]>[];
["status"] satisfies AlwaysThere<Schemas["FailedPrediction"]>[];
["status"] satisfies AlwaysThere<Schemas["CancelledPrediction"]>[];
["code", "message", "data"] satisfies AlwaysThere<Schemas["FailedPoll"]>[];
["data"] satisfies AlwaysThere<Schemas["UploadedFile"]>[];
["data"] satisfies AlwaysThere<Schemas["UploadedUrl"]>[];
["url"] satisfies AlwaysThere<Schemas["UploadedBareUrl"]>[];
["data"] satisfies AlwaysThere<Schemas["ModelList"]>[];
["model"] satisfies AlwaysThere<Schemas["ModelEntry"]>[];
["object", "available"] satisfies AlwaysThere<Schemas["Balance"]>[];
["value", "currency"] satisfies AlwaysThere<Schemas["Money"]>[];
["error"] satisfies AlwaysThere<Schemas["PublicErrorBody"]>[];
["data"] satisfies AlwaysThere<Schemas["Report"]>[];
["keys"] satisfies AlwaysThere<Schemas["WebhookKeySet"]>[];
["session_id", "event_type", "status"] satisfies AlwaysThere<Schemas["TaskEvent"]>[];
