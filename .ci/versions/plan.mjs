// What a run is about to write is kept as one file first, so that the next run ends what an interrupted one began: half of the
// versions with all of the changesets would raise them twice.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { versionedFiles } from "./stage.mjs";

/** From the root; git ignores it. */
const PLAN = ".changeset/.half-written.json";

const textAt = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** `[{ file, before, after }]`: what the stage has otherwise. `null` stands for no file. */
export function planOf(root, stage) {
  const files = [...new Set([...versionedFiles(root), ...versionedFiles(stage)])];
  const changes = files.map((file) => ({ file, before: textAt(join(root, file)), after: textAt(join(stage, file)) }));
  return changes.filter(({ before, after }) => before !== after);
}

/** Keeps it whole or not at all. */
export function keepPlan(root, plan) {
  const path = join(root, PLAN);
  writeFileSync(`${path}.new`, JSON.stringify(plan));
  renameSync(`${path}.new`, path);
}

/**
 * Does what is kept, as often as it takes, and forgets it. Returns whether there was something.
 *
 * @throws Error, before anything is written, when a file is neither what the plan began with nor what it makes
 */
export function carryOut(root) {
  const text = textAt(join(root, PLAN));
  if (text === null) return false;
  const plan = JSON.parse(text);
  const strange = plan.find(({ file, before, after }) => ![before, after].includes(textAt(join(root, file))));
  if (strange !== undefined)
    throw new Error(
      `an interrupted run was about to write ${strange.file}, which changed since. Take back what it wrote (\`git status\` shows it), remove ${PLAN}, and run this again.`,
    );
  for (const { file, after } of plan) {
    const path = join(root, file);
    if (after === null) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, after);
    }
  }
  rmSync(join(root, PLAN));
  return true;
}
