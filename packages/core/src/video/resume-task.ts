import { OmniError } from "../error.js";
import type { VideoTask } from "./client.js";
import { decodeHandle } from "./handle.js";

/** What can resume tasks: a client. */
export interface Resumer {
  readonly provider: string;
  resume(handle: string): VideoTask;
}

/**
 * A task by its handle, whichever of these clients it belongs to; asks nobody.
 *
 * @throws {OmniError} `invalid_request` when it is no handle, or of a provider that is not among the clients
 */
export function resumeTask(handle: string, clients: readonly Resumer[]): VideoTask {
  const data = decodeHandle(handle);
  const client = clients.find(({ provider }) => provider === data?.provider);
  if (data && client) return client.resume(handle);
  const message = data
    ? `No client of ${data.provider} was passed.`
    : "This is no handle, or one that was cut off; pass the whole of what `handle` was.";
  throw new OmniError({
    code: "invalid_request",
    provider: data?.provider ?? "omni-contracts",
    phase: "validate",
    message,
  });
}
