// A large file, saved by a process of its own: what memory it takes, and what a kill leaves.
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serve } from "../test/support/files.js";

const MIB = 1024 ** 2;
const SIZE = 200 * MIB;
const CHILD = fileURLToPath(new URL("save-child.mjs", import.meta.url));
const LINE = Uint8Array.from({ length: 65_536 }, (_, i) => (i * 31 + (i >> 8) * 17) & 255);

/** A movie that is nowhere: its bytes from `first` to the end. */
function* movieFrom(first: number): Generator<Uint8Array> {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(16, 0);
  head.write("ftypmp42", 4);
  head.writeUInt32BE(SIZE - 16, 16);
  head.write("mdat", 20);
  if (first < 24) yield head.subarray(first);
  for (let at = Math.max(first, 24); at < SIZE;) {
    const from = (at - 24) % LINE.length;
    const bytes = LINE.subarray(from, Math.min(LINE.length, from + SIZE - at));
    yield bytes;
    at += bytes.length;
  }
}

const send: (n: number, ...exchange: Parameters<RequestListener>) => void = (_, request, response) => {
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? "") ?? [];
  const first = Number(from ?? 0);
  const range = from !== undefined && { "content-range": `bytes ${first}-${SIZE - 1}/${SIZE}` };
  response.writeHead(range ? 206 : 200, { "content-length": SIZE - first, etag: '"large"', ...range });
  Readable.from(movieFrom(first))
    .on("error", () => undefined)
    .pipe(response);
};

function sha256Of(): string {
  const hash = createHash("sha256");
  for (const bytes of movieFrom(0)) hash.update(bytes);
  return hash.digest("hex");
}

interface Told {
  readonly bytes: number;
  readonly sha256?: string;
  readonly grown?: number;
}
const isTold = (value: unknown): value is Told => typeof value === "object" && value !== null && "bytes" in value;

/** Saves in a process of its own; kills it when so many bytes are there. */
async function save(url: string, path: string, killAt = Infinity): Promise<Told | undefined> {
  const child = fork(CHILD, [url, path], { execArgv: ["--expose-gc"] });
  let last: Told | undefined;
  child.on("message", (told) => {
    if (!isTold(told)) return;
    last = told;
    if (told.bytes >= killAt) child.kill("SIGKILL");
  });
  await once(child, "exit");
  return last;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "omni-large-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("200 MiB take no more memory than a small part of them", async () => {
  await using server = await serve(send);
  const path = join(folder, "v.mp4");
  const told = await save(`${server.origin}/v`, path);
  expect(told).toMatchObject({ bytes: SIZE, sha256: sha256Of() });
  expect((await stat(path)).size).toBe(SIZE);
  expect(told?.grown).toBeLessThan(100 * MIB);
  console.info(`200 MiB: ${Math.round((told?.grown ?? 0) / MIB)} MiB more memory`);
});

it("a process that is killed leaves a part, and the next one goes on with it", async () => {
  await using server = await serve(send);
  const path = join(folder, "v.mp4");
  await save(`${server.origin}/v`, path, 60 * MIB);
  const [part = "", ...others] = await readdir(folder);
  expect(part).toMatch(/^v\.mp4\.[\da-f]{12}\.\d+-[\da-f]{8}\.part$/);
  expect(others).toEqual([]);
  const { size } = await stat(join(folder, part));
  expect(size).toBeGreaterThan(50 * MIB);
  expect(await save(`${server.origin}/v`, path)).toMatchObject({ bytes: SIZE, sha256: sha256Of() });
  expect(server.seen.map(({ headers }) => headers.range)).toEqual([undefined, undefined, `bytes=${size}-`]);
  expect(await readdir(folder)).toEqual(["v.mp4"]);
});
