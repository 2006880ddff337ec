import { setTimeout as sleep } from "node:timers/promises";
import type { Driver, Job } from "../driver.js";

// What somebody writes who has read a provider's page: submit, take the id, look every few seconds. In our own words; the
// pauses and limits are those of the pages, and where a page advises to send again, a second driver follows it.

type Path = readonly (string | number)[];

interface Script {
  readonly submit: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly id: Path;
  readonly look: (id: string) => string;
  readonly state: Path;
  readonly video: Path;
  readonly done: readonly unknown[];
  readonly failed: readonly unknown[];
  readonly everySeconds: number;
  /** The page gives its loop an end. */
  readonly hasLimit: boolean;
  /** HTTP status → how often the page advises to send again. */
  readonly again?: Readonly<Record<number, number>>;
}

const SCRIPTS: Readonly<Record<string, Script>> = {
  toapis: {
    submit: "/v1/videos/generations",
    body: { model: "gemini_omni", duration: 6 },
    id: ["id"],
    look: (id) => `/v1/videos/generations/${id}`,
    state: ["status"],
    video: ["result", "data", 0, "url"],
    done: ["completed"],
    failed: ["failed"],
    everySeconds: 5,
    hasLimit: false,
    // "2–3 times with short delays" after 500; 1, 2 and 4 s after 429.
    again: { 429: 3, 500: 3 },
  },
  apimart: {
    submit: "/v1/videos/generations",
    body: { model: "Omni-Flash-Ext", duration: 6 },
    id: ["data", 0, "task_id"],
    look: (id) => `/v1/tasks/${id}`,
    state: ["data", "status"],
    video: ["data", "result", "videos", 0, "url", 0],
    done: ["completed"],
    failed: ["failed", "cancelled"],
    everySeconds: 2,
    hasLimit: true,
  },
  jimmyai: {
    submit: "/api/open-api/v1/gemini/omni/videos",
    body: { model: "Gemini-Omini", duration: 6 },
    id: ["data", "task_id"],
    look: (id) => `/api/open-api/v1/videos/${id}`,
    state: ["data", "status"],
    video: ["data", "result", "video_url"],
    done: ["completed"],
    failed: ["failed"],
    everySeconds: 5,
    hasLimit: false,
  },
  atlascloud: {
    submit: "/api/v1/model/generateVideo",
    body: { model: "google/gemini-omni-flash/text-to-video-developer" },
    id: ["data", "id"],
    look: (id) => `/api/v1/model/prediction/${id}`,
    state: ["data", "status"],
    video: ["data", "outputs", 0],
    done: ["completed", "succeeded"],
    failed: ["failed"],
    everySeconds: 3,
    hasLimit: true,
    // "Once" after 500; back-off after 429, 503 and 504.
    again: { 429: 3, 500: 1, 503: 3, 504: 3 },
  },
};

async function ask(url: string, { apiKey }: Job, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  return fetch(url, body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) });
}

async function jsonOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** As `body.data[0].id` would be: of what is not there, nothing can be read. */
function at(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, member) => {
    if (value === undefined || value === null) throw new TypeError(`Cannot read ${member} of ${String(value)}`);
    return Object.entries(value).find(([name]) => name === String(member))?.[1];
  }, body);
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

async function submit(script: Script, job: Job, again: Script["again"] = {}): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await ask(job.baseURL + script.submit, job, { ...script.body, prompt: job.prompt });
    if (attempt >= (again[response.status] ?? 0)) return jsonOf(response);
    await sleep((1000 * 2 ** attempt) / job.speed);
  }
}

async function make(script: Script, job: Job, again?: Script["again"]): Promise<string | undefined> {
  const id = textOf(at(await submit(script, job, again), script.id));
  if (id === undefined) throw new Error("no task id");
  const end = performance.now() + (script.hasLimit ? job.waitMs : Infinity);
  while (performance.now() < end) {
    await sleep((script.everySeconds * 1000) / job.speed);
    const body = await jsonOf(await ask(job.baseURL + script.look(id), job));
    const state = at(body, script.state);
    if (script.failed.includes(state)) throw new Error(`task ${id} failed`);
    if (script.done.includes(state)) return textOf(at(body, script.video));
  }
  throw new Error("timed out");
}

function driverOf(provider: string, script: Script, again?: Script["again"]): Driver {
  return {
    name: again ? `script, as ${provider} advises` : `script for ${provider}`,
    version: "–",
    protocol: provider,
    how: again
      ? `the same, and the submit is sent again after ${Object.keys(again).join(", ")}, as the page advises`
      : `\`fetch\`, then a look every ${script.everySeconds} s; no signal${script.hasLimit ? "" : ", no limit"}`,
    run: (job) => make(script, job, again),
    lacks: {
      "handle-abort": "it takes no signal",
      ...(!script.hasLimit && { "handle-timeout": "its wait has no limit" }),
    },
  };
}

/** Scripts as the providers' pages show them, and as they advise. */
export const naive: readonly Driver[] = Object.entries(SCRIPTS).flatMap(([provider, script]) => [
  driverOf(provider, script),
  ...(script.again ? [driverOf(provider, script, script.again)] : []),
]);
