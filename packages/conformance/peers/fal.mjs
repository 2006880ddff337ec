import { createFalClient } from "@fal-ai/client";
import { OTHER_HOST, rehost } from "./rehost.mjs";
import { versionOf } from "./version-of.mjs";

const APP = "acme/video";
const clientOf = (job) => createFalClient({ credentials: job.apiKey, fetch: rehost(job) });

/** @type {import("@omni-contracts/conformance").Driver} */
export const fal = {
  name: "@fal-ai/client",
  version: versionOf("@fal-ai/client"),
  protocol: "fal",
  how: "`subscribe` with `abortSignal`, `timeout`, `pollInterval` (by default 500 ms) and `onEnqueue`; `fetch` leads to this machine",
  otherHost: OTHER_HOST,
  async run(job) {
    const { prompt, signal, waitMs, speed, tell } = job;
    const { data } = await clientOf(job).subscribe(APP, {
      input: { prompt },
      abortSignal: signal,
      timeout: waitMs,
      ...(speed !== 1 && { pollInterval: 500 / speed }),
      onEnqueue: (id) => tell(id, "callback"),
    });
    return data.video?.url;
  },
  handleOf: (error) => error.requestId || undefined,
  async resume(requestId, job) {
    const { data } = await clientOf(job).queue.result(APP, { requestId });
    return data.video?.url;
  },
};
