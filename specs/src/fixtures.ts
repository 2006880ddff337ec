import {
  textOf,
  objectAt,
  operationsOf,
  resolved,
  type Document,
  type Json,
  type JsonObject,
  type OperationEntry,
} from "./document.js";

/** A named example of an answer: what docs show, mocks serve and tests replay. */
export interface Fixture extends OperationEntry {
  /** The HTTP status that it is listed under. */
  readonly status: number;
  /** The example's key under `examples`. */
  readonly name: string;
  /** The example's own. */
  readonly summary: string;
  /** The value of the example. */
  readonly body: Json;
  /** Response headers of the contract that have an example, name in lower case → value. */
  readonly headers: Readonly<Record<string, string>>;
}

function headersOf(document: Document, response: JsonObject): Record<string, string> {
  const headers = Object.entries(objectAt(response.headers)).flatMap(([name, value]) => {
    const header = resolved(document, value);
    const example = header.example ?? objectAt(header.schema).example;
    return typeof example === "string" || typeof example === "number"
      ? [[name.toLowerCase(), String(example)] as const]
      : [];
  });
  return Object.fromEntries<string>(headers);
}

/** Every operation × documented status × named example of its JSON answer. */
export const fixturesOf = (document: Document): Fixture[] =>
  operationsOf(document).flatMap((entry) =>
    Object.entries(objectAt(entry.operation.responses)).flatMap(([status, value]) => {
      const response = resolved(document, value);
      const examples = objectAt(objectAt(objectAt(response.content)["application/json"]).examples);
      const headers = headersOf(document, response);
      return Object.entries(examples).map(([name, example]) => {
        const { value: body = null, summary } = resolved(document, example);
        return { ...entry, status: Number(status), name, summary: textOf(summary), body, headers };
      });
    }),
  );

/** Whether no page shows this body. */
export const isInferred = (example: { readonly name: string }): boolean => example.name.startsWith("inferred-");
