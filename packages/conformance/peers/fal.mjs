import { OWN_LOOP, WAITS, waitFor } from "./own-loop.mjs";
import { OTHER_HOST, rehost } from "./rehost.mjs";
import { versionOf } from "./version-of.mjs";

const APP = "acme/video";

async function clientOf(job) {
  const { createFalClient } = await import("@fal-ai/client");
  return createFalClient({ credentials: job.apiKey, fetch: rehost(job) });
}

async function resultOf({ queue }, requestId, abortSignal) {
  const { data } = await queue.result(APP, { requestId, abortSignal });
  return data.video?.url;
}

const shared = {
  version: versionOf("@fal-ai/client"),
  protocol: "fal",
  otherHost: OTHER_HOST,
  resume: async (requestId, job) => resultOf(await clientOf(job), requestId),
};

/** @type {import("@omni-contracts/conformance").Driver} */
export const fal = {
  ...shared,
  name: "@fal-ai/client",
  how: "`subscribe` with `abortSignal`, `timeout`, `pollInterval` (by default 500 ms) and `onEnqueue`; `fetch` leads to this machine",
  async run(job) {
    const { prompt, signal, waitMs, speed, tell } = job;
    const client = await clientOf(job);
    const { data } = await client.subscribe(APP, {
      input: { prompt },
      abortSignal: signal,
      timeout: waitMs,
      ...(speed !== 1 && { pollInterval: 500 / speed }),
      onEnqueue: (id) => tell(id, "callback"),
    });
    return data.video?.url;
  },
  handleOf: (error) => error.requestId || undefined,
};

/** @type {import("@omni-contracts/conformance").Driver} */
export const falQueue = {
  ...shared,
  name: "@fal-ai/client, queue",
  how: "`queue.submit`, `queue.status` every 500 ms in a loop of the caller's, `queue.result`; `abortSignal`, `fetch` leads to this machine",
  async run(job) {
    const { prompt, signal: abortSignal, tell } = job;
    const client = await clientOf(job);
    const { request_id: requestId } = await client.queue.submit(APP, { input: { prompt }, abortSignal });
    tell(requestId, "returned");
    await waitFor(job, 500, async () => {
      const { status } = await client.queue.status(APP, { requestId, abortSignal });
      return status === "COMPLETED";
    });
    return resultOf(client, requestId, abortSignal);
  },
  lacks: { ...WAITS, "unknown-state": OWN_LOOP },
};
