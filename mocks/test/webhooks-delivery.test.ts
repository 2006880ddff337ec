// How events travel: over HTTP on this machine, by two kinds of time, and without ever being in anybody's way.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createPaint } from "@omni-contracts/specs/terminal";
import { webhookLine } from "../src/cli/webhook-line.js";
import { createMock, serveMock, type MockOptions } from "../src/index.js";
import { run, useBench } from "./cli-bench.js";
import { benchOf, documentOf, START } from "./mocking.js";
import { ASKS, benchFor, createReceiver, submitFor } from "./webhook-receiver.js";

useBench();

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A receiver on a port of this machine. */
async function listen(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
  host: string,
) {
  const seen: { method: string | undefined; path: string | undefined; host: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      seen.push({ method: request.method, path: request.url, host: request.headers.host, body });
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { seen, port: typeof address === "object" && address ? address.port : 0 };
}

const taken = (_: IncomingMessage, response: ServerResponse) => response.writeHead(204).end();

/** A mock that sends over HTTP, and a task that is at its end. */
async function sendTo(address: string, options: Partial<MockOptions> = {}) {
  const bench = benchOf("apimart", options);
  closing.push(() => {
    bench.mock.close();
  });
  const id = await submitFor("apimart", bench, "a boat – élan", { webhook: address });
  bench.mock.advance(180);
  return { bench, id };
}

describe("over HTTP", () => {
  it("an event comes as one POST with the task in its body", async () => {
    const { seen, port } = await listen(taken, "127.0.0.1");
    const { bench, id } = await sendTo(`http://127.0.0.1:${port}/hook`);
    await bench.mock.settled();
    expect(seen).toMatchObject([{ method: "POST", path: "/hook/callback", host: `127.0.0.1:${port}` }]);
    expect(JSON.parse(seen[0]?.body ?? "")).toMatchObject({ id, status: "completed" });
    expect(bench.mock.webhooks()).toEqual([
      {
        ...{ at: START + 180_000, provider: "apimart", webhook: "taskFinished", task: id, says: "completed" },
        ...{ url: `http://127.0.0.1:${port}/hook/callback`, attempt: 1, outcome: "taken", status: 204 },
      },
    ]);
  });

  it.each(["127.0.0.1", "::1"])("localhost is %s without a name being looked up", async (host) => {
    const { seen, port } = await listen(taken, host);
    const { bench } = await sendTo(`http://localhost:${port}`);
    await bench.mock.settled();
    expect(seen).toMatchObject([{ path: "/callback", host: `localhost:${port}` }]);
  });

  it("a redirect is not followed", async () => {
    const other = await listen(taken, "127.0.0.1");
    const location = `http://127.0.0.1:${other.port}/elsewhere`;
    const { seen, port } = await listen((_, response) => response.writeHead(307, { location }).end(), "127.0.0.1");
    const { bench } = await sendTo(`http://127.0.0.1:${port}`);
    await bench.mock.settled();
    expect([seen.length, other.seen.length]).toEqual([1, 0]);
    expect(bench.mock.webhooks()).toMatchObject([{ outcome: "failed", status: 307 }]);
  });

  it("a receiver that is not there, or hangs up, is asked again", async () => {
    const gone = await sendTo("http://127.0.0.1:9");
    await gone.bench.mock.settled();
    expect(gone.bench.mock.webhooks()).toMatchObject([{ outcome: "repeat", problem: "ECONNREFUSED", again: 10 }]);
    const { port } = await listen((request) => request.socket.destroy(), "127.0.0.1");
    const { bench } = await sendTo(`http://127.0.0.1:${port}`);
    await bench.mock.settled();
    expect(bench.mock.webhooks()).toMatchObject([{ outcome: "repeat", problem: "ECONNRESET", again: 10 }]);
  });

  it("a task that is submitted over HTTP is told of in links that lead to the server", async () => {
    const { webhook, received } = createReceiver(200);
    const mock = createMock({ specs: [documentOf("toapis")], clock: () => START, webhook });
    const server = await serveMock(mock);
    closing.push(() => server.close());
    await fetch(`${server.url}/toapis/~anna${ASKS.toapis.submit}`, {
      method: "POST",
      headers: { authorization: "Bearer sk", "content-type": "application/json" },
      body: JSON.stringify(ASKS.toapis.body),
    });
    await fetch(`${server.url}/__mock/clock?namespace=anna`, { method: "POST", body: '{"advance": 180}' });
    await mock.settled("anna");
    const [{ url }] = received[0]?.body.data.result.data ?? [{}];
    expect(url).toMatch(new RegExp(`^${server.url}/toapis/~anna/__files/`));
    expect((await fetch(url)).headers.get("content-type")).toBe("video/mp4");

    const log = await (await fetch(`${server.url}/__mock/webhooks?namespace=anna`)).json();
    expect(log).toEqual(mock.webhooks("anna"));
    expect(log).toMatchObject([{ outcome: "taken", says: "completed" }]);
    expect(await (await fetch(`${server.url}/__mock/webhooks`)).json()).toEqual([]);
  });
});

describe("time", () => {
  /** Timers that a test fires by hand. */
  function createTimers() {
    const timers = new Map<object, { readonly milliseconds: number; readonly run: () => void }>();
    return {
      timers,
      wake: (milliseconds: number, run: () => void) => {
        const key = {};
        timers.set(key, { milliseconds, run });
        return () => timers.delete(key);
      },
      waits: () => [...timers.values()].map(({ milliseconds }) => milliseconds),
      fire: () => {
        const [[key, first] = []] = timers;
        if (key) timers.delete(key);
        first?.run();
      },
    };
  }

  it("that is faster than ours brings the event so much sooner, and signs by ours", async () => {
    const time = { now: START };
    const { wake, waits, fire } = createTimers();
    const { received, webhook } = createReceiver(500, 200);
    const bench = benchOf("toapis", { webhook, wake, speed: 20, clock: () => time.now });
    await submitFor("toapis", bench);
    // 180 s, at 20 in each of ours.
    expect(waits()).toEqual([9000]);
    time.now = START + 9000;
    fire();
    await vi.waitFor(() => {
      expect(waits()).toEqual([500]);
    });
    time.now = START + 9500;
    fire();
    await bench.mock.settled();
    const stamps = received.map(({ headers }) => Number(headers["x-toapis-webhook-timestamp"]) - START / 1000);
    expect(stamps).toEqual([9, 9]);
    expect(received[0]?.body.data.finished_at).toBe(START / 1000 + 180);
  });

  it("runs out for a receiver that does not answer: after ten seconds of ours", async () => {
    const { wake, waits, fire } = createTimers();
    const bench = benchOf("apimart", { wake, webhook: () => new Promise(() => undefined) });
    await submitFor("apimart", bench);
    bench.mock.advance(180);
    await vi.waitFor(() => {
      expect(waits()).toEqual([10_000]);
    });
    fire();
    await bench.mock.settled();
    expect(bench.mock.webhooks()).toMatchObject([{ outcome: "repeat", problem: "timeout", again: 10 }]);
  });

  it("that is the machine's own needs no help", async () => {
    const { received, webhook } = createReceiver(200);
    const bench = benchOf("apimart", { webhook, clock: () => Date.now(), speed: 2000 });
    await submitFor("apimart", bench);
    await vi.waitFor(() => {
      expect(received).toHaveLength(1);
    }, 5000);
  });
});

describe("events are in nobody's way", () => {
  it("a receiver that throws, or answers nonsense, harms no answer", async () => {
    for (const webhook of [
      () => Promise.reject(new TypeError("broken")),
      () => {
        throw new Error("broken at once");
      },
      () => Promise.resolve({ status: NaN }),
    ]) {
      const bench = benchOf("apimart", { webhook });
      const id = await submitFor("apimart", bench);
      bench.mock.advance(180);
      expect(await bench.call("GET", `/v1/tasks/${id}`)).toMatchObject({ body: { data: { status: "completed" } } });
      await bench.mock.settled();
      expect(bench.mock.webhooks()[0]?.outcome).toMatch(/repeat|failed/);
    }
  });

  it("reset forgets what is to come, what is under way, and what was", async () => {
    let answer: (response: Response) => void = () => undefined;
    const signals: AbortSignal[] = [];
    const bench = benchOf("apimart", {
      webhook: (request) => {
        signals.push(request.signal);
        return new Promise<Response>((resolve) => (answer = resolve));
      },
    });
    await submitFor("apimart", bench);
    await submitFor("apimart", bench, "x [mock:webhook-late]");
    bench.mock.advance(180);
    expect(signals).toHaveLength(1);
    bench.mock.reset();
    expect(signals[0]?.aborted).toBe(true);
    answer(new Response(null, { status: 500 }));
    bench.mock.advance(1e6);
    await bench.mock.settled();
    expect([signals.length, bench.mock.webhooks()]).toEqual([1, []]);
  });

  it("close sends nothing any more, and answers on", async () => {
    const { received, webhook } = createReceiver(200);
    const bench = benchOf("apimart", { webhook });
    await submitFor("apimart", bench);
    bench.mock.close();
    const id = await submitFor("apimart", bench);
    bench.mock.advance(1000);
    await bench.mock.settled();
    expect(received).toEqual([]);
    expect((await bench.call("GET", `/v1/tasks/${id}`)).status).toBe(200);
  });

  it("namespaces have clocks, events and logs of their own", async () => {
    const { received, webhook } = createReceiver(200);
    const bench = benchFor("apimart", webhook);
    const request = (name: string) => ({
      ...{ method: "POST", path: `/apimart/~${name}${ASKS.apimart.submit}`, query: new URLSearchParams() },
      headers: { authorization: "Bearer sk", "content-type": "application/json" },
      base: "http://mock.test",
      text: JSON.stringify(ASKS.apimart.body),
    });
    for (const name of ["a", "b"]) await bench.mock.handle(request(name));
    bench.mock.advance(180, "a");
    for (const name of ["a", "b"]) await bench.mock.settled(name);
    expect(received).toHaveLength(1);
    expect([bench.mock.webhooks("a").length, bench.mock.webhooks("b").length]).toEqual([1, 0]);
    bench.mock.reset("b");
    bench.mock.advance(180, "b");
    await bench.mock.settled("b");
    expect(received).toHaveLength(1);
  });

  it("the same seed, clock and requests give the same events, and the same ids of tasks as without them", async () => {
    const play = async (more: object) => {
      const { received, webhook } = createReceiver(200);
      const bench = benchFor("toapis", webhook);
      const ids = [];
      for (let i = 0; i < 3; i += 1) {
        ids.push(await submitFor("toapis", bench, `task ${i}`, more));
        bench.mock.advance(200);
        await bench.mock.settled();
      }
      return { ids, received };
    };
    const [one, two, without] = [await play({}), await play({}), await play({ callback_url: undefined })];
    expect(two).toEqual(one);
    expect(new Set(one.received.map(({ body }) => body.id)).size).toBe(3);
    expect(without).toEqual({ ids: one.ids, received: [] });
  });

  it("the log keeps the last thousand", async () => {
    const { webhook } = createReceiver(200);
    const bench = benchFor("apimart", webhook);
    const ids = [];
    for (let i = 0; i < 1005; i += 1) ids.push(await submitFor("apimart", bench, `${i} [mock:webhook-missing]`));
    bench.mock.advance(1000);
    await bench.mock.settled();
    expect(bench.mock.webhooks().map(({ task }) => task)).toEqual(ids.slice(5));
  });
});

describe("omni-mock", () => {
  it("prints a line for each event, and none when it is to be quiet", async () => {
    const { seen, port } = await listen(taken, "127.0.0.1");
    const address = `http://127.0.0.1:${port}/hook?token=secret`;
    for (const flags of [[], ["--quiet"]]) {
      const before = seen.length;
      const { url, printed } = await run(["--provider", "toapis", "--speed", "2000", ...flags]);
      const body = JSON.stringify({ ...ASKS.toapis.body, callback_url: address });
      await fetch(`${url}/toapis${ASKS.toapis.submit}`, {
        ...{ method: "POST", body },
        headers: { authorization: "Bearer sk", "content-type": "application/json" },
      });
      await vi.waitFor(() => {
        expect(seen).toHaveLength(before + 1);
      }, 5000);
      if (flags.length === 0) {
        await vi.waitFor(() => {
          expect(printed.out).toMatch(
            new RegExp(
              `^\\d\\d:\\d\\d:\\d\\d {2}hook {2}http://127\\.0\\.0\\.1:${port}/hook {2}204 {2}completed$`,
              "m",
            ),
          );
        }, 5000);
      } else expect(printed.out).not.toContain("hook");
      expect(printed.out).not.toContain("secret");
    }
  });

  it.each([
    [{ outcome: "taken", status: 200, says: "completed" }, "200  completed"],
    [
      { outcome: "repeat", status: 503, says: "failed", again: 10, attempt: 2 },
      "503, again in 10 s  failed  attempt 2",
    ],
    [{ outcome: "repeat", problem: "timeout", says: "failed", again: 30 }, "timeout, again in 30 s  failed"],
    [{ outcome: "failed", status: 404, says: "completed" }, "404, given up  completed"],
    [{ outcome: "lost", says: "completed", fault: "webhook-missing" }, "not sent  completed  webhook-missing"],
    [{ outcome: "refused", problem: "it is no URL", attempt: 0 }, "refused: it is no URL"],
  ] as const)("says of %j: %s", (delivery, text) => {
    const whole = { at: 0, provider: "acme", webhook: "done", task: "t", url: "http://127.0.0.1/a", attempt: 1 };
    const line = webhookLine(createPaint(false), { ...whole, ...delivery }, new Date(2026, 10, 21, 14, 2, 11));
    expect(line).toBe(`14:02:11  hook  http://127.0.0.1/a  ${text}`);
  });
});
