// A page for each provider: what its API is, where it is, and its operations.
import { objectAt, textOf, type Document } from "@omni-contracts/specs";
import { blocks, cell, code, codeCell, prose, table } from "../markdown.js";
import type { Language, Page, Source } from "../page.js";
import { allOperations } from "./operations.js";
import { evidenceLine } from "./sources.js";
import { wholeReference } from "./whole-reference.js";

const WORDS = {
  en: {
    head: ["Operation", "Address", "Does"],
    operations: "Operations",
    servers: "Servers",
    whole: "The whole reference on one page",
    errors: "Errors, and what they cost",
    sent: "sent to you",
  },
  zh: {
    head: ["接口", "地址", "作用"],
    operations: "接口",
    servers: "服务器",
    whole: "单页完整参考",
    errors: "错误及其费用影响",
    sent: "发送给你",
  },
} as const;

function pageOf(document: Document, language: Language): Page {
  const { provider, root } = document;
  const { title, summary, description } = objectAt(root.info);
  const words = WORDS[language];
  const rows = allOperations(document).map(({ id, method, path, operation, isWebhook }) => [
    `[${code(id)}](./${id}.md)`,
    isWebhook ? words.sent : codeCell(`${method.toUpperCase()} ${path}`),
    cell(textOf(operation.summary)),
  ]);
  const servers = [root.servers ?? []].flat().map((one) => {
    const { url, description: about } = objectAt(one);
    return `- ${code(textOf(url))} ${prose(textOf(about))}`;
  });
  return {
    path: `reference/${provider}/index`,
    title: textOf(title),
    label: textOf(title).split(",")[0] ?? provider,
    description: textOf(summary),
    markdown: blocks(
      `# ${prose(textOf(title))}`,
      prose(textOf(description)),
      evidenceLine(document, undefined, language),
      `- ${wholeReference(provider, "", words.whole, language)}\n- [${words.errors}](../../errors/${provider}.md)`,
      `## ${words.servers}`,
      servers.join("\n"),
      `## ${words.operations}`,
      table(words.head, rows),
    ),
    frontmatter: { pageClass: "omni-wide" },
  };
}

export const providerPages = ({ documents }: Source, language: Language): Page[] =>
  documents.map((document) => pageOf(document, language));
