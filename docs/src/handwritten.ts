// Pages that people write, in site/: one file a page, and the same under site/zh/.
import { readdirSync, readFileSync } from "node:fs";
import { objectAt, textOf } from "@omni-contracts/specs";
import { parse } from "yaml";
import type { Language, Page, PageKind, Source } from "./page.js";
import { relinked } from "./repository/links.js";
import { withPictures } from "./records/pictures.js";

interface Written extends Page {
  readonly section: string;
}

/** `---`, YAML, `---`, and the rest. */
const FRONTMATTER = /^---\n([\s\S]*?)\n---\n/;

/** The section of a page that names none: that of its folder. */
const sectionOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : "project");

function readPage(root: string, folder: string, path: string): Written {
  const file = `${folder}${path}.md`;
  const text = readFileSync(root + file, "utf8");
  const [head = "", yaml = ""] = FRONTMATTER.exec(text) ?? [];
  const { title, description, section, order, label, ...frontmatter } = objectAt(parse(yaml));
  if (!title || !description) throw new Error(`${file}: a page has a title and a description in its frontmatter.`);
  return {
    path,
    title: textOf(title),
    description: textOf(description),
    section: textOf(section) || sectionOf(path),
    markdown: relinked(withPictures(text.slice(head.length).trim(), root, file), root, file, path),
    ...(typeof order === "number" && { order }),
    ...(label && { label: textOf(label) }),
    frontmatter,
  };
}

function readPages({ root }: Source, language: Language): Written[] {
  const folder = `docs/site/${language === "en" ? "" : `${language}/`}`;
  const files = readdirSync(root + folder, { recursive: true, encoding: "utf8" }).toSorted();
  return files
    .filter((file) => file.endsWith(".md") && !file.startsWith(".vitepress"))
    .filter((file) => language !== "en" || !file.startsWith("zh/"))
    .map((file) => readPage(root, folder, file.replaceAll("\\", "/").slice(0, -".md".length)));
}

/** A kind for each of the sections in which people write; `written-guide` and so on. */
export const handwritten = (sections: readonly string[]): PageKind[] =>
  sections.map((section) => ({
    id: `written-${section}`,
    section,
    pages: (source, language) => readPages(source, language).filter((page) => page.section === section),
  }));
