// What the three programs have in common on the command line.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ParseArgsConfig } from "node:util";
import { OmniError } from "@omni-contracts/core";
import { InputError } from "./input-error.js";

/** The folder of this package. */
export const HOME = fileURLToPath(new URL("../..", import.meta.url));

export const SHARED = {
  ...{ help: { type: "boolean", short: "h" }, budget: { type: "string" } },
  ...{ "base-url": { type: "string" }, out: { type: "string" }, "allow-unpriced": { type: "boolean" } },
} as const satisfies ParseArgsConfig["options"];

export const SHARED_HELP = `  --budget <USD>      required: what all of it may cost at most; more than that is refused before anything is sent
  --allow-unpriced    order also what no page tells the price of; the budget cannot hold it
  --out <folder>      where videos and journals are kept
  --base-url <url>    a mock, such as http://127.0.0.1:4010 of \`npm start\`; without it …_BASE_URL, or the providers
  --help              this

Keys come from TOAPIS_API_KEY, APIMART_API_KEY, JIMMYAI_API_KEY and ATLASCLOUD_API_KEY; mocks of this machine need none.
Ends with 0 when all is saved, 1 when something is not, 2 for wrong input or too small a budget (nothing was sent), 130 after Ctrl-C.`;

/** What `parseArgs` of Node gives. @throws {InputError} for arguments that are none */
export function readArgs<Values>(parse: () => { readonly values: Values }): Values {
  try {
    return parse().values;
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    const [first = ""] = error.message.split(". ");
    throw new InputError(`${first}. --help lists what there is.`);
  }
}

/** A path as it was typed, from where it was typed: npm runs scripts in the package's folder. */
export const pathOf = (typed: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), typed);

/** @throws {InputError} for a budget that is none */
export function budgetOf(typed: string | undefined): number {
  const budget = Number(typed);
  if (typed !== undefined && typed.trim() !== "" && Number.isFinite(budget) && budget > 0) return budget;
  const wrong = typed === undefined ? "--budget is missing" : `--budget ${typed} is no amount`;
  throw new InputError(`${wrong}; say what all of it may cost at most, in USD: --budget 5`);
}

/** Ctrl-C and SIGTERM may come twice for one press: npm passes them on. */
const ONE_PRESS = 500;

/** The first signal stops the waiting; a second one leaves at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const state = { at: -Infinity };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stop.signal.aborted && performance.now() - state.at > ONE_PRESS) process.exit(130);
      if (stop.signal.aborted) return;
      state.at = performance.now();
      console.error("\nStopping: nothing more is ordered. Again to leave at once.");
      stop.abort();
    });
  return stop.signal;
}

/** Runs a program: `main` gives the exit code. */
export async function run(usage: string, main: (args: string[], signal: AbortSignal) => Promise<number>) {
  // Whoever reads on, as `head` does, may stop reading.
  process.stdout.on("error", () => process.exit(0));
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    return;
  }
  const signal = stopSignal();
  try {
    const code = await main(args, signal);
    process.exitCode = signal.aborted ? 130 : code;
  } catch (error) {
    if (!(error instanceof InputError) && !OmniError.isInstance(error)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof InputError ? 2 : 1;
  }
}
