// What is known of a job on the disk: a journal of what was sent, and beside it how it ended.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileJournal, type FileJournal } from "@omni-contracts/core/node";
import type { Cost } from "@omni-contracts/core";
import { InputError } from "./input-error.js";

/** How a job ended: with a file, or for good without one. */
export interface Ended {
  readonly handle: string;
  readonly file?: string;
  /** What the provider says that it cost. */
  readonly cost?: Cost;
  /** From the order to the video, as far as one run has seen both. */
  readonly seconds?: number;
  readonly failed?: { readonly message: string; readonly billed: "yes" | "no" | "unknown" };
}

/**
 * Where a job stands. `task`: there is one, or (`isSure: false`) there may be one, and the handle looks for it. `lost`: there
 * may be one, and only the provider's console can tell. `new`: nothing was ordered, or what was ordered was refused for free.
 */
export type Standing =
  | { readonly state: "new" }
  | {
      readonly state: "task";
      readonly handle: string;
      readonly provider: string;
      readonly model: string;
      readonly isSure: boolean;
    }
  | { readonly state: "lost"; readonly isPending: boolean };

/** One folder a job: a journal tells what was sent, and so it is clear what for. */
export const journalOf = (out: string, key: string): FileJournal => fileJournal(join(out, "jobs", key));

export async function standingOf(out: string, key: string): Promise<Standing> {
  const intents = await journalOf(out, key).recover();
  const accepted = intents.find((one) => one.status === "accepted");
  if (accepted) return { state: "task", ...accepted, isSure: true };
  const unknown = intents.filter((one) => one.status === "unknown");
  for (const { handle, provider, model } of unknown)
    if (handle !== undefined) return { state: "task", handle, provider, model, isSure: false };
  const [lost] = unknown;
  return lost ? { state: "lost", isPending: lost.isPending } : { state: "new" };
}

const isEnded = (value: unknown): value is Ended =>
  typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "string";

export async function readEnd(out: string, key: string): Promise<Ended | undefined> {
  const text = await readFile(join(out, "jobs", key, "ended.json"), "utf8").catch(() => "null");
  try {
    const ended: unknown = JSON.parse(text);
    return isEnded(ended) ? ended : undefined;
  } catch {
    // A torn one costs a look and a download, no money.
    return undefined;
  }
}

export async function writeEnd(out: string, key: string, ended: Ended): Promise<void> {
  const path = join(out, "jobs", key, "ended.json");
  await writeFile(`${path}.tmp`, JSON.stringify(ended, null, 2));
  await rename(`${path}.tmp`, path);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Two runs on one folder would both order what is new. @throws {InputError} when another one has it */
export async function lockFolder(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const path = join(out, "lock");
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    const holder = await readFile(path, "utf8").catch(() => undefined);
    if (holder === undefined) throw error;
    if (isRunning(Number(holder)))
      throw new InputError(`Process ${holder} works in ${out}, or still waits for an answer. Let it end first.`);
    // Left by one that was killed.
    await rm(path);
    await lockFolder(out);
    return;
  }
  process.once("exit", () => {
    rmSync(path, { force: true });
  });
}
