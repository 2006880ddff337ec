// A page for each provider: its errors, operation by operation.
import { objectAt, operationsOf, textOf, type Document } from "@omni-contracts/specs";
import { blocks, code, prose } from "../markdown.js";
import type { Language, Page, Source } from "../page.js";
import { errorRows } from "./error-rows.js";
import { errorTable } from "./error-table.js";

const WORDS = {
  en: {
    title: "errors",
    description: (name: string) =>
      `Every error of ${name}: cause, fix, whether you were charged, and whether it is safe to send the request again.`,
    intro:
      "Each row is a named example of the contract: mocks answer with it, and the tests read it by the rules by which clients read. Below the summary stand the provider's own code, ours, and the example's name; a mock answers with it to `Prefer: code=<HTTP>, example=<name>`. An error marked *inferred* is shown by no page of the provider.",
    unlisted:
      "Any other answer to a submit that is no refusal, and no answer at all, means: nobody knows whether there is a task. Do not send it again; look for the task first.",
  },
  zh: {
    title: "错误",
    description: (name: string) => `${name} 的全部错误：原因、处理办法、是否已扣费、能否安全重发。`,
    intro:
      "每一行都是契约中的一个具名示例：模拟服务器用它作答，测试按客户端读取响应的同一套规则读取它。摘要之下依次是服务商自己的错误码、我们的错误码和示例名；发送 `Prefer: code=<HTTP>, example=<name>`，模拟服务器就会返回它。标有“推断”的错误在服务商页面上没有出现过。原因与处理办法保留契约原文。",
    unlisted:
      "提交之后，如果收到的响应不属于明确的拒绝，或者根本没有收到响应，就无法确定任务是否已经创建。不要重发，先去查找任务。",
  },
} as const;

function pageOf(document: Document, language: Language): Page {
  const words = WORDS[language];
  const title = textOf(objectAt(document.root.info).title).split(",")[0] ?? document.provider;
  const rows = errorRows(document);
  const parts = operationsOf(document).flatMap(({ id, method, path, operation }) => {
    const own = rows.filter(({ operationId }) => operationId === id);
    if (own.length === 0) return [];
    const link = `[${prose(textOf(operation.summary))}](../reference/${document.provider}/${id}.md), ${code(`${method.toUpperCase()} ${path}`)}`;
    return [`## ${id} {#${id}}`, link, errorTable(own, language)];
  });
  return {
    path: `errors/${document.provider}`,
    title: `${title}${language === "zh" ? "：" : ": "}${words.title}`,
    label: title,
    description: words.description(title),
    markdown: blocks(
      `# ${prose(title)}${language === "zh" ? "：" : ": "}${words.title}`,
      words.intro,
      words.unlisted,
      ...parts,
    ),
    frontmatter: { pageClass: "omni-wide" },
  };
}

export const errorPages = ({ documents }: Source, language: Language): Page[] =>
  documents.map((document) => pageOf(document, language));
