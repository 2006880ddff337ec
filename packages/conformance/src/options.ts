import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const GROUPS = ["ours", "naive", "peers"] as const;
export type Group = (typeof GROUPS)[number];

export interface Options {
  readonly groups: readonly Group[];
  /** Modules with drivers of the user's. */
  readonly files: readonly string[];
  /** Where the report goes; nowhere if absent. */
  readonly out: string | undefined;
  /** It goes over the report that is committed: all of it, or nothing. */
  readonly isHome: boolean;
  readonly isHelp: boolean;
}

export const USAGE = `Usage: npm run conformance -- [--only <groups>] [--driver <file>]... [--out <folder>]

Points clients at the mocks' faults and scores what the servers saw. Without options all groups are run, and
docs/report-card.md and docs/report-card.json are written, if every client could be measured. A part is printed, and
written only with --out.
--only    ${GROUPS.join(", ")}: one or more, with commas; peers are installed first
--driver  a module that exports \`driver\` or \`drivers\`: see packages/conformance/README.md; may be repeated
--out     a folder for report-card.md and report-card.json
--help    this text`;

const isGroup = (name: string): name is Group => GROUPS.some((group) => group === name);

/** @throws Error that says in one line what is wrong */
export function optionsOf(args: readonly string[], home: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      driver: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { only, driver: files, out, help: isHelp } = values;
  const names = only?.split(",").map((name) => name.trim()) ?? (files.length > 0 ? [] : [...GROUPS]);
  const unknown = names.find((name) => !isGroup(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown} is none of ${GROUPS.join(", ")}.`);
  const groups = GROUPS.filter((group) => names.includes(group));
  const isWhole = groups.length === GROUPS.length && files.length === 0;
  const folder = out ?? (isWhole ? home : undefined);
  const isHome = folder !== undefined && resolve(folder) === resolve(home);
  if (isHome && !isWhole) throw new Error(`${folder} has the report of all groups; give --out another folder.`);
  return { groups, files, out: folder, isHome, isHelp };
}
