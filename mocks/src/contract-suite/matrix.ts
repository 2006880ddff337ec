import type { Fixture } from "@omni-contracts/specs";
import { isInferred } from "@omni-contracts/specs";

const CODES = [400, 401, 402, 429, 500];

/** Operations against the five error codes: how many named examples came back as documented; ~ = all of them inferred. */
export function formatMatrix(provider: string, fixtures: readonly Fixture[], passed: ReadonlySet<Fixture>): string {
  const operations = [...new Set(fixtures.map(({ id }) => id))];
  const width = Math.max(...operations.map((id) => id.length));
  const cell = (id: string, code: number): string => {
    const wanted = fixtures.filter((one) => one.id === id && one.status === code);
    const count = wanted.filter((one) => passed.has(one)).length;
    if (wanted.length === 0) return "-";
    return `${count < wanted.length ? "✗" : wanted.every(isInferred) ? "~" : "✓"} ${count}/${wanted.length}`;
  };
  const row = (first: string, cells: readonly (string | number)[]): string =>
    [first.padEnd(width), ...cells.map((one) => String(one).padEnd(6))].join("  ").trimEnd();
  return [
    `\n${row(provider, CODES)}`,
    ...operations.map((id) =>
      row(
        id,
        CODES.map((code) => cell(id, code)),
      ),
    ),
    "✓ documented, ~ inferred, - not declared\n",
  ].join("\n");
}
