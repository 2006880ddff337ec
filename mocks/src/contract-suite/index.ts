import { fixturesOf, operationsOf, readDocument, type Document, type Fixture } from "@omni-contracts/specs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockFetch } from "../transport/fetch.js";
import { createPrism } from "../prism/prism.js";
import { freePort, isTaken, startPrism, type PrismProcess } from "../prism/prism-process.js";
import { callOf, samplesOf } from "./call.js";
import { request, type AnyClient, type CreateClient } from "./client.js";
import { createRecorder, holesOf, wantedOf, type Coverage, type Replay } from "./coverage.js";
import { formatMatrix } from "./matrix.js";
import { createVerbOf, createVerbs, type Normalized } from "./verbs.js";

export type { AlwaysThere } from "./always.js";
export type { AnyClient, ClientOptions, CreateClient } from "./client.js";
export type { Coverage, Replay } from "./coverage.js";
export { describeMoney, type CreateMoneyClient, type MoneyClient } from "./money.js";
export { describeOnTheWire, describeRefused, describeSaid, loosely, type Said } from "./normalized.js";
export type { Agreed, Agreement } from "./taken.js";
export { describeRequests, type Rule } from "./requests.js";
export { createVirtualTime, type VirtualTime } from "./virtual-time.js";

const KEY = "sk-test";

/** Prism answered, and by the contract: not with an error page of its own, and with nothing to say against the request. */
function expectContractAnswer(response: Response): void {
  expect(response.headers.get("sl-violations")).toBeNull();
  expect(response.headers.get("content-type")).toMatch(/^application\/json\b/);
}

async function replay(client: AnyClient, document: Document, fixture: Fixture): Promise<void> {
  const call = callOf(document, fixture);
  const headers = { ...call.params.header, Prefer: `code=${fixture.status}, example=${fixture.name}` };
  const { data, error, response } = await request(client, fixture.method, fixture.path, { ...call, headers });
  expectContractAnswer(response);
  expect(response.status).toBe(fixture.status);
  expect(response.ok ? data : error).toEqual(fixture.body);
  for (const [name, value] of Object.entries(fixture.headers)) expect(response.headers.get(name), name).toBe(value);
}

async function untilListening(port: number): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await isTaken(port))) {
    if (performance.now() > deadline) throw new Error(`Prism CLI did not listen on ${port} within 30 s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The suite that every provider's client passes: each operation × documented status × named example comes back through
 * the typed client as the contract has it, from Prism in process and from the Prism CLI over HTTP. With `normalized`, each
 * goes through the verb that calls its operation as well; none may be left out.
 */
export function describeContract(provider: string, create: CreateClient, normalized?: Normalized): void {
  const document = readDocument(provider);
  const fixtures = fixturesOf(document);
  const replayed: Replay[] = [];
  const titled = fixtures.map((fixture) => [`${fixture.id} ${fixture.status} ${fixture.name}`, fixture] as const);
  const verbs = normalized && createVerbs(document, (...args) => serve(...args), normalized);
  const verbOf = createVerbOf(document);
  // Every verb counts, also where no normalized client was given: the coverage then has holes, and the suite has none.
  const wanted = wantedOf(fixtures, (operation) => ["api", verbOf(operation) ?? []].flat());
  const coverage: Coverage = { provider, wanted, replayed };

  // Prism is there when the first test is, and not when tests are listed.
  let prism: typeof fetch | undefined;
  const serve: typeof fetch = async (...args) => {
    prism ??= mockFetch(await createPrism(document));
    return prism(...args);
  };

  describe(`${provider}: Prism in process`, () => {
    const recorder = createRecorder(document, serve);
    const client = create({ apiKey: KEY, baseURL: "http://prism.test", fetch: recorder.fetch });

    it.each(titled)("%s", async (_, fixture) => {
      await replay(client, document, fixture);
      replayed.push(...recorder.take().map((one) => ({ ...one, method: "api" })));
    });

    const samples = operationsOf(document).flatMap((entry) =>
      Object.keys(samplesOf(document, entry)).map((name) => [entry.id, name, entry] as const),
    );
    it.each(samples)("%s accepts its sample %s", async (_, name, entry) => {
      const { response } = await request(client, entry.method, entry.path, callOf(document, entry, name));
      expectContractAnswer(response);
      expect(response.ok).toBe(true);
    });
  });

  describe.runIf(verbs)(`${provider}: in the words that all providers share`, () => {
    const called = titled.flatMap(([title, fixture]) => {
      const verb = verbOf(fixture.id);
      return verb === undefined ? [] : [[`${verb}: ${title}`, fixture, verb] as const];
    });
    it.each(called)("%s", async (_, fixture, verb) => {
      replayed.push(...((await verbs?.replay(fixture, verb)) ?? []));
    });
  });

  it(`${provider}: no example is left out by any method that calls its operation`, ({ task }) => {
    // Who runs the tests with a reporter of JSON finds it there.
    Reflect.set(task.meta, "contract", coverage);
    const holes = holesOf(coverage).filter(({ method }) => verbs !== undefined || method === "api");
    const isWhole = ({ id, status, name }: Fixture) =>
      !holes.some((one) => one.operation === id && one.status === status && one.example === name);
    console.log(formatMatrix(provider, fixtures, new Set(fixtures.filter(isWhole))));
    expect(holes).toEqual([]);
  });

  describe(`${provider}: Prism CLI over HTTP`, () => {
    let cli: PrismProcess;
    let client: AnyClient;
    beforeAll(async () => {
      const port = await freePort();
      cli = startPrism(provider, port, "ignore", "silent");
      await untilListening(port);
      client = create({ apiKey: KEY, baseURL: cli.url });
    });
    afterAll(() => {
      cli.process.kill("SIGKILL");
    });

    it.each(titled)("%s", async (_, fixture) => {
      await replay(client, document, fixture);
    });
  });
}
