// What a contract says of how a task lives, in the order in which people ask for it.
import { isObject, objectAt, operationsOf, textOf, type Document, type Json } from "@omni-contracts/specs";

export const STATES = ["queued", "in_progress", "completed", "failed", "cancelled", "expired"] as const;
export type State = (typeof STATES)[number];

/** A call of the life of a task. */
export interface Call {
  readonly id: string;
  /** `POST /v1/videos`; empty for what the provider sends. */
  readonly address: string;
}

/** What stands for a state in one kind of answer. */
export interface Words {
  /** The kind of answer, as the contract calls it; undefined for those that hold everywhere. */
  readonly answer?: string;
  readonly words: readonly string[];
}

/** An answer that shows a state whatever its status word says. */
export interface Shown {
  /** `HTTP 400, 404`, `$.status = ERROR`. */
  readonly when: readonly string[];
  /** Seconds after the submit for which this holds. */
  readonly within?: number;
  readonly answer: string;
}

export interface StateFacts {
  readonly state: State;
  readonly words: readonly Words[];
  readonly shown: readonly Shown[];
}

export interface Lifecycle {
  readonly states: readonly StateFacts[];
  readonly submits: readonly Call[];
  readonly reads: readonly Call[];
  readonly webhooks: readonly Call[];
  /** `at`, `failed`, `cancelled` → the contract's word. */
  readonly charge: Readonly<Record<string, string>>;
  /** Whether someone who never got an answer can ask by a reference of their own. */
  readonly hasReference: boolean;
  /** In seconds; absent where no page tells it. */
  readonly poll: Readonly<Record<string, number | undefined>>;
  /** The shortest and the longest pause between looks, in seconds. */
  readonly every: readonly number[];
  /** Seconds for which a link works, where that is told. */
  readonly lifetime?: number;
}

const listOf = (value: Json | undefined): Json[] => [value ?? []].flat();
const texts = (value: Json | undefined): string[] => listOf(value).map(String);

function shownAs(document: Document, state: State): Shown[] {
  const { representations } = objectAt(document.root["x-lifecycle"]);
  return Object.entries(objectAt(representations)).flatMap(([answer, representation]) =>
    listOf(objectAt(representation).first)
      .map(objectAt)
      .filter(({ is }) => is === state)
      .map(({ http, where, within }) => ({
        answer,
        ...(typeof within === "number" && { within }),
        when: [
          ...(http === undefined ? [] : [`HTTP ${texts(http).join(", ")}`]),
          ...Object.entries(objectAt(where)).map(([path, values]) => `${path}: ${texts(values).join(", ")}`),
        ],
      })),
  );
}

function wordsOf(document: Document, state: State): Words[] {
  const { states, representations } = objectAt(document.root["x-lifecycle"]);
  const common = texts(objectAt(states)[state]);
  const own = Object.entries(objectAt(representations)).flatMap(([answer, representation]) => {
    const words = texts(objectAt(objectAt(representation).states)[state]).filter((word) => !common.includes(word));
    return words.length > 0 ? [{ answer, words }] : [];
  });
  return [...(common.length > 0 ? [{ words: common }] : []), ...own];
}

const numbersOf = (value: Json | undefined): Record<string, number> =>
  Object.fromEntries(
    Object.entries(objectAt(value)).flatMap(([name, one]) => (typeof one === "number" ? [[name, one]] : [])),
  );

export function lifecycleOf(document: Document): Lifecycle {
  const { submit, read, webhooks, charge, poll, result } = objectAt(document.root["x-lifecycle"]);
  const operations = operationsOf(document);
  const calls = (value: Json | undefined): Call[] =>
    Object.keys(objectAt(value)).map((id) => {
      const found = operations.find((one) => one.id === id);
      return { id, address: found ? `${found.method.toUpperCase()} ${found.path}` : "" };
    });
  const states = STATES.map((state) => ({ state, words: wordsOf(document, state), shown: shownAs(document, state) }));
  const { lifetime } = objectAt(result);
  return {
    states: states.filter(({ words, shown }) => words.length + shown.length > 0),
    submits: calls(submit),
    reads: calls(read),
    webhooks: calls(webhooks),
    charge: Object.fromEntries(
      Object.entries(objectAt(charge)).flatMap(([name, value]) =>
        typeof value === "string" && name !== "evidence" ? [[name, textOf(value)]] : [],
      ),
    ),
    hasReference: Object.values(objectAt(submit)).some((one) => isObject(objectAt(objectAt(one).handle).reference)),
    poll: numbersOf(poll),
    every: listOf(objectAt(poll).every).filter((one) => typeof one === "number"),
    ...(typeof lifetime === "number" && { lifetime }),
  };
}
