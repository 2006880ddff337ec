// What must not compile. Each line under @ts-expect-error breaks one rule of the provider's pages; `tsc` fails when one of
// them compiles. That every sample request compiles is held by src/generated/samples.ts.
import type { AlwaysThere } from "@omni-contracts/mocks/contract-suite";
import { createJimmyaiApi, type components, type ErrorBody } from "../src/index.js";

type Schemas = components["schemas"];
const api = createJimmyaiApi();
const create = "/api/open-api/v1/gemini/omni/videos";
const link = "https://example.com/a";
const prompt = "a lighthouse";

// The model
// @ts-expect-error is required
void api.POST(create, { body: { prompt } });
// @ts-expect-error is one of the listed
void api.POST(create, { body: { model: "gemini_omni", prompt } });

// The standard model, under each of its names
// @ts-expect-error prompt is required
void api.POST(create, { body: { model: "Gemini-Omini" } });
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST(create, { body: { model: "Gemini-Omini", prompt, duration: 5 } });
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST(create, { body: { model: "Omni-Flash-Ext", prompt, duration: 12 } });
// @ts-expect-error 4, 6, 8 or 10 s
void api.POST(create, { body: { model: "gemini-omni", prompt, duration: 7 } });
// @ts-expect-error resolution of the list
void api.POST(create, { body: { model: "Gemini-Omini", prompt, resolution: "4K" } });
// @ts-expect-error landscape or portrait
void api.POST(create, { body: { model: "Gemini-Omini", prompt, aspect_ratio: "1:1" } });
// @ts-expect-error orientation of the list
void api.POST(create, { body: { model: "Gemini-Omini", prompt, orientation: "square" } });
// @ts-expect-error generation type of the list
void api.POST(create, { body: { model: "Gemini-Omini", prompt, generation_type: "edit", image_urls: [link] } });
// @ts-expect-error a frame needs an image
void api.POST(create, { body: { model: "Gemini-Omini", prompt, generation_type: "frame" } });
// @ts-expect-error no duration beside a reference video
void api.POST(create, { body: { model: "Gemini-Omini", prompt, video_urls: [link], duration: 6 } });
// @ts-expect-error one reference video
void api.POST(create, { body: { model: "Gemini-Omini", prompt, video_urls: [link, link] } });
// @ts-expect-error no other member
void api.POST(create, { body: { model: "Gemini-Omini", prompt, seed: 1 } });
// An empty list of videos is none, so a duration may stand beside it.
void api.POST(create, { body: { model: "Gemini-Omini", prompt, video_urls: [], duration: 6 } });

// The model of ten seconds
// @ts-expect-error prompt is required
void api.POST(create, { body: { model: "omni-10s" } });
// @ts-expect-error no generation type
void api.POST(create, { body: { model: "omni-10s", prompt, generation_type: "reference" } });
// @ts-expect-error no reference video in video_urls
void api.POST(create, { body: { model: "omni-10s", prompt, video_urls: [link] } });
// @ts-expect-error an ignored duration is still one of the list
void api.POST(create, { body: { model: "omni-10s", prompt, duration: 7 } });
void api.POST(create, { body: { model: "omni-10s", prompt, duration: 4, resolution: "4k" } });

// Images of run-time length stay possible: their count is check()'s business.
const images: string[] = [link];
void api.POST(create, { body: { model: "Gemini-Omini", prompt, image_urls: images } });
void api.POST(create, { body: { model: "omni-10s", prompt, image_urls: images } });

// Other operations
// @ts-expect-error the file is binary
void api.POST("/api/open-api/v1/files/upload", { body: { file: "fox.png" } });
void api.POST("/api/open-api/v1/files/upload", { body: { file: new Uint8Array() } });
// @ts-expect-error the task id is required
void api.GET("/api/open-api/v1/videos/{taskId}");

// Answers
const { data } = await api.GET("/api/open-api/v1/videos/{taskId}", { params: { path: { taskId: "video_1" } } });
// @ts-expect-error an answer may be the bare task of the oldest page
data?.data satisfies object | null | undefined;
const task = data && "data" in data ? data.data : undefined;
if (task?.status === "completed") task.result.video_url satisfies string;
// @ts-expect-error only a completed task surely has a result
if (task?.status === "processing") task.result satisfies object;

const refused: ErrorBody<"createGeminiOmniVideo", 402> = { code: "(unknown)", msg: "m", data: null };
refused.code satisfies string | number;
// @ts-expect-error not declared for this operation
export type NotDeclared = ErrorBody<"uploadFile", 402>;

// What is always there, as the pages print it: nobody has to ask before reading it.
["code", "data"] satisfies AlwaysThere<Schemas["SubmitReceipt"]>[];
["task_id", "status"] satisfies AlwaysThere<Schemas["BareVideo"]>[];
["code"] satisfies AlwaysThere<Schemas["BusinessError"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["WaitingVideo"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["CompletedVideo"]>[];
["video_url"] satisfies AlwaysThere<Schemas["FinishedResult"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["FailedVideo"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["CancelledVideo"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["UploadedFile"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["UserBalance"]>[];
["code", "data"] satisfies AlwaysThere<Schemas["KeyBalance"]>[];
