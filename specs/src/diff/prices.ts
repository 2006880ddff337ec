import { isObject, type Json, type JsonObject } from "../document.js";
import { isSame } from "./canonical.js";
import type { Level } from "./levels.js";
import { compareRates, ratesIn, wordsOf } from "./rates.js";
import { code, shown } from "./words.js";

type Tell = (level: Level, says: string) => void;

const listsIn = (value: readonly Json[]): JsonObject[] => value.filter((one) => isObject(one));
const isList = (a: JsonObject) => (b: JsonObject) => isSame(a.read, b.read) && isSame(a.source, b.source);
const levelOf = ({ level }: JsonObject): Json => level ?? "documented";
const asks = (a: JsonObject) => (b: JsonObject) => a.currency === b.currency && isSame(a.rates, b.rates);

/** The list that a quote begins with: what the provider documents, and of several the newest. */
const firstOf = (lists: readonly JsonObject[]): JsonObject | undefined => {
  const documented = lists.filter((list) => levelOf(list) === "documented");
  const candidates = documented.length > 0 ? documented : lists;
  return candidates.toSorted((a, b) => shown(b.read).localeCompare(shown(a.read)))[0];
};

const LIST = ["read", "source", "level", "currency", "note", "rates"];
const RATE = ["where", "has", "perRequest", "perSecond", "perInputSecond", "counted", "unknown"];

/** Members of which nobody said what they are worth. */
function compareStrangers(from: readonly JsonObject[], to: readonly JsonObject[], tell: Tell): void {
  const values = (parts: readonly JsonObject[], key: string): Json[] => parts.map((part) => part[key] ?? null);
  const look = (old: readonly JsonObject[], now: readonly JsonObject[], known: readonly string[]) => {
    for (const key of new Set([...old, ...now].flatMap(Object.keys))) {
      const [was, is] = [values(old, key), values(now, key)];
      if (known.includes(key) || isSame(was, is)) continue;
      tell("major", `has another ${code(key)} in its prices: ${shown(is)}, not ${shown(was)}`);
    }
  };
  look(from, to, LIST);
  look(from.flatMap(ratesIn), to.flatMap(ratesIn), RATE);
}

/** One list on both sides. */
function compareLists(old: JsonObject, now: JsonObject, tell: Tell): void {
  if (levelOf(old) !== levelOf(now)) {
    tell(
      "minor",
      `has ${shown(levelOf(now))} prices on the list of ${shown(now.read)} now; they were ${shown(levelOf(old))}`,
    );
  }
  compareRates(old, now, (says) => {
    tell("minor", `${says}, by the list of ${shown(now.read)}`);
  });
}

/**
 * Tells what became of the price lists, with the amounts: quotes and limits of spending are computed from them. Where a list
 * was read, and when, is a patch.
 */
export function comparePrices(old: readonly Json[], now: readonly Json[], tell: Tell): void {
  if (isSame([...old], [...now])) return;
  const [from, to] = [listsIn(old), listsIn(now)];
  compareStrangers(from, to, tell);
  if (to.length === 0) {
    tell("minor", `has no price any more; it was ${from.map(wordsOf).join("; ")}`);
    return;
  }
  if (from.length === 0) {
    tell("minor", `has a price now: ${to.map(wordsOf).join("; ")}`);
    return;
  }
  const lost = from.filter((one) => !to.some(isList(one)));
  for (const list of to) {
    const before = from.find(isList(list));
    if (before) {
      compareLists(before, list, tell);
      continue;
    }
    const same = from.find(asks(list));
    const said = `has a new price list, read on ${shown(list.read)}`;
    if (same) tell("patch", said);
    else if (list !== firstOf(to)) tell("minor", `${said}: ${wordsOf(list)}`);
    else {
      tell("patch", said);
      compareLists(firstOf(from) ?? list, list, tell);
    }
  }
  const first = firstOf(to);
  const isReplaced = first !== undefined && !from.some(isList(first));
  for (const list of lost) {
    const said = `has lost the price list of ${shown(list.read)}`;
    // What the first list asked is told beside what the new one asks.
    const isTold = to.some(asks(list)) || (isReplaced && list === firstOf(from));
    tell(isTold ? "patch" : "minor", isTold ? said : `${said}: ${wordsOf(list)}`);
  }
}
