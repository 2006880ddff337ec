import { objectAt, operationsOf, textOf, type Document, type JsonObject, type OperationEntry } from "../document.js";
import { fixturesOf, type Fixture } from "../fixtures.js";

/** What flows are made of. */
export interface Contract {
  readonly document: Document;
  readonly lifecycle: JsonObject;
  /** Parts of the lifecycle: by operationId. */
  readonly submits: JsonObject;
  readonly reads: JsonObject;
  readonly uploads: JsonObject;
  /** By operationId. */
  readonly operations: ReadonlyMap<string, OperationEntry>;
  readonly fixtures: readonly Fixture[];
}

export function contractOf(document: Document): Contract {
  const lifecycle = objectAt(document.root["x-lifecycle"]);
  return {
    ...{ document, lifecycle },
    submits: objectAt(lifecycle.submit),
    reads: objectAt(lifecycle.read),
    uploads: objectAt(lifecycle.upload),
    operations: new Map(operationsOf(document).map((entry) => [entry.id, entry])),
    fixtures: fixturesOf(document),
  };
}

/** What HTTP calls a success. */
export const answersOf = ({ fixtures }: Contract, id: string): Fixture[] =>
  fixtures.filter((one) => one.id === id && one.status >= 200 && one.status < 300);

/** The name of an operation in a flow. */
export const operationId = ({ document }: Contract, id: string): string =>
  `$sourceDescriptions.${document.provider}.${id}`;

/** The representation that an operation answers with. */
export const formOf = ({ lifecycle, reads }: Contract, id: string): JsonObject =>
  objectAt(objectAt(lifecycle.representations)[textOf(objectAt(reads[id]).as)]);
