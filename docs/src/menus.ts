// The menus, made of the pages: nobody writes them a second time.
import type { DefaultTheme } from "vitepress";
import { linkOf, type Language, type SitePage } from "./page.js";
import { SECTIONS } from "./sections.js";

type Item = DefaultTheme.SidebarItem;

const itemOf = (page: SitePage): Item => ({ text: page.label ?? page.title, link: linkOf(page) });

const sectionPages = (pages: readonly SitePage[], section: string): SitePage[] =>
  pages.filter((page) => page.section === section && page.within === undefined);

/** The bar at the top: each section's first page. */
export function barOf(pages: readonly SitePage[], language: Language): DefaultTheme.NavItemWithLink[] {
  const own = pages.filter((page) => page.language === language);
  return SECTIONS.filter(({ isInBar }) => isInBar).flatMap(({ id, title }) => {
    const [first] = sectionPages(own, id);
    if (!first) return [];
    const folder = first.path.includes("/")
      ? `^/${language === "en" ? "" : `${language}/`}${first.path.split("/")[0] ?? ""}/`
      : "";
    return [{ text: title[language], link: linkOf(first), ...(folder && { activeMatch: folder }) }];
  });
}

/** The menu of a folder that has one of its own: its page, and what is within it by groups. */
function folderMenu(pages: readonly SitePage[], folder: string): Item[] {
  const within = pages.filter((page) => page.within === folder);
  const top = pages.filter((page) => page.path === `${folder}/index`).map(itemOf);
  const groups = [...new Set(within.map(({ group = "" }) => group))];
  return [
    ...top,
    ...groups.map((group) => ({
      text: group,
      items: within.filter((page) => (page.group ?? "") === group).map(itemOf),
    })),
  ];
}

/** The menus at the side, by the folder in which they show. */
export function sidesOf(pages: readonly SitePage[], language: Language): Record<string, Item[]> {
  const own = pages.filter((page) => page.language === language);
  const prefix = language === "en" ? "/" : `/${language}/`;
  const sections = SECTIONS.filter(({ id }) => id !== "home").flatMap(({ id, title }) => {
    const items = sectionPages(own, id).map(itemOf);
    return items.length > 0 ? [{ text: title[language], items }] : [];
  });
  const folders = [...new Set(own.flatMap(({ within }) => within ?? []))];
  return {
    [prefix]: sections,
    ...Object.fromEntries(folders.map((folder) => [`${prefix}${folder}/`, folderMenu(own, folder)])),
  };
}
