// A key must not follow its owner to the next provider.
import { expect, it } from "vitest";
import { ref } from "vue";
import { useKey } from "../site/.vitepress/theme/playground/use-key.js";

function typed() {
  const [provider, address] = [ref("acme"), ref("https://acme.test/v1")];
  const key = useKey(provider, address);
  key.value = "sk-secret";
  return { provider, address, key };
}

it("forgets the key at once when another provider is chosen, before that one is loaded", () => {
  const { provider, key } = typed();
  provider.value = "other";
  expect(key.value).toBe("");
});

it.each(["https://other.test/v1", "https://acme.test:8443/v1", "acme", ""])(
  "forgets the key when it would go to %s instead",
  (other) => {
    const { address, key } = typed();
    address.value = other;
    expect(key.value).toBe("");
  },
);

it("keeps the key for another path of the same host", () => {
  const { address, key } = typed();
  address.value = "https://acme.test/v2";
  expect(key.value).toBe("sk-secret");
});
