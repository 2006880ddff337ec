import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject, parseDocument, textOf, type Document } from "../document.js";
import { WrongUse } from "../terminal/wrong-use.js";
import { readYaml } from "./readable.js";

/** The folders that the gate reads, from the root of the repository. */
export const FOLDERS = { specs: "specs", changesets: ".changeset", clients: "packages/providers" } as const;

export interface Package {
  readonly name: string;
  readonly version: string;
}

const namesIn = (folder: string, isWanted: (name: string) => boolean): string[] =>
  existsSync(folder) ? readdirSync(folder).filter(isWanted) : [];

/** The providers that have a contract. */
export const contractsIn = (root: string): string[] =>
  namesIn(`${root}/${FOLDERS.specs}`, (name) => existsSync(`${root}/${FOLDERS.specs}/${name}/openapi.yaml`)).toSorted();

/** The providers whose contract was released. */
export const releasedIn = (root: string): string[] =>
  namesIn(`${root}/${FOLDERS.specs}/released`, (name) => name.endsWith(".yaml")).map((name) =>
    name.slice(0, -".yaml".length),
  );

export const releasedFile = (provider: string): string => `${FOLDERS.specs}/released/${provider}.yaml`;
const bundleFileOf = (provider: string): string => `${FOLDERS.specs}/dist/${provider}.yaml`;

const textAt = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

export interface Sides {
  /** What was released last; `undefined` for a contract that never was. */
  readonly old: Document | undefined;
  /** The contract as it is now; `undefined` when it was taken away. */
  readonly now: Document | undefined;
}

/** @throws WrongUse when the contract was not bundled */
export function sidesOf(root: string, provider: string): Sides {
  const released = textAt(`${root}/${releasedFile(provider)}`);
  const read = (file: string, text: string) => readYaml(file, () => parseDocument(provider, text));
  const old = released === undefined ? undefined : read(releasedFile(provider), released);
  if (!contractsIn(root).includes(provider)) return { old, now: undefined };
  const bundle = textAt(`${root}/${bundleFileOf(provider)}`);
  if (bundle === undefined) throw new WrongUse(`${bundleFileOf(provider)} is missing. Run \`npm run bundle\` first.`);
  // Reading takes longer than comparing, and mostly nothing changed.
  return { old, now: bundle === released ? old : read(bundleFileOf(provider), bundle) };
}

function packageAt(root: string, folder: string): Package[] {
  const path = `${root}/${folder}/package.json`;
  const manifest: unknown = existsSync(path) ? parse(readFileSync(path, "utf8")) : undefined;
  return isObject(manifest) ? [{ name: textOf(manifest.name), version: textOf(manifest.version) }] : [];
}

/** The client of a contract, where it has one. */
export const clientOf = (root: string, provider: string): Package | undefined =>
  packageAt(root, `${FOLDERS.clients}/${provider}`)[0];

/** The packages in which people get a contract: its client, and the one with all bundles. */
export const packagesOf = (root: string, provider: string): Package[] => [
  ...packageAt(root, `${FOLDERS.clients}/${provider}`),
  ...packageAt(root, FOLDERS.specs),
];

export const versionOf = ({ root }: Document): string => textOf(isObject(root.info) ? root.info.version : "");
export const titleOf = ({ root }: Document): string => textOf(isObject(root.info) ? root.info.title : "");
