import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fixturesOf, isInferred, readDocument, type Json } from "../src/index.js";

interface Literal {
  readonly operation: string;
  readonly status: number;
  readonly name: string;
  readonly body: Json;
}

const literals: Record<string, Literal[]> = parse(readFileSync(new URL("literals.yaml", import.meta.url), "utf8"));

describe.each(Object.entries(literals))("%s", (provider, rows) => {
  const fixtures = fixturesOf(readDocument(provider));

  it.each(rows.map((row) => [row.name, row] as const))("%s is printed like this on its page", (_, row) => {
    const found = fixtures.find(
      ({ id, status, name }) => id === row.operation && status === row.status && name === row.name,
    );
    expect(found?.body).toEqual(row.body);
  });

  it("misses no error that a page prints", () => {
    const printed = fixtures.filter(
      (fixture) =>
        !isInferred(fixture) && (fixture.status >= 400 || JSON.stringify(fixture.body).includes('"success":false')),
    );
    // Messages that hold a number or a type of the moment are patterns on the page, not literals.
    const patterns = ["unsupported-image-type", "file-too-large"];
    const names = new Set(rows.map(({ name }) => name));
    const missing = printed.filter(({ name }) => !names.has(name) && !patterns.includes(name)).map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});
