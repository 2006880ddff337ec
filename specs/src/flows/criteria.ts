import type { JsonObject } from "../document.js";
import { answersOf, type Contract } from "./contract.js";
import { IN_BODY } from "./places.js";

export const statusIs = (statuses: readonly number[]): JsonObject => ({
  condition: statuses.map((status) => `$statusCode == ${status}`).join(" || "),
});

/** One of the statuses of the documented successes. */
export const succeeds = (contract: Contract, id: string): JsonObject =>
  statusIs([...new Set(answersOf(contract, id).map(({ status }) => status))]);

/** An empty text is no address, and no message. */
export const isThere = (pointer: string): JsonObject => ({
  condition: `${IN_BODY}${pointer} != null && ${IN_BODY}${pointer} != ''`,
});

export const stateIs = (pointer: string, words: readonly string[]): JsonObject => ({
  condition: words.map((word) => `${IN_BODY}${pointer} == '${word}'`).join(" || "),
});
