import { createApi, createConnection, createVideoClient } from "@omni-contracts/core";
import type { Api, ApiOptions, ClientOptions, RequestOf, VideoClient } from "@omni-contracts/core";
import { lifecycle, models, operations, service } from "./generated/contract.js";
import type { operations as wire, paths } from "./generated/openapi.js";
import { requestSchemas } from "./generated/schemas.js";

type Submit = (typeof models)[keyof typeof models]["operation"];

export type JimmyaiApi = Api<paths>;

/** The provider's API in its own words, as an openapi-fetch client. Options and errors: see `createApi` in core. */
export const createJimmyaiApi = (options?: ApiOptions): JimmyaiApi => createApi<paths>(service, options);

/** What the types of the client are made from. */
export interface JimmyaiTypes {
  readonly models: typeof models;
  readonly provider: typeof service.provider;
  readonly body: wire[Submit]["requestBody"]["content"]["application/json"];
}

/** A request of any model; its settings depend on `model`. */
export type JimmyaiRequest = RequestOf<JimmyaiTypes>;

export interface Jimmyai extends VideoClient<JimmyaiTypes> {
  /** The same provider in its own words. */
  readonly api: JimmyaiApi;
}

/** The provider in the words that all providers share. Options and errors: see `createVideoClient` in core. */
export function createJimmyai(options?: ClientOptions): Jimmyai {
  const connection = createConnection(service, options);
  const contract = { service, operations, lifecycle, models, requestSchemas };
  return {
    ...createVideoClient<JimmyaiTypes>(contract, options, connection),
    api: createApi<paths>(service, options, connection),
  };
}
