import { parseArgs } from "node:util";
import { explained } from "../terminal/arguments.js";
import { hint } from "../terminal/nearest.js";
import { createPaint } from "../terminal/paint.js";
import type { Screen } from "../terminal/screen.js";
import { WrongUse } from "../terminal/wrong-use.js";
import { pendingBumps } from "./changesets.js";
import { printedVerdict } from "./printed.js";
import { isPassed, judge } from "./verdict.js";
import { contractsIn, FOLDERS, releasedIn } from "./workspace.js";
import { writeDown } from "./write.js";

const USAGE = `Usage: npm run contract:diff -- [flags]

What changed in the contracts since the last release, what that means for those
who use them, and whether versions and changesets say so.

  --provider p  only this one; may repeat
  --write       write .changeset/contract-<p>.md and raise info.version
  --json        as JSON, for programs: npm run -s contract:diff -- --json
  --help, -h    print this, and end

Exit code: 0, 1 when a version or a changeset is too low, or 2 when a flag cannot
be used.
`;

const FLAGS = {
  provider: { type: "string", multiple: true, short: "p", default: [] },
  write: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const satisfies NonNullable<Parameters<typeof parseArgs>[0]>["options"];

const ARGUMENTS = {
  flags: Object.keys(FLAGS),
  help: "`npm run contract:diff -- --help` lists the flags.",
  instead: (word: string) => `To look at one provider: --provider ${word}.`,
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw explained(error, ARGUMENTS);
  }
}

function chosen(root: string, wanted: readonly string[]): string[] {
  const known = [...new Set([...contractsIn(root), ...releasedIn(root)])].toSorted();
  const stranger = wanted.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const all = `There are: ${known.join(", ")}.`;
    throw new WrongUse(`--provider "${stranger}" is not known.${hint(stranger, known)} ${all}`);
  }
  return wanted.length > 0 ? known.filter((name) => wanted.includes(name)) : known;
}

function run(root: string, args: readonly string[], screen: Screen): number {
  const { provider, write, json, help } = parsed(args);
  if (help) {
    screen.out(USAGE);
    return 0;
  }
  const pending = pendingBumps(`${root}/${FOLDERS.changesets}`);
  const verdicts = chosen(root, provider).map((name) => judge(root, name, pending));
  const isFine = verdicts.every(isPassed);
  const paint = createPaint(screen.isColourful);
  screen.out(
    json
      ? `${JSON.stringify(
          verdicts.map((verdict) => ({ ...verdict, isPassed: isPassed(verdict) })),
          null,
          2,
        )}\n`
      : verdicts.map((verdict) => printedVerdict(verdict, screen.columns, paint)).join(""),
  );
  if (write) {
    const done = verdicts.flatMap((verdict) => writeDown(root, verdict));
    const next = "Written:";
    screen.err(done.length === 0 ? "Nothing to write.\n" : `${next}\n${done.map((line) => `  ${line}\n`).join("")}`);
    return verdicts.some(({ problem }) => problem !== undefined) ? 1 : 0;
  }
  if (verdicts.some((verdict) => verdict.problem === undefined && !isPassed(verdict)))
    screen.err("contract:diff: `npm run contract:diff -- --write` writes the changesets and raises the versions.\n");
  return isFine ? 0 : 1;
}

/** `npm run contract:diff`: the exit code. `root` is the folder of the repository. */
export function main(root: string, args: readonly string[], screen: Screen): number {
  try {
    return run(root, args, screen);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    screen.err(`contract:diff: ${error.message}\n`);
    return 2;
  }
}
