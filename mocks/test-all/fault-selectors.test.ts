import {
  modelSchemas,
  objectAt,
  operationsOf,
  providers,
  readDocument,
  requestContent,
  resolved,
} from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { contractOf } from "../src/engine/contract-of.js";
import { createMock, readCatalogue, scenarioOf } from "../src/index.js";
import { START } from "../test/mocking.js";

const NAMES = [...readCatalogue().keys()];
/** Of these a standing fault lets the first request by, so it is not the request that asked for it that is struck. */
const LATER = ["credits-run-out", "key-rotated"];

type Way = "none" | "header" | "query" | "prompt" | "control";

describe.each(providers())("%s: every fault, chosen in four ways, does the same", (provider) => {
  const document = readDocument(provider);
  const contract = contractOf(document);
  const [submitId = ""] = Object.keys(contract.lifecycle.submit);
  const submit = operationsOf(document).find(({ id }) => id === submitId);
  const examples = objectAt(requestContent(document, submit?.operation ?? {}, "application/json").examples);
  const [sample] = Object.values(examples).map((one) => objectAt(resolved(document, one).value));
  const read = contract.operations[contract.lifecycle.submit[submitId]?.read ?? ""];

  const slept: number[] = [];
  const sleep = (milliseconds: number) => {
    slept.push(milliseconds);
    return Promise.resolve();
  };
  const told: string[] = [];
  const webhook = async (request: Request) => {
    told.push(JSON.stringify([Object.fromEntries(request.headers), await request.text()]));
    return { status: 200 };
  };
  const mock = createMock({ specs: [document], clock: () => START, sleep, webhook, validate: true });
  /** The member that names the address of the webhook, where the contract has one. */
  const schema = requestContent(document, submit?.operation ?? {}, "application/json").schema;
  const inputs = modelSchemas(document, schema).flatMap((model) => model.inputs);
  const member = inputs.find(({ role }) => role === "webhookUrl")?.path.slice(2);
  const address = member === undefined ? {} : { [member]: "http://127.0.0.1:9/hook" };
  const plays = { count: 0 };

  async function shown(namespace: string, path: string, init: RequestInit): Promise<unknown> {
    try {
      const response = await mock.fetch(`http://mock.test/${provider}/~${namespace}${path}`, init);
      const bytes = Buffer.from(await response.arrayBuffer());
      return [
        response.status,
        response.headers.get("x-mock-fault"),
        response.headers.get("retry-after"),
        bytes.toString("latin1"),
      ];
    } catch (error) {
      return String(error);
    }
  }

  /** A submit, looks through the life of its task, and the download of its result. */
  async function play(name: string, way: Way): Promise<unknown[]> {
    slept.length = 0;
    told.length = 0;
    plays.count += 1;
    const namespace = String(plays.count).padStart(4, "0");
    const headers = { authorization: "Bearer sk", "content-type": "application/json" };
    if (way === "control") mock.addFaults(scenarioOf({ faults: [name] }, readCatalogue()), { namespace });
    const prompt = way === "prompt" ? `a lantern [mock:${name}]` : "a lantern";
    const query = way === "query" ? `?__scenario=${name}` : "";
    const prefer = { ...(way === "header" && { prefer: `scenario=${name}` }) };
    const body = JSON.stringify({ ...sample, ...address, prompt });
    const seen = [
      await shown(namespace, (submit?.path ?? "") + query, {
        method: "POST",
        headers: { ...headers, ...prefer },
        body,
      }),
    ];
    const id = mock.ledger(namespace).accepted[0]?.task ?? "none";
    const path = read?.path.replace(/\{\w+\}/, id) ?? "";
    // A fault of any request strikes only the one that names it; of the control API it strikes all.
    const { on = "any", task } = readCatalogue().get(name)?.[0] ?? {};
    const isOfTask = on !== "any" || task !== undefined;
    for (let look = 0; look < 12 && isOfTask; look += 1) {
      seen.push(await shown(namespace, path, { headers }));
      mock.advance(18, namespace);
      await mock.settled(namespace);
    }
    // So late that a link that expires early has expired.
    mock.advance(100, namespace);
    if (isOfTask) seen.push(await shown(namespace, `/__files/${id}/1.mp4`, {}));
    // So late that whatever is sent late has come.
    mock.advance(4000, namespace);
    await mock.settled(namespace);
    mock.advance(4000, namespace);
    await mock.settled(namespace);
    const { accepted, totals } = mock.ledger(namespace);
    const events = mock.webhooks(namespace).map(({ at, outcome }) => [at, outcome]);
    // Every namespace has ids of its own; so every event has another id and signature.
    const text = JSON.stringify([seen, accepted]).replaceAll(`/~${namespace}/`, "/").replaceAll(id, "<task>");
    return [JSON.parse(text), [...slept], totals, events, told.map((one) => one.includes("elsewhere.invalid"))];
  }

  it.each(NAMES.filter((name) => !LATER.includes(name)))("%s", async (name) => {
    const byPrompt = await play(name, "prompt");
    expect(await play(name, "header")).toEqual(byPrompt);
    expect(await play(name, "query")).toEqual(byPrompt);
    const { task } = readCatalogue().get(name)?.[0] ?? {};
    // Nobody is told anything where the contract has no webhook.
    if (task?.webhook && member === undefined) return;
    const isMissing = JSON.stringify(byPrompt).includes("unknown-scenario");
    if (isMissing) {
      expect(task?.ends).toMatch(/cancelled|expired/);
      expect(answersOf(document, task?.ends ?? "")).toBe(false);
    } else expect(byPrompt).not.toEqual(await play(name, "none"));
    expect(await play(name, "control")).toEqual(byPrompt);
  });
});

/** Whether the contract has a word for the state. */
const answersOf = (document: ReturnType<typeof readDocument>, state: string): boolean =>
  Object.keys(contractOf(document).lifecycle.states).includes(state);
