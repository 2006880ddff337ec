/** `1, 2 or 3`; of a row of numbers its ends. */
export function listed(counts: readonly number[], or: string): string {
  const [first = 0] = counts;
  const last = counts.at(-1) ?? first;
  if (counts.length > 2 && last - first === counts.length - 1) return `${first}–${last}`;
  return counts.length < 2 ? String(first) : `${counts.slice(0, -1).join(", ")}${or}${last}`;
}
