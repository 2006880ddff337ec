// The README beside a contract, section by section.
import { existsSync, readFileSync } from "node:fs";

export interface Section {
  readonly title: string;
  readonly text: string;
}

/** Every `##` section; none where there is no README. */
export function sectionsOf(root: string, provider: string): Section[] {
  const file = `${root}specs/${provider}/README.md`;
  if (!existsSync(file)) return [];
  const [, ...parts] = readFileSync(file, "utf8").split(/^## /m);
  return parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    return { title: title.trim(), text: lines.join("\n").trim() };
  });
}

/** What the README lists as unknown. */
export const unknownOf = (sections: readonly Section[]): string[] =>
  sections.flatMap(
    ({ title, text }) =>
    title === "What is unknown" ? text.split(/^- /m).map((one) => one.replaceAll(/\s+/g, " ").trim()).filter((one) => one !== "") : [], // prettier-ignore
  );
