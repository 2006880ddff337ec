import { describe, expect, it } from "vitest";

/** What a client's `check` gives, as far as the suite looks at it. */
interface Checked {
  readonly body: object;
  readonly issues: readonly object[];
}

/** Sample → what it is in normalized words, and what those send beside it: defaults that cost money, and what is meant. */
export type Said = Readonly<Record<string, readonly [checked: Checked, beside?: object]>>;

/** Every documented sample request comes out of normalized words as the same body, or it is listed why not. */
export function describeSaid(
  provider: string,
  samples: Readonly<Record<string, object>>,
  said: Said,
  unsaid: Readonly<Record<string, string>>,
): void {
  describe(`${provider}: the documented samples in normalized words`, () => {
    it("are all here", () => {
      expect([...Object.keys(said), ...Object.keys(unsaid)].toSorted()).toEqual(Object.keys(samples).toSorted());
    });
    it.each(Object.entries(said))("%s", (name, [{ body, issues }, beside = {}]) => {
      expect(issues).toEqual([]);
      expect(body).toEqual({ ...samples[name], ...beside });
    });
  });
}
