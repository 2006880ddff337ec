import type { operations } from "./generated/openapi.js";

export { OmniError, type ApiOptions } from "@omni-contracts/core";
export { createToapis, createToapisApi, type Toapis, type ToapisApi, type ToapisRequest } from "./client.js";
export type { components, operations, paths, webhooks } from "./generated/openapi.js";

/** The JSON that an operation answers with a status: `ErrorBody<"createVideoGeneration", 402>`. */
export type ErrorBody<
  Id extends keyof operations,
  Status extends keyof operations[Id]["responses"],
> = operations[Id]["responses"][Status] extends { content: { "application/json": infer Json } } ? Json : never;
