import type { OmniErrorCode } from "../error.js";

const MESSAGES: Readonly<Record<OmniErrorCode, string>> = {
  authentication: "The video service does not accept our access. Please tell whoever runs this app.",
  permission_denied: "This video model is not available to us.",
  insufficient_credits: "The credit for making videos is used up.",
  invalid_request: "The video cannot be made with these settings.",
  unsupported_feature: "This video model cannot do that.",
  model_not_found: "This video model does not exist any more.",
  content_policy: "The video service declined this content. Please change the prompt or the images.",
  rate_limited: "Too many videos at once. Please try again in a moment.",
  provider_unavailable: "The video service cannot be reached right now. Please try again later.",
  submission_unknown:
    "It is not certain whether the video was ordered. Please do not order it again before it is checked.",
  task_failed: "The video could not be made.",
  task_cancelled: "The video was cancelled.",
  task_expired: "The video took too long and was given up by the service.",
  task_not_found: "The video cannot be found at the service.",
  wait_timeout: "The video is taking longer than usual. It can be picked up later.",
  result_missing: "The video is finished, but the service does not show it.",
  download_failed: "The video could not be downloaded.",
  contract_violation: "The video service gave an answer that we do not understand.",
  network: "There is no connection to the video service.",
  aborted: "Stopped.",
};

export const userMessageOf = (code: OmniErrorCode): string => MESSAGES[code];
