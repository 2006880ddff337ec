// Builds the site: pages, VitePress, links that work anywhere, references.
import { mkdir, rm } from "node:fs/promises";
import { providers, readDocument } from "@omni-contracts/specs";
import { build } from "vitepress";
import { allPages } from "../pages.js";
import { foldersOf } from "./paths.js";
import { buildRedoc } from "./redoc.js";
import { relocate } from "./relocate.js";
import { writePages } from "./write-pages.js";

/** Builds docs/dist of the repository at `root`; tells how many pages it has. */
export async function buildSite(root: string): Promise<number> {
  const folders = foldersOf(root);
  const documents = providers().map(readDocument);
  const pages = await allPages({ documents, root });
  await rm(folders.dist, { recursive: true, force: true });
  await mkdir(folders.dist, { recursive: true });
  await writePages(pages, folders);
  await build(`${root}docs/site`);
  await relocate(folders.dist);
  await Promise.all(documents.map((document) => buildRedoc(document, folders)));
  return pages.length;
}
