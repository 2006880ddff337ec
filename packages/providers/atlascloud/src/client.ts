import { createApi, type Api, type ApiOptions } from "@omni-contracts/core";
import { service } from "./generated/contract.js";
import type { paths } from "./generated/openapi.js";

export type AtlascloudApi = Api<paths>;

/** The provider's API in its own words, as an openapi-fetch client. Options and errors: see `createApi` in core. */
export const createAtlascloudApi = (options?: ApiOptions): AtlascloudApi => createApi<paths>(service, options);
