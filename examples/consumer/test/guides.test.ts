// The site's guides: their programs run (readmes.test.ts), their commands exist, and both languages have the same.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { root } from "./support/readme.js";
import { GUIDES } from "./support/readmes.js";

const { scripts } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
const blocksOf = (text: string) =>
  [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = "", code = ""]) => ({ language, code }));

/** What a line of a shell block calls; nothing where it is fine. */
async function troubleOf(line: string): Promise<string | undefined> {
  const command = line.replace(/\s#.*$/, "").trim();
  if (command === "" || /^export( \w+=\S+)+$/.test(command)) return undefined;
  if (
    /^npm (ci|test|start)\b|^npm install @omni-contracts\/\w+$|^npx changeset\b|^git clone \S+$|^cd \S+$/.test(command)
  )
    return undefined;
  const [, script, , workspace] = /^npm run (?!-w)(\S+)( -w (\S+))?/.exec(command) ?? [];
  if (script !== undefined && workspace === undefined) return script in scripts ? undefined : command;
  const [, folder, own = ""] = /^npm run -w @omni-contracts\/(\w+) (\S+)/.exec(command) ?? [
    undefined,
    workspace,
    script,
  ];
  const [, filtered] = /^npx turbo run \w+ --filter=@omni-contracts\/([\w-]+)$/.exec(command) ?? [];
  const name = folder ?? filtered;
  const file = [name, `examples/${name}`].map((one) => `${root}${one}/package.json`).find((one) => existsSync(one));
  if (file === undefined) return command;
  const manifest = JSON.parse(await readFile(file, "utf8"));
  return filtered !== undefined || own in manifest.scripts ? undefined : command;
}

describe.each(GUIDES)("%s", (guide) => {
  const read = () => readFile(root + guide, "utf8");

  it("has only blocks that something runs or checks", async () => {
    const blocks = blocksOf(await read());
    expect(blocks.filter(({ language }) => !["ts", "text", "sh"].includes(language))).toEqual([]);
    // Output stands below a program.
    blocks.forEach(({ language }, i) => {
      if (language === "text") expect(blocks[i - 1]?.language).toBe("ts");
    });
  });

  it("calls scripts that there are", async () => {
    const lines = blocksOf(await read()).flatMap(({ language, code }) =>
      language === "sh" ? code.split(/\n| && /) : [],
    );
    const trouble = await Promise.all(lines.map(troubleOf));
    expect(trouble.filter((one) => one !== undefined)).toEqual([]);
  });

  it("is the same in Chinese: headings, programs, places of links, rows of tables", async () => {
    const shapeOf = (text: string) => ({
      headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
      blocks: blocksOf(text),
      links: [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link = ""]) => link.replace(/^(\.\.\/)+/, "")).toSorted(),
      cells: [...text.matchAll(/^\| (`[^`]*`)/gm)].map(([, cell]) => cell),
    });
    const chinese = await readFile(root + guide.replace("docs/site/", "docs/site/zh/"), "utf8");
    expect(shapeOf(chinese)).toEqual(shapeOf(await read()));
    expect(chinese).toMatch(/^description: .*\p{Script=Han}/mu);
  });
});
