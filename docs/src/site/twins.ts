// Every page as plain Markdown beside its HTML, and what leads machines to them: llms.txt, llms-full.txt, sitemap.xml.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, posix } from "node:path";
import { withoutTags } from "../markdown.js";
import { linkOf, placeOf, type SitePage } from "../page.js";
import { SECTIONS } from "../sections.js";

/** The Markdown without what only VitePress understands. */
export function plainMarkdown({ title, description, markdown }: SitePage): string {
  const text = withoutTags(markdown)
    .replaceAll(/^::: (?:details|info|tip|warning|danger)(?: (.*))?$/gm, (_, name: string | undefined) =>
      name ? `**${name}**` : "",
    )
    .replaceAll(/^:::.*$/gm, "")
    .replaceAll(/^(#+ .*?) *\{#[^}]*\}$/gm, "$1")
    .replaceAll(/<div class="omni-call"><strong>(.*?)<\/strong><span>(.*?)<\/span><\/div>/g, "`$1 $2`")
    .replaceAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g, "[$2]($1)")
    // Pictures, anchors, and what only says in which language a text is.
    .replaceAll(/<figure[\s\S]*?<\/figure>|<svg[\s\S]*?<\/svg>/g, "")
    .replaceAll(/<a id="[^"]*"><\/a> ?/g, "")
    .replaceAll(/<span lang="\w+">([\s\S]*?)<\/span>/g, "$1")
    .replaceAll(/^ *<\/?(?:div|section|p)\b[^>]*> *$/gm, "")
    .replaceAll("<br>", " · ")
    .replaceAll(/^<\/?[A-Z]\w*[^>]*>$/gm, "")
    .replaceAll("{&#123;", "{{")
    .replaceAll("}&#125;", "}}")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  return text.startsWith("# ") ? `${text}\n` : `# ${title}\n\n${description}\n\n${text}\n`;
}

/** https://llmstxt.org: the English pages by section, each with its sentence. */
export function llmsIndex(pages: readonly SitePage[], about: string, siteUrl: string): string {
  const own = pages.filter(({ language }) => language === "en");
  const parts = SECTIONS.flatMap(({ id, title }) => {
    const lines = own
      .filter(({ section }) => section === id)
      .map((page) => `- [${page.title}](${siteUrl}${placeOf(page)}.md): ${page.description}`);
    return lines.length > 0 ? [`## ${title.en}`, lines.join("\n")] : [];
  });
  return [`# Omni Contracts`, `> ${about}`, ...parts].join("\n\n") + "\n";
}

/** Links of a page as they lead from the site's root, where llms-full.txt stands. */
function fromRoot(markdown: string, page: SitePage): string {
  const file = `${placeOf(page)}.md`;
  return markdown.replaceAll(/\]\(([^)\s]+)\)/g, (whole, target: string) => {
    if (/^(\w+:|\/)/.test(target)) return whole;
    return target.startsWith("#") ? `](${file}${target})` : `](${posix.join(posix.dirname(file), target)})`;
  });
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Each page with its twin in the other language. Addresses are relative where the site's own is not known. */
function sitemap(pages: readonly SitePage[], siteUrl: string): string {
  const lines = pages.map((page) => {
    const twins = pages.filter(({ path }) => path === page.path);
    const links = twins.map(
      (twin) => `<xhtml:link rel="alternate" hreflang="${twin.language}" href="${escape(siteUrl + htmlOf(twin))}"/>`,
    );
    return `<url><loc>${escape(siteUrl + htmlOf(page))}</loc>${links.join("")}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...lines,
    "</urlset>\n",
  ].join("\n");
}

/** `guide/errors.html`, and `guide/` for an index. */
const htmlOf = (page: SitePage): string => {
  const link = linkOf(page).slice(1);
  return link === "" || link.endsWith("/") ? link : `${link}.html`;
};

/** Writes all of it; `siteUrl` ends with a slash, or is empty. */
export async function writeTwins(pages: readonly SitePage[], dist: string, siteUrl: string): Promise<void> {
  for (const page of pages) {
    const file = `${dist}${placeOf(page)}.md`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, plainMarkdown(page));
  }
  const home = pages.find(({ path, language }) => path === "index" && language === "en");
  await writeFile(`${dist}llms.txt`, llmsIndex(pages, home?.description ?? "", siteUrl));
  const english = pages.filter(({ language }) => language === "en");
  await writeFile(`${dist}llms-full.txt`, english.map((page) => fromRoot(plainMarkdown(page), page)).join("\n---\n\n"));
  await writeFile(`${dist}sitemap.xml`, sitemap(pages, siteUrl));
}
