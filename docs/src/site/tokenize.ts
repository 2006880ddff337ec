/**
 * The words of a text, for the index and for what is searched. An id is a word as a whole, and so is each of its parts;
 * Chinese has no spaces, so each two characters that stand side by side are a word. Sent to the page as text: it uses
 * nothing from outside itself.
 */
export function tokenize(text: string): string[] {
  const ids = text.match(/[\p{L}\p{N}$_@[][\p{L}\p{N}_./:@$*[\]-]*[\p{L}\p{N}_]/gu) ?? [];
  const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  );
  const words = [...ids, ...parts].filter((word) => !/\p{Script=Han}/u.test(word));
  return [...new Set([...words, ...pairs])];
}
