import { readdirSync, statSync, watch, type FSWatcher } from "node:fs";
import { join, resolve } from "node:path";
import { codeOf } from "@omni-contracts/specs/terminal";

export interface Watch {
  close(): void;
}

export interface WatchListener {
  /** Told of files and folders that changed, came or went: absolute paths. */
  readonly onChange: (paths: ReadonlySet<string>) => void;
  /** Told once when changes can no longer be seen. */
  readonly onTrouble: (error: unknown) => void;
}

/** Editors write a file in several steps, and some save twice. */
const QUIET = 100;
/** Somebody who never stops writing is not waited for longer. */
const PATIENCE = 400;
/** What is large, is no contract, and changes all the time. */
const IGNORED = new Set(["node_modules", ".git", ".turbo"]);

const inodeOf = (folder: string): number | undefined => {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() ? stat.ino : undefined;
};

function foldersIn(root: string): string[] {
  try {
    const entries = readdirSync(root, { withFileTypes: true });
    const inner = entries.filter((one) => one.isDirectory() && !IGNORED.has(one.name));
    return [root, ...inner.flatMap(({ name }) => foldersIn(join(root, name)))];
  } catch {
    // It went while it was looked at.
    return [];
  }
}

/**
 * Watches a folder and what is in it. Folders are watched, and not files: an editor that writes by renaming puts a new file in
 * the place of the one that is watched. `recursive` of Node 20 on Linux watches files, and loses them so.
 */
export function watchFolder(given: string, { onChange, onTrouble }: WatchListener): Watch {
  const root = resolve(given);
  const watched = new Map<string, { readonly inode: number; readonly watcher: FSWatcher }>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  let isClosed = false;

  function unwatch(folder: string): void {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  }

  function fail(error: unknown): void {
    if (isClosed) return;
    close();
    onTrouble(error);
  }

  function note(path: string): void {
    if (isClosed) return;
    const now = performance.now();
    if (changed.size === 0) since = now;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(QUIET, since + PATIENCE - now)));
  }

  /** `undefined` when the folder went meanwhile; what is above it tells of that. */
  function watcherOf(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, (_, name) => {
        note(name === null ? folder : join(folder, name));
      });
      return watcher.on("error", () => {
        unwatch(folder);
      });
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw error;
    }
  }

  /** Folders that came are watched, and count as changed: what happened in them before was not seen. */
  function rescan(isFirst = false): void {
    const folders = foldersIn(root);
    for (const folder of [...watched.keys()]) if (!folders.includes(folder)) unwatch(folder);
    for (const folder of folders) {
      const inode = inodeOf(folder);
      if (inode === undefined || watched.get(folder)?.inode === inode) continue;
      unwatch(folder);
      const watcher = watcherOf(folder);
      if (!watcher) continue;
      watched.set(folder, { inode, watcher });
      if (!isFirst) changed.add(folder);
    }
  }

  function flush(): void {
    try {
      rescan();
    } catch (error) {
      fail(error);
      return;
    }
    const paths = new Set(changed);
    changed.clear();
    onChange(paths);
  }

  function close(): void {
    isClosed = true;
    clearTimeout(timer);
    for (const folder of [...watched.keys()]) unwatch(folder);
  }

  try {
    rescan(true);
  } catch (error) {
    // On Linux: more folders than fs.inotify.max_user_watches.
    fail(error);
  }
  return { close };
}
