import { hostname } from "node:os";
import { join } from "node:path";
import { compact } from "../language/objects.js";
import { codeOf, journalError, readIfThere, type JournalFiles } from "./durable.js";
import { readName, stemOf } from "./file-names.js";
import { readRecord, type JournalRecord } from "./journal-record.js";

interface IntentFacts {
  /** Its id, by which `forget` takes it away. */
  readonly intent: string;
  readonly provider: string;
  /** operationId of the submit. */
  readonly operation: string;
  readonly model: string;
  /** When it was about to be sent; milliseconds since 1970. */
  readonly at: number;
  /** Tells bodies apart. One with a reference that was made up for the task differs from every other. */
  readonly fingerprint: string;
  /** The id that the provider was sent for the task; its console may find the task by it. */
  readonly reference?: string;
  /** The file that says so. */
  readonly path: string;
}

/** A task exists: `client.resume(handle)`. */
export interface AcceptedIntent extends IntentFacts {
  readonly status: "accepted";
  /** Resumes the task. */
  readonly handle: string;
  /** When that was known; milliseconds since 1970. */
  readonly settledAt: number;
}

/** Refused and free, or never sent. */
export interface RefusedIntent extends IntentFacts {
  readonly status: "refused";
  /** Why: a code of `OmniError`. */
  readonly code: string;
  /** When that was known; milliseconds since 1970. */
  readonly settledAt: number;
  readonly handle?: undefined;
}

/** The task may exist and cost money: look before you send it again. */
export interface UnknownIntent extends IntentFacts {
  readonly status: "unknown";
  /** Looks for the task, where the provider keeps a reference of ours. */
  readonly handle?: string;
  /** Its process may still wait for the answer: ask again later. */
  readonly isPending: boolean;
  readonly problem?: undefined;
}

/** A file that cannot be read. It may be of a task that costs money; what is left of it is at `path`. */
export interface UnreadableIntent {
  readonly status: "unknown";
  /** Its id, by which `forget` takes it away; read from the name of its file. */
  readonly intent: string;
  /** Where the file is. */
  readonly path: string;
  /** What is wrong with the file. */
  readonly problem: string;
  /** When the file was last written; milliseconds since 1970. */
  readonly at: number;
  /** Nothing of it will change by itself. */
  readonly isPending: false;
  readonly handle?: undefined;
  readonly provider?: undefined;
  readonly operation?: undefined;
  readonly model?: undefined;
  readonly fingerprint?: undefined;
  readonly reference?: undefined;
}

export type RecoveredIntent = AcceptedIntent | RefusedIntent | UnknownIntent | UnreadableIntent;

/** How long an answer can take, in milliseconds: Node's `fetch` gives up after five minutes without one. */
const LONGEST_ANSWER = 600_000;
/** Files that are read side by side. */
const SIDE_BY_SIDE = 32;

/** Whether a process of this machine runs. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and belongs to somebody else.
    return codeOf(error) === "EPERM";
  }
}

/** Whether an intent without an end may get one yet. What cannot be known counts as possible, until no answer can come. */
function mayBePending({ intent: { at, process: by } }: JournalRecord, now: number): boolean {
  if (now - at > LONGEST_ANSWER) return false;
  if (by.host !== hostname()) return true;
  // Ids of processes come again, in containers at once: one that began later did not send this.
  if (by.pid === process.pid) return at >= now - process.uptime() * 1000 - 1000;
  return isRunning(by.pid);
}

function tell(record: JournalRecord, path: string, now: number): RecoveredIntent {
  const { intent, provider, operation, model, at, fingerprint, reference, handle: beforehand } = record.intent;
  const common = { intent, provider, operation, model, at, fingerprint, reference, path };
  const { ending } = record;
  if (ending?.type === "accepted")
    return compact({ status: "accepted", ...common, handle: ending.handle, settledAt: ending.at });
  if (ending?.type === "rejected")
    return compact({ status: "refused", ...common, code: ending.code, settledAt: ending.at });
  const isPending = !ending && mayBePending(record, now);
  return compact({ status: "unknown", ...common, handle: ending?.handle ?? beforehand, isPending });
}

async function recoverOne(
  files: JournalFiles,
  folder: string,
  intent: string,
  now: number,
): Promise<RecoveredIntent | undefined> {
  const stem = join(folder, stemOf(intent));
  const [next, path] = [`${stem}.next`, `${stem}.json`];
  // In this order: whoever puts `next` in the place of the record in between has done so before the record is read.
  const coming = await readIfThere(files, next);
  const text = await readIfThere(files, path);
  const record = text === undefined ? undefined : readRecord(text);
  if (record && "intent" in record && record.ending) return tell(record, path, now);
  // A process that ended just before the rename has left its end there.
  const later = coming === undefined || coming.trim() === "" ? undefined : readRecord(coming);
  if (later && "intent" in later && later.ending) return tell(later, next, now);
  if (record && "intent" in record) return tell(record, path, now);
  // Room without a record: its process ended, or is, before the intent was written, and sent nothing.
  const torn = record ?? later;
  if (!torn || "intent" in torn) return undefined;
  const place = record ? path : next;
  return unreadable(files, intent, place, torn.problem);
}

async function unreadable(
  files: JournalFiles,
  intent: string,
  path: string,
  problem: string,
): Promise<UnreadableIntent> {
  const { mtimeMs: at } = await files.stat(path).catch(() => ({ mtimeMs: 0 }));
  return { status: "unknown", intent, path, problem, at, isPending: false };
}

/** The ids that the files of a folder are about; a folder that is not there has none. */
export async function intentsIn(files: JournalFiles, folder: string): Promise<string[]> {
  try {
    const names = await files.readdir(folder);
    return [...new Set(names.flatMap((name) => readName(name)?.intent ?? []))];
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw journalError(folder, error);
  }
}

/** Every intent of a folder, in the order in which they were sent. Reads files, and nothing else. */
export async function recoverAll(files: JournalFiles, folder: string, now: number): Promise<RecoveredIntent[]> {
  const intents = await intentsIn(files, folder);
  const found: RecoveredIntent[] = [];
  for (let at = 0; at < intents.length; at += SIDE_BY_SIDE) {
    const some = intents.slice(at, at + SIDE_BY_SIDE).map(async (intent) => {
      try {
        return await recoverOne(files, folder, intent, now);
      } catch (error) {
        // One file that the system does not give must not hide the others.
        const path = join(folder, `${stemOf(intent)}.json`);
        return unreadable(files, intent, path, `It could not be read: ${codeOf(error) ?? String(error)}.`);
      }
    });
    found.push(...(await Promise.all(some)).filter((one) => one !== undefined));
  }
  return found.sort((a, b) => a.at - b.at || (a.intent < b.intent ? -1 : 1));
}
