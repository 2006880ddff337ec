export {
  compareQuotes,
  type ComparedRequest,
  type Comparison,
  type Offer,
  type PricedQuote,
} from "./compare-quotes.js";
export { byTrust, isStale, priceOf, type Price, type Priced, type SeenPrice, type UnknownPrice } from "./price.js";
export { quote, type PricedContract, type Quote, type QuoteOptions, type QuotingClient } from "./quote.js";
