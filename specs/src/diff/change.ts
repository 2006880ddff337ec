import type { Level } from "./levels.js";
import type { Node } from "./node.js";

/** Where a change is seen in the hand-written files. */
export interface Place {
  readonly file: string;
  readonly keys: readonly string[];
}

export interface Change {
  readonly level: Level;
  /** What changed: "`duration`"; empty where `says` is a whole sentence. */
  readonly subject: string;
  /** What it belongs to: a model, an operation, an answer. The same change of a shared file belongs to several. */
  readonly contexts: readonly string[];
  /** What became of it: "no longer takes 6". */
  readonly says: string;
  readonly place: Place;
}

const list = (names: readonly string[]): string => {
  const last = names.length > 3 ? `${names.length - 2} others` : names.at(-1);
  const first = names.slice(0, names.length > 3 ? 2 : -1);
  return first.length === 0 ? (last ?? "") : `${first.join(", ")} and ${last ?? ""}`;
};

/** The change in a sentence. */
export function sentence({ subject, contexts, says }: Change): string {
  const owners = contexts.filter((context) => context !== "");
  const whole = subject === "" ? [] : [owners.length > 0 ? `${subject} of ${list(owners)}` : subject];
  const text = [...whole, says].join(" ").replace(/^the /, "The ");
  return /[.!?…”]$/.test(text) ? text : `${text}.`;
}

/** Collects changes. What a shared file changes in several places is told once. */
export class Report {
  readonly #changes = new Map<string, Change>();

  add(level: Level, subject: string, context: string, says: string, at: Node): void {
    const place = { file: at.file, keys: at.keys };
    const key = JSON.stringify([level, subject, says, place]);
    const known = this.#changes.get(key);
    const contexts = [...new Set([...(known?.contexts ?? []), context])];
    this.#changes.set(key, { level, subject, contexts, says, place });
  }

  get changes(): Change[] {
    return [...this.#changes.values()];
  }
}
