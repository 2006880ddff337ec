import { createApi, createConnection, createVideoClient } from "@omni-contracts/core";
import type { Api, ApiOptions, ClientOptions, RequestOf, VideoClient } from "@omni-contracts/core";
import { lifecycle, models, operations, service } from "./generated/contract.js";
import type { operations as wire, paths } from "./generated/openapi.js";
import { requestSchemas } from "./generated/schemas.js";

type Submit = (typeof models)[keyof typeof models]["operation"];

export type AtlascloudApi = Api<paths>;

/** The provider's API in its own words, as an openapi-fetch client. Options and errors: see `createApi` in core. */
export const createAtlascloudApi = (options?: ApiOptions): AtlascloudApi => createApi<paths>(service, options);

/** What the types of the client are made from. */
export interface AtlascloudTypes {
  readonly models: typeof models;
  readonly provider: typeof service.provider;
  readonly body: wire[Submit]["requestBody"]["content"]["application/json"];
}

/** A request of any model; its settings depend on `model`. */
export type AtlascloudRequest = RequestOf<AtlascloudTypes>;

export interface Atlascloud extends VideoClient<AtlascloudTypes> {
  /** The same provider in its own words. */
  readonly api: AtlascloudApi;
}

/** The provider in the words that all providers share. Options and errors: see `createVideoClient` in core. */
export function createAtlascloud(options?: ClientOptions): Atlascloud {
  const connection = createConnection(service, options);
  const contract = { service, operations, lifecycle, models, requestSchemas };
  return {
    ...createVideoClient<AtlascloudTypes>(contract, options, connection),
    api: createApi<paths>(service, options, connection),
  };
}
