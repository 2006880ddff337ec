import { createMock, scenarioOf, serveMock, readCatalogue } from "@omni-contracts/mocks";
import type { Ledger, MockAnswer, MockRequest } from "@omni-contracts/mocks";
import { isObject, providers, readDocument } from "@omni-contracts/specs";
import { leadAway, type Kind } from "./links.js";
import { createLog, type Log } from "./log.js";
import { PROTOCOLS } from "./peers/protocols.js";
import { createService, type Service } from "./peers/service.js";
import type { Bench, Books, FaultList, Seen, Stage } from "./stage.js";

/** Looks like a key and stands nowhere else, so that a leak is found wherever it is. */
const KEY = "sk-conformance-4711-canary";

interface Run {
  readonly api: Log;
  readonly elsewhere: Log;
  readonly service: Service | undefined;
  /** Where links of its answers lead, if not where the contract says. */
  readonly linksTo: string | undefined;
  readonly linksOf: Kind;
  links: number;
  isClosed: boolean;
}

const answer = (status: number, body: unknown): MockAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body,
});
const GONE = answer(401, { error: { message: "This run is over." } });

/** Every POST of a client that uploads nothing is a submit. */
const kindAtMock = ({ method, path }: MockRequest): Seen["kind"] =>
  method === "POST" ? "submit" : path.includes("/__files/") ? "other" : "read";

function booksOf({ accepted }: Ledger): Books {
  return {
    jobs: accepted.flatMap(({ task }) => (task === undefined ? [] : [task])),
    charged: accepted.filter(({ isCharged, isRefunded }) => isCharged && !isRefunded).length,
  };
}

const isLedger = (value: unknown): value is Ledger => isObject(value) && Array.isArray(value.accepted);

/** The mocks of all contracts, stand-ins for the peers' protocols, and a host that nobody should go to. On this machine only. */
export async function openBench(now: () => number = () => performance.now()): Promise<Bench> {
  const catalogue = readCatalogue();
  const mock = createMock({ specs: providers().map(readDocument) });
  const runs = new Map<string, Run>();
  const state = { next: 1 };

  /** Counts the links, which show whether there was anything to follow. */
  function sent(answered: MockAnswer, path: string, run: Run): MockAnswer {
    if (run.linksTo === undefined) return answered;
    const [, protocol = ""] = path.split("/");
    const led = leadAway(answered, protocol, run.linksTo, run.linksOf);
    run.links += led.links;
    return led.answer;
  }

  const runOf = (path: string) => {
    const [, name = "", rest = "/"] = /\/~([\w.-]+)(\/.*)?$/.exec(path) ?? [];
    return { run: runs.get(name), rest };
  };

  const api = await serveMock({
    async handle(request) {
      const { run, rest } = runOf(request.path);
      if (!run) return mock.handle(request);
      if (run.isClosed) return GONE;
      const { service } = run;
      run.api.note(request, service ? service.kindOf(request.method, rest) : kindAtMock(request));
      const answered = await (service ? service.handle({ ...request, path: rest }) : mock.handle(request));
      return sent(answered, request.path, run);
    },
  });
  const stranger = await serveMock({
    handle(request) {
      runOf(request.path).run?.elsewhere.note(request, "other");
      return Promise.resolve(answer(200, {}));
    },
  });

  async function control(method: string, what: string, name: string, data?: unknown): Promise<unknown> {
    const url = `${api.url}/__mock/${what}?namespace=${name}`;
    const body = data === undefined ? null : JSON.stringify(data);
    const response = await fetch(url, { method, body });
    const told: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${what}: ${JSON.stringify(told)}`);
    return told;
  }

  async function ledger(name: string): Promise<Books> {
    const told = await control("GET", "ledger", name);
    if (!isLedger(told)) throw new Error("The mock's ledger is none.");
    return booksOf(told);
  }

  async function open(
    protocol: string,
    faultsOf: (elsewhere: string) => FaultList,
    linksTo?: (elsewhere: string) => string,
    linksOf: Kind = "job",
  ): Promise<Stage> {
    const name = `run${state.next++}`;
    const elsewhereURL = `${stranger.url}/~${name}`;
    const faults = { faults: faultsOf(elsewhereURL) };
    const table = PROTOCOLS.get(protocol);
    if (!table && !mock.providers.includes(protocol)) {
      const known = [...mock.providers, ...PROTOCOLS.keys()].join(", ");
      throw new Error(`Nobody here speaks "${protocol}". There are: ${known}.`);
    }
    const isStruck = faults.faults.length > 0;
    const service = table && createService(table, isStruck ? scenarioOf(faults, catalogue) : [], now);
    const run: Run = {
      ...{ api: createLog(KEY, now), elsewhere: createLog(KEY, now), service },
      ...{ linksTo: linksTo?.(elsewhereURL), linksOf, links: 0, isClosed: false },
    };
    runs.set(name, run);
    if (!service && isStruck) await control("POST", "faults", name, faults);
    return {
      baseURL: `${api.url}/${protocol}/~${name}`,
      requests: run.api.all,
      elsewhereURL,
      elsewhere: run.elsewhere.all,
      links: () => run.links,
      books: () => (service ? Promise.resolve(service.books()) : ledger(name)),
      async advance(seconds) {
        if (service) service.advance(seconds);
        else await control("POST", "clock", name, { advance: seconds });
      },
      close() {
        run.isClosed = true;
      },
    };
  }

  return {
    key: KEY,
    open,
    async close() {
      await Promise.all([api.close(), stranger.close()]);
    },
  };
}
