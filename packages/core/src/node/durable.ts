import { dirname } from "node:path";
import { OmniError, type OmniErrorCode } from "../error.js";

/** What a journal needs of an open file. */
export interface JournalFile {
  writeFile(text: string): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a journal needs of a file system; `node:fs/promises` has it. */
export interface JournalFiles {
  mkdir(path: string, options: { readonly recursive: true; readonly mode: number }): Promise<string | undefined>;
  open(path: string, flags: string, mode?: number): Promise<JournalFile>;
  readdir(path: string): Promise<string[]>;
  readFile(path: string, encoding: "utf8"): Promise<string>;
  rename(from: string, to: string): Promise<void>;
  stat(path: string): Promise<{ readonly mtimeMs: number }>;
  unlink(path: string): Promise<void>;
}

/** The code of a system's error, such as `ENOSPC`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

const ADVICE: Readonly<Record<string, readonly [string, OmniErrorCode]>> = {
  ENOSPC: ["The disk is full. Free some space, or give the journal another folder.", "aborted"],
  EDQUOT: ["The quota is used up. Free some space, or give the journal another folder.", "aborted"],
  EMFILE: ["This process has too many files open.", "aborted"],
  EACCES: [
    "This process may not write there. Give it the right to, or give the journal another folder.",
    "invalid_request",
  ],
  EPERM: [
    "This process may not write there. Give it the right to, or give the journal another folder.",
    "invalid_request",
  ],
  EROFS: ["That file system can only be read. Give the journal another folder.", "invalid_request"],
  ENOTDIR: ["A file stands where the folder should be. Give the journal another folder.", "invalid_request"],
  EEXIST: [
    "Something stands there already. A journal needs a folder, and every intent an id of its own.",
    "invalid_request",
  ],
  EISDIR: ["A folder stands there.", "invalid_request"],
};

/** What is wrong with a journal's files, where, and what to do. */
export function journalError(path: string, cause: unknown, provider = "omni-contracts"): OmniError {
  const code = codeOf(cause);
  const [advice, kind] = ADVICE[code ?? ""] ?? [
    cause instanceof Error ? cause.message : "Something went wrong.",
    "aborted",
  ];
  const message = `The journal's ${path}: ${code === undefined ? "" : `${code}. `}${advice}`;
  return new OmniError({ code: kind, provider, phase: "configure", message, isRetryable: kind === "aborted", cause });
}

/** Writes a file and waits until the disk has it. */
export async function writeDurably(files: JournalFiles, path: string, flags: string, text: string): Promise<void> {
  const file = await files.open(path, flags, 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Systems that cannot open a folder, or not flush one, say so; there a rename is as durable as it gets. */
const CANNOT_SYNC = ["EISDIR", "EPERM", "EINVAL", "ENOTSUP", "EACCES"];

/** Waits until the disk has the names in a folder. */
export async function syncFolder(files: JournalFiles, folder: string): Promise<void> {
  try {
    const file = await files.open(folder, "r");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!CANNOT_SYNC.includes(codeOf(error) ?? "")) throw error;
  }
}

/** Makes a folder that only its owner can read, where there is none. */
export async function makeFolder(files: JournalFiles, folder: string): Promise<void> {
  const first = await files.mkdir(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) await syncFolder(files, dirname(first));
}

/** What a file holds; `undefined` where there is none. */
export async function readIfThere(files: JournalFiles, path: string): Promise<string | undefined> {
  try {
    return await files.readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Takes a file away. Gives whether there was one. */
export async function removeIfThere(files: JournalFiles, path: string): Promise<boolean> {
  try {
    await files.unlink(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}
