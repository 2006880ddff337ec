import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { hint } from "../terminal/nearest.js";
import type { Screen } from "../terminal/screen.js";
import { WrongUse } from "../terminal/wrong-use.js";
import { pendingBumps } from "./changesets.js";
import { isPassed, judge, type Verdict } from "./verdict.js";
import { contractsIn, FOLDERS, releasedFile, releasedIn, sidesOf, versionOf } from "./workspace.js";

/** What may not be forgotten yet, and why. */
function refusalOf({ provider, changes, version, packages, problem }: Verdict): string {
  if (problem !== undefined) return `${provider}: ${problem}`;
  const demands = [
    ...(version?.isMet === false ? [`\`info.version\` is ${version.has} and must be ${version.needs}`] : []),
    ...packages
      .filter(({ isMet }) => !isMet)
      .map(({ name, has, needs }) => `${name} needs ${needs} and the changesets have ${has}`),
  ];
  const [first] = changes;
  const others = changes.length > 1 ? ` And ${changes.length - 1} more.` : "";
  const told = first ? ` (${first.level}) ${first.text}${others}` : "";
  return `${provider}:${told} ${demands.join("; ")}.`;
}

function chosen(root: string, named: readonly string[]): string[] {
  const known = contractsIn(root);
  const stranger = named.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new WrongUse(`No contract named "${stranger}".${hint(stranger, known)} There are: ${known.join(", ")}.`);
  }
  return named.length > 0 ? [...named] : [...new Set([...known, ...releasedIn(root)])].toSorted();
}

function run(root: string, named: readonly string[], screen: Screen, into: string): void {
  const pending = pendingBumps(`${root}/${FOLDERS.changesets}`);
  const providers = chosen(root, named);
  // All are judged before one is written.
  const refusals = providers
    .map((provider) => judge(root, provider, pending))
    // Who names a contract whose released one was lost says that the present one takes its place.
    .filter((verdict) => !isPassed(verdict) && !(verdict.problem !== undefined && named.length > 0))
    .map(refusalOf);
  if (refusals.length > 0) {
    throw new WrongUse(
      `nothing was written, because a change would go out that no version or changeset tells of.\n${refusals.join("\n")}\nRun \`npm run contract:diff -- --write\`, which writes what is missing.`,
    );
  }
  mkdirSync(`${into}/${FOLDERS.specs}/released`, { recursive: true });
  for (const provider of providers) {
    const { now } = sidesOf(root, provider);
    const file = `${into}/${releasedFile(provider)}`;
    if (!now) {
      rmSync(file, { force: true });
      continue;
    }
    copyFileSync(`${root}/${FOLDERS.specs}/dist/${provider}.yaml`, file);
    if (into === root) screen.out(`${releasedFile(provider)}: ${versionOf(now)}\n`);
  }
}

/**
 * Makes the present bundles the released ones, which the next changes are compared with: a change that is not told by now
 * never will be. So it wants what the gate wants. `into` is where the released ones are written, from the root; another
 * copy of the repository while a release is not sure yet.
 *
 * The exit code is 2, and nothing is written, when a contract changed more than its `info.version` and the pending
 * changesets promise.
 */
export function refreshBaseline(root: string, named: readonly string[], screen: Screen, into: string = root): number {
  try {
    run(root, named, screen, into);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    screen.err(`release-baseline: ${error.message}\n`);
    return 2;
  }
}
