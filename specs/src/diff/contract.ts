import { isObject, type Document, type Json } from "../document.js";
import { wholeOf } from "./canonical.js";
import { Report, type Change } from "./change.js";
import { compareLifecycles } from "./lifecycle.js";
import { highest, LEVELS, type Level } from "./levels.js";
import { childOf, rootOf } from "./node.js";
import { compareOperations } from "./operations.js";
import { compareServers } from "./security.js";
import { compareStrange } from "./strange.js";
import { code } from "./words.js";

/** What people read and programs do not. */
const WORDS = new Set(
  ["title", "summary", "description", "note", "advice", "evidence", "x-evidence", "x-sources", "tags"].concat([
    "license",
    "contact",
    "termsOfService",
    "externalDocs",
  ]),
);

/** All words of a contract, wherever they stand and in whatever order. */
function wordsOf({ root }: Document): string {
  const words = new Set<string>();
  const walk = (value: Json): void => {
    if (!isObject(value) && !Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (WORDS.has(key)) words.add(`${key} ${wholeOf(inner)}`);
      else walk(inner);
    }
  };
  walk(root);
  return [...words].toSorted().join("\n");
}

const schemaNames = ({ root }: Document): string[] => {
  const schemas = isObject(root.components) ? root.components.schemas : undefined;
  return Object.keys(isObject(schemas) ? schemas : {});
};

const KNOWN = ["info", "servers", "security", "paths", "webhooks", "components", "x-lifecycle", ...WORDS];

/** Everything that people who use a contract may notice between two versions of it, the most important first. */
export function compareContracts(old: Document, now: Document): Change[] {
  const report = new Report();
  const [from, to] = [rootOf(old), rootOf(now)];
  compareServers(childOf(from, "servers"), childOf(to, "servers"), report);
  compareOperations(old, now, "paths", report);
  compareOperations(old, now, "webhooks", report);
  compareLifecycles(childOf(from, "x-lifecycle"), childOf(to, "x-lifecycle"), report);
  compareStrange(from, to, KNOWN, "the contract", report);
  const gone = schemaNames(old).filter((name) => !schemaNames(now).includes(name));
  for (const name of gone)
    report.add("patch", "", "", `The type \`components["schemas"]["${name}"]\` is gone or has another name`, to);
  if (report.changes.length === 0 && wordsOf(old) !== wordsOf(now)) {
    report.add("patch", "", "", `Words of ${code("info")}, descriptions, sources or evidence changed`, to);
  }
  const order = (level: Level) => -LEVELS.indexOf(level);
  return report.changes.toSorted((a, b) => order(a.level) - order(b.level));
}

export const levelOfChanges = (changes: readonly Change[]): Level => highest(changes.map(({ level }) => level));
