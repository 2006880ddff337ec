import { describe, expect, it } from "vitest";
import { OmniError } from "../../src/index.js";
import { sumOfProducts } from "../../src/quote/decimal.js";
import { quote, type QuoteOptions } from "../../src/quote/index.js";
import type { VideoRequest } from "../../src/index.js";
import { client, contract } from "../support/priced.js";
import { untyped } from "../support/untyped.js";

const now = new Date("2026-11-21T12:00:00Z");
const prompt = "a red apple";
const clip = "https://acme.test/clip.mp4";

const quoted = (
  request: Pick<
    VideoRequest,
    "model" | "duration" | "resolution" | "aspectRatio" | "seed" | "video" | "providerOptions"
  >,
  options?: QuoteOptions,
) => quote(client, contract, untyped({ prompt, ...request }), { now, ...options });
const range = (...given: Parameters<typeof quoted>) => {
  const { price, unknown } = quoted(...given);
  return price ? [price.min, price.max, price.basis] : unknown.reason;
};

describe("a price", () => {
  it("is exact, with how it comes about and where it was read", () => {
    expect(quoted({ model: "told", duration: 8, resolution: "4k" })).toEqual({
      provider: "acme",
      model: "told",
      coerced: [],
      dropped: [],
      issues: [],
      price: {
        ...{ min: 1.8, max: 1.8, currency: "USD", per: ["request", "second"] },
        basis: "1 USD a request + 8 s × 0.1 USD",
        ...{ verified: "2026-11-20", isStale: false, level: "documented" },
        source: [{ title: "Prices", url: "https://acme.test/prices" }],
      },
    });
  });

  it("is that of what the provider takes for what is left out, and of an alias as well", () => {
    expect(range({ model: "t" })).toEqual([0.8, 0.8, "0.2 USD a request + 6 s × 0.1 USD"]);
  });

  it("knows the defaults of members that have no setting", () => {
    expect(range({ model: "tiered" })).toEqual([0.1, 0.1, "0.1 USD a request"]);
    const providerOptions = { acme: { tier: "fast" } };
    expect(range({ model: "tiered", providerOptions })).toEqual([0.3, 0.3, "0.3 USD a request"]);
  });

  it("is a range where no page tells what the provider takes for what is left out", () => {
    expect(range({ model: "open" })).toEqual([0.4, 3, "from 4 s × 0.1 USD to 10 s × 0.3 USD"]);
    expect(range({ model: "open", duration: 8 })).toEqual([0.8, 2.4, "from 8 s × 0.1 USD to 8 s × 0.3 USD"]);
    expect(range({ model: "open", duration: 8, resolution: "4k" })).toEqual([2.4, 2.4, "8 s × 0.3 USD"]);
  });

  it("is that of what is billed, whatever is asked for", () => {
    expect(range({ model: "fixed" })).toEqual([0.5, 0.5, "10 s × 0.05 USD"]);
  });

  it("is a range where the service chooses the length, and is held to what is counted", () => {
    expect(range({ model: "chosen" })).toEqual([0.0888, 0.296, "3 to 10 s × 0.0296 USD"]);
    expect(range({ model: "held", duration: 4 })).toEqual([0.5, 0.5, "5 s × 0.1 USD"]);
    expect(range({ model: "held", duration: 10 })).toEqual([0.9, 0.9, "9 s × 0.1 USD"]);
  });

  it("has no binary dust", () => {
    expect(range({ model: "open", duration: 6, resolution: "720p" })).toEqual([0.6, 0.6, "6 s × 0.1 USD"]);
    expect(sumOfProducts([[3, 0.1]])).toBe(0.3);
    expect(sumOfProducts([[0.1, 1], [0.2, 1]])).toBe(0.3); // prettier-ignore
    expect(sumOfProducts([[7, 0.081088], [3, 0.00695]])).toBe(0.588466); // prettier-ignore
    expect(sumOfProducts([[1e-7, 3], [1e21, 1]])).toBe(1e21); // prettier-ignore
    expect(sumOfProducts([])).toBe(0);
  });
});

describe("input videos", () => {
  it("cost nothing where there is none", () => {
    expect(range({ model: "clipped", duration: 10 })).toEqual([0.81088, 0.81088, "10 s × 0.081088 USD"]);
  });

  it("make the price unknown where nobody knows how long they are, and say what it is at least", () => {
    expect(quoted({ model: "clipped", duration: 10, video: clip }).unknown).toEqual({
      reason: "input_length",
      message:
        "It is at least 0.81783 USD; the input video is charged by the second. Pass its length as `inputSeconds`.",
    });
  });

  it("count each rounded up, as long as they are said to be", () => {
    const request = { model: "clipped", duration: 10, video: [clip, clip] };
    expect(range(request, { inputSeconds: [4.2, 3] })).toEqual([
      ...[0.86648, 0.86648],
      "10 s × 0.081088 USD + 8 s of input × 0.00695 USD",
    ]);
  });

  it("give a range by the limits of the contract, and are held to what is counted", () => {
    expect(range({ model: "edited", video: clip })).toEqual([0.42, 4.2, "3 to 30 s of input × 0.14 USD"]);
    expect(range({ model: "edited", video: clip }, { inputSeconds: 2 })).toEqual([
      ...[0.42, 0.42],
      "3 s of input × 0.14 USD",
    ]);
    expect(range({ model: "edited", video: clip }, { inputSeconds: 33 })).toEqual([
      ...[4.2, 4.2],
      "30 s of input × 0.14 USD",
    ]);
  });
});

describe("lists of different days", () => {
  it("the provider's own goes first, and what was seen later and differs stands beside it", () => {
    const { price } = quoted({ model: "dated", duration: 8 });
    expect(price).toMatchObject({ min: 0.8, max: 0.8, verified: "2026-08-01", level: "documented" });
    expect(price?.newer).toEqual([
      {
        ...{ min: 0.56, max: 0.56, currency: "USD", basis: "8 s × 0.07 USD" },
        ...{ verified: "2026-10-01", level: "observed" },
      },
    ]);
  });

  it("an older one tells what the newer does not", () => {
    expect(quoted({ model: "dated", duration: 10 }).price).toMatchObject({ min: 2, verified: "2026-07-01" });
  });

  it.each([
    ["2026-10-30T00:00:00Z", false],
    ["2026-10-30T23:59:59Z", false],
    ["2026-10-31T00:00:00Z", true],
    ["2026-07-01T00:00:00Z", false],
  ])("one of 2026-08-01 is old on %s: %s", (day, isStale) => {
    expect(quoted({ model: "dated", duration: 8 }, { now: new Date(day) }).price?.isStale).toBe(isStale);
  });
});

describe("no price", () => {
  it("where it is charged by the second, and nobody knows how long the video will be", () => {
    expect(quoted({ model: "endless" }).unknown).toEqual({
      reason: "video_length",
      message: "It is charged by the second, and no page tells how long this video will be.",
    });
  });

  it("where no page tells", () => {
    expect(quoted({ model: "silent" }).unknown).toEqual({
      reason: "not_told",
      message: "No page tells the price; ask the provider.",
    });
  });

  it("for what cannot be sent, with every reason", () => {
    const { price, unknown, issues, coerced } = quoted({ model: "picky", seed: 7, aspectRatio: "1:1" });
    expect(price).toBeUndefined();
    expect(unknown?.reason).toBe("invalid_request");
    expect(issues).toEqual([
      { field: "seed", message: "picky takes it and ignores it" },
      { field: "aspectRatio", message: "1:1 would become 16:9" },
    ]);
    expect(coerced).toEqual([{ setting: "aspectRatio", from: "1:1", to: "16:9" }]);
  });

  it("but where they are left out, there is one, and it says so", () => {
    const { price, dropped, coerced, issues } = quoted(
      { model: "picky", seed: 7, aspectRatio: "1:1" },
      { mode: "warn" },
    );
    expect(price).toMatchObject({ min: 0.25, per: ["request"], basis: "0.25 USD a request" });
    expect(dropped).toEqual([{ setting: "seed", reason: "picky takes it and ignores it" }]);
    expect(coerced).toEqual([{ setting: "aspectRatio", from: "1:1", to: "16:9" }]);
    expect(issues).toEqual([]);
  });
});

describe("what cannot be used is one error that names it", () => {
  const told = { model: "clipped", duration: 10, video: clip };
  const other = { ...contract, service: { provider: "other" } };
  it.each<[string, () => unknown, string]>([
    ["a model", () => quoted({ model: "none" }), 'There is no model "none" here.'],
    [
      "a contract of another",
      () => quote(client, other, { model: "told", prompt }),
      "`contract` is of other; pass what",
    ],
    [
      "a contract of another version",
      () => quote(client, { ...contract, models: {} }, { model: "told", prompt }),
      "`contract` does not know told, so it is of another version; pass what",
    ],
    ["a length", () => quoted(told, { inputSeconds: 0 }), "`inputSeconds` must be a number of seconds above 0"],
    ["too few lengths", () => quoted({ ...told, video: [clip, clip] }, { inputSeconds: 3 }), "`inputSeconds` has 1 lengths, and the request 2 input videos."], // prettier-ignore
    ["a day", () => quoted({ model: "told" }, { now: new Date("soon") }), "`now` is no date; pass a valid Date"],
  ])("%s", (_, act, message) => {
    const error = thrownBy(act);
    expect(error?.message).toContain(`acme: ${message}`);
    expect(error?.phase).toBe("validate");
  });
});

function thrownBy(act: () => unknown): OmniError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!OmniError.isInstance(error)) throw error;
    return error;
  }
}
