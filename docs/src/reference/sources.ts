// Where a fact was read, in words.
import { isObject, objectAt, textOf, type Document, type Json } from "@omni-contracts/specs";
import { prose, tag } from "../markdown.js";
import type { Language } from "../page.js";

const LEVELS: Record<Language, Record<string, string>> = {
  en: { documented: "documented", reported: "reported", observed: "observed", inferred: "inferred" },
  zh: { documented: "有文档", reported: "他人转述", observed: "实际观察", inferred: "推断" },
};
const WORDS = {
  en: { source: "Source: ", read: (page: string, day: string) => `${page} (read ${day})`, comma: ", " },
  zh: { source: "来源：", read: (page: string, day: string) => `${page}（查阅于 ${day}）`, comma: "，" },
} as const;

/** The level and the pages of an `x-evidence`; the contract's own where there is none. */
export function evidenceLine(document: Document, value: Json | undefined, language: Language): string {
  const given = value ?? document.root["x-evidence"];
  const { level, source, note } = isObject(given) ? given : { level: "documented", source: given, note: "" };
  const words = WORDS[language];
  const word = textOf(level) || "documented";
  const sources = objectAt(document.root["x-sources"]);
  const pages = [source ?? []].flat().map((name) => {
    const { title, url, read } = objectAt(sources[textOf(name)]);
    const shown = prose(textOf(title) || textOf(name));
    return words.read(url ? `[${shown}](${textOf(url)})` : shown, textOf(read));
  });
  const badge = tag(LEVELS[language][word] ?? word, word === "documented" ? "good" : "caution");
  return [words.source + badge, pages.join(words.comma), prose(textOf(note))].filter(Boolean).join(" · ");
}
