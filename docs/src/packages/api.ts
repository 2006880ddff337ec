// What packages export, from their types and doc comments, by TypeDoc: a page of Markdown for each entry.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { Application } from "typedoc";
import type { Package } from "./manifests.js";
import { withRightAnchors } from "./anchors.js";

/** Raised when what is done with TypeDoc's pages changes, so that kept ones are made anew. */
const FORM = "1";

async function sourcesOf(root: string, packages: readonly Package[]): Promise<string[]> {
  const folders = packages.map(({ folder }) => `${folder}/src/`);
  const files = folders.map(async (folder) =>
    (await readdir(root + folder, { recursive: true }))
      .map((file) => folder + file)
      .filter((file) => file.endsWith(".ts")),
  );
  return [...(await Promise.all(files)).flat().toSorted(), "package-lock.json", "docs/tsconfig.api.json"];
}

/** Names what the pages are made of. */
async function keyOf(root: string, packages: readonly Package[]): Promise<string> {
  const hash = createHash("sha256").update(FORM).update(JSON.stringify(packages));
  for (const file of await sourcesOf(root, packages)) hash.update(file).update(await readFile(root + file));
  return hash.digest("hex").slice(0, 16);
}

async function write(root: string, packages: readonly Package[], out: string): Promise<void> {
  const app = await Application.bootstrapWithPlugins({
    entryPoints: packages.flatMap(({ entries }) =>
      entries.flatMap(({ file, isGenerated }) => (isGenerated ? [] : root + file)),
    ),
    // Types and data that are generated from a contract: the reference tells the same in better words.
    exclude: ["**/src/generated/**"],
    plugin: ["typedoc-plugin-markdown"],
    outputs: [{ name: "markdown", path: out }],
    tsconfig: `${root}docs/tsconfig.api.json`,
    basePath: root,
    displayBasePath: root,
    logLevel: "Error",
    readme: "none",
    // The packages are compiled by `npm test`; here only their words are read.
    skipErrorChecking: true,
    disableGit: true,
    disableSources: true,
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    // One page an entry, without anything around it. The plugin declares its options to TypeDoc when it is loaded.
    ...{ router: "module", hidePageHeader: true, hideBreadcrumbs: true, hideGroupHeadings: false },
    ...{ parametersFormat: "table", interfacePropertiesFormat: "table", typeDeclarationFormat: "table" },
    ...{ useCodeBlocks: true, entryFileName: "index" },
    ...{ tableColumnSettings: { hideModifiers: true, hideInherited: true, hideSources: true, hideOverrides: true } },
  });
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the packages.");
  await app.generateOutputs(project);
}

/** Pages that are being made: both languages ask for the same. */
const underWay = new Map<string, Promise<void>>();

/** Another process may make the same at the same time; whoever is first has made it. */
async function make(root: string, packages: readonly Package[], folder: string, kept: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(`${folder}new-`);
  await write(root, packages, draft);
  await rename(draft, kept).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  });
  const old = (await readdir(folder)).filter((name) => !name.startsWith("new-") && folder + name !== kept);
  await Promise.all(old.map((name) => rm(folder + name, { recursive: true, force: true })));
}

/**
 * The API of every entry as Markdown, by its source's path. Pages are kept in docs/build/api/ for as long as no source
 * changes, because TypeScript takes a while.
 */
export async function apiPages(root: string, packages: readonly Package[]): Promise<ReadonlyMap<string, string>> {
  const folder = `${root}docs/build/api/`;
  const kept = `${folder}${await keyOf(root, packages)}`;
  if (!existsSync(kept)) {
    const making = underWay.get(kept) ?? make(root, packages, folder, kept);
    underWay.set(kept, making);
    await making;
  }
  const files = (await readdir(kept, { recursive: true })).filter((file) => file.endsWith(".md"));
  const pages = files.map(async (file) => [file, await readFile(`${kept}/${file}`, "utf8")] as const);
  return withRightAnchors(new Map(await Promise.all(pages)));
}
