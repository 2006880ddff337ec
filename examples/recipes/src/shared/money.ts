import type { Cost } from "@omni-contracts/core";
import type { Quote } from "@omni-contracts/core/quote";
import { InputError } from "./input-error.js";

/** Prices have at most six decimals; sums are rounded to them, so that 0.1 + 0.2 is 0.3. */
const rounded = (amount: number): number => Math.round(amount * 1e6) / 1e6;

export const shown = ({ amount, currency }: Cost): string => `${rounded(amount)} ${currency}`;

/** What it costs at most, by the contract. */
export const mostOf = ({ price }: Quote): Cost | undefined => price && { amount: price.max, currency: price.currency };

export function estimateOf({ price }: Quote): string {
  if (!price) return "not told";
  const { min, max, currency, isStale } = price;
  return `${min === max ? "" : `${rounded(min)}–`}${rounded(max)} ${currency}${isStale ? ", old" : ""}`;
}

/** Sums, each currency for itself: none is converted. */
export function sum(costs: readonly (Cost | undefined)[]): string {
  const totals = new Map<string, number>();
  for (const cost of costs) if (cost) totals.set(cost.currency, (totals.get(cost.currency) ?? 0) + cost.amount);
  return [...totals].map(([currency, amount]) => shown({ amount, currency })).join(" + ") || "not told";
}

/** Whether a budget can hold it: only a price in its own currency can be added up against it. */
export const isPriced = ({ price }: Quote): boolean => price?.currency === "USD";

export const usdOf = (quotes: readonly Quote[]): number =>
  rounded(quotes.filter(isPriced).reduce((total, { price }) => total + (price?.max ?? 0), 0));

/** @throws {InputError} when it may cost more than the budget, or nobody can tell */
export function assertAffordable(quotes: readonly Quote[], budget: number, allowUnpriced = false): void {
  const most = usdOf(quotes);
  if (most > budget)
    throw new InputError(`It may cost ${most} USD, and the budget is ${budget} USD. Nothing was ordered.`);
  const unpriced = quotes.filter((one) => !isPriced(one));
  if (unpriced.length === 0 || allowUnpriced) return;
  const names = [...new Set(unpriced.map(({ provider, model }) => `${provider}/${model}`))].join(", ");
  throw new InputError(
    `No price in USD is told for ${names}. Take another, or pass --allow-unpriced. Nothing was ordered.`,
  );
}
