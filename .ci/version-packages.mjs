// npm run version-packages: what the pending changesets promise becomes versions and changelogs, the present contracts become the
// released ones, and the lock file says so. Nothing is committed. Run again, it finds nothing left to do.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { refreshBaseline } from "../specs/dist/diff/baseline.js";
import { processScreen } from "../specs/dist/terminal/index.js";
import { publishedIn } from "./published.mjs";
import { pendingIn } from "./release/guard.mjs";
import { carryOut, keepPlan, planOf } from "./versions/plan.mjs";
import { createStage } from "./versions/stage.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");
const env = { ...process.env, DO_NOT_TRACK: "1" };
const STOPPED = "it stopped where the lines above say";
const run = (cwd, program, args) => execFileSync(program, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });

function makeVersions() {
  const stage = createStage(root);
  try {
    // Before the changesets are gone: it judges by what they promise.
    if (refreshBaseline(root, [], processScreen(), stage.folder) !== 0) throw new Error(STOPPED);
    run(stage.folder, process.execPath, [changesets, "version"]);
    const [left] = pendingIn(stage.folder);
    // It would stay for ever, and a release waits until there is none.
    if (left !== undefined)
      throw new Error(
        `.changeset/${left} names no package that is published, so no version comes of it. Take it away.`,
      );
    // Only our own entries change, so no registry is asked.
    const quiet = ["--package-lock-only", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    run(stage.folder, "npm", ["install", ...quiet]);
    keepPlan(root, planOf(root, stage.folder));
  } finally {
    stage.remove();
  }
  carryOut(root);
}

try {
  if (carryOut(root)) console.log("What an interrupted run had begun is written.");
  const before = new Map(publishedIn(root).map(({ name, version }) => [name, version]));
  makeVersions();
  for (const { name, version } of publishedIn(root)) {
    const old = before.get(name);
    console.log(old === version ? `${name}: ${version}, as it was` : `${name}: ${old} → ${version}`);
  }
} catch (error) {
  // What a program said that failed stands above already.
  const why = error.status === undefined ? error.message : STOPPED;
  console.error(`version-packages: ${why}\nWhen that is mended, run it again.`);
  process.exitCode = 1;
}
