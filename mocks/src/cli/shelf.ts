import { dirname, sep } from "node:path";
import type { Document } from "@omni-contracts/specs";
import { firstLine } from "@omni-contracts/specs/terminal";
import { contractsIn, readContract, type ContractFile } from "./contracts.js";

/** What became of a contract's files. */
export type ShelfEvent =
  | { readonly kind: "new" | "reloaded"; readonly provider: string; readonly milliseconds: number }
  | { readonly kind: "broken"; readonly provider: string; readonly problem: string; readonly isServed: boolean }
  | { readonly kind: "gone"; readonly provider: string };

export interface ShelfOptions {
  readonly folder: string;
  /** Providers that are wanted; all where it is empty. */
  readonly wanted: readonly string[];
  /**
   * Takes a contract that was read into use.
   *
   * @throws Error when it cannot be served
   */
  readonly onRead: (document: Document) => void;
  readonly onEvent: (event: ShelfEvent) => void;
}

/** Contracts that are read again when their files change. */
export interface Shelf {
  /** Reads those contracts for the first time. */
  readAll(contracts: readonly ContractFile[]): Promise<void>;
  /** Reads again what the changed paths have to do with; one call after the other. */
  changed(paths: ReadonlySet<string>): Promise<void>;
}

interface Place {
  readonly contract: ContractFile;
  files: ReadonlySet<string>;
  isServed: boolean;
  /** What was told last; the same is not told again. */
  problem?: string;
  isGone: boolean;
}

/** A path that changed is the file, or a folder around it that came or went. */
const isAround = (path: string, file: string): boolean => file === path || file.startsWith(`${path}${sep}`);

function concerns({ contract, files, problem }: Place, path: string): boolean {
  if ([...files].some((file) => isAround(path, file))) return true;
  // A file that is missing is among no contract's files yet.
  return problem !== undefined && !contract.isBundle && isAround(dirname(contract.file), path);
}

export function createShelf({ folder, wanted, onRead, onEvent }: ShelfOptions): Shelf {
  const places = new Map<string, Place>();
  let last: Promise<void> = Promise.resolve();

  async function read(contract: ContractFile, before: Place | undefined): Promise<void> {
    const { provider } = contract;
    const place: Place = {
      ...{ files: new Set([contract.file]), isServed: false },
      ...before,
      contract,
      isGone: false,
    };
    places.set(provider, place);
    const start = performance.now();
    try {
      const { document, files } = await readContract(contract);
      place.files = files;
      onRead(document);
      const kind = place.isServed ? "reloaded" : "new";
      place.isServed = true;
      delete place.problem;
      onEvent({ kind, provider, milliseconds: performance.now() - start });
    } catch (error) {
      const problem = firstLine(error);
      if (problem !== place.problem) onEvent({ kind: "broken", provider, problem, isServed: place.isServed });
      place.problem = problem;
    }
  }

  function present(): ContractFile[] {
    try {
      return contractsIn(folder);
    } catch {
      // The folder itself is gone, and with it every contract.
      return [];
    }
  }

  async function update(paths: ReadonlySet<string>): Promise<void> {
    const contracts = present();
    for (const contract of contracts) {
      const { provider } = contract;
      if (wanted.length > 0 && !wanted.includes(provider)) continue;
      const place = places.get(provider);
      const isOther = place?.isGone !== false || place.contract.file !== contract.file;
      if (isOther || [...paths].some((path) => concerns(place, path))) await read(contract, place);
    }
    for (const [provider, place] of places) {
      if (place.isGone || contracts.some((one) => one.provider === provider)) continue;
      place.isGone = true;
      onEvent({ kind: "gone", provider });
    }
  }

  return {
    async readAll(contracts) {
      for (const contract of contracts) await read(contract, undefined);
    },
    changed(paths) {
      last = last.then(() => update(paths));
      return last;
    },
  };
}
