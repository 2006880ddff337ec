import { createApi, createConnection, createVideoClient } from "@omni-contracts/core";
import type { Api, ApiOptions, ClientOptions, VideoClient } from "@omni-contracts/core";
import { lifecycle, models, operations, service } from "./generated/contract.js";
import type { operations as wire, paths } from "./generated/openapi.js";
import { requestSchemas } from "./generated/schemas.js";

type Submit = (typeof models)[keyof typeof models]["operation"];

export type ApimartApi = Api<paths>;

/** The provider's API in its own words, as an openapi-fetch client. Options and errors: see `createApi` in core. */
export const createApimartApi = (options?: ApiOptions): ApimartApi => createApi<paths>(service, options);

export interface Apimart extends VideoClient<
  typeof models,
  typeof service.provider,
  wire[Submit]["requestBody"]["content"]["application/json"]
> {
  /** The same provider in its own words. */
  readonly api: ApimartApi;
}

/** The provider in the words that all providers share. Options and errors: see `createVideoClient` in core. */
export function createApimart(options?: ClientOptions): Apimart {
  const connection = createConnection(service, options);
  const contract = { service, operations, lifecycle, models, requestSchemas };
  return { ...createVideoClient(contract, options, connection), api: createApi<paths>(service, options, connection) };
}
