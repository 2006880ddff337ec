import { createVideoClient, type VideoEvent } from "../../src/index.js";
import { contract, KEY } from "./acme.js";
import { createTime } from "./time.js";

/** A request to one of the providers, and when it came. */
export interface Asked {
  readonly provider: string;
  readonly method: string;
  /** Of a submit, its prompt; of a look, the task's id. */
  readonly what: string;
  /** Seconds since the beginning. */
  readonly at: number;
}

/** What comes instead of the usual answer. */
export type Trouble = (asked: Asked, n: number) => Response | Error | Promise<Response> | undefined;

interface Setup {
  readonly trouble?: Trouble;
  /** Seconds from submit to video. */
  readonly takes?: number;
  /** Seconds from request to answer. */
  readonly latency?: number;
  readonly perMinute?: number;
  readonly submitsPerMinute?: number;
  readonly isFrozen?: boolean;
}

/** Providers that work, on one clock; a task's id is its prompt. */
export function providers({ trouble, takes = 60, latency = 0.5, isFrozen = false, ...rates }: Setup = {}) {
  const time = createTime({ isFrozen });
  const asked: Asked[] = [];
  const events: VideoEvent[] = [];
  const begun = new Map<string, number>();
  const running = { now: 0, most: 0 };

  function answer({ provider, method, what, at }: Asked): Response {
    const key = `${provider}/${what}`;
    if (method === "POST") {
      begun.set(key, at);
      return Response.json({ id: what });
    }
    const age = at - (begun.get(key) ?? 0);
    return Response.json(
      age < takes ? { status: "running" } : { status: "done", url: `https://cdn.acme.test/${what}.mp4` },
    );
  }

  const client = (provider: string) =>
    createVideoClient(
      {
        ...contract,
        service: { ...contract.service, provider, servers: [`https://${provider}.test`] },
        lifecycle: {
          ...contract.lifecycle,
          poll: { ...contract.lifecycle.poll, ...rates },
        },
      },
      {
        ...{ apiKey: KEY, clock: time.clock, random: () => 0.5, newId: () => "0c1de7a4-ref" },
        onEvent: (event) => events.push(event),
        async fetch(request) {
          const body = await request.text();
          const what = body ? JSON.parse(body).prompt : decodeURIComponent(request.url.split("/").at(-1) ?? "");
          const one = { provider, method: request.method, what, at: time.passed() };
          const n = asked.push(one) - 1;
          running.now += 1;
          running.most = Math.max(running.most, running.now);
          try {
            if (latency > 0) await time.clock.sleep(latency * 1000, request.signal);
            const instead = await trouble?.(one, n);
            if (instead instanceof Error) throw instead;
            return instead ?? answer(one);
          } finally {
            running.now -= 1;
          }
        },
      },
    );

  const posts = (what?: string) =>
    asked.filter((one) => one.method === "POST" && (what === undefined || one.what === what));
  const looks = () => asked.filter(({ method }) => method === "GET");
  return { time, client, asked, events, running, posts, looks };
}

/** How many of these times lie in the fullest 60 seconds. */
export function fullestMinute(seconds: readonly number[]): number {
  const sorted = seconds.toSorted((a, b) => a - b);
  let first = 0;
  const counts = sorted.map((at, i) => {
    while ((sorted[first] ?? at) <= at - 60) first += 1;
    return i - first + 1;
  });
  return Math.max(0, ...counts);
}

export const prompts = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`);
