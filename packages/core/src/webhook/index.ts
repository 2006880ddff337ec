export type { Secret, SecretOf, Signature, WebhookContract } from "./contract.js";
export type { WebhookRequest } from "./read-request.js";
export { createSeenEvents, type SeenEvents } from "./seen.js";
export {
  createWebhookVerifier,
  type OtherEvent,
  type TaskEvent,
  type VerifyWebhook,
  type WebhookEvent,
  type WebhookOptions,
} from "./verify.js";
