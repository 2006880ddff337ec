// The packages that are published: every workspace that is not private, those that others need first.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

function foldersOf(root, pattern) {
  if (!pattern.endsWith("/*")) return [pattern];
  const parent = pattern.slice(0, -2);
  const names = existsSync(join(root, parent)) ? readdirSync(join(root, parent)) : [];
  return names.map((name) => `${parent}/${name}`);
}

/** Those that a package needs at run time come before it: if publishing stops half-way, whatever is out can be installed. */
function inOrder(packages) {
  const names = new Set(packages.map(({ name }) => name));
  const ordered = [];
  const add = (one) => {
    if (ordered.includes(one)) return;
    for (const needed of Object.keys(one.manifest.dependencies ?? {}).filter((name) => names.has(name)))
      add(packages.find(({ name }) => name === needed));
    ordered.push(one);
  };
  packages.forEach(add);
  return ordered;
}

/** The folders of all workspaces, from the root. */
export const workspacesIn = (root) =>
  manifestOf(root)
    .workspaces.flatMap((pattern) => foldersOf(root, pattern))
    .filter((folder) => existsSync(join(root, folder, "package.json")));

/** `[{ name, version, folder, manifest }]`; `folder` from the root. */
export function publishedIn(root) {
  const packages = workspacesIn(root).map((folder) => {
    const manifest = manifestOf(join(root, folder));
    return { name: manifest.name, version: manifest.version, folder, manifest };
  });
  return inOrder(packages.filter(({ manifest }) => manifest.private !== true));
}
