// Every operation of every contract, with its samples.
import { select } from "@omni-contracts/core/language";
import {
  fixturesOf,
  isObject,
  objectAt,
  operationsOf,
  providers,
  readDocument,
  requestContent,
  textOf,
  type Document,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";
import { requestOf, samplesOf, type SampleRequest } from "../../src/samples/index.js";
import { LABELS, type Label } from "./runtimes.js";

export interface Case {
  readonly document: Document;
  readonly id: string;
  readonly request: SampleRequest;
  /** Also the namespace of the mock, so that each has an account of its own. */
  readonly name: string;
  readonly label: Label;
}

export const documents: readonly Document[] = providers().map(readDocument);

export const nameOf = (document: Document, id: string, label: Label): string =>
  `${document.provider}.${id}.${LABELS.indexOf(label)}`;

/** One a sample. */
export const cases: readonly Case[] = documents.flatMap((document) =>
  operationsOf(document).flatMap(({ id }) => {
    const request = requestOf(document, id);
    const labels = LABELS.filter((label) => samplesOf(request).some((one) => one.label === label));
    return labels.map((label) => ({ document, id, request, label, name: nameOf(document, id, label) }));
  }),
);

/** Every request that a contract shows, by its name. */
export const examples = documents.flatMap((document) =>
  operationsOf(document).flatMap(({ id, operation }) =>
    Object.entries(objectAt(requestContent(document, operation, "application/json").examples)).map(([example]) => ({
      ...{ document, id, example },
      request: requestOf(document, id, example),
    })),
  ),
);

/** The text of a sample. */
export const sourceOf = (request: SampleRequest, label: Label, baseURL?: string): string =>
  samplesOf(request, baseURL === undefined ? {} : { baseURL }).find((one) => one.label === label)?.source ?? "";

/** Whether a rule of the contract holds of a body; the contract's own matcher, not what samples are made with. */
const speaksOf = (rule: JsonObject, body: Json): boolean =>
  Object.entries(objectAt(rule.where)).every(([path, listed]) =>
    select(body, path).some((value) =>
      [listed]
        .flat()
        .some((one) => (isObject(one) ? new RegExp(textOf(one.pattern)).test(String(value)) : one === value)),
    ),
  );

/** A documented refusal with the status of a success; `undefined` where there is none. */
export function refusalOf(document: Document, id: string): string | undefined {
  const operation = operationsOf(document).find((one) => one.id === id)?.operation ?? {};
  const rules = [operation["x-outcomes"] ?? [], operation["x-errors"] ?? []].flat().map(objectAt);
  const refusing = rules.filter(({ outcome, where }) => outcome !== "accepted" && where !== undefined);
  const documented = fixturesOf(document).filter((one) => one.id === id && one.status === 200);
  return documented.find(({ body }) => refusing.some((rule) => speaksOf(rule, body)))?.name;
}
