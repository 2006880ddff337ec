import { OmniError, type OmniErrorCode, type OmniErrorOptions } from "../error.js";

/** The one way in which a webhook fails. What a stranger sent says nothing of money, so `billed` is not known. */
export const webhookError = (
  provider: string,
  code: OmniErrorCode,
  message: string,
  more: Partial<Pick<OmniErrorOptions, "phase" | "cause" | "isRetryable" | "statusCode">> = {},
): OmniError => new OmniError({ phase: "webhook", billed: "unknown", ...more, provider, code, message });
