export { createApi, type Api, type ApiOptions, type Service } from "./api.js";
export { OmniError, type OmniErrorCode, type OmniErrorOptions } from "./error.js";
