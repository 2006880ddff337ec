import type { Contract, ErrorRule, Lifecycle, OutcomeRule } from "@omni-contracts/core/language";
import { isObject, operationsOf, type Document, type JsonObject } from "@omni-contracts/specs";

// specs/extensions.schema.yaml has judged these values when the contract was linted; the types below repeat its verdict.
const isLifecycle = (value: unknown): value is JsonObject & Lifecycle =>
  isObject(value) && isObject(value.representations);
const isRules = (value: unknown): value is readonly (OutcomeRule & ErrorRule)[] => Array.isArray(value);

/** The language's part of a contract, straight from the bundle. */
export function contractOf(document: Document): Contract {
  const lifecycle: unknown = document.root["x-lifecycle"];
  if (!isLifecycle(lifecycle)) throw new Error(`The contract of ${document.provider} has no x-lifecycle.`);
  const operations = operationsOf(document).map(({ id, method, path, operation }) => {
    const outcomes: unknown = operation["x-outcomes"];
    const errors: unknown = operation["x-errors"];
    return [id, { method, path, ...(isRules(outcomes) && { outcomes }), ...(isRules(errors) && { errors }) }] as const;
  });
  return { operations: Object.fromEntries(operations), lifecycle };
}
