// The key: in memory only, and for one host of one provider.
import { ref, watch, type Ref } from "vue";

/** `undefined` for what is no address. */
const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).host : undefined);

/**
 * A key that is gone as soon as it would be sent to somebody else: with another provider, and with another host.
 *
 * @param provider the one that is chosen, whether it is loaded yet or not
 * @param baseURL where the key would be sent
 */
export function useKey(provider: Readonly<Ref<string>>, baseURL: Readonly<Ref<string>>): Ref<string> {
  const key = ref("");
  // At once: nothing may be sent between the change and this.
  watch(
    [provider, () => hostOf(baseURL.value)],
    () => {
      key.value = "";
    },
    { flush: "sync" },
  );
  return key;
}
