import { OmniError } from "../error.js";
import type { ModelPrices } from "../language/contract.js";
import { isObject } from "../language/objects.js";
import type { Check, RequestOptions } from "../video/client.js";
import type { ModelFacts, Models } from "../video/model.js";
import type { ClientTypes, Ids, RequestFor } from "../video/settings.js";
import { userMessageOf } from "../video/user-message.js";
import { clipsOf, priceOf, type Priced } from "./price.js";

/** What a quote reads of a generated contract: `import * as contract from "@omni-contracts/<provider>/contract"`. */
export interface PricedContract<Provider extends string = string> {
  readonly service: { readonly provider: Provider };
  readonly models: Models;
  /** By the canonical id of the model. */
  readonly prices: Readonly<Record<string, ModelPrices>>;
}

export interface QuoteOptions extends Pick<RequestOptions, "mode"> {
  /** The lengths of the input videos in seconds, in their order; of one, the number alone. Without them their limits count. */
  readonly inputSeconds?: number | readonly number[] | undefined;
  /** The day against which a price is old. Default: today. */
  readonly now?: Date | undefined;
}

/** What a request costs, and what would become of it: `coerced`, `dropped` and `issues` are those of `client.check`. */
export type Quote = Priced & {
  readonly provider: string;
  /** As it was asked for; it may be an alias. */
  readonly model: string;
} & Pick<Check, "coerced" | "dropped" | "issues">;

/** A client, as far as a quote needs it. */
export interface QuotingClient<T extends ClientTypes> {
  readonly provider: T["provider"];
  readonly check: <Name extends Ids<T>["model"]>(
    request: RequestFor<T, Name>,
    options?: Pick<RequestOptions, "mode">,
  ) => Check;
}

export function refuse(provider: string, message: string, model?: string): never {
  const code = "invalid_request";
  throw new OmniError({ code, provider, phase: "validate", message, model, userMessage: userMessageOf(code) });
}

interface Asked {
  readonly provider: string;
  readonly model: string;
  readonly check: Check;
}

function factsOf({ provider, model }: Asked, contract: PricedContract): { facts: ModelFacts; prices: ModelPrices } {
  const fix = `pass what \`import * as contract from "@omni-contracts/${provider}/contract"\` gives.`;
  // Not every caller has types.
  const isContract = (["service", "models", "prices"] as const).every(
    (name) => isObject(contract) && isObject(contract[name]),
  );
  if (!isContract) refuse(provider, `\`contract\` is none; ${fix}`, model);
  const { service, models, prices } = contract;
  if (service.provider !== provider) refuse(provider, `\`contract\` is of ${service.provider}; ${fix}`, model);
  const found = Object.entries(models).find(([id, { aliases }]) => id === model || aliases?.includes(model));
  const own = found && Object.hasOwn(prices, found[0]) ? prices[found[0]] : undefined;
  if (!found || !own)
    return refuse(provider, `\`contract\` does not know ${model}, so it is of another version; ${fix}`, model);
  return { facts: found[1], prices: own };
}

const isLength = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value) && value > 0;

function lengthsOf({ provider, model }: Asked, { inputSeconds }: QuoteOptions, clips: number) {
  if (inputSeconds === undefined) return undefined;
  const lengths = [inputSeconds].flat();
  if (!lengths.every(isLength))
    refuse(provider, "`inputSeconds` must be a number of seconds above 0, or a list of such numbers.", model);
  if (lengths.length !== clips)
    refuse(provider, `\`inputSeconds\` has ${lengths.length} lengths, and the request ${clips} input videos.`, model);
  return lengths;
}

/** The quote of a request that has been checked. */
export function quoteOf(asked: Asked, contract: PricedContract, options: QuoteOptions): Quote {
  const { provider, model, check } = asked;
  const { facts, prices } = factsOf(asked, contract);
  const now = options.now ?? new Date();
  if (!(now instanceof Date) || Number.isNaN(now.getTime()))
    refuse(provider, "`now` is no date; pass a valid Date or leave it out.", model);
  const { body, coerced, dropped, issues } = check;
  const told = { provider, model, coerced, dropped, issues };
  if (issues.length > 0) {
    const message = "The request cannot be sent; `issues` tell why.";
    return { ...told, unknown: { reason: "invalid_request", message } };
  }
  const lengths = lengthsOf(asked, options, clipsOf(body, facts).length);
  return { ...told, ...priceOf(body, facts, prices, { now: now.getTime(), lengths }) };
}

/**
 * What a request would cost by the provider's contract; asks nobody. It prices the body that `generate` would send, with what
 * the provider takes for what is left out.
 *
 * @throws {OmniError} `model_not_found`, `invalid_request` for what is no request, contract or option; a request that the
 * model does not take is no error here: it has `issues` and no price
 */
export function quote<T extends ClientTypes, Name extends Ids<T>["model"]>(
  client: QuotingClient<T>,
  contract: PricedContract<T["provider"]>,
  request: RequestFor<T, Name>,
  options: QuoteOptions = {},
): Quote {
  const check = client.check(request, { mode: options.mode });
  return quoteOf({ provider: client.provider, model: request.model, check }, contract, options);
}
