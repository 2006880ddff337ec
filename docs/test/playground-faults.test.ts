// What the page says of a fault and a contract, held against what the client and the mock do.
import { createMock } from "@omni-contracts/mocks";
import { providers, readDocument } from "@omni-contracts/specs";
import { expect, it } from "vitest";
import { faultsOf, playgroundModules } from "../src/playground/modules.js";
import { isShown, untoldOf } from "../site/.vitepress/theme/playground/faults.js";
import { createMockControl, mockBase } from "../site/.vitepress/theme/playground/mock.js";
import { run, type RunView } from "../site/.vitepress/theme/playground/run.js";
import { createFastTime } from "../site/.vitepress/theme/playground/time.js";
import { WORDS } from "../site/.vitepress/theme/playground/words.js";
import { handTimers, loadProvider } from "./playground-support.js";

const MOCK = "http://127.0.0.1";
const mock = createMock({ specs: providers().map(readDocument) });
const source = String(await playgroundModules().load("\0virtual:playground"));
const faults: ReturnType<typeof faultsOf> = JSON.parse(/export const faults = (.*);$/m.exec(source)?.[1] ?? "[]");
const loaded = await Promise.all(providers().map(async (name) => [name, await loadProvider(name)] as const));
/** One model of every operation that submits. */
const submits = loaded.flatMap(([provider, { create, contract }]) =>
  Object.keys(contract.lifecycle.submit).flatMap((operation) => {
    const model = Object.keys(contract.models).find((id) => contract.models[id]?.operation === operation);
    return model === undefined ? [] : [{ provider, operation, model, create, lifecycle: contract.lifecycle }];
  }),
);
type Submit = (typeof submits)[number];

async function struckBy(name: string, { provider, model, create, lifecycle }: Submit): Promise<Partial<RunView>> {
  const state: { view: Partial<RunView> } = { view: {} };
  const time = createFastTime(handTimers(), 600, createMockControl(MOCK, name, mock.fetch).advance);
  const client = create({
    ...{ baseURL: mockBase(MOCK, provider, name), apiKey: "sk-mock", clock: time.clock },
    fetch: (request: Request) => time.during(() => mock.fetch(request)),
  });
  const order = { client, lifecycle, timeoutMs: 240_000, abortSignal: new AbortController().signal };
  await run({ ...order, what: { request: { model, prompt: `a kite [mock:${name}]` } } }, (change) => {
    state.view = { ...state.view, ...change };
  });
  return state.view;
}

/** What a right client comes to, in the catalogue's words. */
const RIGHT: Readonly<Record<string, (view: Partial<RunView>) => boolean>> = {
  "failed-charged": ({ billed }) => billed === "yes",
  "failed-refunded": ({ billed }) => billed === "no",
  "output-moderated": ({ report }) => report?.code === "content_policy",
  "failed-as-500": ({ report }) => /^(task_failed|content_policy)$/.test(report?.code ?? ""),
  cancelled: ({ report }) => report?.code === "task_cancelled",
  "task-expired": ({ report }) => report?.code === "task_expired",
};
const ending = faults.filter(({ ends }) => ends !== undefined);
const cases = submits.flatMap((submit) => ending.map((fault) => ({ ...submit, fault, name: fault.name, submit })));

it("knows every fault that ends a task", () => {
  expect(ending.map(({ name }) => name).toSorted()).toEqual(Object.keys(RIGHT).toSorted());
});

it.each(cases)(
  "$name at $provider, $operation: offered if it can be shown, explained if it cannot be told",
  async (one) => {
    const { fault, lifecycle, operation, submit } = one;
    const view = await struckBy(fault.name, submit);
    expect(isShown(fault, lifecycle, operation)).toBe(view.report?.code !== "invalid_request");
    if (!isShown(fault, lifecycle, operation)) return;
    const untold = untoldOf(fault, lifecycle, operation);
    expect(RIGHT[fault.name]?.(view)).toBe(untold === undefined);
    if (untold?.what === "money") expect(untold.says).toBe(view.billed);
    if (untold?.what === "state") expect(view.report?.code).toBe("wait_timeout");
    if (untold?.what === "refusal") expect(view.report?.code).toBe("task_failed");
  },
);

it("says what cannot be told in both languages", () => {
  const all = [
    ...(["no", "yes", "unknown"] as const).map((says) => ({ what: "money", says }) as const),
    { what: "refusal" } as const,
    { what: "state", status: 500 } as const,
  ];
  expect(new Set(all.map(WORDS.en.untold)).size).toBe(all.length);
  expect(new Set(all.map(WORDS.zh.untold)).size).toBe(all.length);
  expect(WORDS.en.untold({ what: "money", says: "no" })).toContain("is not paid for");
});
