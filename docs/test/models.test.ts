// The table of models against the YAML files themselves.
import { describe, expect, it } from "vitest";
import { modelPages } from "../src/models/model-pages.js";
import { componentsOf, rowsOf, source } from "./support.js";

const [page] = modelPages(source, "en");
const rows = rowsOf(page?.markdown ?? "");
const idOf = ([cell = ""]: readonly string[]): string => /`([^`]+)`/.exec(cell)?.[1] ?? "";
const models = source.documents.flatMap(({ provider }) =>
  componentsOf(provider, "schemas").flatMap(
    ({ value }) =>
    value["x-model"] ? [{ provider, id: value["x-model"].id ?? value.properties.model.enum[0], model: value["x-model"] }] : [], // prettier-ignore
  ),
);

it("has exactly the models that the contracts have", () => {
  expect(models.length).toBeGreaterThan(20);
  expect(rows.map(idOf).toSorted()).toEqual(models.map(({ id }) => id).toSorted());
});

const priced = models.filter(({ model }) => model.prices?.length === 1);

describe("the price of a model is the one in its file", () => {
  it("looks at some", () => {
    expect(priced.length).toBeGreaterThan(8);
  });
  it.each(priced)("$id", ({ id, model }) => {
    const [list] = model.prices;
    const [, , , price = "", read = ""] = rows.find((row) => idOf(row) === id) ?? [];
    for (const unit of ["perRequest", "perSecond", "perInputSecond"]) {
      const amounts = list.rates.map((rate: Record<string, unknown>) => rate[unit]).filter(Number.isFinite);
      if (amounts.length === 0) continue;
      const ends = [Math.min(...amounts), Math.max(...amounts)];
      expect(price).toContain(`${[...new Set(ends)].join("–")} ${list.currency}`);
    }
    expect(read).toContain(`${list.read}, ${list.level ?? "documented"}`);
  });
});

describe("all price lists of a model are told, rate by rate", () => {
  const opened = new Map(
    [...(page?.markdown ?? "").matchAll(/^::: details `([^`]+)`[^\n]*\n([^]*?)^:::$/gm)].map(
      ([, id = "", text = ""]) => [id, text] as const,
    ),
  );
  it.each(models.filter(({ model }) => model.prices))("$id", ({ id, model }) => {
    const text = opened.get(id) ?? "";
    const all = model.prices.flatMap((list: { rates: Record<string, unknown>[]; currency: string }) =>
      list.rates.map((rate) => ({ ...rate, currency: list.currency })),
    );
    // A head and a ruler in each table.
    const lines = text.split("\n").filter((one) => one.startsWith("| ") && !/^\| (---|Requests)/.test(one));
    expect(lines).toHaveLength(all.length);
    for (const { where = {}, perRequest, perSecond, unknown, currency } of all) {
      const [wanted] = Object.values<string[]>(where);
      const line = lines.find(
        (one) =>
          (!wanted || one.includes(` ${wanted[0]}`)) &&
          (unknown ? one.includes("not told") : one.includes(currency)) &&
          (perRequest === undefined || one.includes(`${perRequest} ${currency} a video`)) &&
          (perSecond === undefined || one.includes(`${perSecond} ${currency} a second`)),
      );
      expect({ where, line }).toEqual({ where, line: expect.any(String) });
    }
    for (const { read, note = "" } of model.prices) {
      expect(text).toContain(`**Read ${read}**`);
      expect(text).toContain(note.trim().split(/[`<{|]/)[0]);
    }
  });
});

it("tells no price where the file has none", () => {
  for (const { id, model } of models) {
    const [, , , price] = rows.find((row) => idOf(row) === id) ?? [];
    expect(price?.startsWith("not told"), id).toBe(model.prices === undefined);
  }
});

it("gives a filter the facts of each row", () => {
  const [, data = ""] = /data="([^"]*)"/.exec(page?.markdown ?? "") ?? [];
  const { rows: facts } = JSON.parse(data.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  expect(facts).toHaveLength(rows.length);
  const modes = Object.fromEntries(rows.map((row, i) => [idOf(row), facts[i].modes.join(" ")]));
  // Read off the providers' pages by hand.
  expect(modes).toMatchObject({
    gemini_omni: "text",
    "google/gemini-omni-flash/text-to-video": "text",
    "google/gemini-omni-flash/image-to-video": "image",
    "google/gemini-omni-flash/reference-to-video-developer": "reference",
    "google/gemini-omni-flash/video-edit": "edit",
    "gemini-omni-1.1-flash": "text image reference edit",
  });
});
