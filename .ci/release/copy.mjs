// The copy in which a dry run makes versions: the checkout stays as it is, whatever happens.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "./run.mjs";

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * A folder with a name that follows from the checkout, so that a run finds what a killed one left, and removes it.
 *
 * @throws Refusal while another run is using it
 */
export function takeFolder(root) {
  const name = `omni-release-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`;
  const folder = join(realpathSync(tmpdir()), name);
  const owner = join(folder, "pid");
  const pid = existsSync(owner) ? Number(readFileSync(owner, "utf8")) : undefined;
  if (pid !== undefined && pid !== process.pid && isAlive(pid))
    throw new Refusal(`A release of this checkout is under way, as process ${pid}.`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(owner, String(process.pid));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
