import { objectAt, textOf, type JsonObject } from "../document.js";
import { pointerOf, valueAtPointer } from "../pointer.js";
import { lookAgain } from "./again.js";
import { answersOf, formOf, operationId, type Contract } from "./contract.js";
import { isThere, stateIs, succeeds } from "./criteria.js";
import { whereToLook } from "./handle.js";
import { IN_BODY, linksOf, pathsOf, placeIn } from "./places.js";

/** States after which no video comes any more. */
const LOST = ["failed", "cancelled", "expired"];

/** Looks until the task is completed; the interval is the shortest that the contract allows. */
function readStep(contract: Contract, id: string, parameters: readonly JsonObject[]): JsonObject | undefined {
  const { lifecycle } = contract;
  const form = formOf(contract, id);
  const wordsOf = (name: string): string[] =>
    [objectAt(form.states)[name] ?? objectAt(lifecycle.states)[name] ?? []].flat().map(textOf);
  const words = wordsOf("completed");
  const completed = answersOf(contract, id).filter(({ body }) =>
    pathsOf(form.state).some((path) => {
      const pointer = pointerOf(path);
      return pointer !== undefined && words.includes(textOf(valueAtPointer(body, pointer)));
    }),
  );
  const state = placeIn(completed, form.state);
  if (state === undefined || parameters.length === 0) return undefined;
  const link = placeIn(completed, linksOf(form));
  const lost = LOST.flatMap(wordsOf).filter((word) => !words.includes(word));
  // A state may stand elsewhere while the task runs.
  const places = pathsOf(form.state).flatMap((path) => placeIn(answersOf(contract, id), path) ?? []);
  const said = words.filter((word) => completed.some(({ body }) => valueAtPointer(body, state) === word));
  return {
    ...{ stepId: "read", operationId: operationId(contract, id), parameters: [...parameters] },
    successCriteria: [succeeds(contract, id), stateIs(state, said), ...(link === undefined ? [] : [isThere(link)])],
    onFailure: lookAgain(contract, id, places, [...lost, ...said]),
    ...(link !== undefined && { outputs: { video: `${IN_BODY}${link}` } }),
  };
}

/** The second call of a protocol that does not show the video where it tells the state. */
function resultStep(contract: Contract, id: string, parameters: readonly JsonObject[]): JsonObject | undefined {
  const link = placeIn(answersOf(contract, id), linksOf(formOf(contract, id)));
  if (link === undefined || parameters.length === 0) return undefined;
  return {
    ...{ stepId: "result", operationId: operationId(contract, id), parameters: [...parameters] },
    successCriteria: [succeeds(contract, id), isThere(link)],
    outputs: { video: `${IN_BODY}${link}` },
  };
}

/** From the submit to the video; none where the contract does not show the way. */
export function lookSteps(contract: Contract, submit: string, captures: JsonObject): JsonObject[] {
  const look = textOf(objectAt(contract.submits[submit]).read);
  const next = textOf(objectAt(contract.reads[look]).next);
  const read = readStep(contract, look, whereToLook(contract, look, submit, captures));
  const result = next === "" ? undefined : resultStep(contract, next, whereToLook(contract, next, submit, captures));
  if (!read || (next !== "" && !result)) return [];
  return [read, ...(result ? [result] : [])];
}
