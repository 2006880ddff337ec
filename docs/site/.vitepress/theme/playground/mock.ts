// The mock as its documentation steers it: namespaces, the clock and the ledger of `/__mock/`.

/** What became of the money. */
export interface Totals {
  readonly accepted: number;
  readonly charged: number;
  readonly refunded: number;
  readonly orphaned: number;
}

/** Whether somebody answers there, and whether we may steer. */
export type Found = "steerable" | "there" | "not-there";

export interface MockControl {
  readonly find: () => Promise<Found>;
  readonly advance: (seconds: number) => Promise<void>;
  /** `undefined` where the mock does not tell. */
  readonly totals: () => Promise<Totals | undefined>;
}

const numberOf = (value: unknown, name: string): number => {
  const member: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === "number" ? member : 0;
};

/** Where `omni-mock` is served when nobody says otherwise. */
export const LOCAL_MOCK = "http://127.0.0.1:4010";

/** Whether a page was served together with a mock, at `/mock` of its site; src/site/serve.ts says so in it. */
export const hasMock = (page: { readonly querySelector: (selector: string) => unknown }): boolean =>
  page.querySelector('meta[name="omni-mock"]') !== null;

/** Where a provider is reached: every visitor has tasks, faults and a clock of his own. */
export const mockBase = (address: string, provider: string, namespace: string): string =>
  `${address.trim().replace(/\/+$/, "")}/${provider}/~${namespace}`;

/** @param address of the mock, such as `http://127.0.0.1:4010` */
export function createMockControl(address: string, namespace: string, send: typeof fetch): MockControl {
  const at = (name: string) => `${address.trim().replace(/\/+$/, "")}/__mock/${name}?namespace=${namespace}`;
  return {
    async find() {
      try {
        const response = await send(at(""));
        const told: unknown = await response.json();
        if (typeof told !== "object" || told === null) return "not-there";
        if ("providers" in told) return "steerable";
        // It says so itself when it takes no orders from this page.
        return response.status === 403 && "error" in told ? "there" : "not-there";
      } catch {
        return "not-there";
      }
    },
    async advance(seconds) {
      const body = JSON.stringify({ advance: seconds });
      await send(at("clock"), { method: "POST", body }).catch(() => undefined);
    },
    async totals() {
      try {
        const ledger: unknown = await (await send(at("ledger"))).json();
        const totals: unknown =
          typeof ledger === "object" && ledger !== null ? Reflect.get(ledger, "totals") : undefined;
        if (totals === undefined) return undefined;
        const of = (name: string) => numberOf(totals, name);
        return { accepted: of("accepted"), charged: of("charged"), refunded: of("refunded"), orphaned: of("orphaned") };
      } catch {
        return undefined;
      }
    },
  };
}

/** What has come since. */
export const since = (before: Totals, after: Totals): Totals => ({
  accepted: after.accepted - before.accepted,
  charged: after.charged - before.charged,
  refunded: after.refunded - before.refunded,
  orphaned: after.orphaned - before.orphaned,
});
