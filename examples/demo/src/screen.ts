import type { TaskSnapshot } from "@omni-contracts/core/language";
import type { Row } from "./run.js";

/** Where the demo writes: a terminal shows progress in place, anything else a line for each state. */
export interface Output {
  readonly isTTY?: boolean;
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
      output.write(`\r${label}  ${bar(isEnd ? 100 : progress)}  ${rawStatus.padEnd(12)}${isEnd ? "\n" : ""}`);
    } else if (rawStatus !== last) {
      output.write(`${label}  ${rawStatus}\n`);
    }
    last = rawStatus;
  };
}

/** Rows under a head, in columns as wide as they need. */
export function table(rows: readonly (Row & { readonly provider: string })[]): string {
  const head = ["provider", "request", "model", "task", "states seen", "video"];
  const cells = rows.map((row) => [row.provider, row.title, row.model, row.task, row.states.join(" → "), row.url]);
  const widths = head.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)].join("\n");
}
