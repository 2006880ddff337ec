import { objectAt } from "@omni-contracts/specs";
import { parse } from "yaml";
import type { Scenarios } from "./faults/fault.js";
import { scenarioOf } from "./faults/scenario.js";
import type { MockAnswer, MockRequest } from "./transport/http.js";
import { isLocalOrigin } from "./transport/origin.js";
import { statusOf } from "./status/state.js";
import type { Mock } from "./mock.js";

const json = (status: number, body: unknown): MockAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body,
});

const USAGE = [
  "GET /__mock/",
  "GET /__mock/providers",
  "GET /__mock/scenarios",
  "GET /__mock/tasks?namespace=a",
  "GET /__mock/ledger?namespace=a",
  "GET /__mock/webhooks?namespace=a",
  "GET /__mock/status?namespace=a",
  "GET /__mock/snippets?namespace=a&provider=p",
  "GET, POST /__mock/faults?namespace=a&provider=p",
  "DELETE /__mock/faults?namespace=a&id=1",
  "POST /__mock/clock?namespace=a {advance: 60}",
  "POST /__mock/reset?namespace=a",
];

/** Steers a mock from outside: `/__mock/…`, from this machine only. */
export function createControl(mock: Mock, scenarios: Scenarios): (request: MockRequest) => MockAnswer | undefined {
  /** JSON is YAML. */
  const dataOf = ({ text = "" }: MockRequest): unknown => parse(text);

  function addFaults(request: MockRequest, namespace: string): MockAnswer {
    const provider = request.query.get("provider") ?? undefined;
    const data = dataOf(request);
    const { scenario } = objectAt(data);
    const faults = scenarioOf(typeof scenario === "string" ? { faults: [scenario] } : data, scenarios);
    return json(201, { added: mock.addFaults(faults, { namespace, ...(provider !== undefined && { provider }) }) });
  }

  function clearFaults({ query }: MockRequest, namespace: string): MockAnswer {
    const id = query.get("id");
    if (id !== null && !mock.faults(namespace).some((one) => String(one.id) === id))
      throw new Error(`There is no fault with the id ${id.slice(0, 20)}.`);
    mock.clearFaults(namespace, id === null ? undefined : Number(id));
    return json(200, { faults: mock.faults(namespace) });
  }

  function snippets({ query, base = "" }: MockRequest, namespace: string): MockAnswer {
    const provider = query.get("provider") ?? "";
    return json(200, mock.snippets(provider, `${base}/${provider}${namespace === "" ? "" : `/~${namespace}`}`));
  }

  function advance(request: MockRequest, namespace: string): MockAnswer {
    const { advance: seconds } = objectAt(dataOf(request));
    if (typeof seconds !== "number") throw new Error("advance must be a number of seconds: {advance: 60}");
    mock.advance(seconds, namespace);
    return json(200, { now: new Date(mock.now(namespace)).toISOString() });
  }

  function answer(request: MockRequest, name: string, namespace: string): MockAnswer {
    const asked = `${request.method} ${name}`;
    if (asked === "GET ") {
      const now = new Date(mock.now(namespace)).toISOString();
      return json(200, { providers: mock.providers, namespace, now, scenarios: [...scenarios.keys()], usage: USAGE });
    }
    if (asked === "GET providers") return json(200, mock.servers);
    if (asked === "GET scenarios") return json(200, Object.fromEntries(scenarios));
    if (asked === "GET tasks") return json(200, mock.tasks(namespace));
    if (asked === "GET status") return json(200, statusOf(mock, namespace));
    if (asked === "GET snippets") return snippets(request, namespace);
    if (asked === "GET ledger") return json(200, mock.ledger(namespace));
    if (asked === "GET webhooks") return json(200, mock.webhooks(namespace));
    if (asked === "GET faults") return json(200, mock.faults(namespace));
    if (asked === "POST faults") return addFaults(request, namespace);
    if (asked === "DELETE faults") return clearFaults(request, namespace);
    if (asked === "POST clock") return advance(request, namespace);
    if (asked === "POST reset") {
      mock.reset(namespace);
      return json(200, { namespace, reset: true });
    }
    return json(404, { error: `There is no ${asked} here.`, usage: USAGE });
  }

  return (request) => {
    if (!request.path.startsWith("/__mock")) return undefined;
    const [isControl, name = ""] = /^\/__mock(?:\/([^/]*))?$/.exec(request.path) ?? [];
    if (isControl === undefined) return undefined;
    if (request.isRemote) return json(403, { error: "The control API answers to this machine only." });
    // A page of somebody else's must not steer the tests of whoever looks at it.
    if (!isLocalOrigin(request.headers.origin))
      return json(403, { error: "The control API answers to pages of this machine only." });
    try {
      return answer(request, name, request.query.get("namespace") ?? "");
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : String(error), usage: USAGE });
    }
  };
}
