// What must not compile. Each line under @ts-expect-error breaks one rule of the provider's pages; `tsc` fails when one of
// them compiles. That every sample request compiles is held by src/generated/samples.ts.
import type { AlwaysThere } from "@omni-contracts/mocks/contract-suite";
import { createApimartApi, type components, type ErrorBody, type operations } from "../src/index.js";

type Schemas = components["schemas"];
const api = createApimartApi();
const generate = "/v1/videos/generations";
const link = "https://example.com/a";
const prompt = "a lighthouse";

// The model
// @ts-expect-error is required
void api.POST(generate, { body: { prompt } });
// @ts-expect-error is one of the listed
void api.POST(generate, { body: { model: "gemini-omni", prompt } });

// The baseline
// @ts-expect-error prompt or media
void api.POST(generate, { body: { model: "gemini-omni-flash-preview" } });
// @ts-expect-error a previous task alone is not enough
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", extend_from_task_id: "task_1" } });
// @ts-expect-error 720p only
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, resolution: "1080p" } });
// @ts-expect-error landscape or portrait
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, aspect_ratio: "4:3" } });
// @ts-expect-error no duration
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, duration: 6 } });
// @ts-expect-error no seed
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, seed: 1 } });
// @ts-expect-error at most one video
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, video_urls: [link, link] } });
// @ts-expect-error images are links, not objects
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, image_urls: [{ url: link }] } });
void api.POST(generate, {
  // @ts-expect-error video and previous task exclude each other
  body: { model: "gemini-omni-flash-preview", prompt, video_urls: [link], extend_from_task_id: "task_1" },
});
// @ts-expect-error moderation is on or off
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", prompt, nsfw_check: "yes" } });
void api.POST(generate, { body: { model: "gemini-omni-flash-preview", image_urls: [link] } });

// Ext, under both names
// @ts-expect-error prompt is required
void api.POST(generate, { body: { model: "Omni-Flash-Ext", image_urls: [link] } });
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, duration: 5 } });
// @ts-expect-error 4, 6, 8 or 10 s under the newer name
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash-ext", prompt, duration: 5 } });
// @ts-expect-error resolution of the list
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, resolution: "2160p" } });
// @ts-expect-error size of the list
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, size: "1280x720" } });
// @ts-expect-error size equals the aspect ratio
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, size: "16:9", aspect_ratio: "9:16" } });
// @ts-expect-error no duration with a video
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, video_urls: [link], duration: 6 } });
// @ts-expect-error at most one video
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, video_urls: [link, link] } });
// @ts-expect-error a generation type needs images
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, generation_type: "frame" } });
// @ts-expect-error generation type of the list
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, generation_type: "edit", image_urls: [link] } });
// @ts-expect-error no previous task
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, extend_from_task_id: "task_1" } });

// 1.1
// @ts-expect-error prompt or media
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash" } });
// @ts-expect-error the last frame needs the first
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash", prompt, last_frame_image: link } });
// @ts-expect-error role of the list
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash", image_with_roles: [{ url: link, role: "style" }] } });
void api.POST(generate, {
  // @ts-expect-error an image with a role has a link
  body: { model: "gemini-omni-1.1-flash", prompt, image_with_roles: [{ role: "reference" }] },
});
void api.POST(generate, {
  // @ts-expect-error video and previous task exclude each other
  body: { model: "gemini-omni-1.1-flash", prompt, video_urls: [link], extend_from_task_id: "task_1" },
});
// @ts-expect-error task of the list
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash", prompt, metadata: { task: "upscale" } } });
// @ts-expect-error only the task
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash", prompt, metadata: { seed: 1 } } });
// @ts-expect-error resolution of the list
void api.POST(generate, { body: { model: "gemini-omni-1.1-flash", prompt, resolution: "8k" } });

// Images of run-time length stay possible: their count is check()'s business.
const images: string[] = [link];
void api.POST(generate, { body: { model: "Omni-Flash-Ext", prompt, image_urls: images } });

// Other operations
// @ts-expect-error the file is binary
void api.POST("/v1/uploads/images", { body: { file: "fox.png" } });
void api.POST("/v1/uploads/images", { body: { file: new Uint8Array() } });
type Looked = operations["getTask"]["parameters"]["query"];
/** Those that the page lists, and no others. */
export const LANGUAGES: Record<NonNullable<NonNullable<Looked>["language"]>, true> = {
  en: true,
  zh: true,
  ja: true,
  ko: true,
  ru: true,
  fr: true,
  de: true,
  id: true,
  pt: true,
  es: true,
};
// @ts-expect-error language of the list
void api.GET("/v1/tasks/{task_id}", { params: { path: { task_id: "t" }, query: { language: "zh-CN" } } });
// @ts-expect-error the task id is required
void api.GET("/v1/tasks/{task_id}");

// Answers
const { data } = await api.GET("/v1/tasks/{task_id}", { params: { path: { task_id: "task_1" } } });
if (data && "result" in data.data) data.data.result.videos?.[0]?.expires_at satisfies number | undefined;
const task = data?.data;
if (task?.status === "completed") task.result.videos?.[0]?.expires_at satisfies number | undefined;
// @ts-expect-error only a completed task has a result
if (task?.status === "processing") task.result satisfies object;

const refused: ErrorBody<"createVideoGeneration", 402> = { error: { message: "m", type: "payment_required" } };
refused.error.code satisfies string | number | undefined;
// @ts-expect-error not declared for this operation
export type NotDeclared = ErrorBody<"uploadImage", 402>;

// What is always there, as the pages print it: nobody has to ask before reading it.
["code", "data"] satisfies AlwaysThere<Schemas["SubmitReceipt"]>[];
["error"] satisfies AlwaysThere<Schemas["ErrorBody"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["WaitingTask"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["CompletedTask"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["FailedTask"]>[];
["message"] satisfies AlwaysThere<Schemas["TaskError"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["CancelledTask"]>[];
["url", "filename", "content_type", "bytes", "created_at"] satisfies AlwaysThere<Schemas["UploadedImage"]>[];
["success", "remain_balance", "used_balance"] satisfies AlwaysThere<Schemas["BalanceFound"]>[];
["success", "message"] satisfies AlwaysThere<Schemas["BalanceFailure"]>[];
["data"] satisfies AlwaysThere<Schemas["Usage"]>[];
["amount_usd", "credits", "requests"] satisfies AlwaysThere<Schemas["UsageSum"]>[];
["data"] satisfies AlwaysThere<Schemas["ModelList"]>[];
["id", "status"] satisfies AlwaysThere<Schemas["BareTask"]>[];
