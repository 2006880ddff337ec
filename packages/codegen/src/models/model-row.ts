import { byTrust, isStale } from "@omni-contracts/core/quote";
import type { PriceList, Rate } from "@omni-contracts/core/language";
import { isObject, objectAt, textOf, type Document, type Json, type JsonObject } from "@omni-contracts/specs";
import { modelsData, pricesData } from "../contract-data.js";

/** The least and the most of something. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What a model costs, over everything that can be asked of it. */
export interface PriceSummary {
  readonly currency: string;
  readonly perRequest?: Bounds;
  /** For each second of the video that is made. */
  readonly perSecond?: Bounds;
  /** For each second of input video. */
  readonly perInputSecond?: Bounds;
  /** Seconds that count at least and at most, where that is told. */
  readonly counted?: Bounds;
  /** Of some requests no page tells the price. */
  readonly isPartial: boolean;
  /** The day on which it was read: `2026-11-20`. */
  readonly verified: string;
  /** It was read more than 90 days ago. */
  readonly isStale: boolean;
  readonly level: string;
  readonly source: PriceList["source"];
  readonly note?: string;
}

/** What a person wants to know of a model before choosing it; found in its contract. */
export interface ModelRow {
  readonly provider: string;
  readonly model: string;
  readonly aliases: readonly string[];
  readonly lineage: string;
  readonly version?: string;
  /** `official`, `unofficial` or `unknown`. */
  readonly channel: string;
  readonly status: string;
  readonly successor?: string;
  /** In seconds; empty where the request has no say. */
  readonly durations: readonly number[];
  readonly resolutions: readonly string[];
  readonly aspectRatios: readonly string[];
  /** Kind of input → how many at once. */
  readonly media: Readonly<Record<string, readonly number[]>>;
  readonly previousTask: boolean;
  /** Kinds of input without any of which it makes nothing; `isAll`: each of them is needed. */
  readonly needs: { readonly inputs: readonly string[]; readonly isAll: boolean };
  /** What is billed whatever the request says. */
  readonly billed?: JsonObject;
  /** Absent where no page tells it. */
  readonly price?: PriceSummary;
}

export const MEDIA = ["firstFrame", "lastFrame", "inputReferences", "video"] as const;

const textsAt = (value: Json | undefined): string[] => [value ?? []].flat().filter((one) => typeof one === "string");
const numbersAt = (value: Json | undefined): number[] => [value ?? []].flat().filter((one) => typeof one === "number");

function boundsOf(numbers: readonly (number | undefined)[]): Bounds | undefined {
  const told = numbers.filter((one) => one !== undefined);
  return told.length > 0 ? { min: Math.min(...told), max: Math.max(...told) } : undefined;
}

// What pricesData gives is held to this form by the compiler, in each provider's `contract.ts`.
const isList = (value: unknown): value is PriceList =>
  isObject(value) && typeof value.read === "string" && Array.isArray(value.rates) && Array.isArray(value.source);

function priceOf(prices: Json | undefined, now: number): PriceSummary | undefined {
  const lists: readonly unknown[] = [prices ?? []].flat();
  const [list] = byTrust(lists.filter(isList));
  if (!list) return undefined;
  const told = list.rates.filter(({ unknown }) => !unknown);
  const bounds = (amount: (rate: Rate) => number | undefined) => boundsOf(told.map(amount));
  const all = {
    perRequest: bounds((rate) => rate.perRequest),
    perSecond: bounds((rate) => rate.perSecond),
    perInputSecond: bounds((rate) => rate.perInputSecond),
    counted: boundsOf(told.flatMap((rate) => rate.counted ?? [])),
  };
  const { perRequest, perSecond, perInputSecond, counted } = all;
  return {
    currency: list.currency,
    ...(perRequest && { perRequest }),
    ...(perSecond && { perSecond }),
    ...(perInputSecond && { perInputSecond }),
    ...(counted && { counted }),
    isPartial: told.length < list.rates.length,
    ...{ verified: list.read, isStale: isStale(list.read, now), level: list.level ?? "documented" },
    source: list.source,
    ...(list.note !== undefined && { note: list.note }),
  };
}

function needsOf({ always, requires }: JsonObject): ModelRow["needs"] {
  const all = textsAt(always).filter((role) => role !== "prompt");
  if (all.length > 0) return { inputs: all, isAll: true };
  const some = textsAt(requires);
  return { inputs: some.includes("prompt") ? [] : some, isAll: false };
}

/** Every model of a contract; `now` is in milliseconds since 1970. */
export function modelRows(document: Document, now: number): ModelRow[] {
  const prices = pricesData(document);
  return Object.entries(modelsData(document)).map(([model, data]) => {
    const facts = objectAt(data);
    const capabilities = objectAt(facts.capabilities);
    const { prices: lists, billed } = objectAt(prices[model]);
    const price = priceOf(lists, now);
    const [version, successor] = [textOf(facts.version), textOf(facts.successor)];
    return {
      provider: document.provider,
      model,
      aliases: textsAt(facts.aliases),
      lineage: textOf(facts.lineage),
      ...(version && { version }),
      channel: textOf(facts.channel),
      status: textOf(facts.status),
      ...(successor && { successor }),
      durations: numbersAt(capabilities.duration),
      resolutions: textsAt(capabilities.resolution),
      aspectRatios: textsAt(capabilities.aspectRatio),
      media: Object.fromEntries(
        MEDIA.flatMap((role) => (role in capabilities ? [[role, numbersAt(capabilities[role])] as const] : [])),
      ),
      previousTask: capabilities.previousTask === true,
      needs: needsOf(capabilities),
      ...(isObject(billed) && { billed }),
      ...(price && { price }),
    };
  });
}
