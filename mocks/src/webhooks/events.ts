import {
  readEvent,
  type AnswerCode,
  type Contract,
  type Representation,
  type Source,
  type Status,
  type TaskStatus,
  type TimeSource,
} from "@omni-contracts/core/language";
import {
  isObject,
  objectAt,
  parametersOf,
  requestContent,
  resolved,
  textOf,
  type Document,
  type JsonObject,
} from "@omni-contracts/specs";
import { rankOf } from "../engine/examples.js";
import { isSignature, type Headers, type Signature } from "./signature.js";

// specs/extensions.schema.yaml has judged these values when the contract was linted; the types below repeat its verdict.
interface Sending {
  readonly as: string;
  readonly target?: string;
  readonly delivery?: {
    readonly timeout?: number;
    readonly repeat?: { readonly http?: Status | readonly Status[]; readonly after: readonly number[] };
  };
  readonly shows?: EventPlaces;
}
const isSending = (value: unknown): value is JsonObject & Sending => isObject(value) && "as" in value;

/** Where an event tells of itself. */
export interface EventPlaces {
  readonly id?: Source;
  readonly sentAt?: TimeSource;
}

/** One kind of event, as a contract describes it. */
export interface EventKind {
  /** Under `webhooks`. */
  readonly name: string;
  readonly form: Representation;
  /** How its address is made. */
  readonly target: string | undefined;
  /** Headers that it must have, with the values of their examples. */
  readonly headers: Headers;
  /** Absent where nothing is signed. */
  readonly signature: Signature | undefined;
  readonly shows: EventPlaces;
  /** Seconds for which the receiver may think. */
  readonly timeout: number;
  readonly repeat: { readonly http?: Status | readonly Status[]; readonly after: readonly number[] };
  /** The states that it tells of; of others nothing is sent. */
  readonly tells: ReadonlySet<TaskStatus>;
  /** The documented body that tells of this state. */
  bodyOf(status: TaskStatus, error?: AnswerCode): unknown;
}

/** Seconds for which a receiver may think where the contract names no time. */
const TIMEOUT = 10;

const headersOf = (document: Document, operation: JsonObject): Headers =>
  Object.fromEntries(
    parametersOf(document, operation).flatMap((one) =>
      one.in === "header" && one.required === true ? [[textOf(one.name), textOf(one.example)]] : [],
    ),
  );

/**
 * The events of a contract. Which states they tell of is what their named examples show, read by the contract's own rules: a
 * state that no example shows is not sent.
 */
export function eventsOf(document: Document, contract: Contract): EventKind[] {
  const { lifecycle } = contract;
  const sendings = objectAt(objectAt(document.root["x-lifecycle"]).webhooks);
  return Object.entries(sendings).flatMap(([name, sending]): EventKind[] => {
    const operation = objectAt(objectAt(objectAt(document.root.webhooks)[name]).post);
    if (!isSending(sending)) return [];
    const { as, target, shows = {}, delivery = {} } = sending;
    const form = lifecycle.representations[as] ?? {};
    const { examples } = requestContent(document, operation, "application/json");
    const shown = Object.entries(objectAt(examples)).flatMap(([key, example]) => {
      const body: unknown = resolved(document, example).value;
      const task = readEvent(contract, name, body);
      return task && !task.drift ? [{ fixture: { name: key }, body, task }] : [];
    });
    const signature = operation["x-signature"];
    return [
      {
        ...{ name, form, target, shows, headers: headersOf(document, operation) },
        signature: isSignature(signature) ? signature : undefined,
        timeout: delivery.timeout ?? TIMEOUT,
        repeat: delivery.repeat ?? { after: [] },
        tells: new Set(shown.map(({ task }) => task.status)),
        bodyOf(status, error) {
          const words = (form.states ?? lifecycle.states)[status] ?? [];
          const found = shown.filter(({ task }) => task.status === status);
          const [best] = found.sort((a, b) => rankOf(a, words, error) - rankOf(b, words, error));
          return structuredClone(best?.body);
        },
      },
    ];
  });
}
