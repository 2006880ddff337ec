import { locate, putAt, valueAt, type Source } from "@omni-contracts/core/language";
import { idsLike } from "./ids.js";
import { isLink, pathsOf } from "./places.js";

/** Puts a new id, one that is not taken, into a copy of an example, in the place of the example's own. */
export type Minter = (
  copy: unknown,
  random: () => number,
  isTaken: (id: string) => boolean,
) => { readonly before: unknown; readonly id: string };

/** `undefined` where no id stands. An address is no id: it follows the id that it holds. */
export function idMinter(example: unknown, source: Source): Minter | undefined {
  const [location] = pathsOf(source).flatMap((path) => locate(example, path));
  const shown = location && valueAt(example, location);
  if (!location || typeof shown !== "string" || isLink(shown)) return undefined;
  const draw = idsLike(shown);
  return (copy, random, isTaken) => {
    const before = valueAt(copy, location);
    let id = draw(random);
    // The golden ratio spreads what a poor source of randomness repeats.
    for (let turn = 1; isTaken(id) && turn < 10_000; turn += 1) {
      const step = turn * 0.618_034;
      id = draw(() => (random() + step) % 1);
    }
    putAt(copy, location, id);
    return { before, id };
  };
}
