import { isObject, type Json, type JsonObject } from "../document.js";
import { isSame } from "./canonical.js";
import type { Level } from "./levels.js";
import { shown } from "./words.js";

const listsIn = (value: readonly Json[]): JsonObject[] => value.filter((one) => isObject(one));
const isList = (a: JsonObject) => (b: JsonObject) => isSame(a.read, b.read) && isSame(a.source, b.source);

/** Tells what became of the price lists. They are dated data: an amount is a patch, that there is a price at all is more. */
export function comparePrices(
  old: readonly Json[],
  now: readonly Json[],
  tell: (level: Level, says: string) => void,
): void {
  if (isSame([...old], [...now])) return;
  const [from, to] = [listsIn(old), listsIn(now)];
  if (to.length === 0) {
    tell("minor", "has no price any more");
    return;
  }
  if (from.length === 0) {
    tell("minor", "has a price now");
    return;
  }
  for (const list of to) {
    const before = from.find(isList(list));
    if (!before) tell("patch", `has a new price list, read on ${shown(list.read)}`);
    else if (list.currency !== before.currency) {
      tell("minor", `is priced in ${shown(list.currency)} now; it was ${shown(before.currency)}`);
    } else if (!isSame(list, before)) tell("patch", `has other prices on the list of ${shown(list.read)}`);
  }
  for (const list of from.filter((one) => !to.some(isList(one)))) {
    tell("patch", `has lost the price list of ${shown(list.read)}`);
  }
}
