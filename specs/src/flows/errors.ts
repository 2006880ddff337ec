import { objectAt, textOf, type JsonObject } from "../document.js";
import { operationId, type Contract } from "./contract.js";
import { statusIs } from "./criteria.js";
import { whereToLook } from "./handle.js";
import { refusalsOf, saysWhy } from "./refusals.js";
import { requestStep, submitsOf, submitStep } from "./submit.js";
import { uploadStep } from "./upload.js";
import { workflow } from "./workflow.js";

/**
 * Documented errors of an operation, asked for as Prism and omni-mock understand it; a provider ignores the wish, and charges.
 *
 * @param before steps that come first
 * @param known errors that need no flow any more; gets those that have one now
 */
function errorsOf(
  contract: Contract,
  id: string,
  step: JsonObject,
  before: readonly JsonObject[] = [],
  known = new Set<string>(),
): JsonObject[] {
  const { parameters = [], ...rest } = step;
  return refusalsOf(contract, id).flatMap(({ name, key, what, prefer, example }) => {
    if (known.has(key)) return [];
    known.add(key);
    const asked = {
      ...{ ...rest, parameters: [parameters, { name: "Prefer", in: "header", value: prefer }].flat() },
      successCriteria: [statusIs([example.status]), ...saysWhy(contract, example)],
    };
    const summary = `What an error ${what} looks like; on mock servers only`;
    return [workflow(contract, `${id}Error${name}`, summary, [...before, asked])];
  });
}

/** All of a submit; of uploads and looks those that no submit has. */
export function errorFlows(contract: Contract): JsonObject[] {
  const entries = submitsOf(contract);
  const known = new Set(entries.flatMap(({ id }) => refusalsOf(contract, id).map(({ key }) => key)));
  return [
    ...entries.flatMap((entry) => errorsOf(contract, entry.id, requestStep(contract, entry))),
    ...Object.keys(contract.uploads).flatMap((id) => {
      const asked = uploadStep(contract, id);
      return asked ? errorsOf(contract, id, asked.step, [], known) : [];
    }),
    ...entries.flatMap((entry) => {
      const id = textOf(objectAt(contract.submits[entry.id]).read);
      const submit = submitStep(contract, entry);
      const parameters = whereToLook(contract, id, entry.id, objectAt(submit.outputs));
      const look = { stepId: "read", operationId: operationId(contract, id), parameters };
      return parameters.length === 0 ? [] : errorsOf(contract, id, look, [submit], known);
    }),
  ];
}
