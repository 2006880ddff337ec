import { setTimeout as sleep } from "node:timers/promises";
import { isObject, objectAt, textOf } from "@omni-contracts/specs";
import type { Driver, Job } from "../../src/index.js";
import { adviceOf } from "./advice.js";

/** What a look found: that the job is over, and its video if there is one; `undefined` while it lives. */
type Found = { readonly video?: string } | undefined;
type Ask = (path: string) => Promise<{ status: number; body: unknown }>;

interface Words {
  readonly submit: string;
  readonly body: (prompt: string) => object;
  readonly id: string;
  readonly look: (ask: Ask, id: string) => Promise<Found>;
}

const videoIn = (value: unknown): Found => (typeof value === "string" ? { video: value } : {});

/** How a job is ordered and looked at in each protocol of the stand-ins. */
const PROTOCOLS: Readonly<Record<string, Words>> = {
  fal: {
    submit: "/acme/video",
    body: (prompt) => ({ prompt }),
    id: "request_id",
    async look(ask, id) {
      const { body } = await ask(`/acme/video/requests/${id}/status`);
      if (objectAt(body).status !== "COMPLETED") return undefined;
      const result = await ask(`/acme/video/requests/${id}`);
      return videoIn(objectAt(objectAt(result.body).video).url);
    },
  },
  replicate: {
    submit: "/v1/models/acme/video/predictions",
    body: (prompt) => ({ input: { prompt } }),
    id: "id",
    async look(ask, id) {
      const { status, output } = objectAt((await ask(`/v1/predictions/${id}`)).body);
      return ["succeeded", "failed", "canceled"].includes(textOf(status)) ? videoIn(output) : undefined;
    },
  },
  openai: {
    submit: "/v1/videos",
    body: (prompt) => ({ model: "sora-2", prompt }),
    id: "id",
    async look(ask, id) {
      const { status } = objectAt((await ask(`/v1/videos/${id}`)).body);
      if (status !== "completed") return status === "failed" ? {} : undefined;
      return (await ask(`/v1/videos/${id}/content`)).status === 200 ? { video: id } : {};
    },
  },
};

class Ended extends Error {
  constructor(
    message: string,
    readonly id: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

function careful(protocol: string, { submit, body, id: idName, look }: Words): Driver {
  const send = (job: Job, path: string, signal: AbortSignal, data?: object): Promise<Response> =>
    fetch(job.baseURL + path, {
      ...(data && { method: "POST", body: JSON.stringify(data) }),
      ...{ headers: { authorization: `Bearer ${job.apiKey}` }, redirect: "manual", signal },
    });

  async function order(job: Job): Promise<string> {
    const signal = AbortSignal.any([job.signal, AbortSignal.timeout(job.answerMs)]);
    const response = await send(job, submit, signal, body(job.prompt));
    if (response.status === 429) {
      await sleep(adviceOf(response), undefined, { signal: job.signal });
      return order(job);
    }
    const told: unknown = await response.json();
    const id = isObject(told) ? textOf(told[idName]) : "";
    if (id === "") throw new Error(`no job: HTTP ${response.status}`);
    return id;
  }

  /** A look that fails says nothing of the job. */
  async function wait(job: Job, id: string): Promise<string> {
    const end = performance.now() + job.waitMs;
    const ask: Ask = async (path) => {
      const response = await send(job, path, job.signal);
      await sleep(adviceOf(response), undefined, { signal: job.signal });
      const isTold = response.ok || [404, 422].includes(response.status);
      if (!isTold) throw new Error(`HTTP ${response.status}`);
      const isJson = response.headers.get("content-type") === "application/json";
      return { status: response.status, body: isJson ? await response.json() : undefined };
    };
    try {
      while (performance.now() < end) {
        const found = await look(ask, id).catch(() => undefined);
        if (found?.video !== undefined) return found.video;
        if (found) throw new Error("There is no video.");
        await sleep(1000 / job.speed, undefined, { signal: job.signal });
      }
    } catch (cause) {
      throw new Ended("The wait is over.", id, cause);
    }
    throw new Ended("The time is over.", id);
  }

  return {
    ...{ name: `careful ${protocol}`, version: "1", protocol, how: "in a test", hasAnswerLimit: true },
    async run(job) {
      return wait(job, await order(job));
    },
    handleOf: (error) => (error instanceof Ended ? error.id : undefined),
    resume: (id, job) => wait(job, id),
  };
}

/** As good as a client of each stand-in can be. */
export const carefulClients: readonly Driver[] = Object.entries(PROTOCOLS).map(([name, words]) => careful(name, words));
