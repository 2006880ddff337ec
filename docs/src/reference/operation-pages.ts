// A page for each operation: address, request, answers, errors, samples.
import { objectAt, resolved, textOf, type Document, type Json } from "@omni-contracts/specs";
import { errorRows, type ErrorRow } from "../errors/error-rows.js";
import { errorTable } from "../errors/error-table.js";
import { blocks, cell, code, codeBlock, details, jsonBlock, prose, table } from "../markdown.js";
import type { Language, Page, Source } from "../page.js";
import { withCodeSamples } from "../samples/index.js";
import { allOperations, type Operation } from "./operations.js";
import { bodiesOf, bodyParts, memberTable, parameterTable } from "./request-parts.js";
import { evidenceLine } from "./sources.js";
import { placeInReference, wholeReference } from "./whole-reference.js";

const WORDS = {
  en: {
    samples: "Code",
    request: "Request",
    parameters: "Parameters",
    body: "Body",
    examples: "Examples",
    answers: "Answers",
    errors: "Errors",
    status: "HTTP",
    meaning: "Meaning",
    shown: "Example",
    members: "Members",
    nothing: "It takes no parameters and no body.",
    sent: "Sent by the provider to your address.",
    all: "All errors of this provider",
    whole: "In the whole reference",
    note: "",
  },
  zh: {
    samples: "代码",
    request: "请求",
    parameters: "参数",
    body: "请求体",
    examples: "示例",
    answers: "响应",
    errors: "错误",
    status: "HTTP",
    meaning: "含义",
    shown: "示例",
    members: "成员",
    nothing: "没有参数，也没有请求体。",
    sent: "由服务商发送到你的地址。",
    all: "该服务商的全部错误",
    whole: "在完整参考中查看",
    note: "标题与说明保留契约的英文原文。",
  },
} as const;

const namesOf = (examples: Json | undefined): [name: string, example: Json][] => Object.entries(objectAt(examples));

function exampleParts(document: Document, examples: Json | undefined, mark: string): string {
  const parts = namesOf(examples).map(([name, example]) => {
    const { summary, value } = resolved(document, example);
    return details(`${mark}${textOf(summary) || name} (${code(name)})`, jsonBlock(value));
  });
  return blocks(...parts);
}

function requestPart(document: Document, entry: Operation, language: Language): string {
  const words = WORDS[language];
  const parameters = parameterTable(document, entry, language);
  const bodies = bodiesOf(document, entry.operation);
  const parts = bodies.map(([type, content]) => {
    const examples = exampleParts(document, content.examples, "");
    return blocks(`${words.body}: ${code(type)}`, bodyParts(document, content.schema, language), examples);
  });
  return blocks(
    `## ${words.request}`,
    parameters && `**${words.parameters}**`,
    parameters,
    ...parts,
    !parameters && bodies.length === 0 && words.nothing,
  );
}

function answerPart(document: Document, { operation }: Operation, language: Language): string {
  const words = WORDS[language];
  const answers = Object.entries(objectAt(operation.responses)).map(([status, value]) => ({
    status,
    response: resolved(document, value),
  }));
  const rows = answers.map(({ status, response }) => [status, cell(textOf(response.description))]);
  const contents = answers.flatMap(({ status, response }) => {
    const content = objectAt(objectAt(response.content)["application/json"]);
    const members = status.startsWith("2") ? memberTable(document, content.schema, language) : "";
    const shown = members && details(`${words.members}, HTTP ${status}`, members);
    return [shown, exampleParts(document, content.examples, `HTTP ${status}: `)];
  });
  return blocks(`## ${words.answers}`, table([words.status, words.meaning], rows), ...contents);
}

/** Samples of code, where the contract has some for this operation. */
function samplePart({ operation }: Operation, language: Language): string {
  const samples = [operation["x-codeSamples"] ?? []].flat().map(objectAt);
  if (samples.length === 0) return "";
  const parts = samples.map(({ lang, label, source }) =>
    codeBlock(`${textOf(lang).toLowerCase()} [${textOf(label) || textOf(lang)}]`, textOf(source)),
  );
  return blocks(`## ${WORDS[language].samples}`, "::: code-group", ...parts, ":::");
}

function pageOf(document: Document, entry: Operation, rows: readonly ErrorRow[], language: Language): Page {
  const { provider } = document;
  const { id, method, path, operation, isWebhook } = entry;
  const words = WORDS[language];
  const [server] = [document.root.servers ?? []].flat().map((one) => textOf(objectAt(one).url));
  const summary = textOf(operation.summary);
  const address = isWebhook ? words.sent : `${server ?? ""}${path}`;
  const errors = rows.filter(({ operationId }) => operationId === id);
  const name = textOf(objectAt(document.root.info).title).split(",")[0] ?? provider;
  const group = [operation.tags ?? []].flat().map(textOf)[0] ?? "";
  return {
    path: `reference/${provider}/${id}`,
    title: `${summary} (${id}, ${name})`,
    label: summary,
    description: `${name}: ${method.toUpperCase()} ${isWebhook ? words.sent : path}. ${firstSentence(textOf(operation.description))}`,
    within: `reference/${provider}`,
    group,
    markdown: blocks(
      `# ${prose(summary)} {#top}`,
      `<div class="omni-call"><strong>${method.toUpperCase()}</strong><span>${prose(address)}</span></div>`,
      `${code(id)} · ${wholeReference(provider, placeInReference(id, group), words.whole, language)}`,
      words.note,
      prose(textOf(operation.description)),
      evidenceLine(document, operation["x-evidence"], language),
      samplePart(entry, language),
      requestPart(document, entry, language),
      answerPart(document, entry, language),
      errors.length > 0 && `## ${words.errors}`,
      errors.length > 0 && errorTable(errors, language),
      errors.length > 0 && `[${words.all}](../../errors/${provider}.md)`,
    ),
    frontmatter: { pageClass: "omni-wide", searchTitle: entry.id },
  };
}

const firstSentence = (text: string): string =>
  /^[\s\S]*?[.。](?=\s|$)/.exec(text.trim())?.[0].replaceAll(/\s+/g, " ") ?? text;

export const operationPages = ({ documents }: Source, language: Language): Page[] =>
  documents.flatMap((document) => {
    const rows = errorRows(document);
    return allOperations(withCodeSamples(document)).map((entry) => pageOf(document, entry, rows, language));
  });
