import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CRITERIA, examine, openBench } from "../src/index.js";
import { loadDrivers } from "../src/load.js";

it("the README's driver has forty lines at most, and is measured", async () => {
  const text = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n(.*?)```/s.exec(text) ?? [];
  expect(code.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  const bench = await openBench();
  try {
    const file = join(folder, "mine.mjs");
    await writeFile(file, code);
    const criteria = CRITERIA.filter(({ id }) => ["posts", "terminal"].includes(id));
    const [card] = await examine(await loadDrivers(file), bench, { criteria });
    expect(card?.problem).toBeUndefined();
    expect(card?.criteria.map(({ sum }) => `${sum.score}: ${sum.words}`)).toEqual([
      "good: 1 in each of 11 runs",
      "fair: 2 of 3",
    ]);
  } finally {
    await bench.close();
    await rm(folder, { recursive: true });
  }
});

it.each([
  ["export const other = 1;", /exports neither `driver` nor `drivers`/],
  ["export const driver = { name: 1 };", /exports something that is no driver/],
  ["export const driver = ;", /cannot be loaded/],
  [
    "export const driver = { name: '', version: '', protocol: '', how: '', run() {}, lacks: { abort: 'why' } };",
    /lacks "abort", which is no trial\. There are: .*\babort-before\b/,
  ],
])("%s is told in one line", async (code, message) => {
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  const file = join(folder, "mine.mjs");
  await writeFile(file, code);
  await expect(loadDrivers(file)).rejects.toThrow(message);
  await rm(folder, { recursive: true });
});
