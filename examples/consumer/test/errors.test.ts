// The table of errors in core's README says what happens: every code is provoked, through real clients, at a mock over HTTP.
import { readFile } from "node:fs/promises";
import { OmniError } from "@omni-contracts/core";
import { createMock, serveMock, type Mock, type MockServer } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsAt, PROVOKED } from "./support/provoke.js";
import { root } from "./support/readme.js";

/** The codes in a cell of the table. */
const words = (cell = ""): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, word = ""]) => word);

async function tableOfErrors(): Promise<Map<string, { billed: string[]; isRetryable: string[] }>> {
  const text = await readFile(`${root}packages/core/README.md`, "utf8");
  const rows = text.split("\n").flatMap((line) => {
    const [, code = "", , billed, isRetryable] = line.split("|");
    const [name] = words(code);
    return name !== undefined && PROVOKED_CODES.has(name)
      ? [[name, { billed: words(billed), isRetryable: words(isRetryable) }] as const]
      : [];
  });
  return new Map(rows);
}

const PROVOKED_CODES = new Set(Object.keys(PROVOKED));
const provoked = Object.entries(PROVOKED).filter(([, how]) => typeof how !== "string");
const absent = Object.entries(PROVOKED).filter(([, how]) => typeof how === "string");
const table = await tableOfErrors();

let mock: Mock;
let server: MockServer;
beforeAll(async () => {
  mock = createMock({ specs: ["toapis", "apimart", "jimmyai", "atlascloud"].map(readDocument), speed: 600 });
  server = await serveMock(mock);
});
afterAll(() => server.close());

it("every code has a row and a section of the guide, in the order of the rows", async () => {
  const guide = await readFile(`${root}docs/site/guide/errors.md`, "utf8");
  expect([...table.keys()].toSorted()).toEqual([...PROVOKED_CODES].toSorted());
  expect([...guide.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([...table.keys()]);
});

it.each(absent)("%s: %s", (code) => {
  expect(table.get(code)).toEqual({ billed: [], isRetryable: [] });
});

describe.concurrent("what the table says is what happens", () => {
  it.each(provoked)("%s", async (code, how) => {
    const seen: OmniError[] = [];
    for (const [i, provoke] of (typeof how === "string" ? [] : how).entries()) {
      const namespace = `${code}-${i}`;
      const error: unknown = await provoke(clientsAt(server.url, namespace)).catch((thrown: unknown) => thrown);
      if (!OmniError.isInstance(error)) throw new Error(`${code}[${i}] came to ${String(error)}`);
      expect(error.code, `${code}[${i}]: ${error.message}`).toBe(code);
      const { accepted } = mock.ledger(namespace).totals;
      // The witness: nothing that is called free was taken, and nothing that is called paid was not.
      if (error.billed === "no" && error.handle === undefined) expect(accepted).toBe(0);
      if (error.billed === "yes") expect(accepted).toBe(1);
      seen.push(error);
    }
    const distinct = (values: unknown[]) => [...new Set(values.map(String))].toSorted();
    const { billed = [], isRetryable = [] } = table.get(code) ?? {};
    expect(distinct(seen.map((error) => error.billed))).toEqual(billed.toSorted());
    expect(distinct(seen.map((error) => error.isRetryable))).toEqual(isRetryable.toSorted());
  });
});
