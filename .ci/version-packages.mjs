// npm run version-packages: what the pending changesets promise becomes versions and changelogs, the present contracts become the
// released ones, and the lock file says so. Nothing is committed. Run again, it finds nothing left to do.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publishedIn } from "./published.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");
const env = { ...process.env, DO_NOT_TRACK: "1" };
const run = (program, args) => execFileSync(program, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });

const before = new Map(publishedIn(root).map(({ name, version }) => [name, version]));
try {
  // The contracts first: it writes nothing, and ends this, while one of them changed without a higher version of its own.
  run(process.execPath, [join(root, "specs/scripts/release-baseline.mjs")]);
  run(process.execPath, [changesets, "version"]);
  // Only our own entries change, so no registry is asked.
  run("npm", ["install", "--package-lock-only", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
} catch {
  console.error("version-packages: it stopped where the lines above say. When that is mended, run it again.");
  process.exit(1);
}
for (const { name, version } of publishedIn(root)) {
  const old = before.get(name);
  console.log(old === version ? `${name}: ${version}, as it was` : `${name}: ${old} → ${version}`);
}
