import { isObject } from "../language/objects.js";
import type { TaskSnapshot, Video } from "../language/task.js";
import type { CompletedTask } from "../video/completed.js";
import { systemClock, type Clock } from "../video/clock.js";
import type { ClientAccess } from "../video/context.js";
import { quietly } from "../video/events.js";
import { isPrivateHost } from "./address.js";
import { createReporter, type Reporter } from "./reporter.js";

/** What a download takes from a client; every client of a provider is one. */
export interface DownloadClient {
  readonly provider: string;
  /** Its key, addresses, `fetch` and clock. */
  readonly access: () => ClientAccess;
  /** One look at the task, for a fresh link. */
  readonly status: (
    handle: string,
    options?: { readonly abortSignal?: AbortSignal | undefined },
  ) => Promise<TaskSnapshot>;
}

export interface DownloadProgress {
  /** Bytes that there are so far, those of an earlier try included. */
  readonly bytes: number;
  /** Of the whole file, where the server tells. */
  readonly total?: number | undefined;
}

export interface DownloadOptions {
  /**
   * The client that made the video. It brings `fetch` and `clock`, the key where the contract says that a link needs it (on
   * the origin of the client's `baseURL` and nowhere else), and a fresh link when the first one has expired.
   */
  readonly client?: DownloadClient | undefined;
  /** The largest file that is taken, in bytes. Default: 1,073,741,824 (1 GiB). */
  readonly maxBytes?: number | undefined;
  /** The longest silence, in milliseconds; the whole may take as long as it takes. Default: 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Ends the download. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Told of the bytes as they come. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Default: the client's, or the global one. It must heed `redirect: "manual"`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Whether links may lead to this machine and to private networks. Default: whether the client's `baseURL` does, as that of
   * a mock. Addresses are judged as they are written; names are not looked up.
   */
  readonly allowPrivateHosts?: boolean | undefined;
  /** Default: the client's, or the machine's. */
  readonly clock?: Clock | undefined;
  /** From 0 up to 1; spreads retries. Default: the client's, or `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** A video, or the task that it is of: the task's handle finds a fresh link and stands on every error. */
export type Downloadable = Video | DownloadableTask;
export type DownloadableTask = Pick<CompletedTask, "video" | "videos" | "handle">;

/** Options with everything that was left open, and the video. */
export interface Settings {
  readonly video: Video;
  /** Which of the task's videos it is. */
  readonly index: number;
  readonly handle: string | undefined;
  readonly client: DownloadClient | undefined;
  readonly access: ClientAccess | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly abortSignal: AbortSignal | undefined;
  readonly onProgress: (progress: DownloadProgress) => void;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowPrivateHosts: boolean;
  readonly clock: Clock;
  readonly random: () => number;
  readonly reporter: Reporter;
}

const GIBIBYTE = 1024 ** 3;

// Not every caller has types.
const isTask = (given: Downloadable): given is DownloadableTask => isObject(given) && "video" in given;

/** @throws {OmniError} `invalid_request` for an option that is none */
export function settingsOf(given: Downloadable, options: DownloadOptions = {}): Settings {
  const task = isTask(given) ? given : undefined;
  const video = isTask(given) ? given.video : given;
  const { client, maxBytes = GIBIBYTE, timeoutMs = 30_000 } = options;
  const access = client?.access();
  const clock = options.clock ?? access?.clock ?? systemClock;
  const handle = task?.handle;
  const reporter = createReporter({ provider: client?.provider, access, handle, now: () => clock.now() });
  const limits = Object.entries({ maxBytes, timeoutMs });
  const [wrong] = limits.filter(([, value]) => !(typeof value === "number" && value > 0));
  if (wrong) throw reporter.misused(`\`${wrong[0]}\` is ${String(wrong[1])}; give a number above 0, or Infinity.`);
  if (!isObject(video) || (typeof video.url !== "string" && video.data === undefined))
    throw reporter.misused("Pass a completed task, or a video of it: something with `url` or `data`.");
  return {
    ...{ video, handle, client, access, maxBytes, timeoutMs, clock, reporter },
    index: Math.max(0, task?.videos.indexOf(video) ?? 0),
    abortSignal: options.abortSignal,
    onProgress: quietly(options.onProgress),
    fetch: options.fetch ?? access?.connection.fetch ?? ((request) => globalThis.fetch(request)),
    allowPrivateHosts:
      options.allowPrivateHosts ?? (access !== undefined && isPrivateHost(new URL(access.connection.base))),
    random: options.random ?? access?.random ?? (() => Math.random()),
  };
}
