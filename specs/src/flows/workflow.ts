import type { JsonObject } from "../document.js";
import { keyHeaderOf } from "../key-header.js";
import type { Contract } from "./contract.js";

/** What all workflows have: the key comes from outside. */
export function workflow(
  { document }: Contract,
  workflowId: string,
  summary: string,
  steps: readonly JsonObject[],
): JsonObject {
  const { name, prefix } = keyHeaderOf(document);
  const value = prefix === undefined ? "$inputs.apiKey" : `${prefix} {$inputs.apiKey}`;
  return {
    ...{ workflowId, summary },
    inputs: { type: "object", properties: { apiKey: { type: "string", format: "password" } } },
    parameters: [{ name, in: "header", value }],
    steps: [...steps],
  };
}
