// What a request costs: quotes and limits of spending are computed from these amounts.
import type { Contract, Seed } from "./seed.js";

const S = "components schemas";
const EVERY_SECOND = `${S} Flash12TextToVideo x-model prices`;
const BY_LENGTH = `${S} OmniFlashExt x-model prices`;
const BY_SIZE = `${S} GeminiOmni11FlashPreviewOfficial x-model prices`;

const amount = (c: Contract, way: string): number => {
  const value = c.get(way);
  if (typeof value !== "number") throw new Error(`"${way}" is no amount.`);
  return value;
};
const DAY = (c: Contract, prices: string): string => c.text(`${prices} 0 read`);

export const priceSeeds: readonly Seed[] = [
  {
    provider: "atlascloud",
    what: "a price is ten times as high",
    level: "minor",
    says: (was) =>
      `costs ${amount(was, `${EVERY_SECOND} 0 rates 0 perSecond`) * 10} USD a second now; it was ${amount(was, `${EVERY_SECOND} 0 rates 0 perSecond`)} USD a second, by the list of ${DAY(was, EVERY_SECOND)}.`,
    change: (c) => {
      const way = `${EVERY_SECOND} 0 rates 0 perSecond`;
      c.set(way, amount(c, way) * 10);
    },
  },
  {
    provider: "atlascloud",
    what: "a price is asked once and not for every second",
    level: "minor",
    says: (was) => {
      const figure = amount(was, `${EVERY_SECOND} 0 rates 0 perSecond`);
      return `costs ${figure} USD a request now; it was ${figure} USD a second`;
    },
    change: (c) => {
      c.set(`${EVERY_SECOND} 0 rates`, [{ perRequest: amount(c, `${EVERY_SECOND} 0 rates 0 perSecond`) }]);
    },
  },
  {
    provider: "apimart",
    what: "one case of a price list costs something else",
    level: "minor",
    says: (was) =>
      `\`Omni-Flash-Ext\` costs 99 USD a request where \`$.duration\` is 10 now; it was ${amount(was, `${BY_LENGTH} 0 rates 12 perRequest`)} USD a request`,
    change: (c) => {
      c.set(`${BY_LENGTH} 0 rates 12 perRequest`, 99);
    },
  },
  {
    provider: "apimart",
    what: "a case is no longer on a price list",
    level: "minor",
    says: (was) =>
      `has no price of its own any more where \`$.duration\` is 10; it was ${amount(was, `${BY_LENGTH} 0 rates 12 perRequest`)} USD a request`,
    change: (c) => {
      c.delete(`${BY_LENGTH} 0 rates 12`);
    },
  },
  {
    provider: "apimart",
    what: "a case has a price of its own",
    level: "minor",
    says: "costs 7 USD a request where `$.seed` is 1 now; that case had no price of its own",
    change: (c) => {
      c.list(`${BY_LENGTH} 0 rates`).unshift({ where: { "$.seed": [1] }, perRequest: 7 });
    },
  },
  {
    provider: "apimart",
    what: "a price is no longer known",
    level: "minor",
    says: "has no known price where `$.duration` is 10 now; it was",
    change: (c) => {
      c.set(`${BY_LENGTH} 0 rates 12`, { where: { "$.duration": [10] }, unknown: true });
    },
  },
  {
    provider: "apimart",
    what: "other seconds count",
    level: "minor",
    says: "USD a second, of which 5 to 10 count in every other case now; it was",
    change: (c) => {
      c.set(`${S} GeminiOmni11Flash x-model prices 0 rates 3 counted`, [5, 10]);
    },
  },
  {
    provider: "toapis",
    what: "the rate for everything goes before the others",
    level: "minor",
    says: "in every other case, now also where `$.resolution` is 4K, by the list of",
    change: (c) => {
      c.list(`${BY_SIZE} 0 rates`).reverse();
    },
  },
  {
    provider: "atlascloud",
    what: "a model has no price any more",
    level: "minor",
    says: (was) => `has no price any more; it was ${amount(was, `${EVERY_SECOND} 0 rates 0 perSecond`)} USD a second.`,
    change: (c) => {
      c.delete(EVERY_SECOND);
    },
  },
  {
    provider: "atlascloud",
    what: "prices are in another currency",
    level: "minor",
    says: "is priced in CNY now; it was USD, by the list of",
    change: (c) => {
      c.set(`${EVERY_SECOND} 0 currency`, "CNY");
    },
  },
  {
    provider: "toapis",
    what: "a newer price list asks more",
    level: "minor",
    says: (was) =>
      `of input video in every other case now; it was ${amount(was, `${BY_SIZE} 0 rates 3 perSecond`)} USD a second`,
    change: (c) => {
      const lists = c.list(BY_SIZE);
      const newer = structuredClone(c.object(`${BY_SIZE} 0`));
      lists.unshift({ ...newer, read: "2099-01-01" });
      c.set(`${BY_SIZE} 0 rates 3 perSecond`, 5);
    },
  },
  {
    provider: "atlascloud",
    what: "a price list is gone, and another is left",
    level: "minor",
    says: "has lost the price list of",
    change: (c) => {
      c.delete(`${S} FlashTextToVideoDeveloper x-model prices 0`);
    },
  },
  {
    provider: "toapis",
    what: "a price is only reported",
    level: "minor",
    says: "has reported prices on the list of",
    change: (c) => {
      c.set(`${BY_SIZE} 0 level`, "reported");
    },
  },
  {
    provider: "toapis",
    what: "a rate has a member that nobody knows",
    level: "major",
    says: "has another `perPixel` in its prices",
    change: (c) => {
      c.set(`${BY_SIZE} 0 rates 0 perPixel`, 1);
    },
  },
];
