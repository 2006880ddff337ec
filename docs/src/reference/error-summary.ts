import { objectAt, operationsOf, textOf, type Document } from "@omni-contracts/specs";
import { errorRows, type ErrorRow } from "../errors/error-rows.js";
import { moneyCells } from "../errors/error-table.js";
import { codeCell, table, withoutTags } from "../markdown.js";

/** Errors that mean the same for the money stand in one row, each code with its statuses. */
function summaryOf(rows: readonly ErrorRow[]): string {
  const same = new Map<string, Map<string, Set<number>>>();
  for (const row of rows) {
    const money = moneyCells(row, "en").map(withoutTags).join(" | ");
    const codes = same.get(money) ?? new Map<string, Set<number>>();
    same.set(money, codes.set(row.code, (codes.get(row.code) ?? new Set()).add(row.status)));
  }
  const errors = (codes: ReadonlyMap<string, ReadonlySet<number>>) =>
    [...codes].map(([name, statuses]) => `${codeCell(name)} ${[...statuses].toSorted((a, b) => a - b).join(", ")}`);
  return table(
    ["Errors", "Was I charged?", "Is it safe to repeat?"],
    [...same].map(([money, codes]) => [errors(codes).join("; "), money]),
  );
}

/**
 * A copy of the contract in which every operation tells, below its description, what its errors cost. Redoc knows only
 * descriptions; the whole table, with causes and fixes, is a link away.
 */
export function withErrorTables(document: Document): Document {
  const root = structuredClone(document.root);
  const rows = errorRows(document);
  for (const { id, path, method, operation } of operationsOf(document)) {
    const own = rows.filter(({ operationId }) => operationId === id);
    if (own.length === 0) continue;
    const link = `[Causes and fixes](../../errors/${document.provider}.html#${id})`;
    const parts = [textOf(operation.description).trim(), "**Errors, and what they cost**", summaryOf(own), link];
    objectAt(objectAt(objectAt(root.paths)[path])[method]).description = parts.filter(Boolean).join("\n\n");
  }
  return { ...document, root };
}
