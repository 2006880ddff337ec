import { objectAt, parametersOf, resolved, type Json, type JsonObject, type OperationEntry } from "../document.js";
import type { Contract } from "./contract.js";

/** What may stand for a parameter, the contract's example before what its schema lists. */
function valueOf({ document }: Contract, parameter: JsonObject): Json | undefined {
  const [named] = Object.values(objectAt(parameter.examples));
  const schema = resolved(document, parameter.schema);
  const known = [
    ...[parameter.example, resolved(document, named).value, schema.example, schema.examples],
    ...[schema.const, schema.default, schema.enum],
  ];
  return known.flat().find((value) => typeof value === "string" || typeof value === "number");
}

/**
 * What stands in the path of an operation that is called first: a model, where that is the address.
 *
 * @throws Error that names the operation and the parameter which nothing in the contract fills
 */
export function addressOf(contract: Contract, { id, path, operation }: OperationEntry): JsonObject[] {
  const { document } = contract;
  const item = objectAt(objectAt(document.root.paths)[path]);
  const known = [...parametersOf(document, operation), ...parametersOf(document, item)];
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => {
    const parameter = known.find((one) => one.name === name && one.in === "path") ?? {};
    const value = valueOf(contract, parameter);
    if (value === undefined)
      throw new Error(
        `${document.provider}: ${id} has no flow, for nothing stands for {${name}} in ${path}. Give that parameter an \`example\`.`,
      );
    return { name, in: "path", value };
  });
}
