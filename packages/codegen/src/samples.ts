import { objectAt, operationsOf, requestContent, resolve, type Document, type JsonObject } from "@omni-contracts/specs";

/** The named request examples of every operation with a JSON body. */
export function samplesOf(document: Document): JsonObject {
  const entries = operationsOf(document).flatMap((entry) => {
    const examples = Object.entries(objectAt(requestContent(document, entry.operation, "application/json").examples));
    const values = examples.map(
      ([name, example]) => [name, objectAt(resolve(document, example)).value ?? null] as const,
    );
    return values.length > 0 ? [[entry.id, Object.fromEntries(values)] as const] : [];
  });
  return Object.fromEntries(entries);
}
