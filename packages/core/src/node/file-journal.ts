import * as promises from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { Journal, JournalEntry } from "../video/events.js";
import {
  codeOf,
  journalError,
  makeFolder,
  readIfThere,
  removeIfThere,
  syncFolder,
  writeDurably,
  type JournalFiles,
} from "./durable.js";
import { stemOf } from "./file-names.js";
import { readRecord, writeRecord, type Ending, type Intent, type JournalRecord } from "./journal-record.js";
import { intentsIn, recoverAll, type RecoveredIntent } from "./recover.js";

export interface FileJournalOptions {
  /** Default: `node:fs/promises`. */
  readonly fs?: JournalFiles | undefined;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
}

/** A journal in a folder: a file an intent, which people can read. */
export interface FileJournal extends Journal {
  /**
   * Every intent in the folder, oldest first: accepted, refused or unknown. Sends nothing, and changes nothing.
   *
   * @throws {OmniError} `invalid_request` or `aborted`, with the path, when the folder cannot be read
   */
  recover(): Promise<readonly RecoveredIntent[]>;
  /** Takes an intent away, however it stands. Gives whether there was one. */
  forget(intent: string): Promise<boolean>;
  /** Takes away what was accepted or refused so many milliseconds ago. Gives how many; what is unknown stays. */
  prune(options: { readonly olderThanMs: number }): Promise<number>;
}

/**
 * Bytes that are kept free for the record with the handle, so that a disk that fills up meanwhile cannot lose it. A record has
 * about 1,000.
 */
const ROOM = 8192;

/** A record that fills its room, so that writing it takes none besides. */
const padded = (text: string): string => text + " ".repeat(Math.max(0, ROOM - Buffer.byteLength(text)));

/**
 * Keeps every intent on the disk before it is sent, and how it ended after. Several processes may share a folder.
 *
 * @param folder made when it is first needed; for this alone
 */
export function fileJournal(folder: string, options: FileJournalOptions = {}): FileJournal {
  const { fs: files = promises, now = () => Date.now() } = options;
  // Stays what it is when the process goes to another folder.
  const home = resolve(folder);
  /** Of the intents that are on their way. */
  const begun = new Map<string, Intent>();
  const stemFor = (intent: string): string => join(home, stemOf(intent));

  async function begin(intent: Intent): Promise<void> {
    const stem = stemFor(intent.intent);
    const made: string[] = [];
    let place = home;
    try {
      await makeFolder(files, home);
      place = `${stem}.json`;
      await writeDurably(files, `${stem}.next`, "wx", " ".repeat(ROOM)).catch((error: unknown) => {
        // A part of it may be there, and is not needed; one of somebody else is.
        if (codeOf(error) !== "EEXIST") made.push(`${stem}.next`);
        throw error;
      });
      made.push(`${stem}.next`);
      if ((await readIfThere(files, `${stem}.json`)) !== undefined) {
        throw Object.assign(new Error("There is an intent of this id."), { code: "EEXIST" });
      }
      made.push(`${stem}.tmp`);
      await writeDurably(files, `${stem}.tmp`, "w", writeRecord({ intent }));
      made.push(`${stem}.json`);
      await files.rename(`${stem}.tmp`, `${stem}.json`);
      await syncFolder(files, home);
      begun.set(intent.intent, intent);
    } catch (error) {
      // Nothing will be sent, so nothing should say that something may have been.
      for (const path of made) await removeIfThere(files, path).catch(() => undefined);
      throw journalError(place, error, intent.provider);
    }
  }

  /** What the disk says of an intent that this journal did not begin. */
  async function known(intent: string): Promise<JournalRecord | undefined> {
    const text = await readIfThere(files, `${stemFor(intent)}.json`);
    const record = text === undefined ? undefined : readRecord(text);
    return record && "intent" in record ? record : undefined;
  }

  async function end(ending: Ending): Promise<void> {
    const { intent: id } = ending;
    const stem = stemFor(id);
    try {
      const unnamed = {
        provider: "",
        operation: "",
        model: "",
        fingerprint: "",
        at: ending.at,
        process: thisProcess(),
      };
      // A handle is kept even if nobody knows what it is the end of.
      const intent = begun.get(id) ?? (await known(id))?.intent ?? { ...unnamed, intent: id };
      const text = padded(writeRecord({ intent, ending }));
      await writeDurably(files, `${stem}.next`, "r+", text).catch(async (error: unknown) => {
        if (codeOf(error) !== "ENOENT") throw error;
        await makeFolder(files, home);
        await writeDurably(files, `${stem}.next`, "w", text);
      });
      // One name, one step: whoever looks sees the intent, or how it ended, and never something between.
      await files.rename(`${stem}.next`, `${stem}.json`);
      await syncFolder(files, home);
    } catch (error) {
      throw journalError(`${stem}.json`, error);
    } finally {
      begun.delete(id);
    }
  }

  async function forget(intent: string): Promise<boolean> {
    const stem = stemFor(intent);
    try {
      await removeIfThere(files, `${stem}.tmp`);
      const hadRoom = await removeIfThere(files, `${stem}.next`);
      const hadRecord = await removeIfThere(files, `${stem}.json`);
      return hadRoom || hadRecord;
    } catch (error) {
      throw journalError(stem, error);
    }
  }

  return {
    async write(entry: JournalEntry) {
      if (entry.type !== "intent") {
        await end(entry);
        return;
      }
      const { intent, provider, operation, model, at, fingerprint, handle, reference } = entry;
      const facts = { intent, provider, operation, model, at, fingerprint, handle, reference };
      await begin({ ...facts, process: thisProcess() });
    },
    recover: () => recoverAll(files, home, now()),
    forget,
    async prune({ olderThanMs }) {
      const all = await recoverAll(files, home, now());
      const isOld = (time: number) => now() - time >= olderThanMs;
      const settled = all.filter((one) => "settledAt" in one && isOld(one.settledAt));
      for (const { intent } of settled) await forget(intent);
      // Room that a process has left before its intent was written.
      const told = new Set(all.map(({ intent }) => intent));
      const left = (await intentsIn(files, home)).filter((intent) => !told.has(intent));
      for (const intent of left) {
        const { mtimeMs } = await files.stat(`${stemFor(intent)}.next`).catch(() => ({ mtimeMs: Infinity }));
        if (isOld(mtimeMs) && (await readIfThere(files, `${stemFor(intent)}.json`)) === undefined) await forget(intent);
      }
      return settled.length;
    },
  };
}

const thisProcess = () => ({ pid: process.pid, host: hostname() });
