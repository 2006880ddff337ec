// The recorder from its start to its end: what it does not start with, whom it lets in, and how it ends.
import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, running, useBench } from "./cli-bench.js";
import { files, out, record, serve, submit, SUBMIT, useProviders } from "./record-bench.js";

useBench();
useProviders();

describe("the recorder", () => {
  it("names an https that is none", async () => {
    const base = await serve((_, response) => response.end());
    const { url } = await record(base.replace("http:", "https:"), "--budget", "1");
    for (let turn = 0; turn < 2; turn += 1) {
      const response = await submit(url);
      expect([response.status, response.headers.get("x-mock-fault")]).toEqual([502, "upstream-tls"]);
      expect((await response.json()).error.message).toMatch(/cannot be trusted: .*Nothing was sent\.$/);
    }
  });

  it("lets no page of another name in", async () => {
    const base = await serve((_, response) => response.end());
    const { url } = await record(base);
    const { port, hostname } = new URL(url);
    const status = await new Promise((resolve) => {
      httpRequest({ hostname, port, path: "/toapis/v1/models", headers: { host: "evil.test" } }, ({ statusCode }) => {
        resolve(statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it("does not wait at its end for a request that is still being sent", async () => {
    const arrived: unknown[] = [];
    const base = await serve((request, response) => {
      arrived.push(request.url);
      response.end();
    });
    const { url, printed } = await record(base, "--budget", "1");
    const { port, hostname, pathname } = new URL(url);
    const socket = connect(Number(port), hostname).on("error", () => undefined);
    const told = new Promise<void>((resolve) =>
      socket.once("data", () => {
        resolve();
      }),
    );
    // The server says that it waits for the body.
    socket.write(
      `POST ${pathname}${SUBMIT} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\nabc`,
    );
    await told;
    await running.splice(0)[0]?.close();
    expect(printed.out).toContain("report.md");
    expect([arrived, files()]).toEqual([[], []]);
    socket.destroy();
  });

  it("ends by itself, and reports", async () => {
    const base = await serve((_, response) => response.end());
    const { printed } = await record(base, "--for", "0.1s");
    expect(printed.out).toContain("Ends by itself after 0.1 s, or with Ctrl-C; then it reports.");
    const [session] = running;
    await session?.ended;
    expect(printed.out).toMatch(/0\.1 s have passed \(--for\)\.\n\nNothing differs from the contract of toapis/);
  });

  it.each<[string, () => string[], RegExp]>([
    [
      "no provider",
      () => ["--record", "https://api.acme.test"],
      /--record needs a provider and its base URL, like --record acme=/,
    ],
    [
      "an unknown provider",
      () => ["--record", "toapi=https://api.acme.test"],
      /no contract of "toapi"\. Did you mean toapis\?/,
    ],
    ["no URL", () => ["--record", "toapis=api.acme.test"], /is no base URL; write one like acme=https:/],
    ["a URL with a query", () => ["--record", "toapis=https://api.acme.test?x=1"], /leave out what follows \? and #/],
    [
      "a password",
      () => ["--record", "toapis=https://a:b@api.acme.test"],
      /--record "https:\/\/api\.acme\.test" holds a password/,
    ],
    ["plain http", () => ["--record", "toapis=http://api.acme.test"], /would send keys unencrypted; write https/],
    [
      "the network",
      () => ["--record", "toapis=https://api.acme.test", "--host", "0.0.0.0"],
      /listens on this machine only/,
    ],
    ["a wrong budget", () => ["--record", "toapis=https://api.acme.test", "--budget", "-1"], /--budget/],
    [
      "a wrong time",
      () => ["--record", "toapis=https://api.acme.test", "--for", "30"],
      /--for "30" cannot be used; write a time like 90s/,
    ],
    ["a budget for nothing", () => ["--budget", "1"], /--budget belongs to --record/],
    [
      "a folder of other things",
      () => ["--record", "toapis=https://api.acme.test", "--out", full()],
      /--out \S+ holds other things/,
    ],
    [
      "a file for a folder",
      () => ["--record", "toapis=https://api.acme.test", "--out", join(full(), "a.txt")],
      /--out \S+a\.txt cannot be written to: /,
    ],
    ["no recordings", () => ["--report", full()], /--report \S+: there is no recording\.json/],
    [
      "a taken folder",
      () => ["--record", "toapis=https://api.acme.test", "--out", foreign()],
      /holds recordings of acme at https:\/\/x\.test\. Name another/,
    ],
  ])("tells %s in one line, with exit code 2", async (_, args, message) => {
    const { code, printed } = await run(args());
    expect(printed.err).toMatch(message);
    expect(printed.err).toMatch(/^omni-mock: [^\n]+\n$/);
    expect(code).toBe(2);
  });
});

function full(): string {
  mkdirSync(out());
  writeFileSync(join(out(), "a.txt"), "mine");
  return out();
}

function foreign(): string {
  mkdirSync(out());
  writeFileSync(join(out(), "recording.json"), JSON.stringify({ form: 1, provider: "acme", base: "https://x.test" }));
  return out();
}
