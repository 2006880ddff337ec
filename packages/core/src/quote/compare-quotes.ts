import { isObject } from "../language/objects.js";
import type { Check, RequestOptions } from "../video/client.js";
import type { VideoRequest } from "../video/request.js";
import type { Price } from "./price.js";
import { quoteOf, refuse, type PricedContract, type Quote, type QuoteOptions } from "./quote.js";

/** What can be asked of several models at once; what one of them does not take is found out, and no error of types. */
export type ComparedRequest = Omit<VideoRequest, "model">;

/** A model and what it costs: `{ model: acme.model("id"), contract }`. */
export interface Offer {
  /** A model of a client, as `client.model(id)` gives it. */
  readonly model: {
    readonly provider: string;
    readonly model: string;
    /** Any bound model fits, whatever it takes. */
    readonly check: (request: never, options?: Pick<RequestOptions, "mode">) => Check;
  };
  /** The provider's contract, which its package exports. */
  readonly contract: PricedContract;
}

export type PricedQuote = Quote & { readonly price: Price };

export interface Comparison {
  /** Those with a price, by currency, because none is converted. By what they cost at most, then at least; the cheapest first. */
  readonly priced: readonly { readonly currency: string; readonly quotes: readonly PricedQuote[] }[];
  /** Those that can do it, at a price that is not known; `unknown` tells why. */
  readonly unpriced: readonly Quote[];
  /** Those that cannot do it; `issues` tell why. */
  readonly impossible: readonly Quote[];
}

/** A request as what a caller without types may pass it for: what the model does not take is for `check` to tell. */
function untyped(request: ComparedRequest): never;
function untyped(request: ComparedRequest): unknown {
  return request;
}

/** Who speaks where no provider does. */
const NOBODY = "omni-contracts";

const hasPrice = (quote: Quote): quote is PricedQuote => quote.price !== undefined;

/**
 * What one request costs with several models, of any providers; asks nobody. `inputSeconds` counts for the models that take
 * the input videos.
 *
 * @throws {OmniError} as {@link quote} does
 */
export function compareQuotes(
  request: ComparedRequest,
  offers: readonly Offer[],
  options: QuoteOptions = {},
): Comparison {
  // Not every caller has types.
  if (!isObject(request))
    refuse(NOBODY, "`request` must be an object without a model, such as { prompt, duration: 6 }.");
  const isOffer = (one: unknown) =>
    isObject(one) &&
    isObject(one.model) &&
    typeof one.model.model === "string" &&
    typeof one.model.check === "function";
  const listed: unknown = offers;
  if (!Array.isArray(listed) || !listed.every(isOffer))
    refuse(NOBODY, "`offers` must be a list such as [{ model: client.model(id), contract }].");
  const quotes = offers.map(({ model: bound, contract }) => {
    const { provider, model } = bound;
    const check = bound.check(untyped(request), { mode: options.mode });
    return quoteOf({ provider, model, check }, contract, options);
  });
  const priced = quotes.filter(hasPrice).toSorted((a, b) => a.price.max - b.price.max || a.price.min - b.price.min);
  const currencies = [...new Set(priced.map(({ price }) => price.currency))].toSorted();
  const isPossible = ({ issues }: Quote) => issues.length === 0;
  return {
    priced: currencies.map((currency) => ({
      currency,
      quotes: priced.filter(({ price }) => price.currency === currency),
    })),
    unpriced: quotes.filter((one) => isPossible(one) && !hasPrice(one)),
    impossible: quotes.filter((one) => !isPossible(one)),
  };
}
