import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { changesetText } from "./changesets.js";
import { highest, isLevel, type Level } from "./levels.js";
import type { Told, Verdict } from "./verdict.js";
import { FOLDERS } from "./workspace.js";

const LABELS: Readonly<Partial<Record<Level, string>>> = { major: "**Breaking:** " };

/** What the changelog says: the title with the new version, and a line for each change. */
function changelogOf({ title, provider, version, changes }: Verdict): string {
  const line = ({ level, text }: Told) => `- ${LABELS[level] ?? ""}${text}`;
  const head = `Contract of ${title || provider}${version ? `, ${version.needs}` : ""}:`;
  return [head, "", ...changes.map(line)].join("\n");
}

const changesetFile = (provider: string): string => `${FOLDERS.changesets}/contract-${provider}.md`;

/** `info.version`, as it is written by hand. */
const VERSION = /^(info:[^\S\n]*\n(?:[^\S\n]+.*\n)*?[^\S\n]+version:[^\S\n]*)(['"]?)\d+\.\d+\.\d+\2/m;

function raiseVersion(root: string, { provider, version }: Verdict): string[] {
  if (!version || version.isMet) return [];
  const file = `${FOLDERS.specs}/${provider}/openapi.yaml`;
  const text = readFileSync(`${root}/${file}`, "utf8");
  if (!VERSION.test(text)) return [`${file}: no \`version\` under \`info\` was found; write ${version.needs} there.`];
  writeFileSync(
    `${root}/${file}`,
    text.replace(VERSION, (_, before: string) => `${before}${version.needs}`),
  );
  return [`${file}: version ${version.needs}`];
}

/**
 * Writes the changeset of a contract with what changed since the release, and raises `info.version`. Written anew each time,
 * so text added to the file by hand is lost: give it a name of its own to keep it.
 *
 * @returns what was done, a line each
 */
export function writeDown(root: string, verdict: Verdict): string[] {
  const file = changesetFile(verdict.provider);
  if (verdict.changes.length === 0) {
    rmSync(`${root}/${file}`, { force: true });
    return [];
  }
  const bumps = new Map(
    verdict.packages.map(({ name, needs }) => [name, highest([isLevel(needs) ? needs : "none"])] as const),
  );
  mkdirSync(`${root}/${FOLDERS.changesets}`, { recursive: true });
  writeFileSync(`${root}/${file}`, changesetText(bumps, changelogOf(verdict)));
  return [file, ...raiseVersion(root, verdict)];
}
