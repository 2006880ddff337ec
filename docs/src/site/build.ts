// Builds the site: pages, VitePress, links that work anywhere, references.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { providers, readDocument } from "@omni-contracts/specs";
import { build } from "vitepress";
import { allPages } from "../pages.js";
import { notFoundPage } from "./not-found.js";
import { foldersOf } from "./paths.js";
import { buildRedoc } from "./redoc.js";
import { relocate } from "./relocate.js";
import { writeTwins } from "./twins.js";
import { writePages } from "./write-pages.js";

/**
 * Builds docs/dist of the repository at `root`; tells how many pages it has. `siteUrl`, where the site will stand, makes
 * the addresses of sitemap.xml and llms.txt whole; it ends with a slash.
 */
export async function buildSite(root: string, siteUrl = ""): Promise<number> {
  const folders = foldersOf(root);
  const documents = providers().map(readDocument);
  const pages = await allPages({ documents, root });
  await rm(folders.dist, { recursive: true, force: true });
  await mkdir(folders.dist, { recursive: true });
  await writePages(pages, folders);
  await build(`${root}docs/site`);
  await relocate(folders.dist);
  await writeFile(`${folders.dist}404.html`, await notFoundPage(root, siteUrl || "./"));
  await writeTwins(pages, folders.dist, siteUrl);
  await Promise.all(documents.map((document) => buildRedoc(document, folders)));
  return pages.length;
}
