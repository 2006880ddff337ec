// One run: submits a request or takes a handle, waits, and tells how it stands.
import { OmniError, type Cost, type TaskSnapshot, type VideoEvent, type VideoRequest } from "@omni-contracts/core";
import type { DownloadableTask } from "@omni-contracts/core/download";
import type { Lifecycle, TaskStatus } from "@omni-contracts/core/language";
import type { Client } from "./provider.js";

export type Billed = "no" | "yes" | "unknown";

/** What a client says when something went wrong. */
export interface Report {
  /** `undefined` for what is no error of a client's. */
  readonly code: string | undefined;
  readonly message: string;
  readonly billed: Billed;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly userMessage: string | undefined;
  readonly handle: string | undefined;
  readonly advice: string | undefined;
  readonly statusCode: number | undefined;
}

/** What a download of the result came to. */
export type Downloaded = { readonly bytes: number; readonly mediaType: string } | { readonly report: Report };

export interface RunView {
  readonly phase: "idle" | "uploading" | "submitting" | "waiting" | "downloading" | "completed" | "failed";
  /** The last look. */
  readonly status?: TaskStatus | undefined;
  readonly rawStatus?: string | undefined;
  /** 0 to 100, where the provider tells. */
  readonly progress?: number | undefined;
  readonly handle?: string | undefined;
  readonly billed: Billed;
  readonly cost?: Cost | undefined;
  /** Where the video plays from. */
  readonly videoUrl?: string | undefined;
  readonly expiresAt?: Date | undefined;
  readonly report?: Report | undefined;
  /** What was to be resumed is no handle of this provider's. */
  readonly isNoHandle?: true | undefined;
  readonly downloaded?: Downloaded | undefined;
}

export const IDLE: RunView = { phase: "idle", billed: "no" };

export interface Order {
  readonly client: Client;
  readonly lifecycle: Lifecycle;
  /** What to submit, or the handle of a task that is there. */
  readonly what: { readonly request: VideoRequest } | { readonly handle: string };
  /** How long to wait, in milliseconds of the client's clock; without it as the contract advises. */
  readonly timeoutMs?: number | undefined;
  readonly abortSignal: AbortSignal;
  /** Fetches the result as `core/download` does; for faults of the file, and for links that want the key. */
  readonly download?: ((client: Client, task: DownloadableTask) => Promise<Blob>) | undefined;
}

export function reportOf(error: unknown): Report {
  if (!OmniError.isInstance(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ...{ code: undefined, message, billed: "unknown", isRetryable: false, retryAfterMs: undefined },
      ...{ userMessage: undefined, handle: undefined, advice: undefined, statusCode: undefined },
    };
  }
  const { code, billed, isRetryable, retryAfterMs, userMessage, handle, advice, statusCode } = error;
  // A browser shows nothing of a redirect that it may not follow, not even its status.
  const message =
    statusCode === 0 ? error.message.replace(/\bHTTP 0\b/, "a redirect, which is not followed") : error.message;
  return { code, message, billed, isRetryable, retryAfterMs, userMessage, handle, advice, statusCode };
}

/** Whether money was taken for a task that lives: as the contract tells it. */
const livingCosts = ({ charge }: Lifecycle): Billed => (charge.at === "accepted" ? "yes" : "unknown");

/** What the run makes of its client's events. */
export const changeOf = (event: VideoEvent): Partial<RunView> | undefined =>
  event.type === "uploaded"
    ? { phase: "uploading" }
    : event.type === "submitting"
      ? { phase: "submitting" }
      : undefined;

async function videoOf(order: Order, task: DownloadableTask): Promise<Partial<RunView>> {
  try {
    const blob = await order.download?.(order.client, task);
    if (!blob) return {};
    return { videoUrl: URL.createObjectURL(blob), downloaded: { bytes: blob.size, mediaType: blob.type } };
  } catch (error) {
    return { downloaded: { report: reportOf(error) } };
  }
}

/** The task, or why there is none for this handle; nobody is asked. */
function resumed(client: Client, handle: string): ReturnType<Client["resume"]> | { readonly report: Report } {
  try {
    return client.resume(handle);
  } catch (error) {
    // Nothing was sent, so the error says that nothing was billed. Of the task that the handle was for, it knows nothing; and
    // what it says to the person in front of the screen is about a request that cannot be made.
    return { report: { ...reportOf(error), billed: "unknown", userMessage: undefined } };
  }
}

/** Runs, and tells every change. Never rejects. */
export async function run(order: Order, tell: (change: Partial<RunView>) => void): Promise<void> {
  const { client, lifecycle, what, timeoutMs, abortSignal } = order;
  const looked = ({ status, rawStatus, progress, cost }: TaskSnapshot) => {
    tell({ status, rawStatus, progress, ...(cost && { cost }) });
  };
  try {
    tell({ phase: "handle" in what ? "waiting" : "submitting" });
    const task = "handle" in what ? resumed(client, what.handle) : await client.submit(what.request, { abortSignal });
    if ("report" in task) {
      tell({ phase: "failed", report: task.report, billed: task.report.billed, isNoHandle: true });
      return;
    }
    tell({ phase: "waiting", handle: task.handle, billed: livingCosts(lifecycle) });
    const done = await task.wait({
      ...{ onProgress: looked, abortSignal },
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
    const { video, cost } = done;
    tell({ status: "completed", billed: "yes", cost, videoUrl: video.url, expiresAt: video.expiresAt });
    if (order.download) {
      tell({ phase: "downloading" });
      tell(await videoOf(order, done));
    }
    tell({ phase: "completed" });
  } catch (error) {
    const report = reportOf(error);
    tell({ phase: "failed", report, billed: report.billed, ...(report.handle && { handle: report.handle }) });
  }
}
