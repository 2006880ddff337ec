import { createHash, randomBytes } from "node:crypto";
import { constants, lstat, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import type { Stats } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * A file that is not whole yet. While a process writes to it, its name ends in `.<pid>-<random>.part`, so that no two write
 * to the same; one that was left, or whose process is gone, is gone on with.
 */
export interface PartFile {
  readonly path: string;
  readonly handle: FileHandle;
  /** Bytes that an earlier try has left. */
  readonly size: number;
  /** Closes it and leaves it for a later try. */
  keep(): Promise<void>;
  /** Closes and removes it. */
  remove(): Promise<void>;
}

/**
 * What stands in the name: the file, not the link, whose signature may change. The machine too, because only on the same
 * one a process can be seen.
 */
export function partIdentity(link: string, validator: string, total: number | undefined): string {
  const { origin, pathname } = new URL(link);
  const text = JSON.stringify([hostname(), origin + pathname, validator, total]);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, and runs.
    return codeOf(error) === "EPERM";
  }
}

/** Whether nobody writes to a part any more, last written to at a time in milliseconds since 1970. */
function isLeft(mtimeMs: number, pid: string | undefined): boolean {
  if (pid === undefined) return true;
  if (Number(pid) !== process.pid) return !isRunning(Number(pid));
  // In a container every run may have the same number: what was written before this process began is not its own.
  return mtimeMs < performance.timeOrigin;
}

/**
 * Whether what is called a part can be one of ours: a file, of this user, under no other name. In a folder that others write
 * to it may be a link to something else, which would be written over; a second name may be that of the finished file.
 */
const isOurs = (stats: Stats): boolean =>
  stats.isFile() && stats.nlink === 1 && stats.uid === (process.getuid?.() ?? stats.uid);

/** Takes over a part that was left; of several processes that want it, one gets it. */
async function takeOver(stem: string, identity: string, own: string, total: number | undefined): Promise<boolean> {
  const folder = dirname(stem);
  const prefix = `${basename(stem)}.${identity}.`;
  for (const name of await readdir(folder)) {
    const [, pid] = /^(?:(\d+)-[\da-f]+\.)?part$/.exec(name.slice(prefix.length)) ?? ["none"];
    if (!name.startsWith(prefix) || pid === "none") continue;
    const path = join(folder, name);
    try {
      const stats = await lstat(path);
      if (!isOurs(stats) || !isLeft(stats.mtimeMs, pid) || stats.size > (total ?? Infinity)) continue;
      await rename(path, own);
      return true;
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
    }
  }
  return false;
}

/** Bytes of a name that leave room for what stands after them; file systems take 255. */
const LONGEST = 200;

/** How the names of the parts of a file begin. */
function stemOf(target: string): string {
  const name = Buffer.from(basename(target));
  return name.length > LONGEST ? join(dirname(target), name.subarray(0, LONGEST).toString()) : target;
}

/** @param identity `undefined` for a file that cannot be gone on with: its part is no use later */
export async function openPart(
  target: string,
  identity: string | undefined,
  total: number | undefined,
): Promise<PartFile> {
  const mark = `${process.pid}-${randomBytes(4).toString("hex")}`;
  const stem = stemOf(target);
  const path = `${stem}.${identity ?? "new"}.${mark}.part`;
  const isOld = identity !== undefined && (await takeOver(stem, identity, path, total));
  const handle = await open(path, isOld ? constants.O_RDWR | constants.O_NOFOLLOW : "wx+", 0o666);
  const { size } = await handle.stat();
  const remove = async () => {
    await handle.close();
    await rm(path, { force: true });
  };
  return {
    ...{ path, handle, size, remove },
    async keep() {
      if (identity === undefined) return remove();
      await handle.close();
      await rename(path, `${stem}.${identity}.part`);
    },
  };
}
