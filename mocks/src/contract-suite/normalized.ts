import { describe, expect, it } from "vitest";

/** What a client's `check` gives, as far as the suite looks at it. */
interface Checked {
  readonly body: object;
  readonly issues: readonly object[];
  readonly coerced: readonly object[];
  readonly dropped: readonly { readonly setting: string }[];
}

/** A normalized client, as far as the suite uses it. */
interface Checking {
  readonly check: (request: never, options?: { readonly mode?: "strict" | "warn" }) => Checked;
}

/** A value as what a caller without types may pass it for. */
function untyped(value: unknown): never;
function untyped(value: unknown): unknown {
  return value;
}

/** The same check, for ids and settings that only a caller without types can give. */
export const loosely =
  (client: Checking) =>
  (request: object, options?: { readonly mode: "warn" }): Checked =>
    client.check(untyped(request), options);

/** What a request comes to on the wire; the bodies are written out by hand. */
export function describeOnTheWire(
  client: Checking,
  cases: readonly (readonly [name: string, request: object, body: object])[],
): void {
  describe("on the wire", () => {
    it.each(cases)("%s", (_, request, expected) => {
      const { issues, body } = loosely(client)(request);
      expect(issues).toEqual([]);
      expect(body).toEqual(expected);
    });
  });
}

/** Requests with one thing wrong. */
export function describeRefused(
  client: Checking,
  cases: readonly (readonly [request: object, field: string, message: string])[],
): void {
  describe("refused, with the setting named", () => {
    it.each(cases)("%#", (request, field, message) => {
      expect(loosely(client)(request).issues).toEqual([{ field, message }]);
    });
  });
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
