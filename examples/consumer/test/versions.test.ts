// What `npm run version-packages` is about to write, when it was killed while it wrote: half of it is there, and the next run is
// to end it, not to begin anew.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "./support/readme.js";

const exec = promisify(execFile);
const PLAN = ".changeset/.half-written.json";
const BEFORE: Readonly<Record<string, string>> = {
  "package.json": '{"workspaces":["a"]}',
  "a/package.json": '{"name":"a","version":"0.0.0"}',
  ".changeset/one.md": "One.",
};
const AFTER: Readonly<Record<string, string>> = {
  "package.json": '{"workspaces":["a"]}',
  "a/package.json": '{"name":"a","version":"0.1.0"}',
  "a/CHANGELOG.md": "# a",
  "specs/released/acme.yaml": "info: {}",
};

let folder: string;
let checkout: string;
async function fill(place: string, files: Readonly<Record<string, string>>) {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(place, file)), { recursive: true });
    await writeFile(join(place, file), text);
  }
}
const call = (script: string) =>
  exec(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { carryOut, keepPlan, planOf } from ${JSON.stringify(`${root}.ci/versions/plan.mjs`)};
const [checkout, stage] = ${JSON.stringify([checkout, join(folder, "stage")])};
${script}`,
  ]).then(({ stdout }) => stdout);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "omni-versions-test-"));
  checkout = join(folder, "checkout");
  await fill(checkout, BEFORE);
  await fill(join(folder, "stage"), AFTER);
  await call("keepPlan(checkout, planOf(checkout, stage));");
  // Killed after the first file.
  await fill(checkout, { "a/package.json": AFTER["a/package.json"] ?? "" });
});
afterEach(() => rm(folder, { recursive: true }));

it("the next run writes the rest, once", async () => {
  expect(await call("console.log(carryOut(checkout), carryOut(checkout));")).toBe("true false\n");
  for (const [file, text] of Object.entries(AFTER)) expect(await readFile(join(checkout, file), "utf8")).toBe(text);
  for (const file of [".changeset/one.md", PLAN]) expect(existsSync(join(checkout, file))).toBe(false);
});

it("writes nothing over what somebody changed since", async () => {
  await fill(checkout, { ".changeset/one.md": "Another." });
  const said = await call("try { carryOut(checkout) } catch (error) { console.log(error.message) }");
  expect(said).toContain(".changeset/one.md, which changed since");
  expect(said).toContain(`remove ${PLAN}`);
  expect(existsSync(join(checkout, "a/CHANGELOG.md"))).toBe(false);
  expect(existsSync(join(checkout, PLAN))).toBe(true);
});
