import type { RequestHandler, UnhandledRequestStrategy } from "msw";
import { setupServer, type SetupServer } from "msw/node";
import { assertPaidOnce, type Ledger } from "../engine/ledger.js";
import { readCatalogue, scenarioOf } from "../faults/scenario.js";
import { createMock, type Mock, type MockOptions } from "../mock.js";
import { realSleep } from "../transport/delivery.js";
import { mockHandlers, type HandlerOptions } from "./handlers.js";
import { createTime, type Time } from "./time.js";

/** What a test runner calls; those of Vitest and Jest fit, and of `node:test` `before`, `afterEach` and `after`. */
export interface Hooks {
  readonly beforeAll: (work: () => void) => unknown;
  readonly afterEach: (work: () => void) => unknown;
  readonly afterAll: (work: () => void) => unknown;
}

export interface SuiteOptions extends MockOptions, HandlerOptions {
  /** Handlers of your own, for other hosts. */
  readonly handlers?: readonly RequestHandler[];
  /** What becomes of a request that no handler takes. Default: `error`, so that nothing leaves the machine. */
  readonly onUnhandledRequest?: UnhandledRequestStrategy;
  /** Whether a test fails that called a provider at a path, or with a method, that its contract has not. Default: true. */
  readonly isStrict?: boolean;
}

/** A mock in the place of the real providers, for the tests of one file. */
export interface MockSuite {
  /** The mock behind it. */
  readonly mock: Mock;
  /** MSW's own, with the handlers of the mock. */
  readonly server: SetupServer;
  /** For a client that takes a clock: it waits in the mock's time, which takes a thousandth of its own. */
  readonly clock: Time["clock"];
  /** Moves the mock's time on, by seconds. */
  readonly advance: (seconds: number) => void;
  /** Lets faults and scenarios of the list strike, until the test ends. @throws Error when there is none of that name */
  readonly strike: (...names: readonly string[]) => void;
  /** What became of the money in this test. */
  readonly ledger: () => Ledger;
  /** @throws Error that lists every task, unless exactly one was paid for and its client knows of it */
  readonly assertPaidOnce: () => void;
}

/** How the mock says that a contract has no such operation. */
const STRANGE = ["unknown-path", "wrong-method"];

/**
 * Sets up a mock behind MSW: before the tests it takes the place of the providers' real hosts, after each test it forgets
 * everything, after the last one it goes.
 *
 * @throws Error when two contracts have one name
 */
export function setupMockWith(hooks: Hooks, options: SuiteOptions): MockSuite {
  const { handlers = [], onUnhandledRequest = "error", isStrict = true, namespace, ...given } = options;
  const { scenarios = readCatalogue(), sleep = realSleep } = given;
  const advance = (seconds: number): void => {
    mock.advance(seconds);
  };
  const time = createTime({ now: () => mock.now(), advance }, sleep);
  const mock: Mock = createMock({ ...given, scenarios, sleep: time.sleep });
  const strange: string[] = [];

  const watched: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await time.during(() => mock.fetch(request));
    if (STRANGE.includes(response.headers.get("x-mock-fault") ?? "")) {
      strange.push(`${request.method} ${new URL(request.url).pathname}`);
    }
    return response;
  };
  const answered = { fetch: watched, servers: mock.servers };
  const server = setupServer(...handlers, ...mockHandlers(answered, namespace === undefined ? {} : { namespace }));

  hooks.beforeAll(() => {
    server.listen({ onUnhandledRequest });
  });
  hooks.afterEach(() => {
    time.stop();
    mock.reset();
    server.resetHandlers();
    const found = strange.splice(0);
    if (isStrict && found.length > 0) {
      throw new Error(`The contract has no such operation: ${found.join(", ")}`);
    }
  });
  hooks.afterAll(() => {
    server.close();
    mock.close();
  });

  return {
    mock,
    server,
    clock: time.clock,
    advance,
    strike: (...names) => {
      mock.addFaults(scenarioOf({ faults: names }, scenarios));
    },
    ledger: () => mock.ledger(),
    assertPaidOnce: () => {
      assertPaidOnce(mock.ledger());
    },
  };
}
