import { OmniError } from "../error.js";

/**
 * What a submit failed with, as an {@link OmniError}. Whatever else it threw says nothing about the money, so the task may
 * exist.
 */
export function asOmniError(thrown: unknown, { provider, model }: { provider: string; model?: string | undefined }) {
  if (OmniError.isInstance(thrown)) return thrown;
  return new OmniError({
    code: "submission_unknown",
    ...{ provider, model, cause: thrown, phase: "submit", billed: "unknown" },
    message:
      "The submit failed with something else than an OmniError; see `cause`. The task may exist and cost money: look for it " +
      "before you submit again.",
  });
}
