// omni-mock; bin/omni-mock.mjs leads here.
import { processScreen } from "@omni-contracts/specs/terminal";
import { endOnSignal } from "./cli/end-on-signal.js";
import { main } from "./cli/main.js";

const screen = processScreen();
const outcome = await main(process.argv.slice(2), screen);
if (typeof outcome === "number") process.exitCode = outcome;
else endOnSignal(outcome, screen);
