import type { TaskSnapshot } from "@omni-contracts/core/language";
import type { Row } from "./run.js";

/** Where the demo writes: a terminal shows progress in place, anything else a line for each state. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const WIDTH = 20;

function bar(progress: number): string {
  const filled = Math.round((progress / 100) * WIDTH);
  return "█".repeat(filled) + "░".repeat(WIDTH - filled);
}

/** Shows the looks at one task. */
export function progressLine(output: Output, label: string): (task: TaskSnapshot) => void {
  let last = "";
  return ({ status, rawStatus = status, progress = 0 }) => {
    const isEnd = status !== "queued" && status !== "in_progress";
    if (output.isTTY) {
      const line = `${label}  ${bar(isEnd ? 100 : progress)}  ${rawStatus.padEnd(12)}`;
      // A line that wraps cannot be written over.
      output.write(`\r${line.slice(0, (output.columns ?? Infinity) - 1)}${isEnd ? "\n" : ""}`);
    } else if (rawStatus !== last) {
      output.write(`${label}  ${rawStatus}\n`);
    }
    last = rawStatus;
  };
}

type ResultRow = Row & { readonly provider: string };

/** Rows under a head, in columns as wide as they need. */
function wideTable(rows: readonly ResultRow[]): string[] {
  const head = ["provider", "request", "model", "task", "states seen", "video"];
  const cells = rows.map((row) => [row.provider, row.title, row.model, row.task, row.states.join(" → "), row.url]);
  const widths = head.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)];
}

/** The same, three lines a row, for a terminal that is too narrow for the table. */
const narrowTable = (rows: readonly ResultRow[]): string[] =>
  rows.flatMap(({ provider, title, model, task, states, url }) => [
    `${provider}: ${title} (${model})`,
    `  ${task}  ${states.join(" → ")}`,
    `  ${url}`,
  ]);

/** What became of every request, for a terminal of so many columns. */
export function table(rows: readonly ResultRow[], columns = Infinity): string {
  const wide = wideTable(rows);
  return (wide.some((line) => line.length > columns) ? narrowTable(rows) : wide).join("\n");
}
