import { readFileSync } from "node:fs";
import { objectAt, textOf } from "@omni-contracts/specs";
import { createPaint, type Screen, WrongUse } from "@omni-contracts/specs/terminal";
import { readCatalogue } from "../faults/scenario.js";
import { faultList } from "./fault-list.js";
import { readOptions } from "./options.js";
import { serve, type Running } from "./serve.js";
import { USAGE } from "./usage.js";

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const data: unknown = JSON.parse(text);
  return textOf(objectAt(data).version);
}

async function run(args: readonly string[], screen: Screen): Promise<Running | number | undefined> {
  const options = readOptions(args);
  switch (options.task) {
    case "help":
      screen.out(USAGE);
      return undefined;
    case "version":
      screen.out(`${version()}\n`);
      return undefined;
    case "list-faults":
      screen.out(faultList(readCatalogue(), screen.columns, createPaint(screen.isColourful)));
      return undefined;
    case "report":
      return (await import("../record/session.js")).reportLater(options.report ?? "", options, screen);
    case "serve":
      if (options.record) return (await import("../record/record.js")).record(options, options.record, screen);
      return serve(options, screen);
  }
}

/** `omni-mock`: what runs, or the exit code where nothing goes on running. */
export async function main(args: readonly string[], screen: Screen): Promise<Running | number> {
  try {
    return (await run(args, screen)) ?? 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    screen.err(`omni-mock: ${error.message}\n`);
    return 2;
  }
}
