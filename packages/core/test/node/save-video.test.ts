import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OmniError } from "../../src/index.js";
import { saveVideo } from "../../src/node/index.js";
import { partIdentity } from "../../src/node/part-file.js";
import { errorOf } from "../support/acme.js";
import { movie, quickClock, sendFile, serve } from "../support/files.js";
import { untyped } from "../support/untyped.js";

const FILE = movie(300_000);
const OTHER = movie(250_000, 9);
const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const options = () => ({ allowPrivateHosts: true, random: () => 0.5, clock: quickClock().clock });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "omni-save-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});
const names = async () => (await readdir(folder)).toSorted();
const whole = () =>
  serve((_, ...exchange) => {
    sendFile(FILE, exchange);
  });

const codeOfError = (error: unknown) => (OmniError.isInstance(error) ? error.code : error);

/** The number of a process that is gone. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("a video is saved", () => {
  it("whole, below folders that are made, with nothing left beside it", async () => {
    await using server = await whole();
    const path = join(folder, "a", "b", "v.mp4");
    const told: unknown[] = [];
    const onProgress = (one: unknown) => told.push(one);
    const saved = await saveVideo({ url: `${server.origin}/v` }, path, { ...options(), onProgress });
    expect(saved).toEqual({ path, bytes: FILE.length, sha256: sha256Of(FILE), mediaType: "video/mp4" });
    expect((await readFile(path)).equals(FILE)).toBe(true);
    expect(await readdir(join(folder, "a", "b"))).toEqual(["v.mp4"]);
    expect(told.at(-1)).toEqual({ bytes: FILE.length, total: FILE.length });
  });

  it.each([
    ["base64", { data: FILE.toString("base64") }],
    ["a data URL", { url: `data:video/mp4;base64,${FILE.toString("base64")}` }],
  ])("from %s, to a file URL", async (_, video) => {
    const path = join(folder, "v.mp4");
    const saved = await saveVideo(video, pathToFileURL(path));
    expect(saved).toEqual({ path, bytes: FILE.length, sha256: sha256Of(FILE), mediaType: "video/mp4" });
    expect((await readFile(path)).equals(FILE)).toBe(true);
    expect(await names()).toEqual(["v.mp4"]);
  });

  it("under its name only when it is whole", async () => {
    const path = join(folder, "v.mp4");
    const during: string[][] = [];
    await using server = await serve((_, __, response) => {
      response.writeHead(200, { etag: '"v1"', "content-length": FILE.length }).write(FILE.subarray(0, 200_000));
      const look = async () => {
        while (during.length === 0) {
          const now = await names();
          if (now.length > 0) during.push(now);
        }
        response.end(FILE.subarray(200_000));
      };
      void look();
    });
    await saveVideo({ url: server.origin }, path, options());
    const identity = partIdentity(server.origin, '"v1"', FILE.length);
    const part = new RegExp(`^v\\.mp4\\.${identity}\\.${process.pid}-[\\da-f]{8}\\.part$`);
    expect(during).toEqual([[expect.stringMatching(part)]]);
    expect(await names()).toEqual(["v.mp4"]);
  });
});

describe("what is there", () => {
  it("is not replaced, and nothing is fetched", async () => {
    await using server = await whole();
    const path = join(folder, "v.mp4");
    await writeFile(path, "mine");
    const error = await errorOf(saveVideo({ url: server.origin }, path, options()));
    expect(error).toMatchObject({ code: "invalid_request", phase: "download" });
    expect(error.message).toContain(`${path} is there already; pass \`overwrite: true\``);
    expect(await readFile(path, "utf8")).toBe("mine");
    expect(server.seen).toEqual([]);
  });

  it("is replaced when that is wanted", async () => {
    await using server = await whole();
    const path = join(folder, "v.mp4");
    await writeFile(path, "mine");
    await saveVideo({ url: server.origin }, path, { ...options(), overwrite: true });
    expect((await readFile(path)).equals(FILE)).toBe(true);
    expect(await names()).toEqual(["v.mp4"]);
  });

  it("is not replaced when it came meanwhile", async () => {
    const path = join(folder, "v.mp4");
    await using server = await serve((_, ...exchange) => {
      void writeFile(path, "mine").then(() => {
        sendFile(FILE, exchange);
      });
    });
    const error = await errorOf(saveVideo({ url: server.origin }, path, options()));
    expect(error.code).toBe("invalid_request");
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  it("may not be a folder", async () => {
    await using server = await whole();
    const error = await errorOf(saveVideo({ url: server.origin }, folder, { ...options(), overwrite: true }));
    expect(error.code).toBe("invalid_request");
    expect(error.message).toContain(`${folder} is a folder; name the file in it.`);
    expect(server.seen).toEqual([]);
  });

  it("may not stand in the way of the folder", async () => {
    await using server = await whole();
    await writeFile(join(folder, "file"), "");
    const path = join(folder, "file", "v.mp4");
    const error = await errorOf(saveVideo({ url: server.origin }, path, options()));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: false });
    expect(error.message).toContain(`${path}: It could not be written (ENOTDIR) after 0 bytes.`);
  });
});

describe("what was left is gone on with", () => {
  /** Saves as far as the server lets it, five times 20,000 bytes; and then again. */
  async function inTwo(second: Parameters<typeof serve>[0], etag: string | undefined = '"v1"') {
    const state = { isUp: false };
    await using server = await serve((n, ...exchange) => {
      if (state.isUp) second(n, ...exchange);
      else sendFile(FILE, exchange, { breakAfter: 20_000, etag });
    });
    const path = join(folder, "v.mp4");
    const video = { url: `${server.origin}/v?signature=${"1".repeat(20)}` };
    const error = await errorOf(saveVideo(video, path, options()));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: true });
    const left = await names();
    state.isUp = true;
    const before = server.seen.length;
    // A fresh link has another signature, and is of the same file.
    const fresh = { url: `${server.origin}/v?signature=${"2".repeat(20)}` };
    const saved = await saveVideo(fresh, path, options());
    const bytes = await readFile(path);
    expect(saved.sha256).toBe(sha256Of(bytes));
    const ranges = server.seen.slice(before).map(({ headers }) => headers.range);
    return { bytes, left, ranges, names: await names() };
  }

  it("by the next call, when the file is still the same", async () => {
    const { bytes, left, ranges, names } = await inTwo((_, ...exchange) => {
      sendFile(FILE, exchange);
    });
    expect(left).toEqual([expect.stringMatching(/^v\.mp4\.[\da-f]{12}\.part$/)]);
    expect(bytes.equals(FILE)).toBe(true);
    expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d{4,}-$/)]);
    expect(names).toEqual(["v.mp4"]);
  });

  it("not when it is another one", async () => {
    const { bytes, ranges } = await inTwo((_, ...exchange) => {
      sendFile(OTHER, exchange, { etag: '"v2"' });
    });
    expect(bytes.equals(OTHER)).toBe(true);
    expect(ranges).toEqual([undefined]);
  });

  it("not when nobody can tell: then nothing is left", async () => {
    const { bytes, left } = await inTwo((_, request, response) => {
      response.writeHead(200, { "content-length": FILE.length }).end(FILE);
    }, "");
    expect(left).toEqual([]);
    expect(bytes.equals(FILE)).toBe(true);
  });

  it("begins anew when the file changes under way", async () => {
    const SMALL = movie(50_000, 9);
    await using server = await serve((n, ...exchange) => {
      if (n === 0) sendFile(FILE, exchange, { breakAfter: 200_000 });
      else sendFile(SMALL, exchange, { etag: '"v2"' });
    });
    const path = join(folder, "v.mp4");
    const saved = await saveVideo({ url: server.origin }, path, options());
    expect(saved).toMatchObject({ bytes: SMALL.length, sha256: sha256Of(SMALL) });
    expect((await readFile(path)).equals(SMALL)).toBe(true);
  });

  it("begins anew, even when a page comes between and the connection breaks again", async () => {
    await using server = await serve((n, request, response) => {
      if (n === 0) sendFile(FILE, [request, response], { breakAfter: 100_000 });
      else if (n === 1)
        response.writeHead(200, { "content-type": "text/html", etag: '"v2"' }).end("<html>Wait a moment");
      else if (n === 2) sendFile(OTHER, [request, response], { etag: '"v2"', breakAfter: 12 });
      else sendFile(OTHER, [request, response], { etag: '"v2"', breakAfter: n === 3 ? 90_000 : undefined });
    });
    const path = join(folder, "v.mp4");
    const saved = await saveVideo({ url: server.origin }, path, options());
    expect(saved).toMatchObject({ bytes: OTHER.length, sha256: sha256Of(OTHER) });
    expect((await readFile(path)).equals(OTHER)).toBe(true);
  });

  const DEAD = "of a process that is gone";
  const OWN_OLD = "of a process that had our number before";
  it.each([
    ["that was left in order", 1000, true],
    [DEAD, 1000, true],
    [DEAD, FILE.length, true],
    [OWN_OLD, 1000, true],
    ["of this process, which writes to it", 1000, false],
    ["of another process, which writes to it", 1000, false],
    ["that is longer than the file", FILE.length + 1, false],
  ])("a part %s, of %i bytes: %s", async (whose, size, isTaken) => {
    await using server = await whole();
    const living = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: "ignore" });
    try {
      const isOwn = whose === OWN_OLD || whose.startsWith("of this");
      const pid = isOwn ? process.pid : whose === DEAD ? await deadPid() : living.pid;
      const isFree = whose.startsWith("that");
      const identity = partIdentity(`${server.origin}/v`, '"v1"', FILE.length);
      const part = `v.mp4.${identity}.${isFree ? "" : `${pid}-0123abcd.`}part`;
      const content = Buffer.concat([FILE, Buffer.alloc(1)]).subarray(0, size);
      await writeFile(join(folder, part), content);
      if (whose === OWN_OLD) await utimes(join(folder, part), 1, 1);
      const saved = await saveVideo({ url: `${server.origin}/v` }, join(folder, "v.mp4"), options());
      expect(saved.sha256).toBe(sha256Of(FILE));
      const ranges = server.seen.map(({ headers }) => headers.range);
      const rest = size < FILE.length ? [`bytes=${size}-`] : [];
      expect(ranges).toEqual([undefined, ...(isTaken ? rest : [])]);
      expect(await names()).toEqual(["v.mp4", ...(isTaken ? [] : [part])]);
    } finally {
      living.kill();
    }
  });

  it("two at once do not write to the same part; one of them gets the name", async () => {
    await using server = await whole();
    const path = join(folder, "v.mp4");
    const saving = () => saveVideo({ url: server.origin }, path, options());
    const told = await Promise.all([saving(), saving()].map((one) => one.then(() => "saved", codeOfError)));
    expect(told.toSorted()).toEqual(["invalid_request", "saved"]);
    expect((await readFile(path)).equals(FILE)).toBe(true);
  });
});

describe("what goes wrong", () => {
  it("an abort leaves the part for later", async () => {
    const controller = new AbortController();
    await using server = await serve((n, ...exchange) => {
      const [, response] = exchange;
      if (n > 0) sendFile(FILE, exchange);
      else response.writeHead(200, { "content-length": FILE.length, etag: '"v1"' }).write(FILE.subarray(0, 100_000));
    });
    const path = join(folder, "v.mp4");
    const onProgress = ({ bytes }: { bytes: number }) => {
      if (bytes === 100_000) controller.abort();
    };
    const how = { ...options(), onProgress, abortSignal: controller.signal };
    const error = await errorOf(saveVideo({ url: server.origin }, path, how));
    expect(error).toMatchObject({ code: "aborted", name: "AbortError", isRetryable: true });
    const [part = ""] = await names();
    expect(part).toMatch(/^v\.mp4\.[\da-f]{12}\.part$/);
    expect((await stat(join(folder, part))).size).toBeGreaterThan(0);
    expect((await saveVideo({ url: server.origin }, path, options())).sha256).toBe(sha256Of(FILE));
    expect(server.seen.at(-1)?.headers.range).toMatch(/^bytes=\d+-$/);
  });

  it.each([
    ["ENOSPC", "The disk is full (ENOSPC)", 0],
    ["EIO", "It could not be written (EIO)", 1],
  ])("%s names the file and how far it came", async (code, message, parts) => {
    const probe = await open(join(folder, "probe"), "w");
    await probe.close();
    await rm(join(folder, "probe"));
    const write = vi.spyOn(Object.getPrototypeOf(probe), "write");
    write.mockRejectedValue(Object.assign(new Error(`${code}: no luck, write`), { code }));
    await using server = await whole();
    const path = join(folder, "v.mp4");
    const error = await errorOf(saveVideo({ url: server.origin }, path, options()));
    expect(error).toMatchObject({ code: "download_failed", billed: "yes", isRetryable: false });
    expect(error.message).toContain(`${path}: ${message}`);
    expect(error.message).toMatch(/after \d+ bytes/);
    expect(error.cause).toMatchObject({ code });
    expect(await names()).toHaveLength(parts);
  });

  it("another hash than the expected one keeps nothing", async () => {
    await using server = await whole();
    const path = join(folder, "v.mp4");
    const error = await errorOf(saveVideo({ url: server.origin }, path, { ...options(), sha256: "0".repeat(64) }));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: true });
    expect(error.message).toContain(sha256Of(FILE));
    expect(await names()).toEqual([]);
    const sha256 = sha256Of(FILE).toUpperCase();
    expect(await saveVideo({ url: server.origin }, path, { ...options(), sha256 })).toMatchObject({ path });
  });

  it("a page instead of the video makes no file", async () => {
    await using server = await serve((_, __, response) => response.writeHead(200).end("<html>Sign in</html>"));
    expect(await errorOf(saveVideo({ url: server.origin }, join(folder, "v.mp4"), options()))).toMatchObject({
      code: "download_failed",
    });
    expect(await names()).toEqual([]);
  });

  it.each(["a folder", "a link to another file", "another name of another file"])(
    "a part that is %s is left alone",
    async (what) => {
      await using server = await whole();
      const identity = partIdentity(`${server.origin}/v`, '"v1"', FILE.length);
      const [part, precious] = [join(folder, `v.mp4.${identity}.part`), join(folder, "precious.txt")];
      await writeFile(precious, "precious");
      if (what === "a folder") await mkdir(part);
      else await (what === "a link to another file" ? symlink : link)(precious, part);
      const path = join(folder, "v.mp4");
      await saveVideo({ url: `${server.origin}/v` }, path, options());
      expect((await readFile(path)).equals(FILE)).toBe(true);
      expect((await lstat(path)).isFile()).toBe(true);
      expect(await readFile(precious, "utf8")).toBe("precious");
    },
  );

  it("a name that leaves no room for that of a part", async () => {
    await using server = await serve((n, ...exchange) => {
      sendFile(FILE, exchange, { breakAfter: n < 5 ? 1000 : undefined });
    });
    const path = join(folder, `${"ü".repeat(120)}.mp4`);
    expect(await errorOf(saveVideo({ url: server.origin }, path, options()))).toMatchObject({ isRetryable: true });
    expect(await names()).toEqual([expect.stringMatching(/\.part$/)]);
    expect((await saveVideo({ url: server.origin }, path, options())).sha256).toBe(sha256Of(FILE));
    expect(await names()).toEqual([path.slice(folder.length + 1)]);
  });

  it.each([
    ["no path", [undefined], "`path`"],
    ["an empty path", [""], "`path`"],
    ["a path that no system takes", ["a\0b.mp4"], "`path`"],
    ["a URL of the web", [new URL("https://example.com/v.mp4")], "`path`"],
    ["a hash that is none", [join(tmpdir(), "omni-v.mp4"), "abc"], "`sha256`"],
    ["a hash of another kind", [join(tmpdir(), "omni-v.mp4"), 5], "`sha256`"],
  ])("%s is told before anything is fetched", async (_, args, message) => {
    await using server = await whole();
    const how = untyped({ ...options(), sha256: args[1] });
    const error = await errorOf(saveVideo({ url: server.origin }, untyped(args[0]), how));
    expect(error).toMatchObject({ code: "invalid_request", isRetryable: false });
    expect(error.message).toContain(message);
    expect(server.seen).toHaveLength(0);
  });

  it("an abort ends the reading of what an earlier try has left", async () => {
    const long = movie(2_000_000);
    const identity = partIdentity("https://cdn.acme.test/v", '"v1"', long.length);
    await writeFile(join(folder, `v.mp4.${identity}.part`), long.subarray(0, 1_900_000));
    const controller = new AbortController();
    // The answer is let go of when the first of the part has been read.
    const cancel = () => {
      controller.abort();
    };
    const start = (stream: ReadableStreamDefaultController) => {
      stream.enqueue(new Uint8Array(long));
    };
    const fetch = () => {
      const body = new ReadableStream({ start, cancel });
      const headers = { etag: '"v1"', "content-length": String(long.length) };
      return Promise.resolve(new Response(body, { headers }));
    };
    const how = { ...options(), fetch, abortSignal: controller.signal };
    const error = await errorOf(saveVideo({ url: "https://cdn.acme.test/v" }, join(folder, "v.mp4"), how));
    expect(error.code).toBe("aborted");
    expect(Number(/after (\d+) bytes/.exec(error.message)?.[1])).toBeLessThan(1_000_000);
  });
});
