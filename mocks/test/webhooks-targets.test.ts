// Where nothing is ever sent: any other machine, whatever its address pretends.
import { describe, expect, it } from "vitest";
import { targetOf } from "../src/webhooks/target.js";
import { benchOf } from "./mocking.js";
import { ASKS, benchFor, createReceiver } from "./webhook-receiver.js";

const ELSEWHERE = "it does not lead to this machine";

describe("the address of an event", () => {
  it.each([
    ["http://127.0.0.1:3000/hook", "http://127.0.0.1:3000/hook"],
    ["https://127.0.0.1/hook?a=1", "https://127.0.0.1/hook?a=1"],
    ["http://127.255.255.254/", "http://127.255.255.254/"],
    ["http://localhost:3000/hook", "http://localhost:3000/hook"],
    ["http://LOCALHOST/hook", "http://localhost/hook"],
    ["http://[::1]:3000/hook", "http://[::1]:3000/hook"],
    ["http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"],
    // Other ways to write an address of this machine; what is sent to is what the parser made of them.
    ["http://127.1/", "http://127.0.0.1/"],
    ["http://2130706433/", "http://127.0.0.1/"],
  ])("%s is of this machine", (asked, url) => {
    expect(targetOf(asked)).toEqual({ url: new URL(url) });
  });

  it.each([
    ["http://example.com/hook", ELSEWHERE],
    ["http://localhost.example.com/", ELSEWHERE],
    ["http://127.0.0.1.example.com/", ELSEWHERE],
    ["http://127.0.0.1.nip.io/", ELSEWHERE],
    ["http://app.localhost/", ELSEWHERE],
    ["http://localhost./", ELSEWHERE],
    ["http://10.0.0.1/", ELSEWHERE],
    ["http://169.254.169.254/latest/meta-data", ELSEWHERE],
    ["http://0.0.0.0:3000/", ELSEWHERE],
    ["http://0/", ELSEWHERE],
    ["http://128.0.0.1/", ELSEWHERE],
    ["http://3232235777/", ELSEWHERE],
    ["http://[::]/", ELSEWHERE],
    ["http://[::ffff:127.0.0.1]/", ELSEWHERE],
    ["http://[::ffff:7f00:1]/", ELSEWHERE],
    ["http://[64:ff9b::7f00:1]/", ELSEWHERE],
    ["http://[::127.0.0.1]/", ELSEWHERE],
    ["http://[fe80::1]/", ELSEWHERE],
    ["http://127.0.0.1@example.com/", "a user or a password stands in it"],
    ["http://user:secret@127.0.0.1/", "a user or a password stands in it"],
    ["http://:@localhost@example.com/", "a user or a password stands in it"],
    ["http://example.com\\@127.0.0.1/", ELSEWHERE],
    ["file:///etc/passwd", "file: is neither http nor https"],
    ["ftp://127.0.0.1/", "ftp: is neither http nor https"],
    ["gopher://127.0.0.1:6379/", "gopher: is neither http nor https"],
    ["localhost:3000/hook", "localhost: is neither http nor https"],
    ["/hook", "it is no URL"],
    ["http://127.0.0.1:99999/", "it is no URL"],
    ["http://127.0.0.256/", "it is no URL"],
  ])("%s is refused", (asked, refusal) => {
    expect(targetOf(asked)).toEqual({ refusal });
  });

  it("cannot get out of the place that the contract gives it", () => {
    expect(targetOf("http://127.0.0.1:9/$&$'/", "{url}/callback")).toEqual({
      url: new URL("http://127.0.0.1:9/$&$'/callback"),
    });
    expect(targetOf("http://example.com#", "{url}@127.0.0.1/callback")).toEqual({ refusal: ELSEWHERE });
  });
});

describe("a refused address", () => {
  it("changes nothing about the answer, and is written down without its secrets", async () => {
    const { received, webhook } = createReceiver(200);
    const bench = benchFor("apimart", webhook);
    const address = "https://user:hunter2@hooks.example.com/in?token=hunter2";
    const answer = await bench.call("POST", ASKS.apimart.submit, { ...ASKS.apimart.body, webhook: address });
    expect(answer).toMatchObject({ status: 200, body: { code: 200, data: [{ status: "submitted" }] } });
    bench.mock.advance(1e6);
    await bench.mock.settled();
    expect(received).toEqual([]);
    const task = bench.mock.ledger().accepted[0]?.task;
    expect(bench.mock.webhooks()).toEqual([
      {
        ...{ provider: "apimart", webhook: "taskFinished", task, at: expect.any(Number) },
        ...{ attempt: 0, outcome: "refused", url: "https://hooks.example.com/in" },
        problem: "a user or a password stands in it",
      },
    ]);
    expect(bench.mock.ledger().notes).toEqual([
      "apimart createVideoGeneration: nothing will be sent to https://hooks.example.com/in: a user or a password stands in it.",
    ]);
    expect(JSON.stringify([bench.mock.webhooks(), bench.mock.ledger()])).not.toContain("hunter2");
  });

  it.each([
    ["another machine asks for it", { isRemote: true, headers: {} }],
    ["a page of another origin asks for it", { isRemote: false, headers: { origin: "https://evil.example" } }],
  ])("is any, when %s", async (problem, given) => {
    const { received, webhook } = createReceiver(200);
    const { mock } = benchFor("apimart", webhook);
    await mock.handle({
      ...{ method: "POST", path: `/apimart${ASKS.apimart.submit}`, query: new URLSearchParams() },
      text: JSON.stringify(ASKS.apimart.body),
      ...given,
      headers: { authorization: "Bearer sk", "content-type": "application/json", ...given.headers },
    });
    mock.advance(1000);
    await mock.settled();
    expect(received).toEqual([]);
    expect(mock.webhooks()).toMatchObject([{ outcome: "refused", problem }]);
    expect(mock.ledger().totals.accepted).toBe(1);
  });

  it("is none that the contract refuses: that is told, and makes no task", async () => {
    const bench = benchOf("atlascloud");
    const { submit, body } = ASKS.atlascloud;
    expect((await bench.call("POST", submit, { ...body, webhook_url: "ftp://127.0.0.1/" })).status).toBe(400);
    const toapis = benchOf("toapis");
    const insecure = { ...ASKS.toapis.body, callback_url: "http://example.com/hook" };
    expect((await toapis.call("POST", ASKS.toapis.submit, insecure)).status).toBe(400);
    expect([bench, toapis].map(({ mock }) => mock.ledger().totals.accepted)).toEqual([0, 0]);
  });

  it.each(["http://localhost:3000/hook", "http://[::1]:3000/hook", "http:\\/\\/127.0.0.1:3000\\/hook"])(
    "is not %s, also where a contract wants https",
    async (address) => {
      const { received, webhook } = createReceiver(200);
      const bench = benchFor("toapis", webhook);
      const text = JSON.stringify(ASKS.toapis.body).replace(/"http:[^"]*"/, () => `"${address}"`);
      expect((await bench.call("POST", ASKS.toapis.submit, text)).status).toBe(200);
      bench.mock.advance(180);
      await bench.mock.settled();
      expect(received.map(({ url }) => url)).toEqual([address.replaceAll("\\", "")]);
    },
  );
});
