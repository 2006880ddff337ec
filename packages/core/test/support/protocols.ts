import { readdirSync, readFileSync } from "node:fs";
import { operationsOf, readDocument } from "@omni-contracts/specs";
import { parse } from "yaml";
import type { Contract } from "../../src/language/index.js";

const folder = new URL("../protocols/", import.meta.url);

export interface Row {
  readonly name: string;
  readonly operation?: string;
  readonly event?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly request?: unknown;
  readonly body?: unknown;
  readonly bytes?: number[];
  readonly age?: number;
  readonly expect: unknown;
}

/** What answers to some operations mean, in short. */
export interface Meanings {
  readonly operations: readonly string[];
  readonly answers: readonly {
    readonly status: number;
    readonly body: unknown;
    /** Of a submit. */
    readonly outcome?: string;
    /** Absent where it is no error. */
    readonly code?: string;
    readonly advice?: string;
    readonly resend?: readonly number[];
  }[];
}

/** A table, with the contract that it is read by: a provider's own, or a sketch that stands above the rows. */
export interface Protocol extends Contract {
  readonly answers: readonly Row[];
  readonly meanings?: readonly Meanings[];
  /** Of a real contract. */
  readonly charge?: { readonly at: string; readonly failed: string; readonly cancelled?: string };
}

/** The language's part of a real contract. */
function contractOf(provider: string): object {
  const document = readDocument(provider);
  const operations = operationsOf(document).map(({ id, method, path, operation }) => [
    id,
    { method, path, outcomes: operation["x-outcomes"], errors: operation["x-errors"] },
  ]);
  return { operations: Object.fromEntries(operations), lifecycle: document.root["x-lifecycle"] };
}

function load(file: string): Protocol {
  const table = parse(readFileSync(new URL(file, folder), "utf8"));
  return typeof table.contract === "string" ? { ...table, ...contractOf(table.contract) } : table;
}

/** The tables of test/protocols/, by name. */
export const protocols = readdirSync(folder).map((file) => [file.replace(".yaml", ""), load(file)] as const);
