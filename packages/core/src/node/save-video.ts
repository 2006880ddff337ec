import { createHash, type Hash } from "node:crypto";
import { link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transferOf } from "../download/download.js";
import { settingsOf, type Downloadable, type DownloadOptions, type Settings } from "../download/settings.js";
import type { Transfer } from "../download/transfer.js";
import { OmniError } from "../error.js";
import { openPart, partIdentity, type PartFile } from "./part-file.js";

export interface SaveOptions extends DownloadOptions {
  /** Whether a file that is there is replaced. Default: `false`. */
  readonly overwrite?: boolean | undefined;
  /** What the file's SHA-256 must be, as 64 hexadecimal digits. */
  readonly sha256?: string | undefined;
}

export interface SavedVideo {
  /** Where it is, as an absolute path. */
  readonly path: string;
  /** The size of the whole file. */
  readonly bytes: number;
  /** Of the whole file, as hexadecimal digits. */
  readonly sha256: string;
  /** As its first bytes show it, else as it was told. */
  readonly mediaType: string;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const NO_ROOM = ["ENOSPC", "EDQUOT"];
/** What a file system without hard links says. */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

const kindOf = async (path: string): Promise<"folder" | "file" | undefined> => {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
};

const thereAlready = ({ reporter }: Settings, target: string): OmniError =>
  reporter.misused(`${target} is there already; pass \`overwrite: true\` to replace it.`);

const SHA256 = /^[\da-f]{64}$/i;

/** @throws {OmniError} `invalid_request` for what names no file */
function targetOf({ reporter }: Settings, path: unknown): string {
  // Not every caller has types.
  const isUrl = path instanceof URL;
  const text = isUrl && path.protocol === "file:" ? fileURLToPath(path) : path;
  if (typeof text === "string" && text !== "" && !text.includes("\0")) return resolve(text);
  throw reporter.misused("`path` names no file; give a path, or a URL that begins with `file:`.");
}

/** @throws {OmniError} `invalid_request` for a hash that no file has */
function assertHash({ reporter }: Settings, hash: unknown): void {
  if (hash === undefined || (typeof hash === "string" && SHA256.test(hash))) return;
  throw reporter.misused("`sha256` is no hash; give 64 hexadecimal digits.");
}

/** Before anything is fetched. */
async function assertFree(settings: Settings, target: string, overwrite: boolean): Promise<void> {
  const kind = await kindOf(target);
  if (kind === "folder") throw settings.reporter.misused(`${target} is a folder; name the file in it.`);
  if (kind === "file" && !overwrite) throw thereAlready(settings, target);
  await mkdir(dirname(target), { recursive: true });
}

/** Feeds what an earlier try has left to the hash and to the transfer, without holding it. */
async function replay(
  { abortSignal, reporter }: Settings,
  part: PartFile,
  transfer: Transfer,
  hash: Hash,
): Promise<void> {
  if (part.size === 0) return;
  for await (const chunk of part.handle.createReadStream({ start: 0, autoClose: false })) {
    if (abortSignal?.aborted) throw reporter.aborted(transfer.at(), abortSignal.reason);
    if (!(chunk instanceof Uint8Array)) continue;
    hash.update(chunk);
    transfer.replay(chunk);
  }
}

/** Writes what comes into the part, and gives its hash. */
async function fill(settings: Settings, part: PartFile, transfer: Transfer): Promise<string> {
  let hash = createHash("sha256");
  await replay(settings, part, transfer, hash);
  let at = part.size;
  for (let piece = await transfer.next(); piece !== undefined; piece = await transfer.next()) {
    if (piece === "anew") {
      await part.handle.truncate(0);
      hash = createHash("sha256");
      at = 0;
      continue;
    }
    hash.update(piece);
    for (let done = 0; done < piece.length;) {
      const { bytesWritten } = await part.handle.write(piece, done, piece.length - done, at);
      done += bytesWritten;
      at += bytesWritten;
    }
  }
  await part.handle.sync();
  return hash.digest("hex");
}

/** Gives the whole file its name, at once or not at all. */
async function publish(settings: Settings, part: PartFile, target: string, overwrite: boolean): Promise<void> {
  await part.handle.close();
  if (overwrite) {
    await rename(part.path, target);
  } else {
    try {
      // A rename would replace what another process has put there meanwhile.
      await link(part.path, target);
      await rm(part.path);
    } catch (error) {
      if (codeOf(error) === "EEXIST") throw thereAlready(settings, target);
      if (!NO_LINKS.includes(codeOf(error))) throw error;
      if (await kindOf(target)) throw thereAlready(settings, target);
      await rename(part.path, target);
    }
  }
  // The name as well has to survive a power cut; not every system can sync a folder.
  const folder = await open(dirname(target), "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** What went wrong with the disk, in our words. */
function diskError({ reporter }: Settings, target: string, bytes: number, cause: unknown): OmniError {
  const code = codeOf(cause);
  const what = NO_ROOM.includes(code)
    ? `The disk is full (${code}) after ${bytes} bytes; what was there of the file is removed again.`
    : `It could not be written (${code || "no code"}) after ${bytes} bytes.`;
  return reporter.failed(`${target}: ${what}`, { cause });
}

/**
 * Saves a video to a file. Until it is whole it is called `<path>.….part`; then it is synced to the disk and gets its name at
 * once. After a failure, an abort or a crash the next call goes on with that part where the server can tell that its file is
 * still the same. Folders on the way are made.
 *
 * @throws {OmniError} `invalid_request` when the path is taken or a folder; `download_failed` when there is no video to be had,
 * or no room for it; `aborted` when the signal says so. Others: as from `downloadVideo`
 */
export async function saveVideo(
  video: Downloadable,
  path: string | URL,
  options: SaveOptions = {},
): Promise<SavedVideo> {
  const { overwrite = false, sha256: expected } = options;
  const settings = settingsOf(video, options);
  const target = targetOf(settings, path);
  assertHash(settings, expected);
  const failedBy = (cause: unknown, bytes = 0) =>
    OmniError.isInstance(cause) ? cause : diskError(settings, target, bytes, cause);
  try {
    await assertFree(settings, target, overwrite);
  } catch (cause) {
    throw failedBy(cause);
  }
  const transfer = await transferOf(settings, true);
  const validator = transfer.validator();
  const identity =
    validator === undefined ? undefined : partIdentity(settings.video.url ?? "", validator, transfer.total());
  let part: PartFile | undefined;
  try {
    part = await openPart(target, identity, transfer.total());
    const sha256 = await fill(settings, part, transfer);
    if (expected !== undefined && expected.toLowerCase() !== sha256)
      throw new WrongHash(`The video has the SHA-256 ${sha256} and not ${expected}; it was not kept.`);
    await publish(settings, part, target, overwrite);
    return { path: target, bytes: transfer.at(), sha256, mediaType: transfer.mediaType() };
  } catch (cause) {
    transfer.close();
    const isUseless = cause instanceof WrongHash || NO_ROOM.includes(codeOf(cause));
    await (isUseless ? part?.remove() : part?.keep())?.catch(() => undefined);
    if (cause instanceof WrongHash) throw settings.reporter.failed(cause.message, { isRetryable: true });
    throw failedBy(cause, transfer.at());
  }
}

/** The file came whole, and is another one. */
class WrongHash extends Error {}
