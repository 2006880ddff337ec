import { OWN_LOOP, WAITS, waitFor } from "./own-loop.mjs";
import { OTHER_HOST, rehost } from "./rehost.mjs";
import { versionOf } from "./version-of.mjs";

async function modelOf(job) {
  const { createFal } = await import("@ai-sdk/fal");
  return createFal({ apiKey: job.apiKey, fetch: rehost(job) }).video("acme/video");
}

const shared = {
  version: `${versionOf("ai")}, ${versionOf("@ai-sdk/fal")}`,
  protocol: "fal",
  otherHost: OTHER_HOST,
};

/** @type {import("@omni-contracts/conformance").Driver} */
export const ai = {
  ...shared,
  name: "ai, with @ai-sdk/fal",
  how: "`experimental_generateVideo` with `abortSignal` and `poll` (by default 5 s); `fetch` leads to this machine, `download` gives a few bytes",
  async run(job) {
    const { prompt, signal, waitMs, speed } = job;
    const { experimental_generateVideo: generateVideo } = await import("ai");
    const { providerMetadata } = await generateVideo({
      model: await modelOf(job),
      prompt,
      abortSignal: signal,
      poll: { timeoutMs: waitMs, ...(speed !== 1 && { intervalMs: 5000 / speed }) },
      // The default refuses addresses of this machine.
      download: () => Promise.resolve({ data: new Uint8Array(8), mediaType: "video/mp4" }),
    });
    return providerMetadata.fal.videos[0].url;
  },
  // Errors of a call of the API show its address.
  handleOf: (error) => /\/requests\/([\w-]+)/.exec(error.url ?? "")?.[1],
  lacks: { "unknown-state": "what it reads while it waits shows no state" },
};

async function waitForVideo(operation, job) {
  const { experimental_getVideoStatus: getVideoStatus } = await import("ai");
  const model = await modelOf(job);
  const seen = await waitFor(job, 5000, async () => {
    const told = await getVideoStatus(model, { operation, abortSignal: job.signal });
    return told.status !== "pending" && told;
  });
  if (seen.status === "error") throw new Error(seen.error);
  return seen.videos[0]?.url;
}

/** @type {import("@omni-contracts/conformance").Driver} */
export const aiStart = {
  ...shared,
  name: "ai, start and status",
  how: "`experimental_startVideo`, `experimental_getVideoStatus` every 5 s in a loop of the caller's; `abortSignal`, `@ai-sdk/fal` with a `fetch` that leads to this machine",
  async run(job) {
    const { prompt, signal, tell } = job;
    const { experimental_startVideo: startVideo } = await import("ai");
    const { operation } = await startVideo({ model: await modelOf(job), prompt, abortSignal: signal });
    // Its page says to keep it as JSON.
    tell(JSON.stringify(operation), "returned");
    return waitForVideo(operation, job);
  },
  resume: (handle, job) => waitForVideo(JSON.parse(handle), job),
  lacks: { ...WAITS, "unknown-state": OWN_LOOP },
};
