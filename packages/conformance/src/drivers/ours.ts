import { readFileSync } from "node:fs";
import { createApimart } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { OmniError, type BoundModel, type ClientOptions, type Clock, type VideoTask } from "@omni-contracts/core";
import { downloadVideo, type DownloadClient } from "@omni-contracts/core/download";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { createToapis } from "@omni-contracts/toapis";
import { objectAt, textOf } from "@omni-contracts/specs";
import type { Driver, Job } from "../driver.js";

interface Client {
  readonly client: DownloadClient;
  readonly model: BoundModel;
  readonly resume: (handle: string) => VideoTask;
}

const CLIENTS: Readonly<Record<string, (options: ClientOptions) => Client>> = {
  toapis: (options) => {
    const client = createToapis(options);
    return { client, model: client.model("gemini_omni"), resume: client.resume };
  },
  apimart: (options) => {
    const client = createApimart(options);
    return { client, model: client.model("Omni-Flash-Ext"), resume: client.resume };
  },
  jimmyai: (options) => {
    const client = createJimmyai(options);
    return { client, model: client.model("Gemini-Omini"), resume: client.resume };
  },
  atlascloud: (options) => {
    const client = createAtlascloud(options);
    return { client, model: client.model("google/gemini-omni-flash/text-to-video"), resume: client.resume };
  },
};

/** The machine's time, so many times faster. */
function fastClock(speed: number): Clock {
  const elapsed = () => performance.now() * speed;
  return {
    now: () => Date.now(),
    elapsed,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const stop = () => {
          clearTimeout(timer);
          reject(new Error("Stopped.", { cause: signal?.reason }));
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener("abort", stop);
          resolve();
        }, milliseconds / speed);
        signal?.addEventListener("abort", stop, { once: true });
      }),
  };
}

function versionOf(provider: string): string {
  const file = new URL(import.meta.resolve(`@omni-contracts/${provider}/package.json`));
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  return textOf(objectAt(read).version);
}

function driverOf(provider: string, create: (options: ClientOptions) => Client): Driver {
  const clientOf = ({ baseURL, apiKey, speed, answerMs }: Job): Client =>
    create({
      ...{ baseURL, apiKey, submitTimeoutMs: answerMs * speed },
      ...(speed !== 1 && { clock: fastClock(speed) }),
    });
  return {
    name: `@omni-contracts/${provider}`,
    version: versionOf(provider),
    protocol: provider,
    how: "`generate` with `abortSignal`, `timeoutMs` and `onTask`; `resume(handle).wait()`; `downloadVideo`; its waits shortened by `clock`",
    async run(job) {
      const { prompt, signal, waitMs, speed, tell } = job;
      const { video } = await clientOf(job).model.generate(
        { prompt },
        {
          abortSignal: signal,
          timeoutMs: waitMs * speed,
          onTask: ({ handle }) => {
            tell(handle, "callback");
          },
        },
      );
      return video.url;
    },
    hasAnswerLimit: true,
    async download(url, job) {
      const { stream } = await downloadVideo({ url }, { client: clientOf(job).client, abortSignal: job.signal });
      await stream.cancel();
    },
    handleOf: (error) => (OmniError.isInstance(error) ? error.handle : undefined),
    async resume(handle, job) {
      const { video } = await clientOf(job).resume(handle).wait();
      return video.url;
    },
  };
}

/** The normalized clients of this repository. */
export const ours: readonly Driver[] = Object.entries(CLIENTS).map(([provider, create]) => driverOf(provider, create));
