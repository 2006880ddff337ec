// TypeScript 7 for what is long: the same verdicts as the older compiler, of ten thousand lines in seconds.
import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./readme.js";

const exec = promisify(execFile);
const require = createRequire(join(root, "examples/typescript-7/package.json"));
const TSC = join(require.resolve("typescript/package.json"), "../bin/tsc");
const NAME = "lines.ts";

/** The lines, from 0, that do not compile. */
export async function wrongLinesOf(text: string): Promise<ReadonlySet<number>> {
  const folder = await mkdtemp(join(tmpdir(), "omni-lines-"));
  try {
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    const config = { extends: join(root, "tsconfig.base.json"), compilerOptions: { noEmit: true }, files: [NAME] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    await writeFile(join(folder, NAME), text);
    const told = await exec(process.execPath, [TSC, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      maxBuffer: 1024 * 1024 * 1024,
    }).catch((error: unknown) => error);
    const { stdout } = told instanceof Object && "stdout" in told ? told : { stdout: "" };
    const places = String(stdout)
      .split("\n")
      .filter((line) => /^\S/.test(line));
    return new Set(
      places.flatMap((line) => {
        const [, at] = /^lines\.ts\((\d+),\d+\): error TS/.exec(line) ?? [];
        // Whatever is not about a line of the text is about this helper: nothing must pass for a verdict then.
        if (at === undefined && line !== "") throw new Error(line);
        return at === undefined ? [] : [Number(at) - 1];
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
