import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { objectAt } from "@omni-contracts/specs";

async function lockedAt(file: URL): Promise<Map<string, unknown> | undefined> {
  try {
    const { packages } = objectAt(JSON.parse(await readFile(file, "utf8")));
    return new Map(Object.entries(objectAt(packages)).map(([at, entry]) => [at, objectAt(entry).version]));
  } catch {
    return undefined;
  }
}

/** Whether what is installed is what the lockfile says. */
async function isInstalled(folder: URL): Promise<boolean> {
  const wanted = await lockedAt(new URL("package-lock.json", folder));
  const there = await lockedAt(new URL("node_modules/.package-lock.json", folder));
  if (!wanted || !there) return false;
  return [...wanted].every(([at, version]) => at === "" || there.get(at) === version);
}

/** Installs the clients of others, unless they are there. @throws Error when npm cannot */
export async function installPeers(folder: URL): Promise<void> {
  if (await isInstalled(folder)) return;
  process.stderr.write("Installing the peers…\n");
  try {
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).trim().split("\n");
    const why = said.find((line) => line.startsWith("npm error")) ?? said[0];
    throw new Error(`The peers cannot be installed; \`--only ours,naive\` measures without them. ${why}`, {
      cause: error,
    });
  }
}
