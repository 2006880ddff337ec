// What a quote says is what the providers' pages say, and what the mocks charge.
import { createApimart } from "@omni-contracts/apimart";
import * as apimart from "@omni-contracts/apimart/contract";
import { samples as apimartSamples } from "@omni-contracts/apimart/samples";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import * as atlascloud from "@omni-contracts/atlascloud/contract";
import { samples as atlascloudSamples } from "@omni-contracts/atlascloud/samples";
import { compareQuotes, priceOf, quote, type Offer, type PricedContract } from "@omni-contracts/core/quote";
import { createJimmyai } from "@omni-contracts/jimmyai";
import * as jimmyai from "@omni-contracts/jimmyai/contract";
import { samples as jimmyaiSamples } from "@omni-contracts/jimmyai/samples";
import { createMock, type Price } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { createToapis } from "@omni-contracts/toapis";
import * as toapis from "@omni-contracts/toapis/contract";
import { samples as toapisSamples } from "@omni-contracts/toapis/samples";
import { describe, expect, it } from "vitest";

const apiKey = "sk-0123456789";
const clients = {
  toapis: createToapis({ apiKey }),
  apimart: createApimart({ apiKey }),
  jimmyai: createJimmyai({ apiKey }),
  atlascloud: createAtlascloud({ apiKey }),
};
const now = new Date("2026-11-21");
const options = { now };
const prompt = "a lighthouse in a storm";
const link = "https://example.com/clip.mp4";
const amounts = ({ price }: ReturnType<typeof quote>) => price && [price.min, price.max, price.currency];

/** Every model of every provider. */
const offers: readonly Offer[] = [
  ...clients.toapis.models().map((id) => ({ model: clients.toapis.model(id), contract: toapis })),
  ...clients.apimart.models().map((id) => ({ model: clients.apimart.model(id), contract: apimart })),
  ...clients.jimmyai.models().map((id) => ({ model: clients.jimmyai.model(id), contract: jimmyai })),
  ...clients.atlascloud.models().map((id) => ({ model: clients.atlascloud.model(id), contract: atlascloud })),
];

describe("Atlas Cloud's tutorial: 0.20 or, at 4K, 1.00 USD a video and 0.10 USD a second", () => {
  const model = "google/gemini-omni-flash/text-to-video-developer";
  const quoted = (duration: 4 | 8, resolution: "720p" | "1080p" | "4k") =>
    quote(clients.atlascloud, atlascloud, { model, prompt, duration, resolution }, options);

  it.each([
    [8, "720p", 1],
    [8, "4k", 1.8],
    [8, "1080p", 1],
    [4, "720p", 0.6],
  ] as const)("%i s in %s: %f USD", (duration, resolution, usd) => {
    expect(amounts(quoted(duration, resolution))).toEqual([usd, usd, "USD"]);
  });

  it("is of June, which is flagged, and what was seen in August stands beside it", () => {
    expect(quoted(8, "720p").price).toMatchObject({
      ...{ verified: "2026-06-02", isStale: true, level: "documented", per: ["request", "second"] },
      basis: "0.2 USD a request + 8 s × 0.1 USD",
      newer: [{ min: 0.896, max: 0.896, verified: "2026-08-31", level: "observed" }],
    });
  });

  it("is without a length that of the 8 s that the page calls the default", () => {
    expect(amounts(quote(clients.atlascloud, atlascloud, { model, prompt }, options))).toEqual([1, 1, "USD"]);
  });

  it("is the same for a body on the wire that leaves the length out", () => {
    const { models, prices } = atlascloud;
    const { price } = priceOf({ model, prompt }, models[model], prices[model], { now: now.getTime() });
    expect(price).toMatchObject({ min: 1, max: 1, currency: "USD" });
  });
});

describe("what else is known of Atlas Cloud's prices", () => {
  it("an edit is counted by the clip, held to 3 to 30 s", () => {
    const request = { model: "google/gemini-omni-flash/video-edit", prompt, video: link } as const;
    const edit = (inputSeconds?: number) =>
      amounts(quote(clients.atlascloud, atlascloud, request, { now, ...(inputSeconds && { inputSeconds }) }));
    expect(edit()).toEqual([0.42, 4.2, "USD"]);
    expect(edit(2)).toEqual([0.42, 0.42, "USD"]);
    expect(edit(10)).toEqual([1.4, 1.4, "USD"]);
    expect(edit(60)).toEqual([4.2, 4.2, "USD"]);
  });

  it("1.2 has a price a second and no default that is known: a range", () => {
    const request = { model: "google/gemini-omni-1.2-flash/text-to-video", prompt } as const;
    expect(amounts(quote(clients.atlascloud, atlascloud, request, options))).toEqual([0.025, 0.375, "USD"]);
  });
});

describe("APIMart's pricing page", () => {
  it.each([
    [4, "720p", 0.25],
    [6, "1080p", 0.3],
    [8, "720p", 0.35],
    [10, "720p", 0.4],
    [4, "4k", 0.75],
    [6, "4k", 0.8],
    [8, "4k", 0.85],
    [10, "4k", 0.9],
    [4, "360p", 0.15],
    [6, "360p", 0.175],
    [8, "360p", 0.2],
    [10, "360p", 0.225],
  ] as const)("Omni-Flash-Ext, %i s in %s: %f USD", (duration, resolution, usd) => {
    const request = { model: "Omni-Flash-Ext", prompt, duration, resolution } as const;
    expect(amounts(quote(clients.apimart, apimart, request, options))).toEqual([usd, usd, "USD"]);
  });

  it.each([
    ["360p", 0.296],
    ["720p", 0.88],
    ["1080p", 1.32],
    ["4k", 2.64],
  ] as const)("gemini-omni-1.1-flash, which chooses its length, 10 s in %s: %f USD", (resolution, usd) => {
    const request = { model: "gemini-omni-1.1-flash", prompt, resolution } as const;
    const { price } = quote(clients.apimart, apimart, request, options);
    expect(price).toMatchObject({ max: usd, currency: "USD", level: "inferred" });
    // Of 3 s, which is the least.
    expect(price?.min).toBeCloseTo(usd * 0.3, 9);
  });

  it("gemini-omni-flash-preview: 0.088 USD a second, of the 3 to 10 s that the service chooses", () => {
    const request = { model: "gemini-omni-flash-preview", prompt } as const;
    expect(amounts(quote(clients.apimart, apimart, request, options))).toEqual([0.264, 0.88, "USD"]);
    const withClip = quote(clients.apimart, apimart, { ...request, video: link }, options);
    expect(withClip.unknown?.reason).toBe("not_told");
  });

  it("tells no price with a reference video", () => {
    const request = { model: "Omni-Flash-Ext", prompt, video: link } as const;
    expect(quote(clients.apimart, apimart, request, options).unknown?.reason).toBe("not_told");
  });
});

describe("ToAPIs' page of the official 1.1", () => {
  const model = "gemini-omni-1.1-flash-preview-official";
  // A second's price, ten times.
  it.each([
    ["360p", 0.27034],
    ["720p", 0.81088],
    ["1080p", 1.21632],
    ["4k", 2.43264],
  ] as const)("10 s in %s: %f USD", (resolution, usd) => {
    const request = { model, prompt, duration: 10, resolution } as const;
    expect(amounts(quote(clients.toapis, toapis, request, options))).toEqual([usd, usd, "USD"]);
  });

  it("input video is extra, each clip rounded up", () => {
    const request = { model, prompt, duration: 10, resolution: "720p", video: [link, link] } as const;
    expect(quote(clients.toapis, toapis, request, options).unknown?.reason).toBe("input_length");
    // 0.81088 and (4 + 7) × 0.00695
    const { price } = quote(clients.toapis, toapis, request, { now, inputSeconds: [3.2, 7] });
    expect(price).toMatchObject({ min: 0.88733, max: 0.88733, isStale: false });
  });
});

it("Jimmy AI's pages tell no price", () => {
  const asked = { model: "omni-10s", prompt } as const;
  expect(quote(clients.jimmyai, jimmyai, asked, options).unknown?.reason).toBe("not_told");
});

it("Jimmy AI's page says that omni-10s is billed as 10 s at 720p: that is what a list would be read by", () => {
  const list = {
    ...({
      read: "2026-11-21",
      level: "documented",
      currency: "CNY",
      source: [{ title: "A list", url: link }],
    } as const),
    rates: [{ perSecond: 0.1, where: { "$.resolution": ["720p"] } }, { perSecond: 9 }],
  };
  const own = { ...jimmyai, prices: { "omni-10s": { ...jimmyai.prices["omni-10s"], prices: [list] } } };
  const quoted = quote(clients.jimmyai, own, { model: "omni-10s", prompt }, options);
  expect(amounts(quoted)).toEqual([1, 1, "CNY"]);
});

it("one request is compared across providers, the cheapest first", () => {
  const { priced, unpriced, impossible } = compareQuotes({ prompt, duration: 8, resolution: "4k" }, offers, options);
  expect(priced.map(({ currency }) => currency)).toEqual(["USD"]);
  expect(
    priced.flatMap(({ quotes }) => quotes.map(({ provider, model, price }) => [provider, model, price.max])),
  ).toEqual([
    ["atlascloud", "google/gemini-omni-1.2-flash/text-to-video", 0.2],
    ["apimart", "Omni-Flash-Ext", 0.85],
    ["atlascloud", "google/gemini-omni-flash/text-to-video-developer", 1.8],
    ["toapis", "gemini-omni-1.1-flash-preview-official", 1.946112],
  ]);
  expect(unpriced.map(({ provider }) => provider)).toContain("jimmyai");
  expect(impossible.every(({ issues }) => issues.length > 0)).toBe(true);
  expect(priced.flatMap(({ quotes }) => quotes).length + unpriced.length + impossible.length).toBe(offers.length);
});

describe("the mocks charge what was quoted", () => {
  interface Wire {
    readonly name: string;
    readonly provider: string;
    readonly contract: PricedContract;
    readonly body: Readonly<Record<string, unknown>>;
  }
  const own = (contract: PricedContract, given: object): Wire[] =>
    Object.values(given).flatMap((named: Readonly<Record<string, Wire["body"]>>) =>
      Object.entries(named).map(([name, body]) => ({ name, provider: contract.service.provider, contract, body })),
    );
  const media = [
    {},
    { frameImages: [{ image: link, frameType: "first_frame" }] },
    { inputReferences: [link] },
    { video: link },
  ] as const;
  // Every model with every length and resolution that some model takes, and none; with each kind of media.
  const grid = [undefined, 3, 4, 6, 8, 10, 15].flatMap((duration) =>
    [undefined, "360p", "720p", "1080p", "4k"].flatMap((resolution) =>
      media.map((one) => ({ ...one, prompt, ...(duration && { duration }), ...(resolution && { resolution }) })),
    ),
  );
  const asked = offers.flatMap(({ model, contract }): Wire[] => {
    const loosely: (request: never) => ReturnType<typeof clients.toapis.check> = model.check;
    return grid.flatMap((request) => {
      const { body, issues } = loosely(untyped(request));
      const name = `${model.model} ${JSON.stringify(request)}`;
      return issues.length > 0 ? [] : [{ name, provider: model.provider, contract, body }];
    });
  });
  const documented = [
    ...own(toapis, toapisSamples),
    ...own(apimart, apimartSamples),
    ...own(jimmyai, jimmyaiSamples),
    ...own(atlascloud, atlascloudSamples),
  ];

  const mock = createMock({ specs: ["toapis", "apimart", "jimmyai", "atlascloud"].map(readDocument) });

  /** What the mock takes for a body, and the model's facts; `undefined` for what is no submit of a known model. */
  async function charged({ provider, contract, body }: Wire, namespace: string) {
    const found = Object.entries(contract.models).find(
      ([id, { aliases }]) => id === body.model || aliases?.some((alias) => alias === body.model),
    );
    if (!found) return undefined;
    const [id, facts] = found;
    const path = { toapis, apimart, jimmyai, atlascloud }[provider]?.operations;
    const operation = Object.entries(path ?? {}).find(([name]) => name === facts.operation)?.[1];
    const answer = await mock.fetch(`http://mock.test/${provider}/~${namespace}${operation?.path ?? ""}`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status, await answer.text()).toBe(200);
    const [entry] = mock.ledger(namespace).accepted;
    mock.reset(namespace);
    return { price: entry?.price, facts, prices: contract.prices[id] ?? { prices: [] } };
  }

  it.each([
    ["the documented samples", documented],
    ["what every model takes", asked],
  ])("%s", async (_, wires) => {
    const seen: (readonly [string, Price | "a range" | "unknown"])[] = [];
    for (const [i, wire] of wires.entries()) {
      const paid = await charged(wire, `n${i}`);
      if (!paid) continue;
      const { price } = priceOf(wire.body, paid.facts, paid.prices, { now: now.getTime() });
      const isExact = price !== undefined && price.min === price.max;
      // A mock looks at no file: what depends on the length of one, it calls unknown.
      expect(isExact ? { amount: price.min, currency: price.currency } : undefined, wire.name).toEqual(paid.price);
      seen.push([wire.name, paid.price ?? (price ? "a range" : "unknown")]);
    }
    const exact = seen.filter(([, told]) => typeof told === "object");
    expect(exact.length).toBeGreaterThan(5);
    console.log(`${seen.length} requests, ${exact.length} with a price`);
  });
});

function untyped(value: unknown): never;
function untyped(value: unknown): unknown {
  return value;
}
