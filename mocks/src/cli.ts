import { processScreen } from "@omni-contracts/specs/terminal";
import { endOnSignal } from "./cli/end-on-signal.js";
import { main } from "./cli/main.js";

/** `omni-mock`, from a shell. Nothing happens when this module is only loaded: no module of the package has side effects. */
export async function runCli(): Promise<void> {
  const screen = processScreen();
  const outcome = await main(process.argv.slice(2), screen);
  if (typeof outcome === "number") process.exitCode = outcome;
  else endOnSignal(outcome, screen);
}
