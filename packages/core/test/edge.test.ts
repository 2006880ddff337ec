import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Everything that a module imports, and what those import; types are gone at run time. */
function imports(file: URL, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file.href)) return seen;
  const source = readFileSync(file, "utf8");
  const found = [...source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)"/gm)].map(
    ([, name = ""]) => name,
  );
  seen.set(file.href, found);
  for (const name of found.filter((one) => one.startsWith("."))) {
    imports(new URL(name.replace(/\.js$/, ".ts"), file), seen);
  }
  return seen;
}

it("imports nothing but openapi-fetch: no module of Node is reachable from the main entry", () => {
  const seen = imports(new URL("../src/index.ts", import.meta.url));
  expect(seen.size).toBeGreaterThan(20);
  expect([...new Set([...seen.values()].flat().filter((one) => !one.startsWith(".")))]).toEqual(["openapi-fetch"]);
});

it("nor from a subpath, but for the one that is Node's", () => {
  const seen = imports(new URL("../src/download/index.ts", import.meta.url));
  expect([...seen.values()].flat().filter((one) => !one.startsWith("."))).toEqual([]);
  expect([...imports(new URL("../src/index.ts", import.meta.url)).keys()].join()).not.toContain("/src/download/");
});

// Taking the globals away is no test here: Node's own fetch needs both. That no process is needed is held by api.test.ts.
it("names no Buffer", () => {
  for (const file of imports(new URL("../src/index.ts", import.meta.url)).keys()) {
    expect(readFileSync(new URL(file), "utf8"), file).not.toMatch(/\bBuffer\b(?!.*ArrayBuffer)/);
  }
});
