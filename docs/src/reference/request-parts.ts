// What a request may hold, as tables.
import {
  isObject,
  modelSchemas,
  objectAt,
  parametersOf,
  resolved,
  textOf,
  type Document,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";
import { blocks, cell, codeCell, code, prose, table } from "../markdown.js";
import type { Language } from "../page.js";
import type { Operation } from "./operations.js";
import { describe, membersOf, typeText } from "./schema-text.js";

const WORDS = {
  en: {
    name: "Name",
    where: "In",
    type: "Value",
    about: "Meaning",
    required: "required",
    rules: "Rules",
    more: "and other ids",
  },
  zh: {
    name: "名称",
    where: "位置",
    type: "取值",
    about: "含义",
    required: "必填",
    rules: "规则",
    more: "以及其他 id",
  },
} as const;

const nameCell = (path: string, isRequired: boolean, language: Language): string =>
  `${codeCell(path)}${isRequired ? `<br>${WORDS[language].required}` : ""}`;

export function parameterTable(document: Document, { operation, path }: Operation, language: Language): string {
  const words = WORDS[language];
  const shared = objectAt(objectAt(document.root.paths)[path]);
  const parameters = [...parametersOf(document, shared), ...parametersOf(document, operation)];
  const rows = parameters.map((one) => [
    nameCell(textOf(one.name), one.required === true, language),
    textOf(one.in),
    typeText(document, one.schema, language),
    describe(one),
  ]);
  return rows.length === 0 ? "" : table([words.name, words.where, words.type, words.about], rows);
}

export function memberTable(document: Document, schema: Json | undefined, language: Language): string {
  const words = WORDS[language];
  const rows = membersOf(document, schema).map((member) => [
    nameCell(member.path, member.isRequired, language),
    typeText(document, member.schema, language),
    describe(member.schema),
  ]);
  return rows.length === 0 ? "" : table([words.name, words.type, words.about], rows);
}

/** What holds between members: the descriptions of the narrowing branches. */
function rulesOf(document: Document, schema: JsonObject, language: Language): string {
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  const texts = parts.map((part) => cell(textOf(resolved(document, part).description))).filter(Boolean);
  return texts.length === 0 ? "" : [`**${WORDS[language].rules}**`, "", ...texts.map((text) => `- ${text}`)].join("\n");
}

/** A part for each model of a body; one table where it has none. */
export function bodyParts(document: Document, schema: Json | undefined, language: Language): string {
  const models = modelSchemas(document, schema);
  if (models.length === 0) return memberTable(document, schema, language);
  const parts = models.flatMap(({ ids, schema: model }) => {
    const [first = "", ...others] = ids;
    // Without its rules: they have members, too.
    const own = { ...model, allOf: [] };
    return [
      `### ${code(first)}`,
      others.length > 0 && `${WORDS[language].more}: ${others.map(code).join(", ")}`,
      prose(textOf(model.description)),
      memberTable(document, own, language),
      rulesOf(document, model, language),
    ];
  });
  return blocks(...parts);
}

/** The bodies that an operation takes, by media type. */
export const bodiesOf = (document: Document, operation: JsonObject): [type: string, content: JsonObject][] =>
  Object.entries(objectAt(resolved(document, operation.requestBody).content)).flatMap(([type, content]) =>
    isObject(content) ? [[type, content]] : [],
  );
