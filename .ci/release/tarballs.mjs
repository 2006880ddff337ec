// A folder of tarballs, and what they are: it is packed where the tests ran, and published where no code of others runs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, Refusal } from "./run.mjs";

const LIST = "release.json";

/** Packs packages of a checkout that is built and tested, then says of which commit they are: only what is listed counts. */
export async function pack(place, packages, folder) {
  mkdirSync(folder, { recursive: true });
  const commit = await read(place, "git", ["rev-parse", "HEAD"]);
  if (packages.length === 0) {
    writeFileSync(join(folder, LIST), JSON.stringify({ commit, packages: [] }));
    return [];
  }
  const folders = packages.map((one) => `./${one.folder}`);
  const args = ["pack", ...folders, "--json", "--ignore-scripts", "--pack-destination", folder];
  const packed = JSON.parse(await read(place, "npm", args));
  for (const { id, entryCount, size } of packed)
    console.log(`${id}: ${entryCount} files, ${Math.ceil(size / 1024)} KB`);
  const list = packed.map(({ name, version, filename }) => ({ name, version, filename }));
  writeFileSync(join(folder, LIST), JSON.stringify({ commit, packages: list }, undefined, 2));
  return list;
}

/**
 * What was packed of this commit.
 *
 * @throws Refusal where a tarball is of another commit, or is none of the versions that this commit has
 */
export async function packedIn(root, folder, packages) {
  const file = join(folder, LIST);
  if (!existsSync(file)) throw new Refusal(`${folder} has no ${LIST}: fill it with --pack-only.`);
  const { commit, packages: list } = JSON.parse(readFileSync(file, "utf8"));
  const head = await read(root, "git", ["rev-parse", "HEAD"]);
  if (commit !== head)
    throw new Refusal(`${folder} was packed of ${commit.slice(0, 7)}, and this is ${head.slice(0, 7)}.`);
  for (const { name, version, filename } of list) {
    const inside = JSON.parse(await read(root, "tar", ["-xzOf", join(folder, filename), "package/package.json"]));
    const isOurs = packages.some((one) => one.name === inside.name && one.version === inside.version);
    if (!isOurs || inside.name !== name || inside.version !== version)
      throw new Refusal(`${filename} is ${inside.name}@${inside.version}, which is no version of this commit.`);
  }
  return list;
}
