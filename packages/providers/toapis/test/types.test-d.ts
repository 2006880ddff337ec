// What must not compile. Each line under @ts-expect-error breaks one rule of the provider's pages; `tsc` fails when one of
// them compiles. That every sample request compiles is held by src/generated/samples.ts.
import type { AlwaysThere } from "@omni-contracts/mocks/contract-suite";
import { createToapisApi, type components, type ErrorBody } from "../src/index.js";

type Schemas = components["schemas"];
const api = createToapisApi();
const generate = "/v1/videos/generations";
const link = "https://example.com/a";
const prompt = "a quiet harbour";

// The model
// @ts-expect-error is required
void api.POST(generate, { body: { prompt } });
// @ts-expect-error is one of the listed
void api.POST(generate, { body: { model: "gemini_omni_2", prompt } });
// @ts-expect-error a VIP model has another address
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash-preview-vip", prompt } });
// @ts-expect-error and the baseline is not taken there
void api.POST("/v1/videos", { body: { model: "gemini_omni", prompt } });

// The baseline
// @ts-expect-error prompt is required
void api.POST(generate, { body: { model: "gemini_omni" } });
// @ts-expect-error prompt is text
void api.POST(generate, { body: { model: "gemini_omni", prompt: 7 } });
// @ts-expect-error 6 or 10 s
void api.POST(generate, { body: { model: "gemini_omni", prompt, duration: 4 } });
// @ts-expect-error an integer, not text
void api.POST(generate, { body: { model: "gemini_omni", prompt, duration: "6" } });
// @ts-expect-error 720P only
void api.POST(generate, { body: { model: "gemini_omni", prompt, resolution: "1080p" } });
// @ts-expect-error with an upper-case P
void api.POST(generate, { body: { model: "gemini_omni", prompt, resolution: "720p" } });
// @ts-expect-error landscape or portrait
void api.POST(generate, { body: { model: "gemini_omni", prompt, aspect_ratio: "1:1" } });
// @ts-expect-error no images
void api.POST(generate, { body: { model: "gemini_omni", prompt, image_urls: [link] } });
// @ts-expect-error no seed
void api.POST(generate, { body: { model: "gemini_omni", prompt, seed: 1 } });

// The flash variants
// @ts-expect-error 4, 6 or 10 s
void api.POST(generate, { body: { model: "gemini_omni_flash", prompt, duration: 8 } });
// @ts-expect-error 720P or 1080p
void api.POST(generate, { body: { model: "gemini_omni_flash", prompt, resolution: "720p" } });
void api.POST(generate, {
  // @ts-expect-error 1080p only in landscape
  body: { model: "gemini_omni_flash", prompt, resolution: "1080p", aspect_ratio: "9:16" },
});
void api.POST(generate, {
  // @ts-expect-error 1080p only in landscape
  body: { model: "gemini-omni-flash", prompt, resolution: "1080p", aspect_ratio: "9:16" },
});
// @ts-expect-error 4, 6 or 10 s
void api.POST(generate, { body: { model: "gemini-omni-flash", prompt, duration: 8 } });
// @ts-expect-error no video
void api.POST(generate, { body: { model: "gemini-omni-flash", prompt, video_list: [{ video_url: link }] } });

// The official channel
// @ts-expect-error 720p only
void api.POST(generate, { body: { model: "gemini-omni-flash-preview-official", prompt, resolution: "1080p" } });
void api.POST(generate, {
  // @ts-expect-error images and videos exclude each other
  body: {
    model: "gemini-omni-flash-preview-official",
    prompt,
    image_urls: [link],
    video_list: [{ video_url: link }],
  },
});
// @ts-expect-error a video has a video_url
void api.POST(generate, { body: { model: "gemini-omni-flash-preview-official", prompt, video_list: [{ url: link }] } });
void api.POST(generate, {
  // @ts-expect-error a task of the list
  body: { model: "gemini-omni-flash-preview-official", prompt, metadata: { task: "extend" } },
});
void api.POST(generate, {
  // @ts-expect-error only the task in 1.1
  body: { model: "gemini-omni-1.1-flash-preview-official", prompt, metadata: { temperature: 1 } },
});
// @ts-expect-error 4K with an upper-case K
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash-preview-official", prompt, resolution: "4k" } });
// @ts-expect-error no negative prompt
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash-preview-official", prompt, negativePrompt: "rain" } });
void api.POST(generate, {
  // @ts-expect-error images and videos exclude each other
  body: {
    model: "gemini-omni-1.1-flash-preview-official",
    prompt,
    image_urls: [link],
    video_list: [{ video_url: link }],
  },
});

// The 1.1 models
// @ts-expect-error 10 s only
void api.POST("/v1/videos", { body: { model: "gemini-omni-1.1-flash-preview", prompt, duration: 6 } });
// @ts-expect-error 720p only
void api.POST("/v1/videos", { body: { model: "gemini-omni-1.1-flash-preview", prompt, resolution: "360p" } });
void api.POST("/v1/videos", {
  // @ts-expect-error no generation type
  body: { model: "gemini-omni-1.1-flash-preview", prompt, generation_type: "frame" },
});
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST("/v1/videos", { body: { model: "gemini-omni-1.1-flash-preview-vip", prompt, duration: 5 } });
void api.POST("/v1/videos", {
  // @ts-expect-error at most one video
  body: { model: "gemini-omni-1.1-flash-preview-vip", prompt, video_urls: [link, link] },
});
void api.POST("/v1/videos", {
  // @ts-expect-error no duration with a video
  body: { model: "gemini-omni-1.1-flash-preview-vip", prompt, video_urls: [link], duration: 6 },
});
void api.POST("/v1/videos", {
  // @ts-expect-error no seconds either
  body: { model: "gemini-omni-1.1-flash-preview-vip", prompt, video_urls: [link], seconds: 6 },
});
void api.POST("/v1/videos", {
  // @ts-expect-error a generation type needs images
  body: { model: "gemini-omni-1.1-flash-preview-vip", prompt, generation_type: "frame" },
});

// Images of run-time length stay possible: their count is check()'s business.
const images: string[] = [link];
void api.POST("/v1/videos", { body: { model: "gemini-omni-1.1-flash-preview-vip", prompt, image_urls: images } });

// Other operations
// @ts-expect-error the file is binary
void api.POST("/v1/uploads/images", { body: { file: "fox.png" } });
void api.POST("/v1/uploads/images", { body: { file: new Uint8Array() } });
void api.POST("/v1/uploads/videos", { body: { file: new Blob(), purpose: "generation" } });
// @ts-expect-error the task id is required
void api.GET("/v1/videos/generations/{task_id}");
// @ts-expect-error a kind of the list
void api.GET("/v1/models", { params: { query: { type: "movie" } } });
// @ts-expect-error no such address
void api.GET("/v1/tasks/{id}");

// Answers
const { data } = await api.GET("/v1/videos/generations/{task_id}", { params: { path: { task_id: "video_1" } } });
if (data?.status === "completed") data.result.data[0]?.url satisfies string | undefined;
// @ts-expect-error only a completed task has a result
if (data?.status === "in_progress") data.result satisfies object;

const refused: ErrorBody<"createVideoGeneration", 402> = { error: { message: "m" } };
refused.error.code satisfies string | number | undefined;
// @ts-expect-error not declared for this operation
export type NotDeclared = ErrorBody<"listModels", 402>;

// What is always there, as the pages print it: nobody has to ask before reading it.
["id", "object", "model", "status", "created_at"] satisfies AlwaysThere<Schemas["SubmittedTask"]>[];
["error"] satisfies AlwaysThere<Schemas["ErrorBody"]>[];
["id", "object", "model", "status", "created_at"] satisfies AlwaysThere<Schemas["VideoQueued"]>[];
["id", "object", "model", "status", "created_at"] satisfies AlwaysThere<Schemas["VideoInProgress"]>[];
["id", "object", "model", "status", "created_at", "result"] satisfies AlwaysThere<Schemas["VideoCompleted"]>[];
["type", "data"] satisfies AlwaysThere<Schemas["VideoResult"]>[];
["id", "object", "model", "status", "created_at"] satisfies AlwaysThere<Schemas["VideoFailed"]>[];
["message"] satisfies AlwaysThere<Schemas["TaskError"]>[];
["success", "message", "data"] satisfies AlwaysThere<Schemas["UploadedFile"]>[];
["success", "message"] satisfies AlwaysThere<Schemas["UploadFailure"]>[];
[
  "success",
  "remain_balance",
  "used_balance",
  "remain_credits",
  "used_credits",
  "credits_per_usd",
  "unlimited_quota",
] satisfies AlwaysThere<Schemas["BalanceFound"]>[];
["success", "message"] satisfies AlwaysThere<Schemas["BalanceFailure"]>[];
["data"] satisfies AlwaysThere<Schemas["ModelList"]>[];
["object", "currency", "data", "has_more", "next_after"] satisfies AlwaysThere<Schemas["PriceList"]>[];
["id", "type", "prices"] satisfies AlwaysThere<Schemas["ModelPrices"]>[];
["group", "conditions", "charge_type", "price_basis", "unit", "unit_price"] satisfies AlwaysThere<Schemas["Price"]>[];
["id", "type", "api_version", "created_at", "data"] satisfies AlwaysThere<Schemas["TaskCompletedEvent"]>[];
["id", "type", "api_version", "created_at", "data"] satisfies AlwaysThere<Schemas["TaskFailedEvent"]>[];
["id", "type", "api_version", "created_at"] satisfies AlwaysThere<Schemas["EndpointTestEvent"]>[];
