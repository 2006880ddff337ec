// The result as `core/download` fetches it, and why it could not.
import type { Clock } from "@omni-contracts/core";
import { downloadVideo, type DownloadableTask } from "@omni-contracts/core/download";
import type { Client } from "./provider.js";

export interface Means {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  readonly abortSignal: AbortSignal;
}

/** @throws {OmniError} as `downloadVideo` does */
export async function download(client: Client, task: DownloadableTask, means: Means): Promise<Blob> {
  const { stream, mediaType } = await downloadVideo(task, { client, ...means });
  const pieces: BlobPart[] = [];
  const reader = stream.getReader();
  // A `Response` of the stream would hide the error's code.
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    pieces.push(new Uint8Array(piece.value));
  return new Blob(pieces, { type: mediaType });
}
