// What changed: in the contracts since the last release, in what is not released yet, and in each release.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { isObject, objectAt, textOf } from "@omni-contracts/specs";
import { parse } from "yaml";
import type { Package } from "../packages/manifests.js";

export interface Change {
  readonly level: string;
  readonly text: string;
  /** Where it stands in the contract. */
  readonly at: string;
}

/** A contract beside that of the last release. */
export interface Comparison {
  readonly provider: string;
  /** `released`, or `new` where there is nothing to compare with. */
  readonly state: string;
  readonly changes: readonly Change[];
}

function outputOf(error: unknown): string {
  // 1 means that a version is too low: what changed is told all the same.
  if (isObject(error) || error instanceof Error) {
    const told = "stdout" in error ? error.stdout : undefined;
    if (typeof told === "string" && told.startsWith("[")) return told;
  }
  throw error;
}

/** What `npm run contract:diff` says. */
export async function comparisons(root: string): Promise<Comparison[]> {
  const args = [`${root}specs/scripts/contract-diff.mjs`, "--json"];
  const run = promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const text = await run.then(({ stdout }) => stdout, outputOf);
  const verdicts: unknown = JSON.parse(text);
  return (Array.isArray(verdicts) ? verdicts : []).map(objectAt).map(({ provider, state, changes }) => ({
    provider: textOf(provider),
    state: textOf(state),
    changes: [changes ?? []].flat().map((one) => {
      const { level, text, at } = objectAt(one);
      return { level: textOf(level), text: textOf(text), at: textOf(at) };
    }),
  }));
}

/** What the next release will say. */
export interface Pending {
  /** Package → `major`, `minor` or `patch`. */
  readonly packages: Readonly<Record<string, string>>;
  readonly text: string;
}

export function pendingChanges(root: string): Pending[] {
  const folder = `${root}.changeset/`;
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md")
    : [];
  return files.toSorted().map((file) => {
    const [, yaml = "", text = ""] = /^---\n([^]*?)---\n([^]*)$/.exec(readFileSync(folder + file, "utf8")) ?? [];
    const bumps = Object.entries(objectAt(parse(yaml))).map(([name, bump]) => [name, textOf(bump)] as const);
    return { packages: Object.fromEntries(bumps), text: text.trim() };
  });
}

/** A package's CHANGELOG.md without its title, where there is one. */
export interface Released {
  readonly name: string;
  readonly text: string;
}

export const releasedChanges = (root: string, packages: readonly Package[]): Released[] =>
  packages.flatMap(({ name, folder }) => {
    const file = `${root}${folder}/CHANGELOG.md`;
    return existsSync(file) ? [{ name, text: readFileSync(file, "utf8").replace(/^# .*\n+/, "") }] : [];
  });
