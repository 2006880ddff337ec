import { constants } from "node:os";
import type { Screen } from "@omni-contracts/specs/terminal";
import type { Running } from "./serve.js";

/** npm and the terminal both pass a Ctrl-C on: what comes that soon after the first one is the same. */
const SAME = 200;

/** The first signal lets requests under way finish; the second ends the process at once. */
export function endOnSignal(running: Running, screen: Screen): void {
  let since: number | undefined;
  running.ended?.then(
    () => process.exit(running.exitCode?.() ?? 0),
    (error: unknown) => {
      screen.err(`omni-mock: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (since !== undefined) {
        if (performance.now() - since > SAME) process.exit(128 + constants.signals[signal]);
        return;
      }
      since = performance.now();
      if (!running.isQuiet) screen.out("Ends when the requests under way are answered; once more ends at once.\n");
      running.close().then(
        () => process.exit(running.exitCode?.() ?? 0),
        (error: unknown) => {
          screen.err(`omni-mock: ${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
