import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { generate, GENERATE_COMMAND } from "./generate.js";

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Generates, or with `--check` compares, `src/generated/` of the client in `folder`. The folder's name is the provider's.
 *
 * @returns the exit code; 1 names every stale file, 2 an option that there is not
 */
export async function main(args: readonly string[], folder: string): Promise<number> {
  const odd = args.find((arg) => arg !== "--check");
  if (odd !== undefined) {
    console.error(`"${odd}" is no option. Usage: omni-codegen [--check], in the folder of a client.`);
    return 2;
  }
  const provider = basename(folder);
  const target = join(folder, "src", "generated");
  const files = await generate(provider);
  const present = await readdir(target).catch(() => []);
  const foreign = present.filter((name) => !(name in files));
  if (args.includes("--check")) {
    const names = Object.keys(files);
    const texts = await Promise.all(names.map((name) => read(join(target, name))));
    const stale = [...names.filter((name, i) => texts[i] !== files[name]), ...foreign];
    for (const name of stale) {
      console.error(
        `stale: packages/providers/${provider}/src/generated/${name}. Run \`${GENERATE_COMMAND}\` and commit it.`,
      );
    }
    return stale.length > 0 ? 1 : 0;
  }
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(target, name), text);
  for (const name of foreign) await rm(join(target, name), { recursive: true });
  console.log(`packages/providers/${provider}/src/generated: ${Object.keys(files).join(", ")}`);
  return 0;
}
