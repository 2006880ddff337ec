import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject, textOf } from "../document.js";
import { WrongUse } from "../terminal/wrong-use.js";
import { membersAs } from "./canonical.js";
import { highest, isLevel, type Level } from "./levels.js";
import { readYaml } from "./readable.js";

/** The bumps that a changeset asks for, by package: https://github.com/changesets/changesets */
export function bumpsIn(text: string, file: string): Map<string, Level> {
  const [, front] = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text) ?? [];
  const bumps: unknown = front === undefined ? undefined : readYaml(file, (): unknown => parse(front));
  if (front === undefined || (bumps !== null && !isObject(bumps))) {
    throw new WrongUse(`${file} is no changeset: it begins with no list of packages. \`npx changeset\` writes one.`);
  }
  return new Map(Object.entries(bumps ?? {}).flatMap(([name, bump]) => (isLevel(bump) ? [[name, bump]] : [])));
}

/** In pre mode changesets stay until the end, also those that a version was made of. */
function versionedIn(folder: string): ReadonlySet<string> {
  const file = `${folder}/pre.json`;
  const pre: unknown = existsSync(file)
    ? readYaml(".changeset/pre.json", (): unknown => parse(readFileSync(file, "utf8")))
    : undefined;
  return new Set(membersAs(isObject(pre) ? pre.changesets : undefined).map(textOf));
}

/** The bumps that all changesets of a folder ask for together: of each package the highest. */
export function pendingBumps(folder: string): Map<string, Level> {
  const done = versionedIn(folder);
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter(
    (file) => file.endsWith(".md") && file !== "README.md" && !done.has(file.slice(0, -".md".length)),
  );
  const bumps = new Map<string, Level>();
  for (const file of files) {
    for (const [name, bump] of bumpsIn(readFileSync(`${folder}/${file}`, "utf8"), `.changeset/${file}`)) {
      bumps.set(name, highest([bumps.get(name) ?? "none", bump]));
    }
  }
  return bumps;
}

/** A changeset: what the changelogs of these packages will say. */
export function changesetText(bumps: ReadonlyMap<string, Level>, text: string): string {
  const lines = Array.from(bumps, ([name, bump]) => `"${name}": ${bump}`);
  return `---\n${lines.join("\n")}\n---\n\n${text}\n`;
}
