import { matches, type Where } from "@omni-contracts/core/language";
import { isObject, objectAt, resolved, type Document, type Json, type JsonObject } from "@omni-contracts/specs";

/** What a request costs. */
export interface Price {
  readonly amount: number;
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

/** The schema with an x-model whose ids hold this one. */
function modelOf(document: Document, value: Json | undefined, id: Json | undefined): JsonObject | undefined {
  const schema = resolved(document, value);
  if (schema["x-model"] !== undefined) {
    const ids = [resolved(document, objectAt(schema.properties).model).enum ?? []].flat();
    return ids.length === 0 || ids.some((one) => one === id) ? schema : undefined;
  }
  const branches = ["oneOf", "anyOf"].flatMap((keyword) => schema[keyword] ?? []);
  return branches.map((branch) => modelOf(document, branch, id)).find((found) => found !== undefined);
}

const isWhere = (value: unknown): value is Where => isObject(value) && Object.values(value).every(Array.isArray);
const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);

function applies({ where, has }: JsonObject, request: JsonObject): boolean {
  const rule = { ...(isWhere(where) && { where }), ...(typeof has === "string" && { has }) };
  return matches(rule, { status: 200, body: request });
}

/** What a price list asks for a request; `undefined` where it does not tell. */
function listed({ currency, rates }: JsonObject, request: JsonObject): Price | undefined {
  const rate = [rates ?? []]
    .flat()
    .map(objectAt)
    .find((one) => applies(one, request));
  const isTold = rate && rate.unknown !== true && rate.perInputSecond === undefined;
  if (!isTold || typeof currency !== "string") return undefined;
  if (rate.perSecond !== undefined && typeof request.duration !== "number") return undefined;
  const amount = numberOf(rate.perRequest) + numberOf(rate.perSecond) * numberOf(request.duration);
  return { amount: Number(amount.toFixed(6)), currency };
}

/** The price of a request by the newest list that tells it, or `undefined` where no page does. */
export function priceOf(document: Document, schema: Json | undefined, sent: JsonObject): Price | undefined {
  const model = modelOf(document, schema, sent.model);
  const facts = objectAt(model?.["x-model"]);
  const request = { ...defaultsOf(document, model ?? {}), ...sent, ...objectAt(facts.billed) };
  const lists = [facts.prices ?? []].flat().map(objectAt);
  return lists.map((list) => listed(list, request)).find((price) => price !== undefined);
}
