// A copy of the repository in which mutants live: sources and builds are copied, other people's packages are linked.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const OURS = "@omni-contracts";

/** Links everything in a node_modules folder; what is ours is linked to the copy's own. */
function link(root, copy, folder) {
  const from = join(root, folder, "node_modules");
  if (!existsSync(from)) return;
  const to = join(copy, folder, "node_modules");
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name === OURS) cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else if (!/^\.(cache|vite|vitest)/.test(name)) symlinkSync(join(from, name), join(to, name));
  }
}

/**
 * Makes the copy for an area anew, and beside it one that stays as it is: the repository may be worked on meanwhile.
 *
 * @returns the folders of both
 */
export function makeCopy(root, area) {
  const name = createHash("sha256").update(root).digest("hex").slice(0, 8);
  const copy = join(tmpdir(), `omni-mutation-${name}-${area}`);
  const pristine = `${copy}-pristine`;
  for (const folder of [copy, pristine]) rmSync(folder, { recursive: true, force: true });
  const listed = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  const files = listed.split("\0").filter((one) => one !== "" && existsSync(join(root, one)));
  for (const file of files) {
    mkdirSync(dirname(join(pristine, file)), { recursive: true });
    cpSync(join(root, file), join(pristine, file), { verbatimSymlinks: true });
  }
  const folders = new Set(files.flatMap((file) => (file.endsWith("package.json") ? [dirname(file)] : [])));
  for (const folder of folders) {
    const built = join(root, folder, "dist");
    if (existsSync(built)) cpSync(built, join(pristine, folder, "dist"), { recursive: true });
  }
  cpSync(pristine, copy, { recursive: true, verbatimSymlinks: true });
  for (const folder of folders) link(root, copy, folder);
  return { copy, pristine };
}

/** Puts files and folders back as they are in the copy that stays as it is. */
export function restore(pristine, copy, places) {
  for (const place of places) {
    const isFolder = lstatSync(join(pristine, place)).isDirectory();
    if (isFolder) rmSync(join(copy, place), { recursive: true, force: true });
    cpSync(join(pristine, place), join(copy, place), { recursive: isFolder });
  }
}
