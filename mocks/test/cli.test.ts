// omni-mock in this process: the flags, the printout, and the line of a request.
import { execFile, execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { providers } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { createPaint } from "@omni-contracts/specs/terminal";
import { hostWarning, ownUrl } from "../src/cli/host.js";
import { liveLine } from "../src/cli/live.js";
import { readCatalogue } from "../src/faults/scenario.js";
import { bed, cli, hasCurl, jsonHeaders, key, run, specs, start, submit, until, wait, useBench } from "./cli-bench.js";

useBench();

describe("flags", () => {
  const file = (name: string, text: string) => {
    writeFileSync(join(bed.folder, name), text);
    return join(bed.folder, name);
  };

  it.each<[string, () => string[], RegExp]>([
    ["an unknown flag", () => ["--prot", "1"], /--prot is no flag\. Did you mean --port\?/],
    ["a word alone", () => ["toapis"], /"toapis" belongs to no flag\. To serve one provider: --provider toapis/],
    ["a missing value", () => ["--seed"], /--seed needs a value/],
    ["a value too many", () => ["--quiet=yes"], /--quiet takes no value/],
    [
      "an unknown provider",
      () => ["--provider", "toapi"],
      /--provider "toapi".*Did you mean toapis\?.*There are: apimart, /,
    ],
    ["no provider", () => ["--provider", ""], /--provider is empty/],
    ["a port that is no number", () => ["--port", "http"], /--port "http".*whole number from 0 to 65535/],
    ["a port too high", () => ["--port", "65536"], /--port "65536"/],
    ["an empty port", () => ["--port", ""], /--port ""/],
    ["speed 0", () => ["--speed", "0"], /--speed "0".*above 0/],
    ["a negative speed", () => ["--speed=-2"], /--speed "-2"/],
    ["a speed that is no number", () => ["--speed", "fast"], /--speed "fast"/],
    ["half a seed", () => ["--seed", "1.5"], /--seed "1\.5".*whole number/],
    ["a host with a scheme", () => ["--host", "http://x"], /--host "http:\/\/x".*without http:\/\//],
    [
      "a host of another machine",
      () => ["--host", "203.0.113.9"],
      /--host 203\.0\.113\.9 is no address of this machine/,
    ],
    ["an unknown judge", () => ["--judge", "king"], /--judge "king".*ajv or prism/],
    ["an unknown scenario", () => ["--scenario", "stcuk"], /--scenario "stcuk".*Did you mean stuck\?.*--list-faults/],
    [
      "a missing file",
      () => ["--scenario", join(bed.folder, "no.yaml")],
      /--scenario \S+no\.yaml cannot be read: there is no such file/,
    ],
    ["a file that is no YAML", () => ["--scenario", file("a.yaml", "faults: [")], /--scenario \S+a\.yaml: .*line 1/],
    [
      "a wrong field",
      () => ["--scenario", file("b.yaml", "faults: [{answer: {status: 99}}]")],
      /b\.yaml: faults\[0\]\.answer\.status must be >= 200.*schema\.yaml/,
    ],
    [
      "an unknown field",
      () => ["--scenario", file("c.yaml", "faults: [{delai: 2}]")],
      /c\.yaml: faults\[0\]\.delai is not known/,
    ],
    [
      "an unknown fault",
      () => ["--scenario", file("d.yaml", "faults: [nothing]")],
      /d\.yaml: faults\[0\]: there is no fault "nothing"/,
    ],
    ["a missing folder", () => ["--specs", join(bed.folder, "no")], /--specs \S+no: there is no such folder/],
    ["an empty folder", () => ["--specs", bed.folder], /--specs \S+ holds no <provider>\/openapi\.yaml/],
    ["a file for a folder", () => ["--specs", cli], /--specs \S+ is a file/],
    ["the folder of one contract", () => ["--specs", join(specs, "toapis")], /name the folder above it/],
  ])("%s is told in one line with the fix, and the exit code is 2", async (_, args, message) => {
    const { code, printed } = await run(args());
    expect(printed.err).toMatch(message);
    expect(printed.err).toMatch(/^omni-mock: [^\n]+\n$/);
    expect({ code, out: printed.out }).toEqual({ code: 2, out: "" });
  });

  it("names a taken port and the way out", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { ended, printed } = start(["--provider", "jimmyai", "--port", String(port)]);
    expect(await ended).toBe(2);
    server.close();
    expect(printed.err).toBe(`omni-mock: --port ${port} is taken. Choose another, like --port ${port + 1}.\n`);
  });

  it("prints help, version and faults", async () => {
    const help = await run(["--help"]);
    for (const flag of "provider port host speed seed scenario specs judge validate quiet list-faults version".split(
      " ",
    )) {
      expect(help.printed.out).toMatch(new RegExp(`^  --${flag}[ ,]`, "m"));
    }
    expect(help.code).toBe(0);
    expect(Math.max(...help.printed.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await run(["--version"])).printed.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const faults = await run(["--list-faults"]);
    expect(faults.code).toBe(0);
    for (const [name, [fault]] of readCatalogue()) {
      const [, told = ""] = new RegExp(`(?:^|\n)${name}\n((?:  .*\n)+)`).exec(faults.printed.out) ?? [];
      const words = told.replaceAll(/\s+/g, " ");
      expect(words).toBe(` happens ${fault?.happens} charged ${fault?.charged} client ${fault?.client} `);
    }
    expect(Math.max(...faults.printed.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe("the printout", () => {
  it.each([80, 200])("says at %i columns where, what to try, and what can go wrong", async (columns) => {
    const { printed, url } = await run([], columns);
    const { out } = printed;
    for (const provider of providers()) expect(out).toMatch(new RegExp(`^  ${provider} +${url}/${provider}$`, "m"));
    expect(out).toContain(`curl ${url}/__mock/ledger`);
    expect(out).toContain(`\nStatus page\n  ${url}/\n`);
    for (const name of readCatalogue().keys()) expect(out).toContain(name);
    for (const how of ["[mock:stuck]", "Prefer: code=429", "?__scenario=stuck", `curl ${url}/__mock/faults`]) {
      expect(out).toContain(how);
    }
    expect(out).toContain("20 times their real speed: one of 180 s takes 9 s");
    const widest = Math.max(...out.split("\n").map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(columns);
    if (columns === 200) expect(widest).toBeGreaterThan(100);
  });

  it.skipIf(!hasCurl)("shows how to choose a fault for every request, and it works when it is pasted", async () => {
    const { printed } = await run(["--provider", "toapis"]);
    const [, call = ""] = /every request +(curl .*\n.*)\n/.exec(printed.out) ?? [];
    const { stdout } = await promisify(execFile)("sh", ["-c", call]);
    expect(JSON.parse(stdout)).toMatchObject({ added: [{ name: "stuck" }] });
  });

  it.skipIf(!hasCurl).each(providers())("shows a submit to %s that works when it is pasted", async (provider) => {
    const { printed, url } = await run(["--provider", provider]);
    const [, call = ""] = /^Try\n([^]*?)\n\n/m.exec(printed.out) ?? [];
    await promisify(execFile)("sh", ["-c", call]);
    const ledger = await (await fetch(`${url}/__mock/ledger`)).json();
    expect(ledger.totals).toMatchObject({ accepted: 1, refused: 0 });
  });

  it("serves one provider, several, or all", async () => {
    const names = async (...args: string[]) => (await run(["--quiet", ...args])).printed.out.match(/\w+(?=\n)/g);
    expect(await names("--provider", "toapis,apimart", "--provider", "jimmyai")).toEqual([
      "apimart",
      "jimmyai",
      "toapis",
    ]);
    expect(await names()).toEqual(providers().toSorted());
  });

  it("prints with --quiet base URLs and nothing else", async () => {
    const { printed, url } = await run(["--quiet", "--provider", "toapis"]);
    await submit(url);
    expect(printed).toEqual({ out: `${url}/toapis\n`, err: "" });
  });

  it("warns of a host that others reach", async () => {
    const { printed, url } = await run(["--host", "0.0.0.0", "--quiet"]);
    expect(printed.err).toMatch(
      /^Warning: --host 0\.0\.0\.0 lets everybody on the network reach.*this machine only\.\n$/,
    );
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/__mock/`)).status).toBe(200);
    expect(hostWarning("192.168.1.5")).toMatch(/needs --host 0\.0\.0\.0/);
    for (const host of ["127.0.0.1", "localhost", "::1", "127.1.2.3"]) expect(hostWarning(host)).toBeUndefined();
    expect(ownUrl("http://[::]:1", "::")).toBe("http://127.0.0.1:1");
  });

  // `script` makes a terminal; elsewhere it takes other flags.
  it.skipIf(process.platform !== "linux")("is in colours on a terminal only, and not with NO_COLOR", () => {
    const onTerminal = (env: string) =>
      execFileSync("script", ["-qec", `env ${env} ${process.execPath} ${cli} --list-faults`, "/dev/null"], {
        env: { PATH: process.env.PATH ?? "" },
        encoding: "utf8",
      });
    expect(onTerminal("TERM=xterm")).toContain("\u001b[1mstuck");
    expect(onTerminal("NO_COLOR=1")).not.toContain("\u001b");
    expect(execFileSync(process.execPath, [cli, "--list-faults"], { encoding: "utf8", env: {} })).not.toContain(
      "\u001b",
    );
  });
});

describe("what the flags do", () => {
  it("runs tasks at 20 times their speed, or as told", async () => {
    const at = async (url: string) => Date.parse((await (await fetch(`${url}/__mock/`)).json()).now);
    for (const [args, speed] of [
      [[], 20],
      [["--speed", "100"], 100],
    ] as const) {
      const { url } = await run(["--provider", "toapis", ...args]);
      const [from, before] = [await at(url), performance.now()];
      await wait(500);
      const seconds = (await at(url)) - from;
      expect(seconds / (performance.now() - before) / speed).toBeCloseTo(1, 0);
    }
  });

  it("gives the same ids for the same seed", async () => {
    const id = async (seed: string) => {
      const { url } = await run(["--provider", "toapis", "--seed", seed]);
      return (await (await submit(url)).json()).id;
    };
    expect(await id("7")).toBe(await id("7"));
    expect(await id("8")).not.toBe(await id("7"));
  });

  it("lets go wrong from the start what --scenario names", async () => {
    const { url, printed } = await run(["--scenario", "html-502,fast"]);
    expect((await submit(url)).status).toBe(502);
    expect(printed.out).toContain("From the start: html-502, fast.");
  });

  it("takes a scenario from a file, and lets it be asked for by its name", async () => {
    const file = join(bed.folder, "teapot.yaml");
    writeFileSync(file, "name: teapot\nfaults: [{on: read, answer: {status: 418}}, {use: latency, delay: 0}]\n");
    const { url } = await run(["--scenario", file]);
    const { id } = await (await submit(url)).json();
    expect((await fetch(`${url}/toapis/v1/videos/generations/${id}`, { headers: key })).status).toBe(418);
    expect(Object.keys(await (await fetch(`${url}/__mock/scenarios`)).json())).toContain("teapot");
    await fetch(`${url}/__mock/faults`, { method: "DELETE" });
    const read = (query: string, headers = {}) =>
      fetch(`${url}/toapis/v1/videos/generations/${id}${query}`, { headers: { ...key, ...headers } });
    expect((await read("")).status).toBe(200);
    expect((await read("?__scenario=teapot")).status).toBe(418);
    expect((await read("", { prefer: "scenario=teapot" })).status).toBe(418);
  });

  it("signs webhooks by the time of this machine, however far the tasks were moved on", async () => {
    const stamps: number[] = [];
    const receiver = createServer((request, response) => {
      request.resume();
      stamps.push(Number(request.headers["x-toapis-webhook-timestamp"]));
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    try {
      const address = receiver.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const { url } = await run(["--provider", "toapis"]);
      const sent = { model: "gemini_omni", prompt: "a boat", callback_url: `http://127.0.0.1:${port}/` };
      for (const told of [1, 2]) {
        const init = { method: "POST", headers: jsonHeaders, body: JSON.stringify(sent) };
        await fetch(`${url}/toapis/v1/videos/generations`, init);
        await fetch(`${url}/__mock/clock`, { method: "POST", body: JSON.stringify({ advance: 3600 }) });
        await until(() => stamps.length === told);
      }
      for (const stamp of stamps) expect(Math.abs(stamp - Date.now() / 1000)).toBeLessThan(60);
    } finally {
      receiver.closeAllConnections();
      receiver.close();
    }
  });

  it("asks Prism with --judge prism, and checks answers with --validate", async () => {
    const { url } = await run(["--provider", "toapis", "--judge", "prism", "--validate"]);
    expect((await submit(url)).status).toBe(200);
    const wrong = await fetch(`${url}/toapis/v1/videos/generations`, {
      method: "POST",
      headers: jsonHeaders,
      body: "{}",
    });
    expect(wrong.status).toBe(400);
  });
});

describe("the line of a request", () => {
  it("tells time, method, path, status, what became of the task, and milliseconds", async () => {
    const { url, printed } = await run(["--provider", "toapis", "--speed", "100000"]);
    const { id } = await (await submit(url)).json();
    await wait(50);
    await fetch(`${url}/toapis/~ci/v1/videos/generations/none`, { headers: key });
    await fetch(`${url}/toapis/v1/videos/generations/${id}`, { headers: key });
    await submit(url, "[mock:error-after-accept]");
    await submit(url, "[mock:reset-before-accept]").catch(() => undefined);
    const lines = printed.out
      .split("Ctrl-C ends.\n\n")[1]
      ?.split("\n")
      .map((line) => line.replace(/\d+ ms$/, "N ms"));
    const post = "POST  /toapis/v1/videos/generations";
    const get = "GET   /toapis/v1/videos/generations";
    expect(lines?.map((line) => line.replace(/^\d\d:\d\d:\d\d {2}/, ""))).toEqual([
      `${post}  200  queued  N ms`,
      `GET   /toapis/~ci/v1/videos/generations/none  404  N ms`,
      `${get}/${id}  200  completed  N ms`,
      `${post}  500  error-after-accept  N ms`,
      `${post}  ---  reset-before-accept  N ms`,
      "",
    ]);
  });

  it("shows no key, no query, no body, and nothing that steers the terminal", async () => {
    const { url, printed } = await run(["--provider", "toapis"]);
    await submit(url, "my own prompt");
    await fetch(`${url}/toapis/v1/models?key=sk-secret`, { headers: key });
    expect((await fetch(`${url}/toapis/v1/videos/generations/%zz`, { headers: key })).status).toBe(404);
    expect(printed.out).not.toMatch(/sk-secret|my own prompt/);
    const request = {
      method: "GET",
      path: `/x/\u001b[2J\u009b${"a".repeat(500)}`,
      query: new URLSearchParams(),
      headers: {},
    };
    const line = liveLine(new Map(), createPaint(false), request, { status: 404, headers: {}, body: undefined }, 1);
    expect(line).toMatch(/^[\x20-\x7e]{1,220}$/);
  });
});
