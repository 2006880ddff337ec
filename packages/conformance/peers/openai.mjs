import { OWN_LOOP, WAITS, waitFor } from "./own-loop.mjs";
import { versionOf } from "./version-of.mjs";

async function clientOf({ apiKey, baseURL, answerMs }) {
  const { default: OpenAI } = await import("openai");
  return new OpenAI({ apiKey, baseURL: `${baseURL}/v1`, timeout: answerMs });
}

async function contentOf(client, id, signal) {
  await (await client.videos.downloadContent(id, {}, { signal })).arrayBuffer();
  return id;
}

/** @type {import("@omni-contracts/conformance").Driver} */
export const openai = {
  name: "openai",
  version: versionOf("openai"),
  protocol: "openai",
  how: "`videos.create`, `retrieve` every 2 s in a loop of the caller's, `downloadContent`; `signal`, `timeout`, `baseURL`",
  hasAnswerLimit: true,
  async run(job) {
    const { prompt, signal, tell } = job;
    const client = await clientOf(job);
    const { id } = await client.videos.create({ model: "sora-2", prompt }, { signal });
    tell(id, "returned");
    const { status, error } = await waitFor(job, 2000, async () => {
      const video = await client.videos.retrieve(id, { signal });
      return video.status !== "queued" && video.status !== "in_progress" && video;
    });
    if (status !== "completed") throw new Error(error?.message ?? status);
    return contentOf(client, id, signal);
  },
  download: async (id, job) => contentOf(await clientOf(job), id, job.signal),
  resume: async (id, job) => contentOf(await clientOf(job), id, job.signal),
  lacks: { ...WAITS, failed: OWN_LOOP, "no-video": OWN_LOOP, cancelled: OWN_LOOP, "unknown-state": OWN_LOOP },
};
