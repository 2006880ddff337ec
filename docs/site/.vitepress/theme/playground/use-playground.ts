// What is chosen and filled in, and what follows from it: fields, issues, the quote and the request as it would be sent.
import { quote, type Quote } from "@omni-contracts/core/quote";
import { faults as catalogue, providers } from "virtual:playground";
import { withBase } from "vitepress";
import { computed, onMounted, ref, shallowRef, watch } from "vue";
import { isShown, untoldOf } from "./faults.js";
import { fieldsOf } from "./fields.js";
import { keep, readKept } from "./kept.js";
import { createMockControl, hasMock, LOCAL_MOCK, mockBase, type Found } from "./mock.js";
import { outgoingOf, type Outgoing } from "./outgoing.js";
import type { ProviderModule } from "./provider.js";
import {
  adapted,
  empty,
  fieldsOfIssue,
  membersOf,
  requestFrom,
  struckWith,
  withoutFiles,
  type Filled,
} from "./request.js";
import { reportOf } from "./run.js";
import { useKey } from "./use-key.js";

const PROMPT = "A paper lantern drifts over a quiet harbour at dusk";
/** Where a tab keeps its namespace, so that handles are found after the page was loaded anew. No secret is kept. */
const KEPT = "omni-playground-namespace";
const PAUSE = 300;

/** 64 random bits as text. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Storage may be forbidden: even to name it is. */
const ofTab: Pick<Storage, "getItem" | "setItem"> = {
  getItem: (name) => sessionStorage.getItem(name),
  setItem: (name, value) => {
    sessionStorage.setItem(name, value);
  },
};

function namespaceOfTab(): string {
  try {
    const kept = ofTab.getItem(KEPT) ?? `p${randomId().slice(0, 8)}`;
    ofTab.setItem(KEPT, kept);
    return kept;
  } catch {
    return `p${randomId().slice(0, 8)}`;
  }
}

interface Target {
  readonly kind: "mock" | "provider";
  /** Of the mock. */
  readonly address: string;
  /** Of the provider or a proxy; empty for the contract's first server. */
  readonly baseURL: string;
}

export function usePlayground() {
  const kept = readKept(ofTab);
  const first = providers.find(({ id }) => id === kept?.provider) ?? providers[0];
  const provider = ref(first?.id ?? "");
  const loaded = shallowRef<ProviderModule>();
  const model = ref("");
  const filled = shallowRef<Filled>(kept?.filled ?? empty(PROMPT));
  const isServed = hasMock(document);
  const target = shallowRef<Target>({
    kind: "mock",
    address: kept?.address ?? (isServed ? new URL(withBase("/mock"), location.href).href : LOCAL_MOCK),
    baseURL: "",
  });
  const fault = ref(kept?.fault ?? "");
  const found = ref<Found | "looking" | "not-asked">("looking");
  const namespace = namespaceOfTab();
  /** The id that the next request brings along, where the provider keeps one. */
  const id = ref(randomId() + randomId());

  /** Of which everything else is: another one may be chosen, and not loaded yet. */
  const current = computed(() => loaded.value?.contract.service.provider ?? provider.value);
  const facts = computed(() => loaded.value?.contract.models[model.value]);
  const fields = computed(() => {
    const { value: of } = facts;
    return of ? fieldsOf(model.value, of, loaded.value?.requestSchemas[of.operation] ?? {}) : [];
  });

  /** Those that tasks of the model can show. */
  const faults = computed(() => {
    const [lifecycle, operation] = [loaded.value?.contract.lifecycle, facts.value?.operation];
    return lifecycle && operation ? catalogue.filter((one) => isShown(one, lifecycle, operation)) : catalogue;
  });
  watch(faults, (now) => {
    if (!now.some(({ name }) => name === fault.value)) fault.value = "";
  });
  /** What the client cannot tell of the fault that is chosen. */
  const untold = computed(() => {
    const [lifecycle, operation] = [loaded.value?.contract.lifecycle, facts.value?.operation];
    const chosen = faults.value.find(({ name }) => name === fault.value);
    return chosen && lifecycle && operation ? untoldOf(chosen, lifecycle, operation) : undefined;
  });

  async function choose(next: string): Promise<void> {
    provider.value = next;
    const module = await providers.find((one) => one.id === next)?.load();
    // Another one may have been chosen meanwhile.
    if (!module || provider.value !== next) return;
    loaded.value = module;
    const models = Object.entries(module.contract.models);
    const [fresh] = models.filter(([, { status }]) => status === "current");
    const again = kept?.provider === next ? models.find(([id]) => id === kept.model) : undefined;
    target.value = { ...target.value, baseURL: "" };
    model.value = (again ?? fresh ?? models[0])?.[0] ?? "";
  }
  watch([model, filled, fault, target], () => {
    const { address } = target.value;
    if (model.value !== "")
      keep(ofTab, { provider: current.value, model: model.value, fault: fault.value, address, filled: filled.value });
  });
  watch([model, loaded], () => {
    filled.value = adapted(filled.value, fields.value);
  });
  onMounted(() => choose(provider.value));

  /** Of the provider or its proxy, even while a mock is chosen. */
  const providerURL = computed(() => target.value.baseURL.trim() || (loaded.value?.contract.service.servers[0] ?? ""));
  const key = useKey(provider, providerURL);
  const baseURL = computed(() => {
    const { kind, address } = target.value;
    return kind === "mock" ? mockBase(address, current.value, namespace) : providerURL.value;
  });
  const control = computed(() => createMockControl(target.value.address, namespace, (...sent) => fetch(...sent)));
  /** Asks the mock once. */
  async function look(): Promise<Found> {
    const { address } = target.value;
    const answered = await control.value.find();
    // The control is made anew with every change of the target; what was asked is an address.
    if (address === target.value.address) found.value = answered;
    return answered;
  }
  watch(
    [() => target.value.kind, () => target.value.address],
    async ([kind], [before], onCleanup) => {
      const state = { isOld: false };
      onCleanup(() => {
        state.isOld = true;
      });
      if (kind !== "mock") return;
      // Nobody has asked for a mock yet, and a browser calls an address where nobody answers an error.
      found.value = before === undefined && !isServed ? "not-asked" : "looking";
      if (found.value === "not-asked") return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!state.isOld) await look();
    },
    { immediate: true },
  );

  /** A client that is asked, and sends nothing; or what is wrong with where it would send. */
  const asked = computed(() => {
    const { value: module } = loaded;
    if (!module) return {};
    try {
      return { client: module.create({ apiKey: "none", baseURL: baseURL.value }) };
    } catch (error) {
      return { problem: reportOf(error).message };
    }
  });
  const request = computed(() => {
    const plain = requestFrom(model.value, current.value, fields.value, filled.value);
    if (target.value.kind !== "mock" || fault.value === "") return plain;
    // A prompt that is missing must not look as if it were there.
    const isWhole = plain.prompt !== undefined || asked.value.client?.check(plain).issues.length === 0;
    return isWhole ? struckWith(plain, fault.value) : plain;
  });
  const check = computed(() => (facts.value ? asked.value.client?.check(request.value) : undefined));
  const own = computed(() => membersOf(filled.value.own));
  /** Messages by field; `""` for those about the whole. */
  const messages = computed(() => {
    const all: Record<string, string[]> = {};
    const add = (name: string, message: string) => (all[name] = [...(all[name] ?? []), message]);
    for (const issue of check.value?.issues ?? []) {
      const names = fieldsOfIssue(issue, request.value).filter(
        (name) => name === "own" || fields.value.some((field) => field.name === name),
      );
      for (const name of names) add(name, issue.message);
      if (names.length === 0) add("", issue.field ? `${issue.field} ${issue.message}` : issue.message);
    }
    if (own.value.problem) add("own", own.value.problem);
    return all;
  });
  const issueCount = computed(() => Object.values(messages.value).flat().length);

  const quoted = computed((): Quote | undefined => {
    const { value: checked } = check;
    if (!checked || !loaded.value) return undefined;
    // Of a request a quote reads what `check` makes of it, and that is here already.
    const client = { provider: current.value, check: () => checked };
    return quote(client, loaded.value.contract, { model: model.value });
  });

  const shown = computed(() => withoutFiles(request.value));
  const outgoing = shallowRef<Outgoing>();
  const keyText = computed(() => `$${loaded.value?.contract.service.envKey ?? "API_KEY"}`);
  watch(
    [asked, shown, id],
    async (_now, _before, onCleanup) => {
      const state = { isOld: false };
      onCleanup(() => {
        state.isOld = true;
      });
      const { value: module } = loaded;
      const options = { baseURL: baseURL.value, keyText: keyText.value, id: id.value };
      const next =
        module && asked.value.client && issueCount.value === 0
          ? await outgoingOf(module.create, shown.value.request, options)
          : undefined;
      if (!state.isOld) outgoing.value = next;
    },
    { immediate: true },
  );

  return {
    ...{ providers, faults, untold, provider, current, choose, loaded, model, facts, fields, filled, target, key },
    ...{ fault, found, look, control, baseURL, asked, request, check, messages, issueCount, quoted, shown, outgoing },
    id,
  };
}

export type Playground = ReturnType<typeof usePlayground>;
