import { objectAt, requestContent, resolved, type Json, type JsonObject, type OperationEntry } from "../document.js";
import { addressOf } from "./address.js";
import { answersOf, operationId, type Contract } from "./contract.js";
import { succeeds } from "./criteria.js";
import { IN_BODY, placeIn } from "./places.js";

/** The first documented request. */
function requestOf({ document }: Contract, { operation }: OperationEntry): Json | undefined {
  const examples = objectAt(requestContent(document, operation, "application/json").examples);
  return Object.values(examples).map((example) => resolved(document, example).value)[0];
}

/** The submits that a flow can call: those with a documented request. */
export const submitsOf = (contract: Contract): OperationEntry[] =>
  Object.keys(contract.submits)
    .flatMap((id) => contract.operations.get(id) ?? [])
    .filter((entry) => requestOf(contract, entry) !== undefined);

export function requestStep(contract: Contract, entry: OperationEntry): JsonObject {
  const parameters = addressOf(contract, entry);
  return {
    ...{ stepId: "submit", operationId: operationId(contract, entry.id) },
    ...(parameters.length > 0 && { parameters }),
    requestBody: { contentType: "application/json", payload: requestOf(contract, entry) ?? {} },
  };
}

/** The submit, which keeps what its answer shows of the handle. */
export function submitStep(contract: Contract, entry: OperationEntry): JsonObject {
  const handle = objectAt(objectAt(contract.submits[entry.id]).handle);
  const outputs = Object.entries(handle).flatMap(([name, paths]) => {
    const pointer = placeIn(answersOf(contract, entry.id), paths);
    return pointer === undefined ? [] : [[name, `${IN_BODY}${pointer}`] as const];
  });
  return {
    ...requestStep(contract, entry),
    successCriteria: [succeeds(contract, entry.id)],
    ...(outputs.length > 0 && { outputs: Object.fromEntries(outputs) }),
  };
}
