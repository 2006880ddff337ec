import type { ModelPrices, PriceList, PriceSource, Rate } from "../language/contract.js";
import { matches } from "../language/match.js";
import { compact } from "../language/objects.js";
import { select } from "../language/path.js";
import type { Input, ModelFacts } from "../video/model.js";
import { sumOfProducts } from "./decimal.js";

/** What a request costs. Amounts are exact decimals in `currency`; nothing is rounded, and no currency is converted. */
export interface Price {
  /** The least that it costs. The same as `max`, but where the price depends on what cannot be known before. */
  readonly min: number;
  /** The most that it costs. */
  readonly max: number;
  /** As the provider calls it: `USD`, `credits`. */
  readonly currency: string;
  /** What it is made of. */
  readonly per: readonly ("request" | "second" | "input-second")[];
  /** How it comes about, in words: `0.2 USD a request + 8 s × 0.1 USD`. */
  readonly basis: string;
  /** The day on which it was read: `2026-11-20`. */
  readonly verified: string;
  /** It was read more than 90 days ago. */
  readonly isStale: boolean;
  /** `documented`: by the provider itself. */
  readonly level: NonNullable<PriceList["level"]>;
  /** Where it was read. */
  readonly source: readonly PriceSource[];
  /** What else is known of the price. */
  readonly note?: string;
  /** What was seen after `verified` and differs, but is not documented; the newest first. */
  readonly newer?: readonly SeenPrice[];
}

/** Another price for the same request. */
export type SeenPrice = Pick<Price, "min" | "max" | "currency" | "basis" | "verified" | "level">;

/** Why there is no price. */
export interface UnknownPrice {
  /**
   * `invalid_request`: it cannot be sent, see `issues`. `not_told`: no page tells. `video_length`, `input_length`: it depends
   * on how long the video will be, or an input video is.
   */
  readonly reason: "invalid_request" | "not_told" | "video_length" | "input_length";
  /** The same in words, with what to do. */
  readonly message: string;
}

export type Priced =
  | { readonly price: Price; readonly unknown?: undefined }
  | { readonly price?: undefined; readonly unknown: UnknownPrice };

type Body = Readonly<Record<string, unknown>>;

/** A number of which only the bounds may be known. */
interface Range {
  readonly least: number;
  readonly most: number;
}

interface Amount {
  readonly min: number;
  readonly max: number;
  readonly per: Price["per"];
  readonly basis: string;
}

const STALE_AFTER_DAYS = 90;
const DAY = 86_400_000;

/** Whether a day (`2026-11-20`) is more than 90 days before `now`, in milliseconds since 1970. */
export const isStale = (read: string, now: number): boolean => now - Date.parse(read) >= (STALE_AFTER_DAYS + 1) * DAY;

/** Price lists, the one to believe first: what the provider documents, else the newest. */
export const byTrust = <List extends Pick<PriceList, "read" | "level">>(lists: readonly List[]): List[] => {
  const isDocumented = ({ level = "documented" }: List) => Number(level === "documented");
  return lists.toSorted((a, b) => isDocumented(b) - isDocumented(a) || b.read.localeCompare(a.read));
};

const valuesAt = (body: Body, { path, list }: Input): unknown[] => select(body, path + (list ? "[*]" : ""));
const carriers = ({ inputs }: ModelFacts, role: string): Input[] => inputs.filter((input) => input.role === role);

/** The limits of each input video of a body, in seconds. */
export const clipsOf = (body: Body, facts: ModelFacts): Range[] =>
  carriers(facts, "video").flatMap((input) => {
    const [least, most] = input.media?.seconds ?? [0, Infinity];
    return valuesAt(body, input).map(() => ({ least, most }));
  });

/**
 * Every body that this one may stand for: a length or a resolution that is left out, and of which no page tells the default,
 * may be any that the model takes. Beside an input video a length that is left out is nobody's guess.
 */
function possible(body: Body, facts: ModelFacts): Body[] {
  const open = clipsOf(body, facts).length > 0 ? (["resolution"] as const) : (["duration", "resolution"] as const);
  return open.reduce<Body[]>(
    (bodies, role) => {
      const [input] = carriers(facts, role);
      const name = input?.path.replace("$.", "") ?? "";
      const choices: readonly unknown[] = facts.capabilities[role] ?? [];
      if (!input || choices.length === 0) return bodies;
      const wire = (ours: unknown) =>
        Object.entries(input.values ?? {}).find(([, value]) => value === ours)?.[0] ?? ours;
      return bodies.flatMap((one) =>
        valuesAt(one, input).length > 0 ? [one] : choices.map((value) => ({ ...one, [name]: wire(value) })),
      );
    },
    [body],
  );
}

/** How long the video will be that a body asks for, as far as a rate counts it. */
function videoSeconds(body: Body, facts: ModelFacts, { perInputSecond, counted }: Rate): Range {
  const [least, most] = (perInputSecond === undefined ? counted : undefined) ?? [0, Infinity];
  const [value] = carriers(facts, "duration").flatMap((input) => valuesAt(body, input));
  const given = typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
  if (!Number.isFinite(given)) return { least, most };
  const seconds = Math.min(Math.max(given, least), most);
  return { least: seconds, most: seconds };
}

/** The seconds of input video that a rate counts: each clip rounded up, and held to what counts at least and at most. */
function inputSeconds(clips: readonly Range[], [from, to]: readonly [number, number] = [0, Infinity]): Range {
  const counted = (seconds: number) => Math.min(Math.max(Math.ceil(seconds), 1, from), to);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    least: sum(clips.map(({ least }) => counted(least))),
    most: sum(clips.map(({ most }) => counted(most))),
  };
}

const span = ({ least, most }: Range): string => (least === most ? String(least) : `${least} to ${most}`);

function amountOf(
  rate: Rate,
  body: Body,
  facts: ModelFacts,
  clips: readonly Range[],
  currency: string,
): Amount | UnknownPrice {
  const { perRequest, perSecond, perInputSecond } = rate;
  const seconds = videoSeconds(body, facts, rate);
  if (perSecond !== undefined && seconds.most === Infinity)
    return {
      reason: "video_length",
      message: "It is charged by the second, and no page tells how long this video will be.",
    };
  const counted = inputSeconds(clips, rate.counted);
  const terms = [
    {
      by: "request",
      price: perRequest,
      times: { least: 1, most: 1 },
      words: `${String(perRequest)} ${currency} a request`,
    },
    {
      by: "second",
      price: perSecond,
      times: seconds,
      words: `${span(seconds)} s × ${String(perSecond)} ${currency}`,
    },
    {
      by: "input-second",
      price: clips.length > 0 ? perInputSecond : undefined,
      times: counted,
      words: `${span(counted)} s of input × ${String(perInputSecond)} ${currency}`,
    },
  ] as const;
  const told = terms.flatMap(({ price, ...rest }) => (price === undefined ? [] : [{ ...rest, price }]));
  const total = (end: "least" | "most") => sumOfProducts(told.map(({ price, times }) => [price, times[end]]));
  if (told.some(({ times }) => times.most === Infinity)) {
    const least = `It is at least ${total("least")} ${currency}`;
    const message = `${least}; the input video is charged by the second. Pass its length as \`inputSeconds\`.`;
    return { reason: "input_length", message };
  }
  const basis = told.map(({ words }) => words).join(" + ");
  return { min: total("least"), max: total("most"), per: told.map(({ by }) => by), basis };
}

const NOT_TOLD: UnknownPrice = { reason: "not_told", message: "No page tells the price; ask the provider." };

/** What a list asks, where it tells it for every body that may be meant. */
function listed(
  { rates, currency }: PriceList,
  bodies: readonly Body[],
  facts: ModelFacts,
  clips: readonly Range[],
): Amount | UnknownPrice {
  const amounts: Amount[] = [];
  for (const body of bodies) {
    const rate = rates.find(({ where, has }) => matches({ where, has }, { status: 200, body }));
    const amount = rate && !rate.unknown ? amountOf(rate, body, facts, clips, currency) : NOT_TOLD;
    if ("reason" in amount) return amount;
    amounts.push(amount);
  }
  const [cheapest = NOT_TOLD] = amounts.toSorted((a, b) => a.min - b.min);
  const [dearest = NOT_TOLD] = amounts.toSorted((a, b) => b.max - a.max);
  if ("reason" in cheapest || "reason" in dearest) return NOT_TOLD;
  const isOne = cheapest.min === dearest.min && cheapest.max === dearest.max;
  return {
    min: cheapest.min,
    max: dearest.max,
    per: [...new Set(amounts.flatMap(({ per }) => per))],
    basis: isOne ? cheapest.basis : `from ${cheapest.basis} to ${dearest.basis}`,
  };
}

/**
 * What a body on the wire costs. `lengths` are those of its input videos in seconds, where they are known better than by the
 * limits of the contract; `now` is in milliseconds since 1970.
 */
export function priceOf(
  body: Body,
  facts: ModelFacts,
  model: ModelPrices,
  known: { readonly now: number; readonly lengths?: readonly number[] | undefined },
): Priced {
  const { prices, defaults, billed } = model;
  const { now, lengths } = known;
  const bodies = possible({ ...defaults, ...body, ...billed }, facts);
  const clips = lengths?.map((length) => ({ least: length, most: length })) ?? clipsOf(body, facts);
  const found = byTrust(prices).map((list) => ({ list, amount: listed(list, bodies, facts, clips) }));
  const told = found.flatMap(({ list, amount }) => ("reason" in amount ? [] : [{ list, amount }]));
  const [best, ...others] = told;
  if (!best) {
    const reasons = found.flatMap(({ amount }) => ("reason" in amount ? [amount] : []));
    return { unknown: reasons.find(({ reason }) => reason !== "not_told") ?? NOT_TOLD };
  }
  const seen = ({ list, amount: { min, max, basis } }: typeof best): SeenPrice => ({
    ...{ min, max, currency: list.currency, basis },
    ...{ verified: list.read, level: list.level ?? "documented" },
  });
  const { list, amount } = best;
  const newer = others.map(seen).filter(({ verified, currency, min, max }) => {
    const isSame = currency === list.currency && min === amount.min && max === amount.max;
    return verified > list.read && !isSame;
  });
  const price: Price = compact({
    ...seen(best),
    per: amount.per,
    isStale: isStale(list.read, now),
    source: list.source,
    note: list.note,
    newer: newer.length > 0 ? newer : undefined,
  });
  return { price };
}
