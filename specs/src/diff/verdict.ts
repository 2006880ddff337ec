import { sentence } from "./change.js";
import { compareContracts, levelOfChanges } from "./contract.js";
import { isAtLeast, type Level } from "./levels.js";
import { createLocator } from "./place.js";
import { readYaml } from "./readable.js";
import { bumpFor, compareVersions, parseVersion, raised } from "./version.js";
import { clientOf, FOLDERS, packagesOf, releasedFile, sidesOf, titleOf, versionOf, type Package } from "./workspace.js";

/** A change as it is told. */
export interface Told {
  readonly level: Level;
  readonly text: string;
  /** `specs/acme/openapi.yaml:12` */
  readonly at: string;
}

/** The version that something has, and the one that the changes need. */
export interface Demand {
  readonly name: string;
  readonly has: string;
  readonly needs: string;
  readonly isMet: boolean;
}

export interface Verdict {
  readonly provider: string;
  readonly title: string;
  /** `new` was never released, `gone` was taken away. */
  readonly state: "compared" | "new" | "gone";
  readonly level: Level;
  readonly changes: readonly Told[];
  /** `info.version` of the contract. */
  readonly version: Demand | undefined;
  /** What the changesets must raise, and by how much. */
  readonly packages: readonly Demand[];
  /** What else is wrong; a sentence that says what to do. */
  readonly problem: string | undefined;
}

export const isPassed = ({ version, packages, problem }: Verdict): boolean =>
  problem === undefined && version?.isMet !== false && packages.every(({ isMet }) => isMet);

const demandOf = ({ name, version }: Package, level: Level, pending: ReadonlyMap<string, Level>): Demand => {
  const [has, needs] = [pending.get(name) ?? "none", bumpFor(level, version)];
  return { name, has, needs, isMet: isAtLeast(has, needs) };
};

/** A contract without a released one is new, unless its client was released: then the file was lost. */
function unreleased(root: string, provider: string, title: string): Verdict {
  const wasReleased = (clientOf(root, provider)?.version ?? "0.0.0") !== "0.0.0";
  const problem = wasReleased
    ? `${releasedFile(provider)} is missing, and the client was released. Take it back: \`git checkout <tag of the release> -- ${releasedFile(provider)}\`; where no release had one: \`npm run release-baseline -w specs -- ${provider}\`.`
    : undefined;
  return { provider, title, state: "new", level: "none", changes: [], version: undefined, packages: [], problem };
}

/** What changed in a contract since its release, and whether versions and changesets say so. */
export function judge(root: string, provider: string, pending: ReadonlyMap<string, Level>): Verdict {
  const { old, now } = sidesOf(root, provider);
  const title = titleOf(now ?? old ?? { provider, root: {} });
  if (!old) return unreleased(root, provider, title);
  const packages = packagesOf(root, provider);
  const demands = (level: Level) => packages.map((one) => demandOf(one, level, pending));
  if (!now) {
    const gone: Told = { level: "major", text: "The contract is gone.", at: releasedFile(provider) };
    return {
      provider,
      title,
      state: "gone",
      level: "major",
      changes: [gone],
      version: undefined,
      packages: demands("major"),
      problem: undefined,
    };
  }
  const versions = [
    { file: releasedFile(provider), version: versionOf(old) },
    { file: `${FOLDERS.specs}/${provider}/openapi.yaml`, version: versionOf(now) },
  ];
  for (const { file, version } of versions) readYaml(file, () => parseVersion(version));
  const changes = compareContracts(old, now);
  const level = levelOfChanges(changes);
  const locate = createLocator(root, provider);
  const needs = raised(versionOf(old), bumpFor(level, versionOf(old)));
  const has = versionOf(now);
  return {
    provider,
    title,
    state: "compared",
    level,
    changes: changes.map((change) => ({ level: change.level, text: sentence(change), at: locate(change.place) })),
    version: { name: "info.version", has, needs, isMet: compareVersions(has, needs) >= 0 },
    packages: level === "none" ? [] : demands(level),
    problem: undefined,
  };
}
