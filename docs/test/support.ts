// What tests read beside the pages: the contracts' sources, file by file, with nothing of ours in between.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { providers, readDocument } from "@omni-contracts/specs";
import { parse } from "yaml";
import type { Source } from "../src/page.js";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the generators read, as the build gives it. */
export const source: Source = { documents: providers().map(readDocument), root };

/** Every file of a folder of a contract's components: its name without an ending, and what stands in it. */
export const componentsOf = (provider: string, kind: string) =>
  readdirSync(`${root}specs/${provider}/components/${kind}`).map((file) => ({
    name: file.slice(0, -".yaml".length),
    value: parse(readFileSync(`${root}specs/${provider}/components/${kind}/${file}`, "utf8")),
  }));

/** The rows of the first table after a heading, cell by cell; without a heading, of the first table. */
export function rowsOf(markdown: string, heading = ""): string[][] {
  const part = heading === "" ? markdown : (markdown.split(new RegExp(`^## ${heading}$`, "m"))[1] ?? "");
  const [, table = ""] = /(?:^|\n)((?:\|.*\n?)+)/.exec(part) ?? [];
  const [, , ...rows] = table.trim().split("\n");
  return rows.map((row) => row.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim())); // prettier-ignore
}
