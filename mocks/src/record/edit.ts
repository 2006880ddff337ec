import { isMap, isScalar, isSeq, stringify, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import type { Json } from "@omni-contracts/specs";
import type { SourcePlace, Sources } from "./source-place.js";

/** A piece of a file, and what is to stand there instead. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** On one line, as the contracts are written. */
const inline = (value: Json): string =>
  stringify(value, {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
    defaultStringType: "PLAIN",
    defaultKeyType: "PLAIN",
  }).trim();

const endOf = (text: string, node: unknown): number | undefined => {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  if (!range) return undefined;
  // The end of a block lies behind its line break.
  return range[0] + text.slice(range[0], range[1]).trimEnd().length;
};

const indentAt = (text: string, offset: number): string => {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return " ".repeat(offset - start);
};

function intoMap(text: string, file: string, map: YAMLMap, name: string, value: Json, isLiteral = false): Edit[] {
  const first = map.items[0]?.key;
  const last = map.items.at(-1);
  const end = endOf(text, last?.value ?? last?.key);
  const written = `${isLiteral ? `'${name}'` : inline(name)}: ${inline(value)}`;
  if (end === undefined || !isScalar(first) || !first.range) return [];
  const by = map.flow ? `, ${written}` : `\n${indentAt(text, first.range[0])}${written}`;
  return [{ file, start: end, end, text: by }];
}

function intoList(text: string, file: string, list: YAMLSeq, value: Json): Edit[] {
  const last: unknown = list.items.at(-1);
  const end = endOf(text, last);
  const start = (isScalar(last) || isMap(last) || isSeq(last) ? last.range?.[0] : undefined) ?? 0;
  if (end === undefined) return [];
  const dash = text.lastIndexOf("-", start);
  return [
    { file, start: end, end, text: list.flow ? `, ${inline(value)}` : `\n${indentAt(text, dash)}- ${inline(value)}` },
  ];
}

function outOfList(text: string, file: string, list: YAMLSeq, value: string): Edit[] {
  const at = list.items.findIndex((one) => isScalar(one) && one.value === value);
  const item: unknown = list.items[at];
  if (!isScalar(item) || !item.range || (!list.flow && list.items.length < 2)) return [];
  const [start] = item.range;
  const end = endOf(text, item) ?? start;
  if (!list.flow) return [{ file, start: text.lastIndexOf("\n", start), end, text: "" }];
  if (at > 0) return [{ file, start: text.lastIndexOf(",", start), end, text: "" }];
  const next: unknown = list.items[1];
  return [{ file, start, end: (isScalar(next) ? next.range?.[0] : undefined) ?? end, text: "" }];
}

const child = (node: Node, name: string): unknown => (isMap(node) ? node.get(name, true) : undefined);

/** Adds a word to a list that stands under a name of the place. */
export function addTo(sources: Sources, { file, node }: SourcePlace, name: string, value: Json): Edit[] {
  const text = sources.text(file);
  const list = child(node, name);
  if (isSeq(list)) return intoList(text, file, list, value);
  if (isScalar(list) && name === "type" && list.range) {
    return [
      { file, start: list.range[0], end: list.range[1], text: `[${inline(String(list.value))}, ${inline(value)}]` },
    ];
  }
  return isMap(node) && list === undefined ? intoMap(text, file, node, name, [value]) : [];
}

/** Adds a member to the map under a name of the place, or to the place itself where no name is given. */
export function addMember(
  sources: Sources,
  { file, node }: SourcePlace,
  within: string | undefined,
  name: string,
  value: Json,
): Edit[] {
  const map = within === undefined ? node : child(node, within);
  return isMap(map) ? intoMap(sources.text(file), file, map, name, value, /^\d+$/.test(name)) : [];
}

/** Takes a word out of the list under a name of the place. */
export function takeFrom(sources: Sources, { file, node }: SourcePlace, name: string, value: string): Edit[] {
  const list = child(node, name);
  return isSeq(list) ? outOfList(sources.text(file), file, list, value) : [];
}
