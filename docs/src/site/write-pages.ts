// Puts every page where VitePress finds it, and the menus beside them.
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { DefaultTheme } from "vitepress";
import { stringify } from "yaml";
import { barOf, sidesOf } from "../menus.js";
import { LANGUAGES, placeOf, type Language, type SitePage } from "../page.js";
import type { Folders } from "./paths.js";

export type Menus = Record<
  Language,
  { readonly bar: DefaultTheme.NavItem[]; readonly sides: Record<string, DefaultTheme.SidebarItem[]> }
>;

const textOfPage = ({ title, description, markdown, frontmatter }: SitePage): string =>
  `---\n${stringify({ title, description, ...frontmatter })}---\n\n${markdown}\n`;

export async function writePages(pages: readonly SitePage[], folders: Folders): Promise<void> {
  await rm(folders.pages, { recursive: true, force: true });
  for (const page of pages) {
    const file = `${folders.pages}${placeOf(page)}.md`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, textOfPage(page));
  }
  const open = `${folders.root}docs/site/public`;
  if (existsSync(open)) await cp(open, `${folders.pages}public`, { recursive: true });
  for (const name of await readdir(`${folders.root}docs`)) {
    // Pictures of the repository's documents.
    if (name.endsWith(".svg")) await cp(`${folders.root}docs/${name}`, `${folders.pages}public/${name}`);
  }
  const menus = LANGUAGES.map((language) => [
    language,
    { bar: barOf(pages, language), sides: sidesOf(pages, language) },
  ]);
  await writeFile(folders.menus, JSON.stringify(Object.fromEntries(menus)));
}
