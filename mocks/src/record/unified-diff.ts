import type { Edit } from "./edit.js";

/** Lines around a change. */
const CONTEXT = 3;

/** Lines that give way to others; `from` counts from 0. */
interface Swap {
  readonly from: number;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;

/** Without the lines at both ends that stay. */
function trimmed({ from, old, fresh }: Swap): Swap {
  const least = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < least && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return { from: from + head, old: old.slice(head, old.length - tail), fresh: fresh.slice(head, fresh.length - tail) };
}

/** Edits of the same lines are made together. */
function swapsOf(text: string, edits: readonly Edit[]): Swap[] {
  const groups: { readonly from: number; to: number; readonly edits: Edit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [lineAt(text, edit.start), lineAt(text, edit.end)];
    const before = groups.at(-1);
    if (before && from <= before.to) {
      before.to = Math.max(before.to, to);
      before.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  const lines = text.split("\n");
  return groups.map(({ from, to, edits: mine }) => {
    const start = lines.slice(0, from).reduce((sum, line) => sum + line.length + 1, 0);
    const old = lines.slice(from, to + 1);
    const shifted = mine.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return trimmed({ from, old, fresh: edited(old.join("\n"), shifted).split("\n") });
  });
}

/** Swaps whose surroundings touch stand in one hunk. */
function hunksOf(swaps: readonly Swap[]): Swap[][] {
  const hunks: Swap[][] = [];
  for (const swap of swaps) {
    const before = hunks.at(-1)?.at(-1);
    if (before && swap.from - (before.from + before.old.length) <= 2 * CONTEXT) hunks.at(-1)?.push(swap);
    else hunks.push([swap]);
  }
  return hunks;
}

/** The text with the edits made; what overlaps an earlier one is left out. */
export function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let made = "";
  for (const { start, end, text: by } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}

/** As `diff -u` writes it, so that `git apply` and `patch -p1` take it. Empty where nothing changes. */
export function unifiedDiff(name: string, text: string, edits: readonly Edit[]): string {
  const lines = text.split("\n");
  // A file that ends with a line break has no line behind it.
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  let moved = 0;
  const written = hunksOf(swapsOf(text, edits)).map((swaps) => {
    const first = Math.max(0, (swaps[0]?.from ?? 0) - CONTEXT);
    let at = first;
    let grown = 0;
    const body: string[] = [];
    const keep = (until: number) => {
      body.push(...lines.slice(at, until).map((line) => ` ${line}`));
      at = until;
    };
    for (const { from, old, fresh } of swaps) {
      keep(from);
      body.push(...old.map((line) => `-${line}`), ...fresh.map((line) => `+${line}`));
      at = from + old.length;
      grown += fresh.length - old.length;
    }
    keep(Math.min(count, at + CONTEXT));
    const length = at - first;
    const head = `@@ -${first + 1},${length} +${first + 1 + moved},${length + grown} @@`;
    moved += grown;
    return [head, ...body].join("\n");
  });
  return written.length === 0 ? "" : [`--- a/${name}`, `+++ b/${name}`, ...written, ""].join("\n");
}
