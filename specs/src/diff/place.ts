import { existsSync, readFileSync } from "node:fs";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from "yaml";
import type { Place } from "./change.js";
import { FOLDERS } from "./workspace.js";

const startOf = (node: unknown): number | undefined => {
  const { range } = node !== null && typeof node === "object" && "range" in node ? node : { range: undefined };
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
};

/** Where in the text the keys lead; as far as they do. */
function offsetOf(contents: YamlNode | null, keys: readonly string[]): number {
  let [offset, at]: [number, unknown] = [0, contents];
  for (const key of keys) {
    const pair = isMap(at) ? at.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
    const next: unknown = pair ? pair.value : isSeq(at) ? at.items[Number(key)] : undefined;
    const start = startOf(pair ? pair.key : next);
    if (start === undefined) break;
    [offset, at] = [start, next];
  }
  return offset;
}

/** Finds lines of hand-written files. Each file is read once. */
export function createLocator(root: string, provider: string): (place: Place) => string {
  const files = new Map<string, { contents: YamlNode | null; lines: LineCounter }>();
  const read = (path: string) => {
    const lines = new LineCounter();
    const parsed = { contents: parseDocument(readFileSync(path, "utf8"), { lineCounter: lines }).contents, lines };
    files.set(path, parsed);
    return parsed;
  };
  return ({ file, keys }) => {
    const relative = `${FOLDERS.specs}/${provider}/${file}`;
    const path = `${root}/${relative}`;
    if (!existsSync(path)) return `${relative}#/${keys.join("/")}`;
    const { contents, lines } = files.get(path) ?? read(path);
    return `${relative}:${lines.linePos(offsetOf(contents, keys)).line}`;
  };
}
