/** The first character of each alphabet, and how many there are. */
const ALPHABETS = [
  { first: 0x30, count: 10 },
  { first: 0x41, count: 26 },
  { first: 0x61, count: 26 },
];

const PREFIX = /^[A-Za-z]+[_-]/;

/** Draws a new id. */
export type DrawId = (random: () => number) => string;

/**
 * Ids that look like the documented one: the same length and kinds of characters, behind the same prefix. It is taken apart
 * once, because every submit draws one.
 */
export function idsLike(example: string): DrawId {
  const fixed = PREFIX.exec(example)?.[0].length ?? 0;
  const kinds = Array.from({ length: example.length }, (_, i) => {
    const code = example.charCodeAt(i);
    const alphabet = ALPHABETS.find(({ first, count }) => code >= first && code < first + count);
    // What stays as it is takes no number.
    return i < fixed || !alphabet ? { first: code, count: 0 } : alphabet;
  });
  return (random) =>
    String.fromCharCode(
      ...kinds.map(({ first, count }) => (count === 0 ? first : first + Math.floor(random() * count))),
    );
}
