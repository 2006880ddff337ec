import {
  locate,
  putAt,
  valueAt,
  type Location,
  type Representation,
  type Source,
  type TimeSource,
} from "@omni-contracts/core/language";

/** The paths into the body; headers and the request are not the mock's to write. */
const pathsOf = (source: Source = []): string[] => [source].flat().filter((place) => typeof place === "string");

/** Puts a value wherever the body already shows that member: the example gives the shape, the contract the place. */
function put(body: unknown, source: Source | undefined, value: unknown, current?: Location): void {
  for (const path of pathsOf(source)) for (const location of locate(body, path, current)) putAt(body, location, value);
}

function putTime(body: unknown, source: TimeSource | undefined, milliseconds: number, current?: Location): void {
  if (!source) return;
  const stamps = {
    "unix-seconds": Math.floor(milliseconds / 1000),
    "unix-milliseconds": milliseconds,
    "date-time": new Date(milliseconds).toISOString(),
  };
  put(body, source.at, stamps[source.format], current);
}

const ALPHABETS = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** A new id that looks like the documented one: the same length and kinds of characters, behind the same prefix. */
function idLike(example: string, random: () => number): string {
  const prefix = /^[A-Za-z]+[_-]/.exec(example)?.[0] ?? "";
  const draw = (character: string): string => {
    const alphabet = ALPHABETS.find((one) => one.includes(character));
    return alphabet?.[Math.floor(random() * alphabet.length)] ?? character;
  };
  return prefix + Array.from(example.slice(prefix.length), draw).join("");
}

export const isLink = (value: unknown): value is string =>
  typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value);

/** Makes the links of a body that lead to one id lead to another; an id is a whole part of a link's path. */
export function pointLinks(body: unknown, from: string, to: string): void {
  if (typeof body !== "object" || body === null) return;
  for (const [key, value] of Object.entries(body)) {
    if (isLink(value))
      Reflect.set(
        body,
        key,
        value
          .split("/")
          .map((part) => (part === from ? to : part))
          .join("/"),
      );
    else pointLinks(value, from, to);
  }
}

/**
 * Puts a new id, one that is not taken, where the example has its own. An address is no id: it follows the id that it
 * holds.
 *
 * @returns the example's id and the new one; nothing where no id stands
 */
export function mintId(
  body: unknown,
  source: Source,
  random: () => number,
  isTaken: (id: string) => boolean,
): { readonly example: string; readonly id: string } | undefined {
  const [location] = pathsOf(source).flatMap((path) => locate(body, path));
  const example = location && valueAt(body, location);
  if (!location || typeof example !== "string" || isLink(example)) return undefined;
  const id = { minted: idLike(example, random) };
  // The golden ratio spreads what a poor source of randomness repeats.
  for (let turn = 1; isTaken(id.minted) && turn < 10_000; turn += 1) {
    id.minted = idLike(example, () => (random() + turn * 0.618_034) % 1);
  }
  putAt(body, location, id.minted);
  return { example, id: id.minted };
}

/** What is true of a task, for the places where a body shows it. */
export interface TaskFacts {
  readonly id: string | undefined;
  readonly model: unknown;
  /** From 0 to 1. */
  readonly progress: number;
  readonly runSeconds: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Seconds for which the result's link works after completion. */
  readonly lifetime: number;
}

/** Makes a body that shows an example's task show this one. */
export function showTask(body: unknown, form: Representation, facts: TaskFacts): void {
  const completedAt = facts.createdAt + facts.runSeconds * 1000;
  put(body, form.id, facts.id);
  if (facts.model !== undefined) put(body, form.model, facts.model);
  put(body, form.progress?.at, Math.round(facts.progress * (form.progress?.of ?? 100)));
  put(body, form.estimatedSeconds, facts.runSeconds);
  put(body, form.elapsedSeconds, Math.round(facts.progress * facts.runSeconds));
  putTime(body, form.createdAt, facts.createdAt);
  putTime(body, form.completedAt, completedAt);
  for (const { each = "$", expiresAt } of form.videos ?? []) {
    for (const current of locate(body, each)) putTime(body, expiresAt, completedAt + facts.lifetime * 1000, current);
  }
}
