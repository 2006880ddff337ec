// Documents of the repository, shown as they are. They are in English only; the Chinese site says so above them.
import { readdirSync, readFileSync } from "node:fs";
import type { Language, Page, Source } from "../page.js";
import { withLinks } from "./links.js";

interface Shown {
  readonly file: string;
  readonly path: string;
  readonly order: number;
}

const FILES: readonly Shown[] = [
  { file: "docs/guides/errors.md", path: "project/error-codes", order: 10 },
  { file: "ARCHITECTURE.md", path: "project/architecture", order: 20 },
  { file: "CONTRIBUTING.md", path: "project/contributing", order: 21 },
  { file: "specs/README.md", path: "project/contract-language", order: 22 },
  { file: "mocks/README.md", path: "project/mocks", order: 23 },
  { file: "docs/benchmarks.md", path: "project/benchmarks", order: 30 },
  { file: "docs/waiting-curve.md", path: "project/waiting-curve", order: 31 },
  { file: "docs/licences.md", path: "project/licences", order: 32 },
];

const decisions = (root: string): Shown[] =>
  readdirSync(`${root}docs/decisions`)
    .filter((file) => file.endsWith(".md"))
    .toSorted()
    .map((file, i) => ({
      file: `docs/decisions/${file}`,
      path: `project/decisions/${file.slice(0, -".md".length)}`,
      order: 50 + i,
    }));

const NOTE: Record<Language, string> = { en: "", zh: "> 本页只有英文版。\n\n" };

/** The first sentence after the title, without marks of Markdown. */
function firstSentence(text: string): string {
  const paragraph = text.split("\n\n").find((part) => /^[\p{L}*[]/u.test(part)) ?? "";
  const words = paragraph.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[*`_]/g, "");
  const line = words.replaceAll(/\s+/g, " ").trim();
  return /^.*?[.:](?=\s|$)/.exec(line)?.[0] ?? line;
}

// Outside code a `<` begins no tag, and `{{` no template.
const harmless = (text: string): string =>
  text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll("{{", "{&#123;").replaceAll(/<(?![/!a-z])/g, "&lt;")))
    .join("");

/** The pages of these documents, in the order of the list. */
export function documentPages({ root }: Source, language: Language): Page[] {
  const shown = [...FILES, ...decisions(root)];
  const pages = new Map(shown.map(({ file, path }) => [file, path]));
  return shown.map(({ file, path, order }) => {
    const text = readFileSync(root + file, "utf8").trim();
    const [head = "", ...rest] = text.split("\n");
    const title = head.replace(/^#\s*/, "").replaceAll("`", "");
    const body = withLinks(rest.join("\n").trim(), { pages, file, page: path });
    const markdown = `${head}\n\n${NOTE[language]}${harmless(body)}`;
    return { path, order, title, description: firstSentence(body) || title, markdown };
  });
}
