// A quote as people read it.
import type { Quote } from "@omni-contracts/core/quote";
import type { Words } from "./words.js";

/** `1.8 USD`, `0.025–0.375 USD`, or why there is none; without a full stop, for what stands around it may have its own. */
export function priceText(quote: Quote | undefined, words: Words): string {
  if (!quote) return words.noPrice;
  if (quote.unknown?.reason === "invalid_request") return `${words.noPrice}: ${words.cannotSendYet}`;
  if (!quote.price) return `${words.noPrice}: ${quote.unknown.message.replace(/\.$/, "")}`;
  const { min, max, currency } = quote.price;
  return `${min === max ? String(min) : `${min}–${max}`} ${currency}`;
}
