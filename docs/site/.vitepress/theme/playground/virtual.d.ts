// What src/playground/modules.ts makes for Vite.
declare module "virtual:playground" {
  /** A provider, and how its client is loaded. */
  export interface ListedProvider {
    readonly id: string;
    readonly title: string;
    readonly load: () => Promise<import("./provider.js").ProviderModule>;
  }
  export const providers: readonly ListedProvider[];
  export const faults: readonly import("../../../../src/playground/modules.js").FaultWords[];
}
