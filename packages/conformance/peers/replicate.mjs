import Replicate from "replicate";
import { versionOf } from "./version-of.mjs";

const clientOf = ({ apiKey, baseURL }) => new Replicate({ auth: apiKey, baseUrl: `${baseURL}/v1` });

/** @type {import("@omni-contracts/conformance").Driver} */
export const replicate = {
  name: "replicate",
  version: versionOf("replicate"),
  protocol: "replicate",
  how: "`run` with `signal`, which is its only limit of time, and `progress`; `baseUrl`",
  async run(job) {
    const { prompt, signal, waitMs, tell } = job;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    const output = await clientOf(job).run("acme/video", { input: { prompt }, signal: limit }, ({ id }) =>
      tell(id, "callback"),
    );
    return output?.url?.().href;
  },
  async resume(id, job) {
    const client = clientOf(job);
    return (await client.wait(await client.predictions.get(id), {})).output;
  },
};
