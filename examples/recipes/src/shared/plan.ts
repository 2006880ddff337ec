// From what somebody asks for to a job with a price; nothing is sent.
import { createHash } from "node:crypto";
import { compareQuotes, type Quote } from "@omni-contracts/core/quote";
import { InputError } from "./input-error.js";
import { PROVIDERS, untyped, type Connect } from "./providers.js";

/** What somebody asks for. */
export interface Wish {
  readonly name: string;
  readonly provider: string;
  readonly model: string;
  /** In the words that all providers share, without the model. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** A wish that can be sent, and what it costs. */
export interface Job extends Wish {
  /** Its folder, and its video. Another request is another job, whatever its name. */
  readonly key: string;
  readonly quote: Quote;
}

export const keyOf = (name: string, what: unknown): string =>
  `${name}-${createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 8)}`;

/** @throws {InputError} when there is no such provider or model, or no key for it */
export function quoteFor({ provider, model, request }: Omit<Wish, "name">, connect: Connect): Quote {
  const client = connect(provider);
  const bound = client.find(model);
  const contract = PROVIDERS[provider]?.contract;
  if (!bound || !contract)
    throw new InputError(`${provider} has no model ${model}; there are ${client.models().join(", ")}.`);
  const { priced, unpriced, impossible } = compareQuotes(untyped(request), [{ model: bound, contract }]);
  const [quote] = [...priced.flatMap(({ quotes }) => quotes), ...unpriced, ...impossible];
  if (!quote) throw new Error("One offer, and no quote.");
  return quote;
}

export const problemsOf = ({ issues }: Quote): string =>
  issues.map(({ field, message }) => (field ? `${field} ${message}` : message)).join("; ");

/** @throws {InputError} that names every wish that cannot be sent, and why */
export function planJobs(wishes: readonly Wish[], connect: Connect): readonly Job[] {
  // A provider that is not there, or has no key, is told once.
  for (const provider of new Set(wishes.map((wish) => wish.provider))) connect(provider);
  const problems: string[] = [];
  const jobs = wishes.flatMap((wish): Job[] => {
    try {
      const quote = quoteFor(wish, connect);
      if (quote.issues.length === 0)
        return [{ ...wish, key: keyOf(wish.name, [wish.provider, wish.model, wish.request]), quote }];
      problems.push(`${wish.name}: ${problemsOf(quote)}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(`${wish.name}: ${error.message}`);
    }
    return [];
  });
  if (problems.length > 0) throw new InputError(`${problems.join("\n")}\nNothing was ordered.`);
  return jobs;
}

/** `provider/model`, of which the model may have slashes. @throws {InputError} for anything else */
export const modelsOf = (list: readonly string[]): readonly { readonly provider: string; readonly model: string }[] =>
  [...new Set(list.map((one) => one.trim()))].map((one) => {
    const [, provider, model] = /^(\w+)\/(.+)$/.exec(one) ?? [];
    if (provider === undefined || model === undefined)
      throw new InputError(`${one || "An empty text"} is no model; write provider/model, such as toapis/gemini_omni.`);
    return { provider, model };
  });

interface TypedSettings {
  readonly duration: string;
  readonly resolution: string;
  readonly "aspect-ratio": string;
}

/** The settings that all models have, as they were typed. @throws {InputError} without a prompt, or for a length that is none */
export function settingsOf(prompt: string | undefined, typed: TypedSettings) {
  if (prompt === undefined || prompt.trim() === "")
    throw new InputError("--prompt is missing; say what the video shows.");
  const { duration, resolution, "aspect-ratio": aspectRatio } = typed;
  const seconds = Number(duration);
  if (!(seconds > 0)) throw new InputError(`--duration ${duration} is no number of seconds.`);
  return { prompt, duration: seconds, resolution, aspectRatio };
}
