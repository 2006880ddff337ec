import { expect, it } from "vitest";
import { bumpsIn } from "../../src/diff/changesets.js";
import { bumpFor, compareVersions, parseVersion, raised } from "../../src/diff/version.js";

it.each([
  ["1.4.2", "major", "major", "2.0.0"],
  ["1.4.2", "minor", "minor", "1.5.0"],
  ["1.4.2", "patch", "patch", "1.4.3"],
  ["0.4.2", "major", "minor", "0.5.0"],
  ["0.4.2", "minor", "patch", "0.4.3"],
  ["0.4.2", "patch", "patch", "0.4.3"],
  ["0.0.0", "major", "minor", "0.1.0"],
  ["0.4.2", "none", "none", "0.4.2"],
] as const)("%s and a %s change: %s, %s", (version, level, bump, next) => {
  expect(bumpFor(level, version)).toBe(bump);
  expect(raised(version, bump)).toBe(next);
});

it.each([
  ["0.2.0", "0.10.0", -1],
  ["1.0.0", "0.99.99", 1],
  ["0.1.0", "0.1.0", 0],
])("%s against %s", (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

it.each(["1.2", "v1.2.3", "1.2.3-rc.1", ""])("%j is no version", (text) => {
  expect(() => parseVersion(text)).toThrow("write three numbers, like 0.2.0");
});

it("reads the bumps of a changeset", () => {
  const text = "---\n\"@x/a\": minor\n'@x/b': patch\n---\n\nText --- with dashes.\n";
  expect([...bumpsIn(text, "a.md")]).toEqual([
    ["@x/a", "minor"],
    ["@x/b", "patch"],
  ]);
  expect([...bumpsIn("---\n---\n\nNothing is released.\n", "a.md")]).toEqual([]);
});
