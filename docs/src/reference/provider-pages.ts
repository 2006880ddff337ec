// A page for each provider: what its API is, and its operations.
import { objectAt, operationsOf, textOf, type Document } from "@omni-contracts/specs";
import type { Language, Page, Source } from "../page.js";

const WORDS = {
  en: { operations: "Operations", reference: "Whole reference on one page", intro: "Operations, errors and models of" },
  zh: { operations: "接口", reference: "单页完整参考", intro: "接口、错误与模型：" },
} as const;

function pageOf(document: Document, language: Language): Page {
  const { title, summary, description } = objectAt(document.root.info);
  const words = WORDS[language];
  const rows = operationsOf(document).map(
    ({ id, method, path, operation }) =>
      `| [\`${id}\`](./${id}.md) | \`${method.toUpperCase()} ${path}\` | ${textOf(operation.summary)} |`,
  );
  const markdown = [
    `# ${textOf(title)}`,
    textOf(description),
    `<a href="./redoc.html" target="_self">${words.reference}</a>`,
    `## ${words.operations}`,
    ["| | | |", "| --- | --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
  return {
    path: `reference/${document.provider}/index`,
    title: textOf(title),
    description: textOf(summary),
    markdown,
  };
}

export const providerPages = ({ documents }: Source, language: Language): Page[] =>
  documents.map((document) => pageOf(document, language));
