import { locate, putAt, valueAt, type AnswerCode, type Contract, type Source } from "@omni-contracts/core/language";
import { fixturesOf, isObject, type Document, type Fixture } from "@omni-contracts/specs";
import type { MockAnswer } from "../transport/http.js";
import { createExamples, type Examples } from "./examples.js";

/** The documented answers of a contract. */
export interface Answers {
  readonly examples: Examples;
  of(fixture: Fixture): MockAnswer;
  /** The named example with this status; the first with it; or the first of this name. */
  preferred(operationId: string, status: number | undefined, name: string | undefined): MockAnswer | undefined;
  /** The named example of an operation, with this message in the place of its own. */
  named(operationId: string, name: string, message: string): MockAnswer | undefined;
  /** The first answer of success. */
  success(operationId: string): MockAnswer | undefined;
  /** The example that it is a copy of. */
  successExample(operationId: string): Fixture | undefined;
  /** An error as the provider documents it, or with this message in the place of the documented one. */
  error(operationId: string, code: AnswerCode, message?: string): MockAnswer;
  /** What an operation can be asked to answer: `400 bad-request, …`. */
  listed(operationId: string): string;
}

const JSON_TYPE = "application/json";

/** A copy of JSON: every answer begins as one, and `structuredClone` takes many times as long. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  // At first with the same inner values, because V8 copies a whole object at once.
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) {
    const inner = copy[name];
    if (typeof inner === "object" && inner !== null) copy[name] = copyOf(inner);
  }
  return copy;
}

/** Puts a text wherever the body already has one at the source. */
function putText(body: unknown, source: Source = [], text: string): void {
  for (const path of [source].flat().filter((place) => typeof place === "string")) {
    for (const location of locate(body, path)) {
      if (typeof valueAt(body, location) === "string") putAt(body, location, text);
    }
  }
}

export function createAnswers(document: Document, contract: Contract): Answers {
  const fixtures = fixturesOf(document);
  const examples = createExamples(fixtures, contract);
  const ids = [...new Set(fixtures.map(({ id }) => id))];
  const byOperation = new Map(ids.map((id) => [id, fixtures.filter((one) => one.id === id)]));
  const ofOperation = (id: string): Fixture[] => byOperation.get(id) ?? [];

  // Whoever changes headers makes new ones.
  const headersOf = new Map(fixtures.map((one) => [one, { "content-type": JSON_TYPE, ...one.headers }]));

  const of = (fixture: Fixture): MockAnswer => ({
    status: fixture.status,
    headers: headersOf.get(fixture) ?? fixture.headers,
    body: copyOf(fixture.body),
  });

  const successes = new Map(ids.map((id) => [id, ofOperation(id).find(({ status }) => status >= 200 && status < 300)]));
  const successOf = (operationId: string): Fixture | undefined => successes.get(operationId);

  /** The operation's own example of an error, or else the first that the contract has. */
  const exampleOf = (operationId: string, code: AnswerCode): Fixture | undefined =>
    [operationId, ...ids].map((id) => examples.ofError(id, code)).find((found) => found !== undefined);

  return {
    examples,
    of,
    preferred(operationId, status, name) {
      const found = ofOperation(operationId).find(
        (one) => (status === undefined || one.status === status) && (name === undefined || one.name === name),
      );
      return found && of(found);
    },
    named(operationId, name, message) {
      const found = ofOperation(operationId).find((one) => one.name === name);
      if (!found) return undefined;
      const answer = of(found);
      putText(answer.body, contract.lifecycle.errors?.message, message);
      return answer;
    },
    success(operationId) {
      const found = successOf(operationId);
      return found && of(found);
    },
    successExample: successOf,
    error(operationId, code, message) {
      const own = exampleOf(operationId, code);
      const found = own ?? exampleOf(operationId, "invalid_request");
      const answer = found ? of(found) : { status: 400, headers: { "content-type": JSON_TYPE }, body: { message } };
      // An example of something else must not tell of that.
      const told = message ?? (own ? undefined : code.replaceAll("_", " "));
      if (told !== undefined) putText(answer.body, contract.lifecycle.errors?.message, told);
      return answer;
    },
    listed: (operationId) =>
      ofOperation(operationId)
        .map(({ status, name }) => `${status} ${name}`)
        .join(", "),
  };
}
