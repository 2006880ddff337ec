import { objectAt, textOf, type JsonObject } from "../document.js";
import type { Fixture } from "../fixtures.js";
import { pointerOf, valueAtPointer } from "../pointer.js";
import { codeOf, codesOf, literalOf, type Code } from "./codes.js";
import { answersOf, type Contract } from "./contract.js";
import { isThere } from "./criteria.js";
import { IN_BODY, pathsOf } from "./places.js";

/** An error that an operation documents. */
interface Refusal {
  /** In the name of its flow. */
  readonly name: string;
  /** The status and the code; the same for the same error of two operations. */
  readonly key: string;
  /** For people: the status, and the code where it says more. */
  readonly what: string;
  readonly prefer: string;
  readonly example: Fixture;
}

/** The first example of each code; that there is none counts as one. */
function firstOfEach(contract: Contract, examples: readonly Fixture[]): Fixture[] {
  const codes = examples.map((one) => codeOf(contract, one)?.value);
  return examples.filter((_, at) => codes.indexOf(codes[at]) === at);
}

/** Answers that HTTP calls a success: those with what a success is for, and those without. */
function successesOf(contract: Contract, id: string): { full: Fixture[]; empty: Fixture[] } {
  const { submits, uploads } = contract;
  const wanted = [...Object.values(objectAt(objectAt(submits[id]).handle)), objectAt(uploads[id]).url];
  const places = wanted.flatMap(pathsOf).map(pointerOf);
  const shows = ({ body }: Fixture): boolean =>
    places.length === 0 || places.some((place) => place === undefined || valueAtPointer(body, place) !== undefined);
  const answers = answersOf(contract, id);
  return { full: answers.filter(shows), empty: answers.filter((one) => !shows(one)) };
}

/** Refusals inside HTTP's success: they have a code, and one that no full success has. */
function refusedInside(contract: Contract, id: string): Fixture[] {
  const { full, empty } = successesOf(contract, id);
  const shown = (one: Fixture): Code["value"] | undefined => codesOf(contract, one)[0]?.value;
  const codes = new Set([undefined, ...full.map(shown)]);
  const refused = empty.filter((one) => !codes.has(shown(one)));
  return firstOfEach(contract, refused);
}

/** What an operation documents as an error: each code of a status, and each code inside HTTP's successes. */
export function refusalsOf(contract: Contract, id: string): Refusal[] {
  const failed = contract.fixtures.filter((one) => one.id === id && one.status >= 400);
  const statuses = [...new Set(failed.map(({ status }) => status))];
  const asked = (example: Fixture): Refusal => {
    const { status, name } = example;
    const code = codeOf(contract, example)?.value;
    return {
      ...{ name: `${status}-${name}`, key: `${status} ${code ?? ""}`, example },
      what: code === undefined || code === status ? String(status) : `${status} ${code}`,
      prefer: `code=${status}, example=${name}`,
    };
  };
  return [
    ...refusedInside(contract, id).map(asked),
    ...statuses.flatMap((status) => {
      const examples = failed.filter((one) => one.status === status);
      const refusals = firstOfEach(contract, examples).map(asked);
      // Where there is no choice, the status alone asks for it, as people do.
      return refusals.length > 1
        ? refusals
        : refusals.map((one) => ({ ...one, name: String(status), prefer: `code=${status}` }));
    }),
  ];
}

/** What the code is, or, inside HTTP's success, what it is not. */
function codeIs(contract: Contract, example: Fixture): JsonObject[] {
  const code = codeOf(contract, example);
  if (code) return [{ condition: `${IN_BODY}${code.place} == ${literalOf(code)}` }];
  const good = example.status < 300 ? successesOf(contract, example.id).full : [];
  const literals = new Set(good.flatMap((one) => codesOf(contract, one).slice(0, 1)).map(literalOf));
  return codesOf(contract, example)
    .slice(0, 1)
    .flatMap(({ place }) => [...literals].map((literal) => ({ condition: `${IN_BODY}${place} != ${literal}` })));
}

/** What the body says: the code, and that there is a message, where this example has them. */
export function saysWhy(contract: Contract, example: Fixture): JsonObject[] {
  const message = pathsOf(objectAt(contract.lifecycle.errors).message)
    .flatMap((path) => pointerOf(path) ?? [])
    .find((place) => textOf(valueAtPointer(example.body, place)) !== "");
  return [...codeIs(contract, example), ...(message === undefined ? [] : [isThere(message)])];
}
