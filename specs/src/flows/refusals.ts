import { objectAt, type Json, type JsonObject } from "../document.js";
import type { Fixture } from "../fixtures.js";
import { pointerOf, valueAtPointer } from "../pointer.js";
import { answersOf, type Contract } from "./contract.js";
import { isThere } from "./criteria.js";
import { IN_BODY, pathsOf, placeIn } from "./places.js";

/** An error that an operation documents. */
interface Refusal {
  readonly status: number;
  /** In the name of its flow. */
  readonly name: string;
  /** For people: the status, and the code where HTTP calls it a success. */
  readonly what: string;
  readonly prefer: string;
  readonly examples: readonly Fixture[];
}

const scalarOf = (value: Json | undefined): string | number | undefined =>
  (typeof value === "string" && value !== "" && !value.includes("'")) || typeof value === "number" ? value : undefined;

/** Where this answer has its code. */
const codePlaceIn = ({ lifecycle }: Contract, { body }: Fixture): string | undefined =>
  pathsOf(objectAt(lifecycle.errors).code)
    .flatMap((path) => pointerOf(path) ?? [])
    .find((place) => scalarOf(valueAtPointer(body, place)) !== undefined);

const codeIn = (contract: Contract, one: Fixture, place = codePlaceIn(contract, one)): string | number | undefined =>
  place === undefined ? undefined : scalarOf(valueAtPointer(one.body, place));

/** Answers that HTTP calls a success, without what a success is for, and with a code that none has: the first of each code. */
function refusedInside(contract: Contract, id: string): Fixture[] {
  const { submits, uploads } = contract;
  const wanted = [...Object.values(objectAt(objectAt(submits[id]).handle)), objectAt(uploads[id]).url];
  const places = wanted.flatMap(pathsOf).map(pointerOf);
  const shows = ({ body }: Fixture): boolean =>
    places.some((place) => place === undefined || valueAtPointer(body, place) !== undefined);
  const answers = answersOf(contract, id);
  const codes = new Set([undefined, ...answers.filter(shows).map((one) => codeIn(contract, one))]);
  const refused = places.length === 0 ? [] : answers.filter((one) => !shows(one) && !codes.has(codeIn(contract, one)));
  return [...new Map(refused.toReversed().map((one) => [codeIn(contract, one), one])).values()].toReversed();
}

/** What an operation documents as an error: each status, and each code inside HTTP's successes. */
export function refusalsOf(contract: Contract, id: string): Refusal[] {
  const failed = contract.fixtures.filter((one) => one.id === id && one.status >= 400);
  const statuses = [...new Set(failed.map(({ status }) => status))];
  return [
    ...refusedInside(contract, id).map((one) => ({
      ...{ status: one.status, name: `${one.status}-${one.name}`, what: `${one.status} ${codeIn(contract, one)}` },
      ...{ prefer: `code=${one.status}, example=${one.name}`, examples: [one] },
    })),
    ...statuses.map((status) => ({
      ...{ status, name: String(status), what: String(status), prefer: `code=${status}` },
      examples: failed.filter((one) => one.status === status),
    })),
  ];
}

/** What the body says: the code of one of the examples, or, where the first has none, that there is a message. */
export function saysWhy(contract: Contract, examples: readonly Fixture[]): JsonObject[] {
  const first = examples.slice(0, 1);
  const [place] = first.flatMap((one) => codePlaceIn(contract, one) ?? []);
  if (place === undefined) {
    const text = placeIn(first, objectAt(contract.lifecycle.errors).message);
    return text === undefined ? [] : [isThere(text)];
  }
  const codes = new Set(examples.flatMap((one) => codeIn(contract, one, place) ?? []));
  const literals = [...codes].map((code) => (typeof code === "number" ? String(code) : `'${code}'`));
  return [{ condition: literals.map((literal) => `${IN_BODY}${place} == ${literal}`).join(" || ") }];
}
