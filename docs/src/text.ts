// Pieces of Markdown that generated pages are made of.

export { code, prose } from "./markdown.js";

const cell = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ").replaceAll(/(?<!\\)\|/g, "\\|");
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

/** A table; its first row is the head. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** English text on a page of another language. */
export const english = (markdown: string): string => `<div lang="en">\n\n${markdown}\n\n</div>`;

/** The link from one page to another, both as paths without an ending. */
export function linkBetween(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  return `${up || "./"}${to}.md`;
}

/** The text without its `#` heading. */
export const withoutTitle = (markdown: string): string => markdown.replace(/^#\s.*\n+/, "").trim();

/** Applies a change to what is no code block. */
export const outsideBlocks = (markdown: string, change: (text: string) => string): string =>
  markdown
    .split(/^(```[^]*?^```$)/m)
    .map((part) => (part.startsWith("```") ? part : change(part)))
    .join("");
