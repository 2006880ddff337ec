import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { hint } from "../terminal/nearest.js";
import type { Screen } from "../terminal/screen.js";
import { WrongUse } from "../terminal/wrong-use.js";
import type { Level } from "./levels.js";
import { judge } from "./verdict.js";
import { contractsIn, FOLDERS, releasedFile, releasedIn, sidesOf, versionOf } from "./workspace.js";

const NOTHING: ReadonlyMap<string, Level> = new Map();

function run(root: string, named: readonly string[], screen: Screen): void {
  const known = contractsIn(root);
  const stranger = named.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new WrongUse(`No contract named "${stranger}".${hint(stranger, known)} There are: ${known.join(", ")}.`);
  }
  const providers = named.length > 0 ? named : known;
  // All are judged before one is written.
  for (const provider of providers) {
    const { version } = judge(root, provider, NOTHING);
    if (version && !version.isMet) {
      throw new WrongUse(
        `\`info.version\` of ${provider} is ${version.has}, and what changed needs ${version.needs}. Run \`npm run contract:diff -- --write\`.`,
      );
    }
  }
  const gone = releasedIn(root).filter((provider) => !known.includes(provider));
  for (const provider of gone) rmSync(`${root}/${releasedFile(provider)}`);
  mkdirSync(`${root}/${FOLDERS.specs}/released`, { recursive: true });
  for (const provider of providers) {
    const now = sidesOf(root, provider).now;
    if (!now) continue;
    copyFileSync(`${root}/${FOLDERS.specs}/dist/${provider}.yaml`, `${root}/${releasedFile(provider)}`);
    screen.out(`${releasedFile(provider)}: ${versionOf(now)}\n`);
  }
}

/**
 * Makes the present bundles the released ones, which the next changes are compared with. Part of a release; may be repeated.
 * The exit code is 2, and nothing is written, when a contract changed without a higher `info.version`.
 */
export function refreshBaseline(root: string, named: readonly string[], screen: Screen): number {
  try {
    run(root, named, screen);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    screen.err(`release-baseline: ${error.message}\n`);
    return 2;
  }
}
