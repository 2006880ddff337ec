import type { Edit } from "./edit.js";

/** Lines around a change. */
const CONTEXT = 3;

interface Hunk {
  /** First and last line that change, counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly edits: readonly Edit[];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;

/** Edits that touch the same or neighbouring lines belong together. */
function hunksOf(text: string, edits: readonly Edit[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [lineAt(text, edit.start), lineAt(text, edit.end)];
    const before = hunks.at(-1);
    if (before && from <= before.to + 2 * CONTEXT) {
      hunks[hunks.length - 1] = { from: before.from, to: Math.max(before.to, to), edits: [...before.edits, edit] };
    } else hunks.push({ from, to, edits: [edit] });
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
  const offsets = lines.map((_, i) => lines.slice(0, i).join("\n").length + (i > 0 ? 1 : 0));
  let moved = 0;
  const written = hunksOf(text, edits).map(({ from, to, edits: mine }) => {
    const start = offsets[from] ?? 0;
    const old = lines.slice(from, to + 1);
    const shifted = mine.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    const fresh = edited(old.join("\n"), shifted).split("\n");
    const first = Math.max(0, from - CONTEXT);
    const last = Math.min(count - 1, to + CONTEXT);
    const before = lines.slice(first, from).map((line) => ` ${line}`);
    const after = lines.slice(to + 1, last + 1).map((line) => ` ${line}`);
    const length = last - first + 1;
    const head = `@@ -${first + 1},${length} +${first + 1 + moved},${length + fresh.length - old.length} @@`;
    moved += fresh.length - old.length;
    return [head, ...before, ...old.map((line) => `-${line}`), ...fresh.map((line) => `+${line}`), ...after].join("\n");
  });
  return written.length === 0 ? "" : [`--- a/${name}`, `+++ b/${name}`, ...written, ""].join("\n");
}
