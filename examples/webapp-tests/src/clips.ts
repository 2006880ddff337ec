// What the application does with videos. Its pages call this; nothing here knows of tests.
import { OmniError, type Toapis } from "@omni-contracts/toapis";

/** As much of `localStorage` as is needed. */
export interface Keep {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** What a page shows. */
export type Clip =
  | { readonly state: "ready"; readonly url: string; readonly expiresAt: Date | undefined }
  /** Paid for, or perhaps paid for: `resumeClip` goes on. */
  | { readonly state: "pending"; readonly message: string }
  /** It will not come; the person may change something and try again. */
  | { readonly state: "failed"; readonly message: string; readonly billed: "no" | "yes" | "unknown" };

export interface CreateOptions {
  /** From 0 to 100. */
  readonly onProgress?: (percent: number) => void;
  /** Somebody closes the page. */
  readonly signal?: AbortSignal;
}

export interface Clips {
  /** Pays for a video and waits for it. */
  createClip(prompt: string, options?: CreateOptions): Promise<Clip>;
  /** Goes on waiting for what was paid for, if there is anything. Call it when a page opens. */
  resumeClip(): Promise<Clip | undefined>;
}

/** Where the handle is kept: it is what was paid for. */
const PAID = "paid-clip";

export function createClips({ toapis, keep }: { readonly toapis: Toapis; readonly keep: Keep }): Clips {
  /** Errors that end a task; with any other one it may still come. */
  const ENDS = ["task_failed", "task_cancelled", "task_expired", "content_policy"];

  async function outcome(work: Promise<Awaited<ReturnType<Toapis["generate"]>>>): Promise<Clip> {
    try {
      const { video } = await work;
      keep.removeItem(PAID);
      return { state: "ready", url: video.url ?? "", expiresAt: video.expiresAt };
    } catch (error) {
      if (!OmniError.isInstance(error)) throw error;
      const { code, handle, billed, userMessage = "Something went wrong." } = error;
      // An answer that got lost has no `onTask`, but a handle: the task is looked for by our own reference.
      if (handle !== undefined) keep.setItem(PAID, handle);
      if (handle !== undefined && !ENDS.includes(code)) return { state: "pending", message: userMessage };
      keep.removeItem(PAID);
      return { state: "failed", message: userMessage, billed };
    }
  }

  return {
    createClip: (prompt, { onProgress, signal } = {}) =>
      outcome(
        toapis.generate(
          { model: "gemini_omni", prompt, duration: 6, aspectRatio: "9:16" },
          {
            abortSignal: signal,
            onTask: ({ handle }) => {
              keep.setItem(PAID, handle);
            },
            onProgress: ({ progress }) => onProgress?.(progress ?? 0),
          },
        ),
      ),
    async resumeClip() {
      const handle = keep.getItem(PAID);
      return handle === null ? undefined : outcome(toapis.resume(handle).wait());
    },
  };
}

/** The bytes of a clip; `undefined` when its link has expired. */
export async function loadClip(url: string): Promise<Blob | undefined> {
  const response = await fetch(url);
  // No page says how the provider refuses an old link.
  if ([403, 404, 410].includes(response.status)) return undefined;
  const type = response.headers.get("content-type") ?? "";
  // Gateways and hotels answer with pages.
  if (!response.ok || !type.startsWith("video/")) {
    throw new Error(`The clip cannot be loaded: ${response.status} ${type}`);
  }
  return response.blob();
}
