import { createFal } from "@ai-sdk/fal";
import { experimental_generateVideo as generateVideo } from "ai";
import { OTHER_HOST, rehost } from "./rehost.mjs";
import { versionOf } from "./version-of.mjs";

/** @type {import("@omni-contracts/conformance").Driver} */
export const ai = {
  name: "ai, with @ai-sdk/fal",
  version: `${versionOf("ai")}, ${versionOf("@ai-sdk/fal")}`,
  protocol: "fal",
  how: "`experimental_generateVideo` with `abortSignal` and `poll` (by default 5 s); `fetch` leads to this machine, `download` gives a few bytes",
  otherHost: OTHER_HOST,
  async run(job) {
    const { apiKey, prompt, signal, waitMs, speed } = job;
    const provider = createFal({ apiKey, fetch: rehost(job) });
    const { providerMetadata } = await generateVideo({
      model: provider.video("acme/video"),
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
