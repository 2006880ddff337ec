// Pages of what docs/ keeps: reports, and the decisions. Their text is English in both languages.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { english, outsideBlocks, table, withoutTitle } from "../text.js";
import type { Language, Page, PageKind, Source } from "../page.js";
import { pageOfFile, relinked } from "../repository/links.js";
import { withPictures } from "./pictures.js";
import { DECISIONS, RECORDS, type RecordFile } from "./records.js";

const WORDS = {
  en: {
    note: "",
    decisions: "Decisions",
    decisionsAre: "Why things are as they are, one page a decision.",
    decision: "Decision",
    why: (title: string) => `Why it was decided so: ${title}.`,
  },
  zh: {
    note: "以下正文为英文。",
    decisions: "设计决策",
    decisionsAre: "为什么这样设计：每个决策一页。",
    decision: "决策",
    why: (title: string) => `为什么这样决定：${title}。`,
  },
} as const;

/** The text of a file below the page's own frame, with links and pictures as the page needs them. */
function bodyOf({ root }: Source, file: string, page: string, language: Language): string {
  const text = withoutTitle(readFileSync(root + file, "utf8"));
  const linked = relinked(withPictures(text, root, file), root, file, page);
  // Marks between which scripts write are of no use on a page.
  const bare = outsideBlocks(linked, (part) => part.replaceAll(/<!--[^]*?-->\n*/g, ""));
  return language === "en" ? bare : english(bare);
}

const introOf = (description: string, language: Language): string => description + WORDS[language].note;

function recordPage(source: Source, record: RecordFile, language: Language): Page[] {
  const path = pageOfFile(record.file);
  if (!path || !existsSync(source.root + record.file)) return [];
  const [title, description] = [record.title[language], record.description[language]];
  const intro = introOf(description, language);
  const markdown = [`# ${title}`, intro, bodyOf(source, record.file, path, language)].join("\n\n");
  const wide = record.isWide && { frontmatter: { aside: false, pageClass: "wide-page" } };
  return [{ path, title, description, order: record.order, markdown, ...wide }];
}

/** Reports of one section. */
export const recordPages =
  (section: RecordFile["section"]): PageKind["pages"] =>
  (source, language) =>
    RECORDS.filter((record) => record.section === section).flatMap((record) => recordPage(source, record, language));

interface Decision {
  readonly name: string;
  readonly number: string;
  readonly title: string;
}

function readDecisions({ root }: Source): Decision[] {
  const folder = `${root}docs/decisions/`;
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return files.toSorted().map((file) => {
    const [, number = "", title = ""] = /^# (\d+) (.*)$/m.exec(readFileSync(folder + file, "utf8")) ?? [];
    return { name: file.slice(0, -".md".length), number, title };
  });
}

const titleOf = ({ name, title }: Decision, language: Language): string =>
  language === "en" ? title : (DECISIONS[name] ?? title);

function decisionPage(source: Source, decision: Decision, language: Language): Page {
  const title = titleOf(decision, language);
  const path = `decisions/${decision.name}`;
  const words = WORDS[language];
  const intro = introOf(words.why(title), language);
  return {
    path,
    title: `${decision.number} ${title}`,
    description: words.why(title),
    within: "decisions",
    group: words.decisions,
    markdown: [
      `# ${decision.number} ${title}`,
      intro,
      bodyOf(source, `docs/decisions/${decision.name}.md`, path, language),
    ].join("\n\n"),
  };
}

export function decisionPages(source: Source, language: Language): Page[] {
  const words = WORDS[language];
  const decisions = readDecisions(source);
  const rows = decisions.map((one) => [one.number, `[${titleOf(one, language)}](./${one.name}.md)`]);
  const list: Page = {
    path: "decisions/index",
    title: words.decisions,
    description: words.decisionsAre,
    order: 50,
    markdown: [`# ${words.decisions}`, words.decisionsAre, table(["", words.decision], rows)].join("\n\n"),
  };
  return [list, ...decisions.map((one) => decisionPage(source, one, language))];
}
