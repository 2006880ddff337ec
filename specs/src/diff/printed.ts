import type { Paint } from "../terminal/paint.js";
import { wrap } from "../terminal/wrap.js";
import type { Level } from "./levels.js";
import { isPassed, type Demand, type Verdict } from "./verdict.js";

const COLOURS = { none: "dim", patch: "dim", minor: "yellow", major: "red" } as const satisfies Record<Level, unknown>;
const INDENT = " ".repeat(9);

function printedDemand({ name, has, needs, isMet }: Demand, paint: Paint): string {
  const mark = isMet ? paint("green", "✓") : paint("red", "✗");
  const isVersion = name === "info.version";
  const says = isVersion ? `${has}, needs ${needs}` : `needs ${needs}, the changesets have ${has}`;
  return `  ${mark} ${name}: ${says}\n`;
}

/** What the gate says of a contract, for people. */
export function printedVerdict(verdict: Verdict, width: number, paint: Paint): string {
  const { provider, state, changes, version, packages, problem, level } = verdict;
  const head = paint("bold", provider);
  if (problem !== undefined) return `${head}\n${wrap(problem, width, "  ")}\n`;
  if (state === "new") {
    return `${head}: new, so there is nothing to compare. \`npm run release-baseline -w specs\` writes its file at the release.\n`;
  }
  if (changes.length === 0 && isPassed(verdict)) return `${head}: no change since ${version?.needs ?? "the release"}\n`;
  const lines = changes.map((change) => {
    const label = paint(COLOURS[change.level], change.level.padEnd(5));
    return `  ${label}  ${wrap(change.text, width, INDENT).trimStart()}\n${INDENT}${paint("dim", change.at)}\n`;
  });
  const demands = [...(version ? [version] : []), ...packages].map((demand) => printedDemand(demand, paint));
  return `${head}: ${changes.length} ${changes.length === 1 ? "change" : "changes"}, ${level}\n${lines.join("")}${demands.join("")}`;
}
