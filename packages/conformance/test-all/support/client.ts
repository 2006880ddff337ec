import { setTimeout as sleep } from "node:timers/promises";
import type { Driver, Job } from "../../src/index.js";
import { adviceOf } from "./advice.js";

/** What a client does wrong. Without any of it, it is as good as a client of this size can be. */
export interface Flaws {
  /** Follows redirects by hand, with the key as Basic sends it. */
  readonly leaksEncoded?: boolean;
  /** Orders everything twice. */
  readonly sendsTwice?: boolean;
  /** Sends a submit again when its answer is lost. */
  readonly sendsLostAgain?: boolean;
  /** Follows redirects by hand, with the key. */
  readonly leaksKey?: boolean;
  /** Downloads with the key. */
  readonly leaksToVideo?: boolean;
  /** Its errors tell no id. */
  readonly losesHandle?: boolean;
  /** Sends a refused submit again at once. */
  readonly rushes?: boolean;
  /** Takes only seconds for advice, and sends at once when a date is given. */
  readonly readsNoDate?: boolean;
  /** Looks again at its own pace, whatever it is asked. */
  readonly rushesLooks?: boolean;
  /** Any trouble of a look ends the wait. */
  readonly isFragile?: boolean;
  /** Takes every end for a success. */
  readonly isGullible?: boolean;
  /** Knows no end but a video, and looks until its time is over. */
  readonly isBlind?: boolean;
  /** Goes on after an abort. */
  readonly isDeaf?: boolean;
  /** Waits for the answer of a submit as long as it takes. */
  readonly isPatient?: boolean;
  /** Throws when a submit is lost, and sends it again behind the caller's back. */
  readonly sendsLostLater?: boolean;
  /** Throws at an abort, and goes on looking for ever. */
  readonly racesAbort?: boolean;
  /** One look, and it gives up; no signal reaches that wait. */
  readonly looksOnce?: boolean;
  /** Its handle leads to a video that is not of the job. */
  readonly resumesOther?: boolean;
  /** The video that it brings is not of the job. */
  readonly bringsOther?: boolean;
}

class Lost extends Error {
  constructor(
    readonly id: string | undefined,
    cause: unknown,
  ) {
    super("no video", { cause });
  }
}

const LOOK = 40;
/** Of nobody's job. */
const OTHER = "https://example.com/other.mp4";

/** A small client of one provider of the mocks, with flaws to order. */
export function client(flaws: Flaws = {}): Driver {
  const isRushed = ({ headers }: Response) =>
    flaws.rushes === true || (flaws.readsNoDate === true && headers.get("retry-after")?.endsWith("GMT") === true);

  async function ask(job: Job, path: string, body?: string, base = job.baseURL): Promise<Response> {
    const headers = { authorization: `Bearer ${job.apiKey}`, "content-type": "application/json" };
    const method = body === undefined ? "GET" : "POST";
    const isSubmit = body !== undefined;
    const isUnheard = [flaws.isDeaf, flaws.racesAbort, isSubmit ? flaws.isPatient : flaws.looksOnce].includes(true);
    const signal = isUnheard ? null : job.signal;
    const response = await fetch(base + path, { method, headers, body: body ?? null, redirect: "manual", signal });
    const location = response.headers.get("location");
    if (flaws.leaksEncoded && location !== null)
      return fetch(location, { headers: { authorization: `Basic ${btoa(`user:${job.apiKey}`)}` } });
    return flaws.leaksKey && location !== null ? ask(job, "", body, location) : response;
  }

  async function submit(job: Job, attempt = 0): Promise<string> {
    const body = JSON.stringify({ model: "gemini_omni", prompt: job.prompt, duration: 6 });
    if (flaws.sendsTwice) await ask(job, "/v1/videos/generations", body);
    const retry = flaws.sendsLostAgain && attempt < 2;
    try {
      const response = await ask(job, "/v1/videos/generations", body);
      if (response.status === 429 && attempt < 2) {
        await sleep(isRushed(response) ? 0 : adviceOf(response) + 20);
        return await submit(job, attempt + 1);
      }
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const { id } = await response.json();
      return id;
    } catch (error) {
      if (retry) return submit(job, attempt + 1);
      if (flaws.sendsLostLater && attempt === 0)
        setTimeout(() => void submit(job, attempt + 1).catch(() => undefined), 1000);
      throw error;
    }
  }

  async function wait(job: Job, id: string): Promise<string | undefined> {
    const isUnheard = [flaws.isDeaf, flaws.racesAbort, flaws.looksOnce].includes(true);
    const end = performance.now() + (isUnheard ? 60_000 : job.waitMs);
    for (;;) {
      // No AbortSignal.timeout: nothing but a signal made of several would hold it, and Node 20 collects it then.
      await sleep(LOOK, undefined, isUnheard ? {} : { signal: job.signal });
      if (performance.now() > end) throw new Error("timed out");
      const seen = await ask(job, `/v1/videos/generations/${id}`)
        .then(async (response) => {
          await sleep(flaws.rushesLooks ? 0 : adviceOf(response), undefined, isUnheard ? {} : { signal: job.signal });
          if (!response.ok) throw new Error(`HTTP ${response.status}`);
          return response.json();
        })
        .catch((error: unknown) => {
          if (flaws.isFragile || (job.signal.aborted && !isUnheard)) throw error;
          return {};
        });
      if (flaws.looksOnce && seen.status !== "completed") throw new Error("not yet");
      const isOver = ["completed", "failed", "cancelled"].includes(seen.status);
      const url = seen.result?.data?.[0]?.url;
      if (isOver && flaws.isGullible) return url ?? `https://example.com/${id}.mp4`;
      if (seen.status === "completed" && url) return url;
      if (isOver && !flaws.isBlind) throw new Error(seen.status);
    }
  }

  return {
    name: Object.keys(flaws).join(", ") || "flawless",
    version: "1",
    protocol: "toapis",
    how: "as the test says",
    async run(job) {
      if (!flaws.isDeaf) job.signal.throwIfAborted();
      let id: string | undefined;
      const make = async () => {
        id = await submit(job);
        const video = await wait(job, id);
        return flaws.bringsOther ? OTHER : video;
      };
      const stopped = new Promise<never>((_, stop) => {
        const tell = () => {
          stop(new Error("aborted"));
        };
        if (flaws.racesAbort) job.signal.addEventListener("abort", tell);
      });
      try {
        return await Promise.race([make(), stopped]);
      } catch (error) {
        throw new Lost(flaws.losesHandle ? undefined : id, error);
      }
    },
    download: (video, job) =>
      fetch(video, { headers: flaws.leaksToVideo ? { authorization: `Bearer ${job.apiKey}` } : {} }),
    handleOf: (error) => (error instanceof Lost ? error.id : undefined),
    resume: (handle, job) => (flaws.resumesOther ? Promise.resolve(OTHER) : wait(job, handle)),
  };
}
