import { isObject, type Json, type JsonObject } from "../document.js";
import { isSame, meaningOf, membersAs } from "./canonical.js";
import { areApart, conditionOf } from "./outcomes.js";
import { code, listed, shown } from "./words.js";

const UNITS: Readonly<Record<string, string>> = {
  perRequest: "a request",
  perSecond: "a second",
  perInputSecond: "a second of input video",
};

/** A price list, with its rates in the order in which they are tried. */
export const ratesIn = ({ rates }: JsonObject): JsonObject[] => membersAs(rates).filter((one) => isObject(one));

const keyOf = (rate: JsonObject): string => meaningOf(conditionOf(rate));

/** What a rate costs, without the case that it is for. */
const priceIn = ({ perRequest, perSecond, perInputSecond, counted, unknown }: JsonObject): Json => [
  ...[perRequest, perSecond, perInputSecond, counted, unknown].map((value) => value ?? null),
];

/** "0.1 USD a second and 0.02 USD a second of input video"; empty where no page tells it. */
function amountOf(rate: JsonObject, currency: Json | undefined): string {
  const amounts = Object.entries(UNITS).flatMap(([key, unit]) =>
    rate[key] === undefined ? [] : [`${shown(rate[key])} ${shown(currency)} ${unit}`],
  );
  const [least, most] = membersAs(rate.counted);
  const bounds = least === undefined ? "" : `, of which ${shown(least)} to ${shown(most)} count`;
  return amounts.join(" and ") + bounds;
}

function caseOf(rate: JsonObject, rates: readonly JsonObject[]): string {
  const { where, has } = conditionOf(rate);
  const places = Object.entries(isObject(where) ? where : {});
  const parts = [
    ...places.map(([path, values]) => `${code(path)} is ${listed(membersAs(values), "or")}`),
    ...(has === undefined ? [] : [`${code(shown(has))} is sent`]),
  ];
  if (parts.length === 0) return rates.length > 1 ? " in every other case" : "";
  return ` where ${parts.join(" and ")}`;
}

const costs = (rate: JsonObject, currency: Json | undefined): string => {
  const amount = amountOf(rate, currency);
  return amount === "" ? "has no known price" : `costs ${amount}`;
};

/** All that a list asks for, in words. */
export const wordsOf = (list: JsonObject): string =>
  ratesIn(list)
    .map((rate, _, rates) => `${amountOf(rate, list.currency) || "not known"}${caseOf(rate, rates)}`)
    .join("; ");

/** Tells every case that costs something else, with the old and the new amount. */
export function compareRates(old: JsonObject, now: JsonObject, tell: (says: string) => void): void {
  const [from, to] = [ratesIn(old), ratesIn(now)];
  const find = (rates: readonly JsonObject[], rate: JsonObject) => rates.find((one) => keyOf(one) === keyOf(rate));
  if (old.currency !== now.currency) tell(`is priced in ${shown(now.currency)} now; it was ${shown(old.currency)}`);
  for (const rate of to) {
    const before = find(from, rate);
    if (before && isSame(priceIn(before), priceIn(rate))) continue;
    const was = before
      ? `it was ${amountOf(before, old.currency) || "not known"}`
      : "that case had no price of its own";
    tell(`${costs(rate, now.currency)}${caseOf(rate, to)} now; ${was}`);
  }
  for (const rate of from) {
    if (!find(to, rate))
      tell(
        `has no price of its own any more${caseOf(rate, from)}; it was ${amountOf(rate, old.currency) || "not known"}`,
      );
  }
  compareOrder(from, to, now.currency, tell);
}

/** The first rate that matches counts. */
function compareOrder(
  from: readonly JsonObject[],
  to: readonly JsonObject[],
  currency: Json | undefined,
  tell: (says: string) => void,
): void {
  const before = from.map(keyOf);
  for (const [i, rate] of to.entries()) {
    for (const later of to.slice(i + 1)) {
      const [was, other] = [before.indexOf(keyOf(rate)), before.indexOf(keyOf(later))];
      const isOvertaken = was >= 0 && other >= 0 && other < was;
      if (!isOvertaken || areApart(rate, later) || isSame(priceIn(rate), priceIn(later))) continue;
      tell(`${costs(rate, currency)}${caseOf(rate, to)}, now also${caseOf(later, to)}`);
    }
  }
}
