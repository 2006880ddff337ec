// What must not compile. Each line under @ts-expect-error breaks one rule of the provider's pages; `tsc` fails when one of
// them compiles. That every sample request compiles is held by src/generated/samples.ts.
import { create{{Provider}}Api, type ErrorBody } from "../src/index.js";

const api = create{{Provider}}Api();
const prompt = "a lighthouse";

// @ts-expect-error is required
void api.POST("/v1/videos", { body: { prompt } });
// @ts-expect-error is one of the listed
void api.POST("/v1/videos", { body: { model: "other", prompt } });
// @ts-expect-error is required
void api.POST("/v1/videos", { body: { model: "gemini-omni" } });
// @ts-expect-error of the list
void api.POST("/v1/videos", { body: { model: "gemini-omni", prompt, duration: 5 } });
// @ts-expect-error of the list
void api.POST("/v1/videos", { body: { model: "gemini-omni", prompt, resolution: "8k" } });
// @ts-expect-error of the list
void api.POST("/v1/videos", { body: { model: "gemini-omni", prompt, aspect_ratio: "4:3" } });
// @ts-expect-error no other member
void api.POST("/v1/videos", { body: { model: "gemini-omni", prompt, seed: 1 } });

const refused: ErrorBody<"createVideo", 402> = { error: { message: "m" } };
refused.error.message satisfies string;
