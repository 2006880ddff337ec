// What the READMEs say of a provider is what its contract says; and the front pages say the same in both languages.
import { access, readFile } from "node:fs/promises";
import * as apimart from "@omni-contracts/apimart/contract";
import * as atlascloud from "@omni-contracts/atlascloud/contract";
import type { Lifecycle } from "@omni-contracts/core/language";
import * as jimmyai from "@omni-contracts/jimmyai/contract";
import * as toapis from "@omni-contracts/toapis/contract";
import { describe, expect, it } from "vitest";
import { root, sectionsOf } from "./support/readme.js";
import { READMES } from "./support/readmes.js";

interface Facts {
  readonly lifecycle: Lifecycle;
  readonly models: Readonly<Record<string, { readonly capabilities: object }>>;
}

const contracts: readonly (readonly [string, Facts])[] = Object.entries({ toapis, apimart, jimmyai, atlascloud });

describe.each(contracts)("packages/providers/%s/README.md", (provider, { lifecycle, models }) => {
  const read = () => readFile(`${root}packages/providers/${provider}/README.md`, "utf8");
  const modelsWith = (setting: string) =>
    Object.entries(models).flatMap(([id, { capabilities }]) => (setting in capabilities ? [id] : []));

  it("shows what the provider can do, and nothing else", async () => {
    const text = await read();
    expect(text.includes(`${provider}.upload(`)).toBe(lifecycle.upload !== undefined);
    expect(text.includes(`${provider}.balance()`)).toBe(lifecycle.balance !== undefined);
    expect(text.includes("clientReference")).toBe(modelsWith("clientReference").length > 0);
  });

  it("tells which models continue a task", async () => {
    const [, told = ""] = /`previousTask: [^`]*`, with (.*)\./.exec(await read()) ?? [];
    const named = [...told.matchAll(/`([^`]+)`/g)].map(([, id]) => id);
    expect(named.toSorted()).toEqual(modelsWith("previousTask").toSorted());
  });

  it("tells how large a file may be", async () => {
    const told = [...(await read()).matchAll(/(\d+) MB/g)].map(([, size]) => Number(size));
    const limits = Object.values(lifecycle.upload ?? {}).map(({ media }) => media?.bytes);
    const sizes = limits.flatMap((bytes) => (bytes === undefined ? [] : [bytes / 1024 / 1024]));
    expect(told.toSorted()).toEqual(sizes.toSorted());
  });
});

it("what core's README says of the providers is so", async () => {
  const text = await readFile(`${root}packages/core/README.md`, "utf8");
  const charged = contracts.flatMap(([name, { lifecycle }]) => (lifecycle.charge.at === "accepted" ? [name] : []));
  expect(charged).toEqual(["apimart", "atlascloud"]);
  expect(text).toContain("charged at once (APIMart,\nAtlas Cloud)");
  const kept = contracts.flatMap(([name, { lifecycle }]) =>
    Object.values(lifecycle.submit).some(({ handle }) => "reference" in handle) ? [name] : [],
  );
  expect(kept).toEqual(["toapis"]);
  expect(text).toContain("keeps a reference of the caller's (ToAPIs)");
  expect(contracts.some(([, { lifecycle }]) => "expired" in lifecycle.states)).toBe(false);
});

it("the front pages have the same headings, programs, tables and commands", async () => {
  const shape = async (readme: string) => {
    const text = await readFile(root + readme, "utf8");
    const [section] = await sectionsOf(readme);
    return {
      headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
      examples: section?.examples.map(({ code, printed }) => [code.replaceAll(/\/\/.*$/gm, ""), printed]),
      commands: [...text.matchAll(/^\| `(.*?)`/gm)].map(([, command]) => command),
      links: [...text.matchAll(/\]\((.*?)\)/g)]
        .map(([, link = ""]) => link.replace(/README(\.zh-CN)?\.md/, ""))
        .toSorted(),
    };
  };
  expect(await shape("README.zh-CN.md")).toEqual(await shape("README.md"));
});

it.each(READMES)("%s leads nowhere that is not there", async (readme) => {
  const text = await readFile(root + readme, "utf8");
  const base = "https://github.com/omni-contracts/omni-contracts/";
  for (const [, link = ""] of text.matchAll(/\]\((.*?)\)/g)) {
    const inside = link.startsWith(base) ? link.slice(base.length).replace(/^(blob|tree)\/main\//, "") : link;
    if (/^https?:/.test(inside)) continue;
    const [path = "", anchor] = inside.split("#");
    const from = link.startsWith(base) ? root : new URL(readme, `file://${root}`).pathname.replace(/[^/]*$/, "");
    const target = path === "" ? root + readme : from + path;
    // Pages that the site generates have no file; its build and its own tests follow these.
    if (target.startsWith(`${root}docs/site/`) && !target.endsWith(".svg")) continue;
    const file = anchor === undefined || target.endsWith(".md") ? target : `${target}/README.md`;
    await expect(access(file), link).resolves.toBeUndefined();
    if (anchor === undefined || anchor === "readme") continue;
    const headings = [...(await readFile(file, "utf8")).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, "")
        .replaceAll(" ", "-"),
    );
    expect(headings, link).toContain(anchor);
  }
});
