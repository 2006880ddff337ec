import { matches, select, type Match, type Where } from "@omni-contracts/core/language";
import {
  isObject,
  modelSchemas,
  objectAt,
  resolved,
  type Document,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";
import { perDocument } from "./per-document.js";

/** What a request costs. */
export interface Price {
  readonly amount: number;
  /** As the provider calls it: `USD`, `credits`. */
  readonly currency: string;
}

/** What a model's schema takes for members that are left out. */
export function defaultsOf(document: Document, model: JsonObject): JsonObject {
  const defaults = Object.entries(objectAt(model.properties)).flatMap(([name, value]) => {
    const { default: given } = resolved(document, value);
    return given === undefined ? [] : [[name, given] as const];
  });
  return Object.fromEntries(defaults);
}

/** What is asked for the requests that a rule describes. */
interface Rate {
  readonly rule: Match;
  readonly told: JsonObject;
}

interface PriceList {
  readonly currency: string | undefined;
  readonly rates: readonly Rate[];
}

/** What a model's schema says of its price. */
interface PricedModel {
  /** Empty where it is the only one. */
  readonly ids: readonly Json[];
  readonly defaults: JsonObject;
  readonly billed: JsonObject;
  /** The one to believe first: what the provider documents, else the newest. */
  readonly lists: readonly PriceList[];
  /** Where its input videos stand. */
  readonly clips: readonly string[];
}

const trustOf = ({ level = "documented" }: JsonObject): number => Number(level === "documented");
const dateOf = ({ read }: JsonObject): string => (typeof read === "string" ? read : "");

const isWhere = (value: unknown): value is Where => isObject(value) && Object.values(value).every(Array.isArray);
const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);

function listOf({ currency, rates }: JsonObject): PriceList {
  const told = [rates ?? []].flat().map(objectAt);
  return {
    currency: typeof currency === "string" ? currency : undefined,
    rates: told.map((rate) => {
      const { where, has } = rate;
      return { told: rate, rule: { ...(isWhere(where) && { where }), ...(typeof has === "string" && { has }) } };
    }),
  };
}

/** The schemas with an x-model, in document order. */
function modelsIn(document: Document, value: Json | undefined): PricedModel[] {
  const schema = resolved(document, value);
  if (schema["x-model"] === undefined)
    return ["oneOf", "anyOf"].flatMap((word) => [schema[word] ?? []].flat().flatMap((one) => modelsIn(document, one)));
  const { billed, prices } = objectAt(schema["x-model"]);
  const ids = [resolved(document, objectAt(schema.properties).model).enum ?? []].flat();
  const told = [prices ?? []].flat().map(objectAt);
  const trusted = told.toSorted((a, b) => trustOf(b) - trustOf(a) || dateOf(b).localeCompare(dateOf(a)));
  const inputs = modelSchemas(document, schema).flatMap((one) => one.inputs);
  const clips = inputs.flatMap(({ role, path }) => (role === "video" ? [path] : []));
  return [{ ids, defaults: defaultsOf(document, schema), billed: objectAt(billed), lists: trusted.map(listOf), clips }];
}

/** The models that a request schema has; read once, because every submit asks. */
const modelsOf = perDocument((document) => {
  const known = new Map<Json | undefined, readonly PricedModel[]>();
  return (schema: Json | undefined): readonly PricedModel[] => {
    const models = known.get(schema) ?? modelsIn(document, schema);
    known.set(schema, models);
    return models;
  };
});

/** What a price list asks for a request; `undefined` where it does not tell, or counts a clip: nobody looks how long it is. */
function listed({ currency, rates }: PriceList, request: JsonObject, clips: readonly string[]): Price | undefined {
  const answer = { status: 200, body: request };
  const rate = rates.find(({ rule }) => matches(rule, answer))?.told;
  const isCounted = rate?.perInputSecond !== undefined && clips.some((path) => select(request, path).flat().length > 0);
  const isTold = rate && rate.unknown !== true && !isCounted;
  if (!isTold || currency === undefined) return undefined;
  if (rate.perSecond !== undefined && typeof request.duration !== "number") return undefined;
  const [least = 0, most = Infinity] = [rate.counted ?? []].flat().map(numberOf);
  const seconds = Math.min(Math.max(numberOf(request.duration), least), most);
  const amount = numberOf(rate.perRequest) + numberOf(rate.perSecond) * seconds;
  return { amount: Number(amount.toFixed(6)), currency };
}

/** The price of a request by the first list that tells it, or `undefined` where no page does. */
export function priceOf(document: Document, schema: Json | undefined, sent: JsonObject): Price | undefined {
  const model = modelsOf(document)(schema).find(({ ids }) => ids.length === 0 || ids.some((id) => id === sent.model));
  // No page tells what it costs.
  if (!model || model.lists.length === 0) return undefined;
  const request = { ...model.defaults, ...sent, ...model.billed };
  for (const list of model.lists) {
    const price = listed(list, request, model.clips);
    if (price) return price;
  }
  return undefined;
}
