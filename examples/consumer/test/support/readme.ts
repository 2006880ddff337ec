// The examples of a README: its TypeScript blocks, each with what it prints.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** A TypeScript block. */
export interface Example {
  readonly code: string;
  /** The text block after it: what a terminal shows. Empty where there is none: it prints nothing. */
  readonly printed: string;
}

/** The examples below one heading; they belong together and run one after the other. */
export interface Section {
  readonly readme: string;
  /** The heading, as a name for files. */
  readonly name: string;
  readonly examples: readonly Example[];
}

const BLOCK = /```ts\n(?<code>.*?)```(?:\s*```text\n(?<printed>.*?)```)?/gs;

const nameOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "-");

/** Every section of a README that has examples. */
export async function sectionsOf(readme: string): Promise<Section[]> {
  const text = await readFile(root + readme, "utf8");
  return text.split(/^(?=#+ )/m).flatMap((part) => {
    const [heading = ""] = part.split("\n");
    const examples = [...part.matchAll(BLOCK)].map(({ groups: { code = "", printed = "" } = {} }) => ({
      code,
      printed,
    }));
    return examples.length > 0 ? [{ readme, name: `${nameOf(readme)}-${nameOf(heading)}`, examples }] : [];
  });
}

const escaped = (line: string): string =>
  line
    .split("…")
    .map((one) => one.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"))
    .join(".+");

/** What a terminal shows, as a pattern: `…` is anything within a line. */
export const patternOf = (printed: string): RegExp => new RegExp(`^${escaped(printed)}$`);
