// The numbers of the evidence pages, counted a second time: from below, by the addresses of things.
import { describe, expect, it } from "vitest";
import { evidencePages } from "../src/evidence/evidence-pages.js";
import { factsOf } from "../src/evidence/facts.js";
import { evidenceLine } from "../src/reference/sources.js";
import { componentsOf, rowsOf, source } from "./support.js";

const pages = evidencePages(source, "en");
const numbersOf = (cells: readonly string[]): number[] => cells.slice(1).map(Number);

function flat(value: unknown, keys: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return [keys, ...Object.entries(value).flatMap(([key, one]) => flat(one, [...keys, key]))];
}

const valueAt = (root: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined), root);

/** How what stands there is known: the nearest word of evidence above it. */
function levelAt(root: unknown, keys: readonly string[]): unknown {
  const isOurs = keys[0] === "x-lifecycle" || keys.includes("x-outcomes") || keys.includes("x-errors");
  for (let depth = keys.length; depth >= 0; depth -= 1) {
    const above = keys.slice(0, depth);
    const told =
      valueAt(root, [...above, "x-evidence"]) ?? (isOurs ? valueAt(root, [...above, "evidence"]) : undefined);
    if (told !== undefined) return typeof told === "string" ? "documented" : valueAt(told, ["level"]);
  }
  return "none";
}

describe.each(source.documents)("$provider", ({ provider, root }) => {
  const page = pages.find(({ path }) => path === `evidence/${provider}`);
  const counts = rowsOf(page?.markdown ?? "", "In numbers");
  const of = (kind: string) => numbersOf(counts.find(([name]) => name === kind) ?? []);

  it("counts as many examples as there are files, and calls those inferred that are named so", () => {
    const examples = componentsOf(provider, "examples");
    const [documented = 0, reported = 0, observed = 0, inferred = 0, all] = of("examples");
    expect(all).toBe(examples.length);
    expect(observed + inferred).toBe(examples.filter(({ name }) => name.startsWith("inferred-")).length);
    expect(documented + reported + observed + inferred).toBe(all);
  });

  it("counts as many price lists as there are days in the files", () => {
    const lists = componentsOf(provider, "schemas").flatMap(({ value }) => value["x-model"]?.prices ?? []);
    const by = (level: string) => lists.filter((list: { level?: string }) => (list.level ?? "documented") === level).length; // prettier-ignore
    const expected = [by("documented"), by("reported"), by("observed"), by("inferred"), lists.length];
    expect(of("price lists")).toEqual(lists.length > 0 ? expected : []);
  });

  it("knows every member and every rule as what stands nearest above it says", () => {
    const closed = /\/(value|example|default)(\/|$)/;
    const all = flat(root).filter((keys) => !closed.test(keys.join("/").replaceAll(/\/(properties|examples|headers)\/[^/]+/g, "/$1/*"))); // prettier-ignore
    const found = all.filter((keys) => {
      const [parent] = keys.slice(-2);
      const isMember = parent === "properties" && ["components", "paths", "webhooks"].includes(keys[0] ?? "");
      const isRule = parent === "x-outcomes" || parent === "x-errors";
      return (isMember || isRule) && valueAt(root, [...keys, "$ref"]) === undefined;
    });
    const mine = factsOf({ provider, root }).filter(({ kind }) => kind === "member" || kind === "rule");
    const texts = (list: readonly { place: string; level: unknown }[]) => list.map(({ place, level }) => `${place} ${String(level)}`).toSorted(); // prettier-ignore
    expect(texts(mine)).toEqual(texts(found.map((keys) => ({ place: keys.join("/"), level: levelAt(root, keys) }))));
    expect(mine.length).toBeGreaterThan(50);
  });

  it("lists each inferred fact, with a link", () => {
    const rows = rowsOf(page?.markdown ?? "", "What is inferred");
    expect(rows).toHaveLength(of("all")[3] ?? 0);
    for (const [, , link] of rows)
      expect(link).toMatch(new RegExp(`^\\[\\w+\\]\\(\\.\\./reference/${provider}/\\w+\\.md\\)$`));
  });

  it("stands in the comparison with the same numbers", () => {
    const [list] = pages;
    const row = rowsOf(list?.markdown ?? "").find(([name]) => name?.includes(`(./${provider}.md)`)) ?? [];
    const [documented, reported, observed, inferred, unknown = 0, all] = numbersOf(row);
    expect([documented, reported, observed, inferred, all]).toEqual(of("all"));
    expect(unknown).toBeGreaterThan(5);
  });
});

it("shows beside an address how it is known, and where it was read", () => {
  const [document] = source.documents;
  if (!document) throw new Error("There is no contract.");
  const sources = { page: { title: "A page", url: "https://acme.example/page", read: "2026-01-02" } };
  const own = { ...document, root: { ...document.root, "x-sources": sources } };
  const levels = { documented: ["good", "有文档"], reported: ["caution", "他人转述"], observed: ["caution", "实际观察"], inferred: ["caution", "推断"] } as const; // prettier-ignore
  for (const [level, [tone, name]] of Object.entries(levels)) {
    const line = (language: "en" | "zh") => evidenceLine(own, { level, source: "page" }, language);
    expect(line("en")).toBe(`Source: <span class="omni-tag ${tone}">${level}</span> · [A page](https://acme.example/page) (read 2026-01-02)`); // prettier-ignore
    expect(line("zh")).toBe(`来源：<span class="omni-tag ${tone}">${name}</span> · [A page](https://acme.example/page)（查阅于 2026-01-02）`); // prettier-ignore
  }
});
