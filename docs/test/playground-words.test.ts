// What the playground and the landing page promise about money.
import { readFileSync } from "node:fs";
import { OmniError } from "@omni-contracts/core";
import { describe, expect, it } from "vitest";
import { priceText } from "../site/.vitepress/theme/playground/price.js";
import { reportOf } from "../site/.vitepress/theme/playground/run.js";
import { WORDS } from "../site/.vitepress/theme/playground/words.js";
import { root } from "./support.js";

describe("a real key", () => {
  it("is warned of with what browsers do by themselves, beside the field and before it is used", () => {
    const { en, zh } = WORDS;
    for (const text of [en.keyWarning("acme.test"), en.confirm("acme.test", "1 USD")])
      expect(text).toContain("may send it more than once, and each is paid");
    for (const text of [zh.keyWarning("acme.test"), zh.confirm("acme.test", "1 USD")])
      expect(text).toContain("可能不止一次发送，每次都要付费");
  });

  it.each([
    ["docs/site/index.md", "never sent twice by us"],
    ["docs/site/zh/index.md", "我们绝不发送第二次"],
  ])("is no reason for %s to promise more than clients can keep", (file, promise) => {
    expect(readFileSync(root + file, "utf8")).toContain(promise);
  });
});

it("ends a sentence with one full stop, where there is no price too", () => {
  const unknown = { reason: "not_told", message: "No page tells the price; ask the provider." } as const;
  const quote = { provider: "acme", model: "m", coerced: [], dropped: [], issues: [], unknown };
  expect(WORDS.en.confirm("acme.test", priceText(quote, WORDS.en))).toContain("ask the provider. When");
});

it("calls a redirect by its name", () => {
  const told = { code: "submission_unknown", provider: "acme", phase: "submit", statusCode: 0 } as const;
  expect(reportOf(new OmniError({ ...told, message: "HTTP 0." })).message).toBe(
    "acme: a redirect, which is not followed.",
  );
});
