import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createVideoClient, type Clock, type ClientOptions } from "../../src/index.js";
import type { VideoContract } from "../../src/video/context.js";
import { systemClock } from "../../src/video/clock.js";
import { contract, KEY } from "./acme.js";

/** A box of an MP4. */
export function box(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + content.length);
  new DataView(bytes.buffer).setUint32(0, bytes.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  return bytes;
}

/** An MP4 as far as its boxes go, whose content is no run of equal bytes. */
export function movie(size: number, seed = 7): Buffer<ArrayBuffer> {
  const content = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8) * 17 + seed) & 255);
  const start = box("ftyp", new TextEncoder().encode("mp42\0\0\0\0mp42isom"));
  return Buffer.concat([start, box("mdat", content), box("moov", new Uint8Array(32))]);
}

export interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server on this machine that remembers what it was asked; the n-th request, from 0. */
export async function serve(listener: (n: number, ...rest: Parameters<RequestListener>) => void) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const n = seen.push({ path: request.url ?? "", headers: request.headers }) - 1;
    listener(n, request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** How a server answers that knows ranges, as far as nothing is told otherwise. */
export interface FileAnswer {
  readonly etag?: string | undefined;
  readonly type?: string;
  /** After so many bytes of the body the connection breaks. */
  readonly breakAfter?: number | undefined;
  readonly knowsRanges?: boolean;
}

export function sendFile(
  bytes: Uint8Array,
  [request, response]: Parameters<RequestListener>,
  { etag = '"v1"', type = "video/mp4", breakAfter, knowsRanges = true }: FileAnswer = {},
): void {
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? "") ?? [];
  const condition = request.headers["if-range"];
  const isPart = knowsRanges && from !== undefined && (condition === undefined || condition === etag);
  const first = isPart ? Number(from) : 0;
  const range = isPart && { "content-range": `bytes ${first}-${bytes.length - 1}/${bytes.length}` };
  const headers = { "content-type": type, "content-length": bytes.length - first, ...(etag && { etag }), ...range };
  if (isPart && first >= bytes.length) {
    response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end();
    return;
  }
  response.writeHead(isPart ? 206 : 200, headers);
  if (breakAfter === undefined) response.end(bytes.subarray(first));
  else response.write(bytes.subarray(first, first + breakAfter), () => setTimeout(() => response.destroy(), 10));
}

/** A clock whose pauses take no time; limits, which are as long as a silence at least, last until the test says so. */
export function quickClock(silence = 30_000) {
  const slept: number[] = [];
  const waiting = new Set<() => void>();
  const clock: Clock = {
    now: () => Date.UTC(2026, 10, 21),
    async sleep(milliseconds, signal) {
      if (milliseconds < silence) {
        slept.push(milliseconds);
        await systemClock.sleep(0, signal);
        return;
      }
      await new Promise<void>((resolve, reject) => {
        waiting.add(resolve);
        signal?.addEventListener("abort", () => {
          waiting.delete(resolve);
          reject(new Error("Not needed any more."));
        });
      });
    },
  };
  return {
    clock,
    slept,
    /** Nothing was heard for too long. */
    endSilence: () => {
      for (const wake of waiting) wake();
    },
  };
}

/** A client of a provider whose results are at `base`, or whose links need the key. */
export function clientAt(
  base: string,
  result?: NonNullable<VideoContract["lifecycle"]["result"]>,
  options: ClientOptions = {},
) {
  const own = { ...contract, lifecycle: { ...contract.lifecycle, ...(result && { result }) } };
  return createVideoClient(own, { apiKey: KEY, baseURL: base, random: () => 0.5, ...options });
}

/** A stream as what can be looped over; TypeScript's types of the web do not know that it is that itself. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of piecesOf(stream)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
