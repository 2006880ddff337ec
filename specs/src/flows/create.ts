import { objectAt, textOf, type JsonObject, type OperationEntry } from "../document.js";
import type { Contract } from "./contract.js";
import { lookSteps } from "./look.js";
import { submitStep } from "./submit.js";
import { workflow } from "./workflow.js";

/** Submits, and looks until the video is there. */
export function createFlow(contract: Contract, entry: OperationEntry): JsonObject[] {
  const submit = submitStep(contract, entry);
  const looks = lookSteps(contract, entry.id, objectAt(submit.outputs));
  const summary = `${textOf(entry.operation.summary)}, and wait for the video`;
  return looks.length === 0 ? [] : [workflow(contract, entry.id, summary, [submit, ...looks])];
}
