// A page for each package: its README; and one for what each way into it exports.
import { readFileSync } from "node:fs";
import { english, linkBetween, prose, table, withoutTitle } from "../text.js";
import type { Language, Page, Source } from "../page.js";
import { relinked } from "../repository/links.js";
import { apiPages } from "./api.js";
import { readPackages, type Entry, type Package } from "./manifests.js";

const WORDS = {
  en: {
    list: "Packages",
    listIs: "Every package of this repository, and what it exports.",
    package: "Package",
    holds: "Holds",
    what: "Its README, and what it exports:",
    imports: "What it exports",
    from: "What one can import",
    data: "Data, generated from the contract",
    exports: (name: string) => `Everything that \`${name}\` exports, from its types and doc comments.`,
    api: (name: string) => `What ${name} exports`,
    frame: "",
  },
  zh: {
    list: "软件包",
    listIs: "本仓库的所有软件包，以及各自导出的内容。",
    package: "软件包",
    holds: "内容",
    what: "README 全文，以及它导出的内容：",
    imports: "导出内容",
    from: "导入路径",
    data: "由契约生成的数据",
    exports: (name: string) => `\`${name}\` 导出的全部内容，取自类型和文档注释。`,
    api: (name: string) => `${name} 的导出`,
    frame: "以下正文为英文。",
  },
} as const;

const specifier = ({ name }: Package, { subpath }: Entry): string => (subpath ? `${name}/${subpath}` : name);

/** `packages/core/batch`; the main entry is `packages/core/main`. */
const pathOf = ({ id }: Package, { subpath }: Entry): string =>
  `packages/${id}/${subpath ? subpath.replaceAll("/", "-") : "main"}`;

const framed = (language: Language, body: string): string =>
  language === "en" ? body : `${WORDS[language].frame}\n\n${english(body)}`;

/** Where TypeDoc puts the page of an entry. */
const fileOf = ({ file }: Entry): string => file.replace(/(\/index)?\.ts$/, ".md");

function readmePage({ root }: Source, one: Package, language: Language): Page {
  const words = WORDS[language];
  const file = `${one.folder}/README.md`;
  const path = `packages/${one.id}/index`;
  const readme = relinked(readFileSync(root + file, "utf8"), root, file, path);
  const rows = one.entries.map((entry) => [
    entry.isGenerated
      ? `\`${specifier(one, entry)}\``
      : `[\`${specifier(one, entry)}\`](${linkBetween(path, pathOf(one, entry))})`,
    entry.isGenerated ? words.data : words.exports(specifier(one, entry)),
  ]);
  const [title = ""] = /^# .*$/m.exec(readme) ?? [];
  return {
    path,
    title: one.name,
    description: `${one.description}.`,
    markdown: [
      title,
      framed(language, withoutTitle(readme)),
      `## ${words.imports}`,
      table([words.from, words.holds], rows),
    ].join("\n\n"),
  };
}

/** What links can lead to on a page of TypeDoc's: its own marks, and its headings. */
function anchorsOf(api: string): ReadonlySet<string> {
  const headings = [...api.matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) =>
    text.toLowerCase().replaceAll(/[^\w-]/g, ""),
  );
  return new Set([...[...api.matchAll(/<a id="([^"]*)"/g)].map(([, id = ""]) => id), ...headings]);
}

/** TypeDoc counts a name that differs in case only, such as a type beside a class, as the same; VitePress does not. */
function anchorIn(anchors: ReadonlySet<string>, hash: string): string {
  const bare = hash.replace(/-\d+$/, "");
  return anchors.has(hash.slice(1)) || !anchors.has(bare.slice(1)) ? hash : bare;
}

function apiPage(
  one: Package,
  entry: Entry,
  api: string,
  language: Language,
  pages: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): Page {
  const name = specifier(one, entry);
  const words = WORDS[language];
  const from = fileOf(entry).split("/").slice(0, -1);
  // TypeDoc links the pages of other entries by their sources.
  const linked = withoutTitle(api).replaceAll(
    /\]\(([^)#\s]+\.md)?(#[^)\s]*)?\)/g,
    (all: string, link?: string, hash?: string) => {
      const file = link ? new URL(link, `file:///${[...from, ""].join("/")}`).pathname.slice(1) : fileOf(entry);
      const page = pages.get(file);
      if (!page) throw new Error(`TypeDoc links ${file} from ${name}, and no page shows it.`);
      const anchor = hash ? anchorIn(anchorsOf(texts.get(file) ?? ""), hash) : "";
      return link || anchor ? `](${link ? linkBetween(pathOf(one, entry), page) : ""}${anchor})` : all;
    },
  );
  return {
    path: pathOf(one, entry),
    title: words.api(name),
    label: name,
    description: words.exports(name).replaceAll("`", ""),
    within: `packages/${one.id}`,
    group: words.imports,
    markdown: [`# ${name}`, words.exports(name), framed(language, linked)].join("\n\n"),
  };
}

function listPage(packages: readonly Package[], language: Language): Page {
  const words = WORDS[language];
  const rows = packages.map(({ id, name, description }) => [
    `[\`${name}\`](./${id}/index.md)`,
    language === "en" ? prose(description) : `<span lang="en">${prose(description)}</span>`,
  ]);
  return {
    path: "packages/index",
    title: words.list,
    description: words.listIs,
    order: 1,
    markdown: [`# ${words.list}`, words.listIs, table([words.package, words.holds], rows)].join("\n\n"),
  };
}

export async function packagePages(source: Source, language: Language): Promise<Page[]> {
  const packages = readPackages(source.root);
  const api = await apiPages(source.root, packages);
  const entries = packages.flatMap((one) => one.entries.map((entry) => ({ one, entry, text: api.get(fileOf(entry)) })));
  const pages = new Map(entries.map(({ one, entry }) => [fileOf(entry), pathOf(one, entry)]));
  return [
    listPage(packages, language),
    ...packages.map((one) => readmePage(source, one, language)),
    ...entries.flatMap(({ one, entry, text }) => (text ? [apiPage(one, entry, text, language, pages, api)] : [])),
  ];
}
