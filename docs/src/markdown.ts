// Pieces of Markdown. VitePress reads a page as a template of Vue, so texts of contracts are made harmless first.

const plain = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{{", "{&#123;").replaceAll("}}", "}&#125;");

/** A text of a contract, which is Markdown itself: its code stays code, and nothing else in it is a tag or a template. */
export const prose = (text: string): string =>
  text
    .trim()
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : plain(part)))
    .join("");

/** The same on one line, for a cell of a table. */
export const cell = (text: string): string =>
  prose(text)
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");

/** Code within a line. */
export const code = (text: string): string => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Code in a cell. */
export const codeCell = (text: string): string => code(text).replaceAll("|", "\\|");

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

export const codeBlock = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

export const jsonBlock = (value: unknown): string => codeBlock("json", JSON.stringify(value, null, 2));

/** Something to open: its title, and what is in it. */
export const details = (title: string, ...parts: readonly string[]): string =>
  [`::: details ${prose(title)}`, ...parts, ":::"].join("\n\n");

/** A few words with a ground of their own; `tone` is what they mean for the reader. */
export const tag = (text: string, tone: "good" | "bad" | "caution" | "plain"): string =>
  `<span class="omni-tag${tone === "plain" ? "" : ` ${tone}`}">${text}</span>`;

/** A tag as text: a mark stands between it and the tag, or the words, behind it. */
function tagText(_: string, text: string, next?: string): string {
  if (next === undefined) return text;
  const [aside, before] = /\p{Script=Han}/u.test(text) ? ["；", "："] : ["; ", ": "];
  return text + (next.startsWith("<") ? aside : before);
}

/** A text in which every tag is told from the words behind it not by its colour, but by a mark. */
export const withoutTags = (text: string): string =>
  text.replaceAll(
    /<span class="omni-tag[^"]*">([^<]*)<\/span>(?: ?(?=(<span class="omni-tag|[\p{L}\d`])))?/gu,
    tagText,
  );

/** The parts that say something, a blank line between them. */
export const blocks = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join("\n\n");
