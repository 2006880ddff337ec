// The helper for test runners, run by hand: what it does before, between and after tests, and whose time passes.
import { createServer } from "node:http";
import { readDocument } from "@omni-contracts/specs";
import { http, HttpResponse } from "msw";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setupMockWith, type MockSuite, type SuiteOptions } from "../src/msw/index.js";
import { createTime } from "../src/msw/time.js";
import { realSleep } from "../src/transport/delivery.js";
import { START } from "./mocking.js";

const toapis = readDocument("toapis");
const SUBMIT = "https://toapis.com/v1/videos/generations";
const headers = { authorization: "Bearer sk-test", "content-type": "application/json" };
const post = (prompt = "a cat") => ({
  ...{ method: "POST", headers },
  body: JSON.stringify({ model: "gemini_omni", prompt }),
});

/** A runner that runs when it is told. */
function run(options: Partial<SuiteOptions> = {}) {
  const hooks: Record<"beforeAll" | "afterEach" | "afterAll", () => void> = {
    beforeAll: () => undefined,
    afterEach: () => undefined,
    afterAll: () => undefined,
  };
  const suite = setupMockWith(
    {
      beforeAll: (work) => (hooks.beforeAll = work),
      afterEach: (work) => (hooks.afterEach = work),
      afterAll: (work) => (hooks.afterAll = work),
    },
    { specs: [toapis], clock: () => START, validate: true, ...options },
  );
  hooks.beforeAll();
  ends.push(hooks.afterAll);
  return { ...suite, endTest: hooks.afterEach, endAll: hooks.afterAll };
}
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const seconds = ({ mock }: MockSuite) => (mock.now() - START) / 1000;

describe("setupMockWith", () => {
  it("starts every test with nothing: no tasks, no faults, no time passed", async () => {
    const suite = run();
    suite.strike("rate-limit-bare");
    expect((await fetch(SUBMIT, post())).status).toBe(429);
    suite.advance(60);
    suite.endTest();
    expect((await fetch(SUBMIT, post())).status).toBe(200);
    expect([suite.ledger().totals.accepted, suite.ledger().totals.refused, seconds(suite)]).toEqual([1, 0, 0]);
    suite.assertPaidOnce();
    suite.endTest();
    expect(() => {
      suite.assertPaidOnce();
    }).toThrow("0 tasks were paid for");
  });

  it("fails a test that called what the contract has not, and only that test", async () => {
    const suite = run();
    expect((await fetch("https://toapis.cn/v2/videos?key=secret", post())).status).toBe(404);
    expect((await fetch(SUBMIT, { method: "DELETE", headers })).status).toBe(405);
    expect(suite.endTest).toThrow(
      "The contract has no such operation: POST /toapis/v2/videos, DELETE /toapis/v1/videos/generations",
    );
    expect(suite.endTest).not.toThrow();
  });

  it("does not where that is wanted", async () => {
    const suite = run({ isStrict: false });
    await fetch("https://toapis.cn/v2/videos");
    expect(suite.endTest).not.toThrow();
  });

  it("lets nothing out but what has a handler of its own, and forgets handlers of one test", async () => {
    const own = http.get("https://app.example.test/me", () => HttpResponse.json({ name: "Anna" }));
    const suite = run({ handlers: [own] });
    const nameOf = async () => (await (await fetch("https://app.example.test/me")).json()).name;
    expect(await nameOf()).toBe("Anna");
    suite.server.use(http.get("https://app.example.test/me", () => HttpResponse.json({ name: "Ben" })));
    expect(await nameOf()).toBe("Ben");
    suite.endTest();
    expect(await nameOf()).toBe("Anna");
    await expect(fetch("http://127.0.0.1:9/")).rejects.toThrow("Cannot bypass a request");
  });

  describe("webhooks", () => {
    const received: string[] = [];
    const receiver = createServer((request, response) => {
      request.resume();
      received.push(`${request.method} ${request.url}`);
      response.end();
    });
    const at = { url: "" };
    beforeAll(async () => {
      await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
      const address = receiver.address();
      at.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    });
    afterAll(() => receiver.close());
    beforeEach(() => received.splice(0));
    const submit = () =>
      fetch(SUBMIT, {
        ...{ method: "POST", headers },
        body: JSON.stringify({ model: "gemini_omni", prompt: "a cat", callback_url: `${at.url}/hook?task=1` }),
      });

    it("reach a receiver of this machine, and no other request of the program does", async () => {
      const suite = run();
      expect((await submit()).status).toBe(200);
      suite.advance(180);
      await suite.mock.settled();
      expect(received).toEqual(["POST /hook?task=1"]);
      expect(suite.mock.webhooks()).toMatchObject([{ outcome: "taken", status: 200 }]);
      await expect(fetch(`${at.url}/hook?task=1`, { method: "POST" })).rejects.toThrow("Cannot bypass a request");
      expect(received).toHaveLength(1);
    });
  });

  it("gives the real fetch back", () => {
    const before = globalThis.fetch;
    const suite = run();
    expect(globalThis.fetch).not.toBe(before);
    suite.endAll();
    expect(globalThis.fetch).toBe(before);
  });

  it("names the fault that is not there", () => {
    const suite = run();
    expect(() => {
      suite.strike("no-such-fault");
    }).toThrow('there is no fault "no-such-fault"');
  });
});

describe("the clock", () => {
  it("wakes in order, when it is time, and takes the mock's tasks along", async () => {
    const suite = run();
    const { clock } = suite;
    const woken: [string, number][] = [];
    const sleep = async (name: string, milliseconds: number) => {
      await clock.sleep(milliseconds);
      woken.push([name, seconds(suite)]);
    };
    const { id } = await (await fetch(SUBMIT, post())).json();
    await Promise.all([sleep("long", 200_000), sleep("short", 500), sleep("middle", 90_000)]);
    expect(woken).toEqual([
      ["short", 0.5],
      ["middle", 90],
      ["long", 200],
    ]);
    expect((await (await fetch(`${SUBMIT}/${id}`, { headers })).json()).status).toBe("completed");
    expect(clock.now()).toBe(START + 200_000);
  });

  it("wakes at once who was waiting for a time that a test has passed", async () => {
    const suite = run();
    const slept = suite.clock.sleep(100_000);
    suite.advance(3600);
    await slept;
    expect(seconds(suite)).toBe(3600);
  });

  it("rejects with the signal's reason", async () => {
    const { clock } = run();
    const stop = new AbortController();
    const slept = clock.sleep(1e9, stop.signal);
    stop.abort(new Error("enough"));
    await expect(slept).rejects.toThrow("enough");
    await expect(clock.sleep(1, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
  });

  it("stands still while a request is under way: a limit does not strike before the answer", async () => {
    const piece = { now: START };
    const advance = (by: number) => {
      piece.now += by * 1000;
    };
    const time = createTime({ now: () => piece.now, advance }, realSleep);
    const gate = { open: (): void => undefined };
    const request = time.during(() => new Promise<void>((resolve) => (gate.open = resolve)));
    const limit = time.clock.sleep(1000);
    // Many more turns than it would take to get there.
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(piece.now).toBe(START);
    gate.open();
    await Promise.all([request, limit]);
    expect(piece.now).toBe(START + 1000);
  });

  it("is what slow answers go by: a limit of one second ends the wait for an answer after two", async () => {
    const suite = run();
    const limit = new AbortController();
    suite.clock.sleep(1000).then(
      () => {
        limit.abort(new Error("too slow"));
      },
      () => undefined,
    );
    await expect(fetch(SUBMIT, { ...post("a [mock:latency]"), signal: limit.signal })).rejects.toThrow("too slow");
    expect(seconds(suite)).toBe(1);
  });

  it("ends with the test: what a test leaves behind does not go on", async () => {
    const suite = run();
    const woken: string[] = [];
    void suite.clock.sleep(5000).then(() => woken.push("left behind"));
    suite.endTest();
    await suite.clock.sleep(10_000);
    expect([woken, seconds(suite)]).toEqual([[], 10]);
  });
});
