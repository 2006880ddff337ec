import { setTimeout as sleep } from "node:timers/promises";
import OpenAI from "openai";
import { versionOf } from "./version-of.mjs";

const OWN_LOOP = "the wait is the caller's own loop";
const clientOf = ({ apiKey, baseURL, answerMs }) => new OpenAI({ apiKey, baseURL: `${baseURL}/v1`, timeout: answerMs });

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
    const { prompt, signal, waitMs, speed, tell } = job;
    const client = clientOf(job);
    let video = await client.videos.create({ model: "sora-2", prompt }, { signal });
    tell(video.id, "returned");
    const end = performance.now() + waitMs;
    while (video.status === "queued" || video.status === "in_progress") {
      if (performance.now() > end) throw new Error("timed out");
      await sleep(2000 / speed, undefined, { signal });
      video = await client.videos.retrieve(video.id, { signal });
    }
    if (video.status !== "completed") throw new Error(video.error?.message ?? video.status);
    return contentOf(client, video.id, signal);
  },
  resume: (id, job) => contentOf(clientOf(job), id, job.signal),
  lacks: {
    failed: OWN_LOOP,
    "no-video": OWN_LOOP,
    cancelled: OWN_LOOP,
    "unknown-state": OWN_LOOP,
    "abort-waiting-700": OWN_LOOP,
    "abort-waiting-1150": OWN_LOOP,
    "abort-waiting-1600": OWN_LOOP,
    "abort-silence": OWN_LOOP,
  },
};
