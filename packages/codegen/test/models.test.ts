// `npm run models`: a table for people, and the same as data.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { parseDocument, providers, readDocument } from "@omni-contracts/specs";
import { createPaint } from "@omni-contracts/specs/terminal";
import { describe, expect, it } from "vitest";
import { main } from "../src/models/main.js";
import { modelRows } from "../src/models/model-row.js";
import { modelTable } from "../src/models/table.js";

const now = Date.UTC(2026, 10, 21);
const plain = createPaint(false);
/** Every model of every provider. */
const all = providers().flatMap((provider) => modelRows(readDocument(provider), now));

const acme = parseDocument(
  "acme",
  `
x-sources: {page: {title: Prices, url: 'https://acme.test/prices', kind: provider, read: 2026-11-20}, blog: {title: A blog, kind: third-party, read: 2026-11-20}}
paths:
  /v1/videos:
    post:
      operationId: createVideo
      requestBody:
        content:
          application/json:
            schema:
              type: object
              oneOf: [{$ref: '#/components/schemas/Old'}, {$ref: '#/components/schemas/New'}]
              discriminator: {propertyName: model}
components:
  schemas:
    Old:
      type: object
      x-model: {lineage: old, status: legacy, channel: unofficial, successor: new}
      required: [model, prompt]
      properties:
        model: {type: string, enum: [old, older]}
        prompt: {type: string, x-input: {role: prompt}}
    New:
      type: object
      x-model:
        lineage: new
        version: '2.0'
        status: current
        channel: unknown
        prices:
          - {read: 2026-11-01, source: blog, level: observed, currency: USD, rates: [{perSecond: 0.07}]}
          - read: 2026-08-01
            source: page
            currency: USD
            rates: [{where: {$.size: [4K]}, perRequest: 1, perSecond: 0.1}, {perRequest: 0.2, perSecond: 0.1}]
      required: [model, prompt, image]
      properties:
        model: {type: string, enum: [new]}
        prompt: {type: string, x-input: {role: prompt}}
        seconds: {type: integer, enum: [4, 6, 8, 10], default: 8, x-input: {role: duration}}
        size: {type: string, enum: [720p, 4K], default: 720p, x-input: {role: resolution, values: {4K: 4k}}}
        image: {type: string, x-input: {role: firstFrame}}
        clips: {type: array, minItems: 1, maxItems: 3, items: {type: string}, x-input: {role: video}}
`,
);

function run(...args: string[]) {
  const told = { out: "", err: "" };
  const screen = {
    ...{ columns: 80, isColourful: false },
    out: (text: string) => (told.out += text),
    err: (text: string) => (told.err += text),
  };
  return { code: main(args, screen, now), ...told };
}

describe("the table", () => {
  it("has the model above its columns where there is little room", () => {
    expect(modelTable(modelRows(acme, now), 80, plain)).toBe(`ACME, 2 models
  STATUS      SECONDS   RESOLUTION  RATIO  MEDIA              PRICE
old
  also older
  use new
  legacy      -         -           -      text only          unknown
  unofficial
new
  current     4 6 8 10  720p 4k     -      first frame        0.2-1 USD + 0.1
  2.0                                      (needed)           USD/s
                                           video 1-3          read 2026-08-01,
                                                              OLD

-: the request has no say in it. OLD: the price was read more than 90 days ago.
A price that the provider does not document says how it is known.
`);
  });

  it("has it beside them where there is room", () => {
    const [, head, old] = modelTable(modelRows(acme, now), 160, plain).split("\n");
    expect(head).toMatch(/^MODEL +STATUS +SECONDS +RESOLUTION +RATIO +MEDIA +PRICE$/);
    expect(old).toMatch(/^old +legacy +- +- +- +text only +unknown$/);
  });

  it.each([80, 100, 129, 130, 160, 200])("of every provider fits %i columns", (width) => {
    expect(all.length).toBeGreaterThan(providers().length);
    const lines = modelTable(all, width, plain).split("\n");
    expect(lines.filter((line) => line.length > width || line !== line.trimEnd())).toEqual([]);
  });

  it("is the same in colours", () => {
    const rows = modelRows(acme, now);
    const colourful = modelTable(rows, 80, createPaint(true));
    expect(colourful).toContain("\u001b[1mnew\u001b[0m");
    expect(stripVTControlCharacters(colourful)).toBe(modelTable(rows, 80, plain));
  });
});

describe("the data", () => {
  it("is what the contract says", () => {
    const [old, current] = modelRows(acme, now);
    expect(old).toEqual({
      ...{ provider: "acme", model: "old", aliases: ["older"], lineage: "old", channel: "unofficial" },
      ...{ status: "legacy", successor: "new", durations: [], resolutions: [], aspectRatios: [], media: {} },
      ...{ previousTask: false, needs: { inputs: [], isAll: false } },
    });
    expect(current).toEqual({
      ...{ provider: "acme", model: "new", aliases: [], lineage: "new", version: "2.0", channel: "unknown" },
      ...{ status: "current", durations: [4, 6, 8, 10], resolutions: ["720p", "4k"], aspectRatios: [] },
      ...{ media: { firstFrame: [1], video: [1, 2, 3] }, previousTask: false },
      needs: { inputs: ["firstFrame"], isAll: true },
      price: {
        ...{ currency: "USD", perRequest: { min: 0.2, max: 1 }, perSecond: { min: 0.1, max: 0.1 }, isPartial: false },
        ...{ verified: "2026-08-01", isStale: true, level: "documented" },
        source: [{ title: "Prices", url: "https://acme.test/prices" }],
      },
    });
  });

  it("comes as JSON, every model of every provider", () => {
    const { code, out, err } = run("--json");
    const rows: unknown = JSON.parse(out);
    expect([code, err]).toEqual([0, ""]);
    expect(rows).toEqual(all);
  });
});

describe("flags", () => {
  const [first = "", second = ""] = providers();
  const ids = (out: string): [string, string][] =>
    JSON.parse(out).map(({ provider, model }: { provider: string; model: string }) => [provider, model]);

  it("choose providers and models, these by a part of an id or an alias", () => {
    expect(new Set(ids(run("--provider", second, "--json").out).map(([provider]) => provider))).toEqual(
      new Set([second]),
    );
    const [row] = modelRows(readDocument(first), now);
    expect(ids(run("--model", row?.model.toUpperCase() ?? "", "-p", first, "--json").out)).toContainEqual([
      first,
      row?.model,
    ]);
  });

  it.each([
    [["--provider", `${first}x`], `--provider "${first}x" is not known. Did you mean ${first}? There are: `],
    [["--jsn"], "--jsn is no flag. Did you mean --json? `npm run models -- --help` lists the flags."],
    [["flash"], '"flash" belongs to no flag. To look for a model: --model flash. '],
    [["--model", "soroa"], '--model "soroa" is in no id of a model. Without --model all are listed.'],
    [["--model"], "--model needs a value"],
    [["--json=yes"], "--json takes no value; write it alone."],
  ])("%j cannot be used: one line names the fix", (args, message) => {
    const { code, out, err } = run(...args);
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err).toContain(`models: ${message}`);
  });

  it("--help lists them", () => {
    expect(run("--help")).toMatchObject({ code: 0, err: "" });
    for (const flag of ["--provider", "--model", "--json"]) expect(run("-h").out).toContain(flag);
  });
});

it("`npm run models` runs it, and keeps what builds it out of the output", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  );
  expect(scripts.models).toMatch(/1>&2 && node packages\/codegen\/bin\/omni-models\.mjs$/);
});
