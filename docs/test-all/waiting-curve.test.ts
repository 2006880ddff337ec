// The waiting curve in the docs is the one of the schedule as it is now.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const docs = fileURLToPath(new URL("..", import.meta.url));
const FILES = ["waiting-curve.md", "waiting-curve.svg", "waiting-curve-log-normal.svg"];

it("npm run bench:waiting has nothing to change", async () => {
  const folder = await mkdtemp(join(tmpdir(), "waiting-curve-"));
  try {
    const page = await readFile(join(docs, "waiting-curve.md"), "utf8");
    // Without its figures, so that they can come from nowhere but the script.
    const blank = page.replaceAll(/(<!-- (\w+) -->\n\n)[^]*?(\n\n<!-- \/\2 -->)/g, "$1figures$3");
    expect(blank.match(/figures\n/g)).toHaveLength(3);
    await writeFile(join(folder, "waiting-curve.md"), blank);
    await promisify(execFile)(process.execPath, ["scripts/waiting-curve.mjs", folder], { cwd: docs });
    for (const file of FILES) {
      expect(await readFile(join(folder, file), "utf8"), file).toBe(await readFile(join(docs, file), "utf8"));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
