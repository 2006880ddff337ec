// Which mutants are tried: an endless draw from a seed. First an operator, each as likely as the others, then one of its mutants, so
// that operators with many places do not crowd out the rest. Every area has a draw of its own: with one for all, areas of the same
// language would be asked for the same operators, and others for none.
import { createHash } from "node:crypto";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const seedOf = (seed, area) => createHash("sha256").update(`${seed} ${area}`).digest().readUInt32BE();

/** The mutants of an area in the order in which they are drawn. */
export function* drawn(mutants, seed, area = "") {
  const random = randomFrom(seedOf(seed, area));
  const groups = new Map();
  for (const mutant of mutants) groups.set(mutant.operator, [...(groups.get(mutant.operator) ?? []), mutant]);
  while (groups.size > 0) {
    const names = [...groups.keys()].toSorted();
    const name = names[Math.floor(random() * names.length)];
    const left = groups.get(name);
    const [mutant] = left.splice(Math.floor(random() * left.length), 1);
    if (left.length === 0) groups.delete(name);
    yield mutant;
  }
}
