import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject } from "../document.js";
import { WrongUse } from "../terminal/wrong-use.js";
import { highest, isLevel, type Level } from "./levels.js";

/** The bumps that a changeset asks for, by package: https://github.com/changesets/changesets */
export function bumpsIn(text: string, file: string): Map<string, Level> {
  const [, front] = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text) ?? [];
  const bumps: unknown = front === undefined ? undefined : parse(front);
  if (front === undefined || (bumps !== null && !isObject(bumps))) {
    throw new WrongUse(`${file} is no changeset: it begins with no list of packages. \`npx changeset\` writes one.`);
  }
  return new Map(Object.entries(bumps ?? {}).flatMap(([name, bump]) => (isLevel(bump) ? [[name, bump]] : [])));
}

/** The bumps that all changesets of a folder ask for together: of each package the highest. */
export function pendingBumps(folder: string): Map<string, Level> {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md")
    : [];
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
