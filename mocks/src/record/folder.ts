import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { isObject, textOf } from "@omni-contracts/specs";
import { codeOf, reasonOf, WrongUse } from "@omni-contracts/specs/terminal";
import type { Exchange } from "./exchange.js";

/** What a folder of recordings is of. */
export interface Manifest {
  readonly provider: string;
  /** Without a slash at the end. */
  readonly base: string;
}

/** A folder that exchanges are written to. Nothing in it is ever written over, but by the answer to its own request. */
export interface Folder {
  readonly path: string;
  /** Writes a new exchange under the next number that is free. When it returns, the whole of it is on the disk. */
  add(exchange: Omit<Exchange, "number">): Exchange;
  /** Writes what is known by now of an exchange that was added; the file is the old one or the new one, never a part. */
  update(exchange: Exchange): void;
  /** Paid submits that this folder has seen, of this and of earlier sessions. */
  spent(): number;
  /**
   * Takes a place in the budget; gives it back by calling the result. `undefined` where none is left. It is taken on the
   * disk, so neither a crash nor a second recorder can spend it twice.
   */
  spend(budget: number): (() => void) | undefined;
}

const MANIFEST = "recording.json";
const FORM = 1;
const FILE = /^(\d{4,})-[\w.-]+\.json$/;
const PAID = /^paid-\d+$/;

/** Only its owner reads what was recorded: secrets are scrubbed, prompts and pictures' names are not. */
const OWN = { file: 0o600, folder: 0o700 };

function exclusive(path: string, text = ""): boolean {
  try {
    const file = openSync(path, "wx", OWN.file);
    writeSync(file, text);
    fsyncSync(file);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

const fileName = ({ number, operation, request }: Exchange): string => {
  const name = (operation ?? request.method).replaceAll(/[^\w.-]/g, "_").slice(0, 60);
  return `${String(number).padStart(4, "0")}-${name}.json`;
};

function readManifest(path: string): Manifest | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(join(path, MANIFEST), "utf8"));
    if (!isObject(data) || data.form !== FORM) return undefined;
    return { provider: textOf(data.provider), base: textOf(data.base) };
  } catch {
    return undefined;
  }
}

function entriesOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

const isExchange = (value: unknown): value is Record<string, never> & Exchange =>
  isObject(value) && typeof value.number === "number" && isObject(value.request);

/**
 * The recordings in a folder, in the order in which they were made.
 *
 * @throws WrongUse when it is not a folder of recordings
 */
export function readFolder(path: string): { readonly manifest: Manifest; readonly exchanges: readonly Exchange[] } {
  const manifest = readManifest(path);
  if (!manifest) throw new WrongUse(`--report ${path}: there is no ${MANIFEST}. Name a folder that --record has made.`);
  const exchanges = entriesOf(path)
    .filter((name) => FILE.test(name))
    .map((name) => {
      try {
        const data: unknown = JSON.parse(readFileSync(join(path, name), "utf8"));
        if (isExchange(data)) return data;
      } catch (error) {
        throw new WrongUse(`--report ${join(path, name)} cannot be read: ${reasonOf(error)}.`);
      }
      throw new WrongUse(`--report ${join(path, name)} is no recording. Take it out of the folder.`);
    });
  return { manifest, exchanges: exchanges.toSorted((a, b) => a.number - b.number) };
}

function begin(path: string, manifest: Manifest): void {
  const entries = entriesOf(path);
  const before = readManifest(path);
  if (entries.length > 0 && !before) {
    throw new WrongUse(`--out ${path} holds other things. Name a new folder, or one of earlier recordings.`);
  }
  if (before && (before.provider !== manifest.provider || before.base !== manifest.base)) {
    throw new WrongUse(`--out ${path} holds recordings of ${before.provider} at ${before.base}. Name another folder.`);
  }
  mkdirSync(path, { recursive: true, mode: OWN.folder });
  exclusive(join(path, MANIFEST), `${JSON.stringify({ form: FORM, ...manifest }, null, 2)}\n`);
  // Whether it may be written to is told now, and not at the first paid answer.
  const probe = join(path, `.probe-${process.pid}`);
  exclusive(probe);
  rmSync(probe);
}

/**
 * Begins a folder of recordings, or goes on with one of the same provider and base URL.
 *
 * @throws WrongUse when it holds something else, or cannot be written to
 */
export function openFolder(path: string, manifest: Manifest): Folder {
  try {
    begin(path, manifest);
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const reason = reasonOf(error).replace("to read it", "to write there");
    throw new WrongUse(`--out ${path} cannot be written to: ${reason}. Name a folder of yours.`);
  }
  const numbers = entriesOf(path).map((name) => Number(FILE.exec(name)?.[1] ?? 0));
  const last = { number: Math.max(0, ...numbers) };
  function drafted(file: string, exchange: Exchange): string {
    const draft = `${file}.${process.pid}.tmp`;
    rmSync(draft, { force: true });
    exclusive(draft, `${JSON.stringify(exchange, null, 2)}\n`);
    return draft;
  }
  const spent = () => entriesOf(path).filter((name) => PAID.test(name)).length;
  return {
    ...{ path, spent },
    add(given) {
      for (;;) {
        last.number += 1;
        const exchange = { number: last.number, ...given };
        const file = join(path, fileName(exchange));
        const draft = drafted(file, exchange);
        try {
          linkSync(draft, file);
          return exchange;
        } catch (error) {
          // A second recorder was faster.
          if (codeOf(error) !== "EEXIST") throw error;
        } finally {
          rmSync(draft, { force: true });
        }
      }
    },
    update(exchange) {
      const file = join(path, fileName(exchange));
      renameSync(drafted(file, exchange), file);
    },
    spend(budget) {
      for (let place = 1; place <= budget; place += 1) {
        const file = join(path, `paid-${place}`);
        if (!exclusive(file)) continue;
        return () => {
          rmSync(file, { force: true });
        };
      }
      return undefined;
    },
  };
}
