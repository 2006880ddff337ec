import { createHash } from "node:crypto";
import { isObject } from "../language/objects.js";
import type { JournalEntry } from "../video/events.js";

type Entry<Type extends JournalEntry["type"]> = Extract<JournalEntry, { readonly type: Type }>;

/** What is known of an intent before anything is sent. */
export type Intent = Omit<Entry<"intent">, "type"> & {
  /** Who sends it. */
  readonly process: { readonly pid: number; readonly host: string };
};

/** How it ended, as far as its process knows. */
export type Ending = Entry<"accepted"> | Entry<"rejected"> | Entry<"unknown">;

/** What one file says. */
export interface JournalRecord {
  readonly intent: Intent;
  readonly ending?: Ending | undefined;
}

const VERSION = 1;

const checkOf = (intent: unknown, outcome: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([intent, outcome]))
    .digest("hex")
    .slice(0, 16);

const timeOf = (text: unknown): number => (typeof text === "string" ? Date.parse(text) : NaN);

/** A record as text for people: JSON, with a checksum, because a torn one may still be JSON. */
export function writeRecord({ intent, ending }: JournalRecord): string {
  const begun = { ...intent, at: new Date(intent.at).toISOString() };
  const outcome = ending ? { ...ending, intent: undefined, at: new Date(ending.at).toISOString() } : null;
  return `${JSON.stringify({ version: VERSION, intent: begun, outcome, check: checkOf(begun, outcome) }, null, 2)}\n`;
}

const optional = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function intentOf(told: unknown): Intent | undefined {
  if (!isObject(told)) return undefined;
  const { intent, provider, operation, model, fingerprint, process } = told;
  const { pid, host }: { pid?: unknown; host?: unknown } = isObject(process) ? process : {};
  const at = timeOf(told.at);
  const isWhole =
    typeof intent === "string" &&
    typeof provider === "string" &&
    typeof operation === "string" &&
    typeof model === "string" &&
    typeof fingerprint === "string" &&
    typeof pid === "number" &&
    typeof host === "string" &&
    !Number.isNaN(at);
  if (!isWhole) return undefined;
  const [handle, reference] = [optional(told.handle), optional(told.reference)];
  return { intent, provider, operation, model, at, fingerprint, handle, reference, process: { pid, host } };
}

function endingOf(told: unknown, intent: string): Ending | undefined {
  if (!isObject(told)) return undefined;
  const { type, handle, code } = told;
  const at = timeOf(told.at);
  if (Number.isNaN(at)) return undefined;
  if (type === "accepted" && typeof handle === "string") return { type, intent, handle, at };
  if (type === "rejected" && typeof code === "string") return { type, intent, code, at };
  return type === "unknown" ? { type, intent, handle: optional(handle), at } : undefined;
}

/** What a file says, or what is wrong with it. */
export function readRecord(text: string): JournalRecord | { readonly problem: string } {
  if (text.trim() === "") return { problem: "It is empty." };
  const told: { json?: unknown } = {};
  try {
    told.json = JSON.parse(text);
  } catch {
    return { problem: "It is no JSON; it was cut off, or overwritten." };
  }
  const { version, intent, outcome, check }: Record<string, unknown> = isObject(told.json) ? told.json : {};
  if (version !== VERSION) return { problem: "It has another version, or was not written by a journal." };
  if (check !== checkOf(intent, outcome)) return { problem: "Its checksum is wrong; it was torn, or changed by hand." };
  const begun = intentOf(intent);
  const ending = begun && endingOf(outcome, begun.intent);
  if (!begun || (outcome !== null && !ending)) return { problem: "Something is missing in it." };
  return { intent: begun, ending };
}
