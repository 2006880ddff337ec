import { operationsOf, type Document, type OperationEntry } from "@omni-contracts/specs";

export interface Route {
  readonly entry: OperationEntry;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Finds the operation that a method and a path mean. A path without parameters wins over one with. */
export function createRouter(document: Document): (method: string, path: string) => Route | undefined {
  const routes = operationsOf(document).map((entry) => {
    const names = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const parts = entry.path.split(/\{\w+\}/).map(escape);
    return { entry, names, pattern: new RegExp(`^${parts.join("([^/]+)")}$`) };
  });
  routes.sort((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    const wanted = method.toLowerCase();
    for (const { entry, names, pattern } of routes) {
      const found = entry.method === wanted ? pattern.exec(path) : null;
      if (!found) continue;
      const [, ...values] = found;
      return { entry, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(values[i] ?? "")])) };
    }
    return undefined;
  };
}
