import { versionOf } from "./version-of.mjs";

async function clientOf({ apiKey, baseURL }) {
  const { default: Replicate } = await import("replicate");
  return new Replicate({ auth: apiKey, baseUrl: `${baseURL}/v1` });
}

const shared = {
  version: versionOf("replicate"),
  protocol: "replicate",
  async resume(id, job) {
    const client = await clientOf(job);
    return (await client.wait(await client.predictions.get(id), {})).output;
  },
};

/** @type {import("@omni-contracts/conformance").Driver} */
export const replicate = {
  ...shared,
  name: "replicate",
  how: "`run` with `signal`, which is its only limit of time, and `progress`; `baseUrl`",
  async run(job) {
    const { prompt, signal, waitMs, tell } = job;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    const client = await clientOf(job);
    const output = await client.run("acme/video", { input: { prompt }, signal: limit }, ({ id }) =>
      tell(id, "callback"),
    );
    return output?.url?.().href;
  },
};

/** @type {import("@omni-contracts/conformance").Driver} */
export const replicatePredictions = {
  ...shared,
  name: "replicate, predictions",
  how: "`predictions.create` with `signal`, `wait` with `interval` (by default 500 ms) and `stop`, which looks at the signal and the time; `baseUrl`",
  async run(job) {
    const { prompt, signal, waitMs, speed, tell } = job;
    const end = performance.now() + waitMs;
    const client = await clientOf(job);
    const made = await client.predictions.create({ model: "acme/video", input: { prompt }, signal });
    tell(made.id, "returned");
    const options = speed === 1 ? {} : { interval: 500 / speed };
    const { status, output } = await client.wait(made, options, () =>
      Promise.resolve(signal.aborted || performance.now() > end),
    );
    signal.throwIfAborted();
    if (status !== "succeeded") throw new Error(status);
    return output ?? undefined;
  },
  lacks: { cancelled: "the state is the caller's to read" },
};
