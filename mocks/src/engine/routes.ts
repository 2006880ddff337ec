import { operationsOf, type Document, type OperationEntry } from "@omni-contracts/specs";

export interface Route {
  readonly entry: OperationEntry;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

interface Pattern {
  readonly entry: OperationEntry;
  readonly names: readonly string[];
  /** What stands before the first parameter; a cheaper question than the pattern's. */
  readonly start: string;
  readonly pattern: RegExp;
}

function patternOf(entry: OperationEntry): Pattern {
  const names = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const parts = entry.path.split(/\{\w+\}/);
  const [start = ""] = parts;
  return { entry, names, start, pattern: new RegExp(`^${parts.map(escape).join("([^/]+)")}$`) };
}

const NO_PARAMS: Route["params"] = {};

/** Finds the operation that a method and a path mean. A path without parameters wins over one with. */
export function createRouter(document: Document): (method: string, path: string) => Route | undefined {
  const patterns = operationsOf(document)
    .map(patternOf)
    .sort((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    const wanted = method.toLowerCase();
    for (const { entry, names, start, pattern } of patterns) {
      if (entry.method !== wanted || !path.startsWith(start)) continue;
      if (names.length === 0 && path === entry.path) return { entry, params: NO_PARAMS };
      const found = pattern.exec(path);
      if (!found) continue;
      const params: Record<string, string> = {};
      for (const [i, name] of names.entries()) params[name] = decodeURIComponent(found[i + 1] ?? "");
      return { entry, params };
    }
    return undefined;
  };
}
