import { onAbort } from "../video/abort.js";
import { transferOfData } from "./data.js";
import { settingsOf, type Downloadable, type DownloadOptions, type Settings } from "./settings.js";
import { openTransfer, type Transfer } from "./transfer.js";

/** A video that is coming. */
export interface Download {
  /** The bytes, as fast as they are read; fails with an `OmniError`. Cancel it when you do not want the rest. */
  readonly stream: ReadableStream<Uint8Array>;
  /** As the bytes show it, mostly `video/mp4`. */
  readonly mediaType: string;
  /** How many bytes it has, where the server tells. */
  readonly bytes: number | undefined;
}

/** The video as a transfer, be it behind a link or there already. */
export async function transferOf(settings: Settings, canRestart: boolean): Promise<Transfer> {
  const { url, data } = settings.video;
  if (settings.abortSignal?.aborted) throw settings.reporter.aborted(0, settings.abortSignal.reason);
  if (url === undefined || /^data:/i.test(url)) return transferOfData(settings, url ?? data ?? "");
  return openTransfer(settings, url, canRestart);
}

/**
 * Fetches a video as a web stream. It costs nothing, so what fails in passing is tried again: five times in a row, with
 * pauses, going on where it broke off. The whole is never in memory.
 *
 * @throws {OmniError} `download_failed` when there is no video to be had; the message says what to do. `aborted` within 50 ms
 * after the signal, `authentication` when the link needs a key and there is none, `invalid_request` for a wrong option
 */
export async function downloadVideo(video: Downloadable, options?: DownloadOptions): Promise<Download> {
  const settings = settingsOf(video, options);
  const { abortSignal, reporter } = settings;
  const transfer = await transferOf(settings, false);
  let forget = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // Nobody may be reading just now; the connection ends nevertheless.
        const stop = () => {
          transfer.close();
          controller.error(reporter.aborted(transfer.at(), abortSignal?.reason));
        };
        forget = onAbort(abortSignal, stop);
      },
      async pull(controller) {
        try {
          const piece = await transfer.next();
          if (piece instanceof Uint8Array) {
            controller.enqueue(piece);
            return;
          }
          forget();
          controller.close();
        } catch (error) {
          forget();
          throw error;
        }
      },
      cancel() {
        forget();
        transfer.close();
      },
    },
    // Nothing is read ahead: a slow reader slows the server down.
    { highWaterMark: 0 },
  );
  return { stream, mediaType: transfer.mediaType(), bytes: transfer.total() };
}
