// Schemas in words: what a member may be, and which members there are.
import { isObject, objectAt, resolved, textOf, type Document, type Json, type JsonObject } from "@omni-contracts/specs";
import { cell, codeCell } from "../markdown.js";
import type { Language } from "../page.js";

const WORDS = {
  en: { list: "list of", items: "items", letters: "characters", bytes: "file", default: "default", not: "never" },
  zh: { list: "列表：", items: "项", letters: "个字符", bytes: "文件", default: "默认", not: "不允许" },
} as const;

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** `4 to 10`, `at least 4`, `at most 10` as `4–10`, `≥ 4`, `≤ 10`. */
function range(least: Json | undefined, most: Json | undefined): string {
  const [from, to] = [least, most].map((one) => (typeof one === "number" ? String(one) : ""));
  if (from && to) return from === to ? from : `${from}–${to}`;
  return from ? `≥ ${from}` : to ? `≤ ${to}` : "";
}

/** What a value may be, for a cell: `6 | 10`, `string, ≤ 2000 characters`. */
export function typeText(document: Document, value: Json | undefined, language: Language): string {
  const words = WORDS[language];
  const schema = resolved(document, value);
  const { enum: listed, const: only, not, format } = schema;
  if (isObject(not) && Object.keys(not).length === 0) return words.not;
  if (only !== undefined) return codeCell(JSON.stringify(only));
  if (Array.isArray(listed)) return listed.map((one) => codeCell(JSON.stringify(one))).join(" \\| ");
  const branches = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  const types = [schema.type ?? []].flat().map(textOf);
  if (types.length === 0 && branches.length > 0) {
    return [...new Set(branches.map((branch) => typeText(document, branch, language)))].join(" \\| ");
  }
  if (schema.items !== undefined) {
    const count = range(schema.minItems, schema.maxItems);
    const of = typeText(document, schema.items, language);
    return `${words.list} ${of}${count && `, ${count} ${words.items}`}`;
  }
  const isFile = format === "binary";
  const length = range(schema.minLength, schema.maxLength);
  const number = range(schema.minimum, schema.maximum);
  const limits = [length && `${length} ${words.letters}`, number, isFile ? "" : textOf(format)].filter(Boolean);
  const usual = schema.default === undefined ? [] : [`${words.default} ${codeCell(JSON.stringify(schema.default))}`];
  return [isFile ? words.bytes : types.join(" \\| "), ...limits, ...usual].filter(Boolean).join(", ");
}

export interface Member {
  /** `image_urls[].url` */
  readonly path: string;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
}

/** Deeper than this nobody reads a table. */
const DEEPEST = 4;

/** The members of an object, those of its members below them; of a union, those of every branch, each once. */
export function membersOf(document: Document, value: Json | undefined, prefix = "", depth = 0): Member[] {
  const schema = resolved(document, value);
  if (depth > DEEPEST) return [];
  if (schema.items !== undefined) return membersOf(document, schema.items, `${prefix}[]`, depth);
  const required = listOf(schema.required);
  const own = Object.entries(objectAt(schema.properties)).flatMap(([name, member]): Member[] => {
    const path = prefix ? `${prefix}.${name}` : name;
    const one = resolved(document, member);
    return [{ path, schema: one, isRequired: required.includes(name) }, ...membersOf(document, one, path, depth + 1)];
  });
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listOf(schema[keyword]));
  const others = branches.flatMap((branch) => membersOf(document, branch, prefix, depth + 1));
  const all = new Map<string, Member>();
  for (const one of [...own, ...others]) if (!all.has(one.path)) all.set(one.path, one);
  return [...all.values()];
}

/** The description of a schema on one line. */
export const describe = (schema: JsonObject): string => cell(textOf(schema.description));
