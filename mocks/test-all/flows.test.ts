// The flows that are generated from each contract, run by Redocly Respect against omni-mock: submit, look, result; the same after an
// upload; every documented error. Respect holds every answer against the contract too.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fixturesOf, objectAt, operationsOf, providers, readDocument } from "@omni-contracts/specs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMock, serveMock, type MockServer } from "../src/index.js";

const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const bundles = fileURLToPath(new URL("../../specs/dist", import.meta.url));
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
const list = (value: unknown) => (Array.isArray(value) ? value : []).map(objectAt);

interface Ran {
  readonly code: number;
  readonly told: string;
  /** File → workflow → whether it passed, and its steps. */
  readonly files: Readonly<Record<string, Readonly<Record<string, { passed: boolean; steps: readonly string[] }>>>>;
}

/** Runs flows in one process, which is the cheapest; where `servers` names none, at the one of the flow. */
async function run(folder: string, files: readonly string[], servers: Readonly<Record<string, string>> = {}) {
  const report = join(folder, "report.json");
  const at = Object.entries(servers).flatMap(([provider, url]) => ["-S", `${provider}=${url}`]);
  const args = [redocly, "respect", ...files, ...at, "-i", "apiKey=sk-mock", "-J", report];
  const { code, told } = await new Promise<Omit<Ran, "files">>((resolve) => {
    execFile(process.execPath, args, { cwd: join(folder, "arazzo"), env, maxBuffer: 2 ** 26 }, (error, stdout) => {
      resolve({ code: error ? 1 : 0, told: stdout });
    });
  });
  const ran = Object.entries(objectAt(objectAt(JSON.parse(readFileSync(report, "utf8"))).files)).map(([name, file]) => {
    const workflows = list(objectAt(file).executedWorkflows).map(({ workflowId, status, executedSteps }) => {
      const steps = list(executedSteps).map(({ stepId }) => String(stepId));
      return [String(workflowId), { passed: status === "success", steps }] as const;
    });
    return [name, Object.fromEntries(workflows)] as const;
  });
  return { code, told, files: Object.fromEntries(ran) } satisfies Ran;
}

/** The ids of the operations that a contract's flows are made of. */
function livesOf(provider: string) {
  const { submit, upload, read } = objectAt(readDocument(provider).root["x-lifecycle"]);
  return {
    submits: Object.keys(objectAt(submit)),
    uploads: Object.keys(objectAt(upload)),
    reads: Object.keys(objectAt(read)),
  };
}

/** The statuses that an operation documents for errors. */
function errorsOf(provider: string, id: string): string[] {
  const { operation } = operationsOf(readDocument(provider)).find((one) => one.id === id) ?? {};
  return Object.keys(objectAt(operation?.responses)).filter((status) => Number(status) >= 400);
}

describe("flows", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "flows-"));
  /** What has come to where the contracts say that the providers are. */
  const paid: string[] = [];
  const till = createServer((request, response) => {
    paid.push(request.url ?? "");
    response.end("{}");
  });
  let server: MockServer;
  let all: Ran;
  /** Status → the body that answers with it get instead. */
  const lies = new Map<number, unknown>();
  beforeAll(async () => {
    await new Promise<void>((resolve) => till.listen(0, "127.0.0.1", resolve));
    const address = till.address();
    const port = typeof address === "object" ? address?.port : undefined;
    let now = Date.now();
    const mock = createMock({ specs: providers().map(readDocument), validate: true, clock: () => now });
    // A look finds the task ten seconds older, however quickly it comes.
    const handle: typeof mock.handle = async (request) => {
      if (request.method === "GET") now += 10_000;
      const answer = await mock.handle(request);
      return lies.has(answer.status) ? { ...answer, body: lies.get(answer.status) } : answer;
    };
    server = await serveMock({ handle });
    // As they are shipped, but for three things: the mock listens elsewhere, the providers' servers are one of ours, and who looks
    // again does not wait, since the mock's time does not pass meanwhile.
    mkdirSync(join(folder, "arazzo"));
    cpSync(join(bundles, "arazzo"), join(folder, "arazzo"), { recursive: true });
    for (const provider of providers()) {
      const servers = [{ url: `http://127.0.0.1:${String(port)}/${provider}` }];
      writeFileSync(join(folder, `${provider}.yaml`), JSON.stringify({ ...readDocument(provider).root, servers }));
      for (const name of [`${provider}.yaml`, `${provider}.errors.yaml`]) {
        const flow = readFileSync(join(folder, "arazzo", name), "utf8");
        const quick = flow.replaceAll(/retryAfter: \d+$/gm, "retryAfter: 0");
        writeFileSync(join(folder, "arazzo", name), quick.replaceAll("http://127.0.0.1:4010", server.url));
      }
    }
    all = await run(
      folder,
      providers().flatMap((provider) => [`${provider}.yaml`, `${provider}.errors.yaml`]),
    );
  }, 120_000);
  afterAll(async () => {
    await server.close();
    till.close();
    rmSync(folder, { recursive: true });
  });

  it.each(providers())("of %s hold", (provider) => {
    const flows = all.files[`${provider}.yaml`] ?? {};
    const errors = all.files[`${provider}.errors.yaml`] ?? {};
    const failed = Object.entries({ ...flows, ...errors }).filter(([, { passed }]) => !passed);
    expect([failed, all.code, all.told]).toEqual([[], 0, all.told]);
    const { submits, uploads } = livesOf(provider);
    expect(Object.keys(flows)).toEqual(expect.arrayContaining([...submits, ...uploads]));
    // Submitted once, and looked at until it was there.
    for (const id of [...submits, ...uploads]) {
      const steps = flows[id]?.steps ?? [];
      const [first, ...looks] = uploads.includes(id) ? steps.slice(1) : steps;
      const waits = looks.filter((step) => step !== "result");
      expect([first, new Set(waits), waits.length > 1]).toEqual(["submit", new Set(["read"]), true]);
    }
  });

  it.each(providers())("show every documented error of %s, and pay for none", async (provider) => {
    const { submits, uploads, reads } = livesOf(provider);
    const flows = all.files[`${provider}.yaml`] ?? {};
    const errors = all.files[`${provider}.errors.yaml`] ?? {};
    const shown = Object.keys(errors);
    const wanted = submits.flatMap((id) => errorsOf(provider, id).map((status) => `${id}Error${status}`));
    expect(wanted.filter((one) => !shown.some((name) => name === one || name.startsWith(`${one}-`)))).toEqual([]);
    const statuses = shown.flatMap((name) => /Error(\d+)(?:-|$)/.exec(name)?.[1] ?? []);
    expect(statuses).toEqual(expect.arrayContaining([...uploads, ...reads].flatMap((id) => errorsOf(provider, id))));
    // A flow that ends with the error of a look has submitted before.
    const paying = Object.values({ ...flows, ...errors }).filter(
      ({ steps }, at) => steps.includes("submit") && (at < Object.keys(flows).length || steps.includes("read")),
    );
    const ledger = objectAt(await (await fetch(`${server.url}/__mock/ledger`)).json());
    const charged = list(ledger.accepted).filter((one) => one.provider === provider);
    expect(charged.length).toBe(paying.length);
  });

  it("fail where an error says something else", async () => {
    const [provider = ""] = providers();
    const { submits } = livesOf(provider);
    const [id = ""] = submits;
    const other = fixturesOf(readDocument(provider)).find((one) => one.id === id && one.status === 429);
    lies.set(402, other?.body);
    const { code, files } = await run(folder, [`${provider}.errors.yaml`]);
    lies.clear();
    expect(code).toBe(1);
    const failed = Object.entries(files[`${provider}.errors.yaml`] ?? {}).filter(([, { passed }]) => !passed);
    expect(failed.map(([name]) => name)).toEqual(submits.map((one) => `${one}Error402`));
  });

  it("fail where one of several codes of a status is another", async () => {
    const provider = "toapis";
    const ids = livesOf(provider).submits;
    const examples = fixturesOf(readDocument(provider)).filter((one) => one.id === ids[0] && one.status === 400);
    lies.set(400, examples.find(({ name }) => name === "webhook-not-configured")?.body);
    const { code, files } = await run(folder, [`${provider}.errors.yaml`]);
    lies.clear();
    expect(code).toBe(1);
    const told = Object.entries(files[`${provider}.errors.yaml`] ?? {}).filter(([name]) => name.includes("Error400-"));
    const passed = told.filter(([, one]) => one.passed).map(([name]) => name);
    expect(told.length).toBeGreaterThan(passed.length);
    expect(passed).toEqual(ids.map((id) => `${id}Error400-webhook-not-configured`));
  });

  it("hold an error to no code that is made up, and to a message", async () => {
    const provider = "jimmyai";
    const body = { code: "20003", msg: "Insufficient balance" };
    lies.set(402, body);
    const real = await run(folder, [`${provider}.errors.yaml`]);
    lies.set(402, { ...body, msg: "" });
    const mute = await run(folder, [`${provider}.errors.yaml`]);
    lies.clear();
    const passed = ({ files }: Ran) =>
      livesOf(provider).submits.map((id) => files[`${provider}.errors.yaml`]?.[`${id}Error402`]?.passed);
    expect([passed(real), passed(mute)]).toEqual([[true], [false]]);
  });

  it("go to no provider that nobody has named", () => {
    expect(Object.keys(all.files).length).toBe(2 * providers().length);
    expect(paid).toEqual([]);
  });

  it("give up a look that the contract has no hope for, and no other", async () => {
    const faults = {
      gone: { faults: [{ name: "gone", on: "read", answer: { status: 404, body: { error: "no such task" } } }] },
      late: { scenario: "read-404-after-submit" },
    };
    for (const [namespace, body] of Object.entries(faults))
      await fetch(`${server.url}/__mock/faults?namespace=${namespace}`, { method: "POST", body: JSON.stringify(body) });
    const files = providers().map((provider) => `${provider}.yaml`);
    const at = (namespace: string) =>
      Object.fromEntries(providers().map((provider) => [provider, `${server.url}/${provider}/~${namespace}`]));
    const gone = await run(folder, files, at("gone"));
    const late = await run(folder, ["atlascloud.yaml"], at("late"));
    for (const provider of providers()) {
      // Of these, one says that a task may not be there yet within 30 seconds, and to look every three.
      const looks = provider === "atlascloud" ? 11 : 1;
      for (const id of livesOf(provider).submits) {
        const steps = ["submit", ...Array.from({ length: looks }, () => "read")];
        expect([provider, gone.files[`${provider}.yaml`]?.[id]]).toEqual([provider, { passed: false, steps }]);
      }
    }
    expect(Object.values(late.files["atlascloud.yaml"] ?? {}).map(({ passed }) => passed)).toEqual([true, true]);
  });

  it("fail where an answer is not the contract's, and end where a task has", async () => {
    const [broken = "", lost = "", empty = ""] = providers();
    const faults = {
      broken: { faults: [{ name: "no-task", on: "submit", answer: { status: 200, body: { data: "taken" } } }] },
      lost: { scenario: "failed-refunded" },
      empty: { faults: [{ name: "no-video", task: { without: "result" } }] },
    };
    for (const [namespace, body] of Object.entries(faults))
      await fetch(`${server.url}/__mock/faults?namespace=${namespace}`, { method: "POST", body: JSON.stringify(body) });
    const { code, files } = await run(folder, [`${broken}.yaml`, `${lost}.yaml`, `${empty}.yaml`], {
      [broken]: `${server.url}/${broken}/~broken`,
      [lost]: `${server.url}/${lost}/~lost`,
      [empty]: `${server.url}/${empty}/~empty`,
    });
    expect(code).toBe(1);
    for (const id of livesOf(broken).submits)
      expect(files[`${broken}.yaml`]?.[id]).toEqual({ passed: false, steps: ["submit"] });
    // A flow looks 200 times where nothing ends it.
    for (const provider of [lost, empty]) {
      const { submits, uploads } = livesOf(provider);
      for (const id of uploads) {
        const { passed, steps = [] } = files[`${provider}.yaml`]?.[id] ?? {};
        expect([passed, steps.slice(0, 3), steps.length < 50]).toEqual([false, ["upload", "submit", "read"], true]);
      }
      for (const id of submits) {
        const { passed, steps = [] } = files[`${provider}.yaml`]?.[id] ?? {};
        expect([passed, steps[0], steps.length < 50]).toEqual([false, "submit", true]);
      }
    }
  });
});
