import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const SCOPE = "@omni-contracts";

/** A copy of this repository that can be changed, built and tested; libraries are the ones that are installed here. */
export interface Workspace {
  readonly folder: string;
  read(path: string): Promise<string>;
  /** What a program of Node prints, run in a folder of the copy; rejects with all its output when it fails. */
  node(at: string, script: string, ...args: string[]): Promise<string>;
  /** Every file that is not built, by its path, with its text. */
  files(): Promise<ReadonlyMap<string, string>>;
}

/** Neither libraries nor the built site, which other tasks may be writing at the same time. */
const isSource = (path: string): boolean =>
  !/(^|\/)(node_modules|\.git|\.turbo|\.mirror|coverage)(\/|$)/.test(path.slice(root.length)) &&
  !/^docs\/(dist|build|test-output|site\/\.vitepress\/(\.temp|cache))(\/|$)/.test(path.slice(root.length));

async function linkLibraries(folder: string): Promise<void> {
  const installed = join(root, "node_modules");
  await mkdir(join(folder, "node_modules", SCOPE), { recursive: true });
  const names = (await readdir(installed)).filter((name) => name !== SCOPE);
  await Promise.all(names.map((name) => symlink(join(installed, name), join(folder, "node_modules", name))));
  for (const name of await readdir(join(installed, SCOPE))) {
    const place = (await realpath(join(installed, SCOPE, name))).slice((await realpath(root)).length + 1);
    await symlink(join(folder, place), join(folder, "node_modules", SCOPE, name));
    const own = join(root, place, "node_modules");
    if (existsSync(own))
      await cp(own, join(folder, place, "node_modules"), { recursive: true, verbatimSymlinks: true });
  }
}

/** Makes a package of the copy known to its neighbours, as `npm install` would. */
export const linkPackage = (workspace: Workspace, place: string): Promise<void> =>
  symlink(join(workspace.folder, place), join(workspace.folder, "node_modules", SCOPE, basename(place)));

export async function copyWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "omni-workspace-"));
  for (const name of await readdir(root)) {
    const source = join(root, name);
    if (isSource(source)) await cp(source, join(folder, name), { recursive: true, filter: isSource });
  }
  await linkLibraries(folder);
  return {
    folder,
    read: (path) => readFile(join(folder, path), "utf8"),
    async node(at, script, ...args) {
      const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
      try {
        const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
          cwd: join(folder, at),
          env,
          maxBuffer: 64 * 1024 * 1024,
        });
        return stdout;
      } catch (error) {
        const { stdout = "", stderr = "" }: { stdout?: string; stderr?: string } = Object(error);
        throw new Error(`${script} ${args.join(" ")} in ${at} failed:\n${stdout}${stderr}`, { cause: error });
      }
    },
    async files() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !/\/(node_modules|dist|docs\/build)\//.test(path.slice(folder.length)));
      const texts = await Promise.all(
        paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")] as const),
      );
      return new Map(texts);
    },
  };
}
