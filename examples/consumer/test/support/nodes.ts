// The versions of Node that packages promise to run on: the one that runs this, and the others, fetched once.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./readme.js";

const exec = promisify(execFile);
const cache = join(root, "node_modules/.cache/omni-nodes");

/** The newest of each line, 2026-11. They are plain programs, packed for npm, without a script. */
const NODES = { 20: "20.20.2", 22: "22.23.3", 24: "24.21.0" } as const;

const present = Number(process.versions.node.split(".")[0]);

/** Where a program that was fetched stands; on Windows it has an ending. */
const programIn = (folder: string): string | undefined =>
  ["node", "node.exe"].map((file) => join(folder, "bin", file)).find(existsSync);

async function fetched(version: string): Promise<string | undefined> {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const place = join(cache, version);
  const folder = join(place, "node_modules", name);
  if (programIn(folder) === undefined) {
    await mkdir(place, { recursive: true });
    const args = ["install", "--prefix", place, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
    await exec("npm", [...args, "--fetch-retries", "0", `${name}@${version}`]).catch(() => undefined);
  }
  return programIn(folder);
}

export interface Node {
  readonly major: string;
  /** Undefined where it is not here and cannot be fetched. */
  readonly program: string | undefined;
}

/**
 * A program for each line.
 *
 * @throws Error that names what is missing, where `OMNI_NODES=required` says that nothing may be
 */
export async function findNodes(): Promise<Node[]> {
  const nodes = await Promise.all(
    Object.entries(NODES).map(async ([major, version]) => {
      return { major, program: Number(major) === present ? process.execPath : await fetched(version) };
    }),
  );
  const missing = nodes.filter(({ program }) => program === undefined).map(({ major }) => major);
  if (missing.length > 0 && process.env.OMNI_NODES === "required")
    throw new Error(`Node ${missing.join(" and ")} could not be fetched from npm's registry.`);
  return nodes;
}
