import { parseArgs } from "node:util";
import { providers, readDocument } from "@omni-contracts/specs";
import { createPaint, explained, hint, WrongUse, type Screen } from "@omni-contracts/specs/terminal";
import { modelRows, type ModelRow } from "./model-row.js";
import { modelTable } from "./table.js";

const USAGE = `Usage: npm run models -- [flags]

Every model of every provider, as the contracts know it: what it makes, what it
takes, what it costs, and when the price was read.

  --provider p  only of this provider; may repeat
  --model m     only models with this in their id or an alias; may repeat
  --json        as JSON, for programs: npm run -s models -- --json
  --help, -h    print this, and end

Exit code: 0, or 2 when a flag cannot be used.
`;

const FLAGS = {
  provider: { type: "string", multiple: true, short: "p", default: [] },
  model: { type: "string", multiple: true, short: "m", default: [] },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const satisfies NonNullable<Parameters<typeof parseArgs>[0]>["options"];

const ARGUMENTS = {
  flags: Object.keys(FLAGS),
  help: "`npm run models -- --help` lists the flags.",
  instead: (word: string) => `To look for a model: --model ${word}.`,
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw explained(error, ARGUMENTS);
  }
}

const namesOf = ({ model, aliases }: ModelRow): string[] => [model, ...aliases];
const hasName = (row: ModelRow, part: string): boolean =>
  namesOf(row).some((name) => name.toLowerCase().includes(part.toLowerCase()));

function run(args: readonly string[], screen: Screen, now: number): void {
  const { provider: wanted, model: parts, json, help } = parsed(args);
  if (help) {
    screen.out(USAGE);
    return;
  }
  const known = providers();
  const stranger = wanted.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const all = `There are: ${known.join(", ")}.`;
    throw new WrongUse(`--provider "${stranger}" is not known.${hint(stranger, known)} ${all}`);
  }
  const chosen = wanted.length > 0 ? known.filter((name) => wanted.includes(name)) : known;
  const rows = chosen.flatMap((name) => modelRows(readDocument(name), now));
  const missing = parts.find((part) => part === "" || !rows.some((row) => hasName(row, part)));
  if (missing !== undefined) {
    const near = hint(missing, rows.flatMap(namesOf));
    throw new WrongUse(`--model "${missing}" is in no id of a model.${near} Without --model all are listed.`);
  }
  const shown = rows.filter((row) => parts.length === 0 || parts.some((part) => hasName(row, part)));
  const table = () => modelTable(shown, screen.columns, createPaint(screen.isColourful));
  screen.out(json ? `${JSON.stringify(shown, null, 2)}\n` : table());
}

/** `npm run models`: the exit code. `now` is in milliseconds since 1970. */
export function main(args: readonly string[], screen: Screen, now: number): number {
  try {
    run(args, screen, now);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    screen.err(`models: ${error.message}\n`);
    return 2;
  }
}
