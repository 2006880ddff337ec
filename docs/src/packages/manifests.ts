// The packages of this repository that people can use, as their manifests say.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { objectAt, textOf } from "@omni-contracts/specs";

/** A way into a package. */
export interface Entry {
  /** As one imports it, without the package's name: empty for the main entry, else `batch`. */
  readonly subpath: string;
  /** Its source, below the repository's root. */
  readonly file: string;
  /** It is data, generated from a contract. */
  readonly isGenerated: boolean;
}

export interface Package {
  /** `@omni-contracts/core`. */
  readonly name: string;
  /** `core`. */
  readonly id: string;
  readonly description: string;
  /** Its folder, below the repository's root. */
  readonly folder: string;
  readonly entries: readonly Entry[];
}

const below = (root: string, folder: string): string[] =>
  readdirSync(root + folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? `${folder}/${one.name}` : [],
  );

/** What `npm run build` makes a file of. */
const sourceOf = (types: string): string => types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts");

function readPackage(root: string, folder: string): Package[] {
  const manifestFile = `${root}${folder}/package.json`;
  if (!existsSync(manifestFile) || !existsSync(`${root}${folder}/README.md`)) return [];
  const manifest = objectAt(JSON.parse(readFileSync(manifestFile, "utf8")));
  const entries = Object.entries(objectAt(manifest.exports)).flatMap(([path, to]) => {
    const types = textOf(objectAt(to).types);
    const file = `${folder}/${sourceOf(types)}`;
    return types ? [{ subpath: path.replace(/^\.\/?/, ""), file, isGenerated: file.includes("/generated/") }] : [];
  });
  if (entries.length === 0) return [];
  const name = textOf(manifest.name);
  return [{ name, id: name.replace(/^.*\//, ""), description: textOf(manifest.description), folder, entries }];
}

/** Every package with a README and types, those that others stand on first. */
export const readPackages = (root: string): Package[] =>
  ["packages/core", ...below(root, "packages/providers").toSorted(), "mocks", "specs"].flatMap((folder) =>
    readPackage(root, folder),
  );
