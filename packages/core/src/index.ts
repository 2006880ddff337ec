export { createApi, type Api } from "./api.js";
export { createConnection, type ApiOptions, type Connection, type Service } from "./connection.js";
export { OmniError, type OmniErrorCode, type OmniErrorOptions } from "./error.js";
export type { Cost, TaskSnapshot, Video } from "./language/task.js";
export type { TaskStatus } from "./language/contract.js";
export type { Clock } from "./video/clock.js";
export {
  createVideoClient,
  type Balance,
  type BoundModel,
  type Check,
  type ClientOptions,
  type GenerateOptions,
  type RequestOptions,
  type VideoClient,
  type VideoTask,
} from "./video/client.js";
export type { CompletedTask } from "./video/completed.js";
export type { Journal, JournalEntry, VideoEvent } from "./video/events.js";
export type { Capabilities, Models } from "./video/model.js";
export type { FrameImage, Media, VideoRequest } from "./video/request.js";
export { resumeTask } from "./video/resume-task.js";
export type { CapabilitiesOf, ClientTypes, ModelId, RequestFor, RequestOf, SettingsFor } from "./video/settings.js";
export type { StatusOptions } from "./video/look.js";
export type { WaitOptions } from "./video/watch.js";
