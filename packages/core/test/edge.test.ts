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

it.each(["download", "webhook"])(
  "imports nothing from core/%s either, which weighs nothing on the main entry",
  (name) => {
    const seen = imports(new URL(`../src/${name}/index.ts`, import.meta.url));
    expect(seen.size).toBeGreaterThan(3);
    expect([...seen.values()].flat().filter((one) => !one.startsWith("."))).toEqual([]);
    for (const file of seen.keys())
      expect(readFileSync(new URL(file), "utf8"), file).not.toMatch(/\bprocess\.|\bBuffer\b(?!.*ArrayBuffer)/);
    const main = [...imports(new URL("../src/index.ts", import.meta.url)).keys()].join();
    expect(main).not.toContain(`/src/${name}/`);
  },
);

// Taking the globals away is no test here: Node's own fetch needs both. That no process is needed is held by api.test.ts.
it("names no Buffer", () => {
  for (const file of imports(new URL("../src/index.ts", import.meta.url)).keys()) {
    expect(readFileSync(new URL(file), "utf8"), file).not.toMatch(/\bBuffer\b(?!.*ArrayBuffer)/);
  }
});
