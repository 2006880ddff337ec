// The copy in which versions are made: whatever fails or is interrupted there, the checkout has not changed.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { workspacesIn } from "../published.mjs";

/** What is read while versions are made, and stays as it is. */
const SETTINGS = [".npmrc", ".prettierrc.json", ".prettierignore"];

const filesIn = (root, folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true }).flatMap((one) =>
        one.isFile() && !one.name.startsWith(".") ? [`${folder}/${one.name}`] : [],
      )
    : [];

/** Every file that making versions may write or take away, from the root. */
export function versionedFiles(root) {
  const packages = workspacesIn(root).flatMap((folder) => [`${folder}/package.json`, `${folder}/CHANGELOG.md`]);
  const files = ["package.json", "package-lock.json", ...packages];
  return [...files, ...filesIn(root, ".changeset"), ...filesIn(root, "specs/released")].filter((file) =>
    existsSync(join(root, file)),
  );
}

/** A folder with these files, and the libraries of the checkout. `remove` takes it away. */
export function createStage(root) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "omni-versions-"));
  const settings = SETTINGS.filter((file) => existsSync(join(root, file)));
  for (const file of [...settings, ...versionedFiles(root)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(realpathSync(join(root, "node_modules")), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
