// omni-mock and contracts that change; and as a process, with signals and pipes.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { providers, readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { bundleContract } from "../src/cli/bundle.js";
import { contractsIn } from "../src/cli/contracts.js";
import { bed, cli, key, run, specs, start, submit, until, wait, useBench } from "../test/cli-bench.js";

useBench();

describe("contracts that change", () => {
  const sources = () => {
    for (const provider of ["toapis", "jimmyai"])
      cpSync(join(specs, provider), join(bed.folder, provider), { recursive: true });
    return bed.folder;
  };
  const example = () => join(bed.folder, "toapis/components/examples/balance.yaml");
  const edit = (file: string, change: (text: string) => string) => {
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };
  const balance = async (url: string) =>
    (await (await fetch(`${url}/toapis/v1/balance`, { headers: key })).json()).remain_balance;

  it.each(providers())("bundles %s as specs/scripts/bundle.mjs does", async (provider) => {
    const { root } = await bundleContract(join(specs, provider, "openapi.yaml"));
    const bundle = readDocument(provider).root;
    expect(isDeepStrictEqual(root, bundle)).toBe(true);
    // The members of the root may stand in another order; everything below in the same, since documents are read in order.
    for (const name of Object.keys(bundle)) expect(JSON.stringify(root[name])).toBe(JSON.stringify(bundle[name]));
  });

  it("finds sources and bundles, and nothing else", () => {
    expect(contractsIn(specs).map((one) => [one.provider, one.isBundle])).toEqual(
      providers()
        .toSorted()
        .map((one) => [one, false]),
    );
    expect(contractsIn(join(specs, "dist")).map((one) => [one.provider, one.isBundle])).toEqual(
      providers()
        .toSorted()
        .map((one) => [one, true]),
    );
  });

  it("answers from a changed file that a $ref leads to, bundles only that provider, and keeps tasks", async () => {
    const { url, printed } = await run(["--specs", sources()]);
    const { id } = await (await submit(url)).json();
    for (const value of [1001, 1002, 1003]) {
      edit(example(), (text) => text.replace(/remain_balance: [\d.]+/, `remain_balance: ${value}`));
      await until(async () => (await balance(url)) === value);
    }
    expect(printed.out).toMatch(/reloaded toapis in \d+ ms\n/);
    expect(printed.out).not.toContain("reloaded jimmyai");
    expect((await fetch(`${url}/toapis/v1/videos/generations/${id}`, { headers: key })).status).toBe(200);
  });

  it("sees files that are written by renaming, folders that are replaced, and a second save", async () => {
    const { url, printed } = await run(["--specs", sources()]);
    const save = (value: number) => {
      const text = readFileSync(example(), "utf8").replace(/remain_balance: [\d.]+/, `remain_balance: ${value}`);
      writeFileSync(`${example()}.swp`, text);
      renameSync(`${example()}.swp`, example());
    };
    for (const value of [11, 12, 13]) {
      save(value);
      save(value);
      await until(async () => (await balance(url)) === value);
    }
    await wait(300);
    expect(printed.out.match(/reloaded/g)?.length).toBe(3);
    // As git does at a checkout.
    cpSync(join(bed.folder, "toapis"), `${bed.folder}-copy`, { recursive: true });
    rmSync(join(bed.folder, "toapis"), { recursive: true });
    renameSync(`${bed.folder}-copy`, join(bed.folder, "toapis"));
    await wait(600);
    save(14);
    await until(async () => (await balance(url)) === 14);
  });

  it.each<[string, (text: string) => string, string, RegExp]>([
    [
      "half a file",
      (text) => text.replace("summary:", "summary: {"),
      "components/examples/balance.yaml",
      /balance\.yaml:\d+: /,
    ],
    ["an empty file", () => "", "components/examples/balance.yaml", /Balance\.yaml:7: .*\$ref/],
    [
      "half a root",
      (text) => text.slice(0, text.indexOf("zh-TW")),
      "openapi.yaml",
      /openapi\.yaml:\d+: unexpected end/,
    ],
    ["an empty root", () => "", "openapi.yaml", /openapi\.yaml: /],
    [
      "a reference to nowhere",
      (text) => text.replace(/\$ref: [^ ,}\n]+/, "$ref: ../no.yaml"),
      "paths/balance.yaml",
      /balance\.yaml:\d+: .*there is no such file/,
    ],
    [
      "a reference to the network",
      (text) => text.replace(/\$ref: [^ ,}\n]+/, "$ref: 'http://127.0.0.1:9/x'"),
      "paths/balance.yaml",
      /not on this machine/,
    ],
    [
      "a contract without its lifecycle",
      (text) => text.replace(/^x-lifecycle:/m, "x-else:"),
      "openapi.yaml",
      /no x-lifecycle/,
    ],
  ])("tells of %s in one line, serves on, and says when it is right again", async (_, change, name, message) => {
    const { url, printed } = await run(["--specs", sources()]);
    const before = await balance(url);
    const file = join(bed.folder, "toapis", name);
    const right = readFileSync(file, "utf8");
    writeFileSync(file, change(right));
    await until(() => printed.err !== "");
    expect(printed.err).toMatch(/^toapis: [^\n]+\. Served on as it was\.\n$/);
    expect(printed.err).toMatch(message);
    expect(await balance(url)).toBe(before);
    writeFileSync(file, right);
    await until(() => printed.out.includes("reloaded toapis"));
    expect(printed.err.split("\n").length).toBe(2);
  });

  it("serves a provider that comes, and keeps one that goes", async () => {
    const { url, printed } = await run(["--specs", sources()]);
    cpSync(join(specs, "apimart"), join(bed.folder, "apimart"), { recursive: true });
    await until(() => printed.out.includes(`apimart  ${url}/apimart\n`));
    expect((await fetch(`${url}/apimart/v1/models`)).status).not.toBe(404);
    rmSync(join(bed.folder, "toapis"), { recursive: true });
    await until(() => printed.err.includes("toapis: its contract is gone. Served on"));
    expect((await submit(url)).status).toBe(200);
    cpSync(join(specs, "toapis"), join(bed.folder, "toapis"), { recursive: true });
    await until(() => printed.out.includes("reloaded toapis"));
  });

  it("does not serve what --provider leaves out", async () => {
    const { printed } = await run(["--specs", sources(), "--provider", "toapis"]);
    cpSync(join(specs, "apimart"), join(bed.folder, "apimart"), { recursive: true });
    edit(example(), (text) => text.replace(/remain_balance: [\d.]+/, "remain_balance: 5"));
    await until(() => printed.out.includes("reloaded toapis"));
    expect(printed.out).not.toContain("apimart");
  });

  it("starts with the contracts that are right, and takes the others when they are", async () => {
    sources();
    const file = join(bed.folder, "jimmyai/openapi.yaml");
    const right = readFileSync(file, "utf8");
    writeFileSync(file, "openapi: {");
    const { url, printed } = await run(["--specs", bed.folder]);
    expect(printed.err).toMatch(/^jimmyai: \S+openapi\.yaml:\d+: .*Not served until it is right\.\n$/);
    writeFileSync(file, right);
    await until(() => printed.out.includes(`${url}/jimmyai\n`));
    expect((await run(["--specs", mkdirWith("broken", "openapi: {")])).code).toBe(2);
  });

  function mkdirWith(name: string, text: string): string {
    mkdirSync(join(bed.folder, "other", name), { recursive: true });
    writeFileSync(join(bed.folder, "other", name, "openapi.yaml"), text);
    return join(bed.folder, "other");
  }

  it("reads bundles again too, and names the line of a broken one", async () => {
    cpSync(join(specs, "dist/toapis.yaml"), join(bed.folder, "toapis.yaml"));
    const { url, printed } = await run(["--specs", bed.folder]);
    const file = join(bed.folder, "toapis.yaml");
    edit(file, (text) => text.replaceAll(/remain_balance: [\d.]+/g, "remain_balance: 77"));
    await until(async () => (await balance(url)) === 77);
    edit(file, (text) => `${text}\n  bad: [`);
    await until(() => /^toapis: \S+toapis\.yaml:\d+: .*Served on as it was\.\n$/.test(printed.err));
    expect(await balance(url)).toBe(77);
  });
});

describe("the process", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "lets requests under way finish on %s, takes no further ones, and ends with 0",
    async (signal) => {
      const { child, ended, listening, printed } = start(["--provider", "toapis", "--port", "0"]);
      const url = await listening();
      const answer = submit(url, "[mock:slow-drip]");
      await until(() => printed.out.includes("slow-drip  "));
      child.kill(signal);
      await wait(300);
      await expect(fetch(url)).rejects.toThrow();
      const response = await answer;
      expect((await response.json()).id).toMatch(/./);
      expect(await ended).toBe(0);
      expect(printed.err).toBe("");
    },
  );

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("ends at once on a second %s", async (signal, code) => {
    const { child, ended, listening, printed } = start(["--provider", "toapis", "--port", "0"]);
    const url = await listening();
    submit(url, "[mock:slow-drip]").catch(() => undefined);
    await until(() => printed.out.includes("slow-drip  "));
    child.kill(signal);
    // npm passes Ctrl-C on, which the terminal has sent already. Two at once would be one.
    await wait(50);
    child.kill(signal);
    await wait(500);
    expect(child.exitCode).toBe(null);
    child.kill(signal);
    // Had it waited for the answer, it would be 0.
    expect(await ended).toBe(code);
  });

  it("ends at once when nothing is under way, with connections that are kept", async () => {
    const { child, ended, listening } = start(["--provider", "toapis", "--port", "0"]);
    await (await submit(await listening())).json();
    const before = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    // Node keeps a connection for 5 s.
    expect(performance.now() - before).toBeLessThan(4000);
  });

  it.each([{ NODE_ENV: "production" }, { NODE_ENV: undefined }])("starts with %j", async (env) => {
    const { listening, printed } = start(["--port", "0", "--quiet"], env);
    expect((await submit(await listening())).status).toBe(200);
    expect(printed.err).toBe("");
  });

  it("is quiet when nobody reads on", async () => {
    const shell = (line: string) => spawn("sh", ["-c", line], { stdio: ["ignore", "pipe", "pipe"] });
    const help = shell(`${process.execPath} ${cli} --list-faults | head -1; ${process.execPath} ${cli} --help | true`);
    let err = "";
    help.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    await new Promise((resolve) => help.on("close", resolve));
    expect(err).toBe("");

    const { child, listening, printed } = start(["--port", "0", "--provider", "toapis"]);
    const url = await listening();
    child.stdout.destroy();
    for (let i = 0; i < 3; i += 1) expect((await submit(url)).status).toBe(200);
    expect(printed.err).toBe("");
    expect(child.exitCode).toBe(null);
  });

  it("prints no stack trace with a wrong flag", async () => {
    const { ended, printed } = start(["--port", "x"]);
    expect(await ended).toBe(2);
    expect(printed).toEqual({
      out: "",
      err: 'omni-mock: --port "x" cannot be used; write a whole number from 0 to 65535.\n',
    });
  });
});
