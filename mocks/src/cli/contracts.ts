import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseDocument, type Document } from "@omni-contracts/specs";
import { firstLine, reasonOf, WrongUse } from "@omni-contracts/specs/terminal";
import { bundleContract, shownPath } from "./bundle.js";

/** Where a contract lies. */
export interface ContractFile {
  readonly provider: string;
  /** Absolute. */
  readonly file: string;
  /** Whether it is in one piece already. */
  readonly isBundle: boolean;
}

/** A contract that was read, and the files that it was made of. */
export interface ReadContract {
  readonly document: Document;
  readonly files: ReadonlySet<string>;
}

const NAME = /^[a-z0-9][a-z0-9_-]*$/i;

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // It is not there, a part of the path is a file, or it went meanwhile.
    return false;
  }
}

function entryOf(folder: string, name: string): ContractFile[] {
  const source = join(folder, name, "openapi.yaml");
  if (NAME.test(name) && isFile(source)) return [{ provider: name, file: source, isBundle: false }];
  const [, provider = ""] = /^(.+)\.yaml$/.exec(name) ?? [];
  const file = join(folder, name);
  // In the folder of a contract stands its source, and no bundle of a provider "openapi".
  return NAME.test(provider) && provider !== "openapi" && isFile(file) ? [{ provider, file, isBundle: true }] : [];
}

/** The contracts in a folder, by name: `<provider>/openapi.yaml`, and `<provider>.yaml` where there is no such folder. */
export function contractsIn(folder: string): ContractFile[] {
  const found = new Map<string, ContractFile>();
  for (const entry of readdirSync(folder).flatMap((name) => entryOf(resolve(folder), name))) {
    if (!entry.isBundle || !found.has(entry.provider)) found.set(entry.provider, entry);
  }
  return [...found.values()].toSorted((a, b) => (a.provider < b.provider ? -1 : 1));
}

/**
 * The contracts that `--specs` names.
 *
 * @throws WrongUse when there are none
 */
export function contractsOf(specs: string): ContractFile[] {
  const stat = statSync(specs, { throwIfNoEntry: false });
  if (!stat) throw new WrongUse(`--specs ${specs}: there is no such folder. Name the one that holds the contracts.`);
  if (!stat.isDirectory()) throw new WrongUse(`--specs ${specs} is a file. Name the folder that holds the contracts.`);
  const contracts = contractsIn(specs);
  if (contracts.length > 0) return contracts;
  const near = isFile(join(specs, "openapi.yaml"))
    ? " It is the folder of one contract; name the folder above it."
    : "";
  throw new WrongUse(`--specs ${specs} holds no <provider>/openapi.yaml and no <provider>.yaml.${near}`);
}

/**
 * Reads a contract; bundles it where it lies in pieces.
 *
 * @throws Error that names file, line where it is known, and what is wrong, in one line
 */
export async function readContract({ provider, file, isBundle }: ContractFile): Promise<ReadContract> {
  if (!isBundle) {
    const { root, files } = await bundleContract(file);
    return { document: { provider, root }, files };
  }
  const text = textOf(file);
  try {
    return { document: parseDocument(provider, text), files: new Set([file]) };
  } catch (error) {
    const [, what = "", line] = /^(.*?)(?: at line (\d+), column \d+)?$/.exec(firstLine(error)) ?? [];
    throw new Error(`${shownPath(file)}${line === undefined ? "" : `:${line}`}: ${what}`, { cause: error });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${shownPath(file)}: ${reasonOf(error)}`, { cause: error });
  }
}
