// What tests of the playground share.
import { playgroundModules } from "../src/playground/modules.js";
import type { ProviderModule } from "../site/.vitepress/theme/playground/provider.js";
import type { Timers } from "../site/.vitepress/theme/playground/time.js";

/** A provider's module as Vite would make it: its source names what to import. */
export async function loadProvider(provider: string): Promise<ProviderModule> {
  const source = String(await playgroundModules().load(`\0virtual:playground/${provider}`));
  const [, name = ""] = /export \{ (\w+) as create \}/.exec(source) ?? [];
  const client = await import(`@omni-contracts/${provider}`);
  const contract = await import(`@omni-contracts/${provider}/contract`);
  const { requestSchemas } = await import(`@omni-contracts/${provider}/schemas`);
  const [, samples = "{}"] = /export const samples = (.*);$/m.exec(source) ?? [];
  return { create: client[name], contract, requestSchemas, samples: JSON.parse(samples) };
}

/** Time that passes when somebody sleeps. */
export function handTimers(): Timers & { readonly slept: () => number } {
  const state = { now: 0 };
  return {
    now: () => state.now,
    slept: () => state.now,
    async sleep(milliseconds) {
      state.now += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
