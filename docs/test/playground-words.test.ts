// What the playground and the landing page promise about money.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
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
