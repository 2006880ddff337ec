import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { objectAt, textOf } from "@omni-contracts/specs";

/** What a new provider is called. */
export interface NewProvider {
  /** Lower-case letters and digits: the name of its two folders, of its package, and of its key in the environment. */
  readonly provider: string;
  /** As people write it. Default: the name with a capital. */
  readonly title?: string;
  /** Origin of the API. Default: one that does not exist. */
  readonly host?: string;
  /** The day on which its pages were read. */
  readonly today: string;
}

const TEMPLATE = fileURLToPath(new URL("../template/", import.meta.url));

function placeholdersOf({ provider, title, host, today }: NewProvider): Readonly<Record<string, string>> {
  const name = provider.slice(0, 1).toUpperCase() + provider.slice(1);
  const origin = host ?? `https://api.${provider}.example`;
  return {
    provider,
    Provider: name,
    PROVIDER: provider.toUpperCase(),
    title: title ?? name,
    host: origin,
    site: origin.replace("://api.", "://"),
    today,
  };
}

/** The versions that the neighbours of a client have now: npm links a workspace only where it is of the version that is asked for. */
async function versionsIn(root: string): Promise<Readonly<Record<string, string>>> {
  const places = { core: "packages/core", codegen: "packages/codegen", mocks: "mocks" };
  const read = async (place: string): Promise<string> => {
    const manifest: unknown = JSON.parse(await readFile(join(root, place, "package.json"), "utf8"));
    return textOf(objectAt(manifest).version);
  };
  const entries = Object.entries(places).map(async ([name, place]) => [`${name} version`, await read(place)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Names of other workspaces, which a package cannot have as well. */
const TAKEN = ["specs", "core", "codegen", "mocks", "docs", "demo", "consumer"];

function assertUsable(root: string, { provider, host, title = "" }: NewProvider): void {
  if (!/^[a-z][a-z0-9]*$/.test(provider)) {
    throw new Error(`"${provider}" is no name for a provider; write lower-case letters and digits, such as acme.`);
  }
  if (TAKEN.includes(provider))
    throw new Error(`"${provider}" is the name of a part of this repository; choose another.`);
  if (/["\\{}\n]/.test(title))
    throw new Error("--title holds a character that no name has; write letters, digits and spaces.");
  if (host !== undefined && (!URL.canParse(host) || new URL(host).origin !== host || !host.startsWith("https://"))) {
    throw new Error(`--host ${host} is no origin; write it like https://api.acme.ai, without a path.`);
  }
  // What `git clean` leaves of an earlier one, libraries and builds, does no harm.
  const [spec, client] = foldersOf(provider);
  for (const [folder, file] of [
    [spec, "openapi.yaml"],
    [client, "package.json"],
  ] as const) {
    if (existsSync(join(root, folder, file))) {
      throw new Error(`${folder} is there already; nothing was written. To begin again, remove ${spec} and ${client}.`);
    }
  }
}

const foldersOf = (provider: string): [spec: string, client: string] => [
  `specs/${provider}`,
  `packages/providers/${provider}`,
];

/**
 * Writes the two folders of a new provider below `root`: a contract that passes every check, with nothing in it that a page
 * says, and the client that goes with it. `src/generated/` is left to codegen.
 *
 * @returns the files, relative to `root`
 * @throws Error that names what is wrong, before anything is written
 */
export async function writeProvider(root: string, options: NewProvider): Promise<string[]> {
  assertUsable(root, options);
  const placeholders = { ...placeholdersOf(options), ...(await versionsIn(root)) };
  const fill = (text: string): string =>
    Object.entries(placeholders).reduce((filled, [name, value]) => filled.replaceAll(`{{${name}}}`, value), text);
  const [spec, client] = foldersOf(options.provider);
  const written: string[] = [];
  for (const [part, folder] of [
    ["spec", spec],
    ["package", client],
  ] as const) {
    const entries = await readdir(join(TEMPLATE, part), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const source = join(entry.parentPath, entry.name);
      const file = join(folder, source.slice(join(TEMPLATE, part).length + 1));
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), fill(await readFile(source, "utf8")));
      written.push(file);
    }
  }
  return written.toSorted();
}
