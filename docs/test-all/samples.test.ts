// Every code sample is formatted as its language wants it, compiles, and does against the mock what it says: it shows what the
// mock gave, pays once, and ends with an error when it is refused. A runtime that is missing is told of in one line; with
// OMNI_RUNTIMES=required, as in CI, it is a failure.
import { execFileSync } from "node:child_process";
import { createMock, serveMock, type Fault, type Mock, type MockServer } from "@omni-contracts/mocks";
import { select, valueAt } from "@omni-contracts/core/language";
import { objectAt, textOf } from "@omni-contracts/specs";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestOf, withCodeSamples } from "../src/samples/index.js";
import { cases, documents, examples, nameOf, refusalOf, sourceOf, type Case } from "./samples/catalogue.js";
import { LABELS, runnable, RUNTIMES, type Label, type Ran } from "./samples/runtimes.js";
import { REFUSED } from "../src/samples/text.js";
import { createWorkshop } from "./samples/workshop.js";

const there = runnable();
const MINUTES = 60_000;
/** Each refusal is a process for each sample: one of them where fewer random cases are tried as well. */
const isWhole = Number(process.env.OMNI_SAMPLES ?? 10_000) >= 10_000;
const REFUSALS = (
  [
    ["insufficient_credits", 402],
    ["authentication", 401],
    ["rate_limited", 429],
  ] as const
).slice(0, isWhole ? 3 : 1);

it("has every runtime where OMNI_RUNTIMES=required", () => {
  const missing = LABELS.filter((label) => !there.includes(label));
  expect(process.env.OMNI_RUNTIMES === "required" ? missing : []).toEqual([]);
});

it("has samples of every operation", () => {
  for (const document of documents) {
    const { paths } = withCodeSamples(document).root;
    const operations = Object.values(objectAt(paths)).flatMap((item) =>
      Object.values(objectAt(item)).filter((one) => objectAt(one).operationId !== undefined),
    );
    expect(operations.length).toBeGreaterThan(4);
    for (const operation of operations) {
      const labels = [objectAt(operation)["x-codeSamples"] ?? []].flat().map((one) => objectAt(one).label);
      expect(LABELS.filter((label) => label !== "TypeScript" && !labels.includes(label))).toEqual([]);
    }
  }
});

/** An answer of the mock. */
interface Told {
  readonly method: string;
  readonly status: number;
  readonly body: unknown;
}

/** The normalized client of a package. */
function clientOf(exported: Readonly<Record<string, unknown>>, options: object) {
  const [, create] = Object.entries(exported).find(([key]) => /^create(?!.*Api$)/.test(key)) ?? [];
  if (typeof create !== "function") throw new Error("There is no client.");
  return create(options);
}

describe("samples", () => {
  const workshop = createWorkshop();
  const told = new Map<string, Told[]>();
  let mock: Mock;
  let server: MockServer;
  const wordsOf = new Map<string, string>();
  const baseOf = ({ document, name }: Case): string => `${server.url}/${document.provider}/~${name}`;

  beforeAll(async () => {
    mock = createMock({ specs: documents, validate: true, speed: 2000 });
    server = await serveMock(mock, {
      onAnswer: ({ method, path }, { status, body }) => {
        const [, name = ""] = /^\/\w+\/~([\w.-]+)\//.exec(path) ?? [];
        told.set(name, [...(told.get(name) ?? []), { method, status, body }]);
      },
    });
    for (const one of cases) workshop.add(one.name, one.label, sourceOf(one.request, one.label, baseOf(one)));
    // Other examples than the first are compiled only.
    for (const { request, document, id, example } of examples)
      for (const label of ["TypeScript", "TypeScript, raw"] as const) {
        const source = sourceOf(request, label);
        if (source !== "") workshop.add(`${nameOf(document, id, label)}.${example}`, label, source);
      }
    wordsOf.set("compilers", await workshop.compile(there));
  }, 5 * MINUTES);
  afterAll(async () => {
    await server.close();
    workshop.close();
  });

  it("compile", () => {
    expect(wordsOf.get("compilers")).toBe("");
  });

  it("in TypeScript stand as Prettier writes them", { timeout: 3 * MINUTES }, async () => {
    const sources = [...cases, ...examples].flatMap(({ request }) =>
      (["TypeScript", "TypeScript, raw"] as const).map((label) => sourceOf(request, label)).filter((one) => one !== ""),
    );
    for (const source of new Set(sources)) expect(await format(source, { parser: "typescript" })).toBe(source);
  });

  it.each(documents)("in normalized words ask $provider for what its examples ask", async (document) => {
    const exported: Record<string, unknown> = await import(`@omni-contracts/${document.provider}`);
    const client = clientOf(exported, { apiKey: "sk-test" });
    const said = examples.filter((one) => one.document === document && one.request.normalized?.verb === "generate");
    expect(said.length).toBeGreaterThan(3);
    for (const { request, example } of said) {
      const { body, issues } = client.check(request.normalized?.verb === "generate" && request.normalized.request);
      expect({ example, issues }).toEqual({ example, issues: [] });
      expect(body).toMatchObject(objectAt(request.body?.kind === "json" ? request.body.value : {}));
    }
  });

  const sourcesIn = (label: Label) => [...cases, ...examples].map(({ request }) => sourceOf(request, label));

  it.skipIf(!there.includes("Go"))("in Go stand as gofmt writes them", () => {
    for (const source of new Set(sourcesIn("Go"))) {
      expect(execFileSync("gofmt", { input: source, encoding: "utf8" })).toBe(source);
    }
  });

  it.skipIf(!there.includes("Python"))("in Python compile, also of every other example", () => {
    const check = "import json, sys\nfor one in json.load(sys.stdin): compile(one, 'sample', 'exec')";
    const input = JSON.stringify(sourcesIn("Python"));
    execFileSync(RUNTIMES.Python.command ?? "", ["-c", check], { input, env: { ...process.env, PYTHONUTF8: "1" } });
  });

  /** Runs a sample in a namespace that knows nothing but these faults. */
  async function start(one: Case, faults: readonly Fault[] = [], env: Readonly<Record<string, string>> = {}) {
    const { name, label, document, request } = one;
    mock.clearFaults(name);
    told.delete(name);
    mock.addFaults(faults, { namespace: name });
    const key = { [`${document.provider.toUpperCase()}_API_KEY`]: "sk-test" };
    const [script = ""] = sourceOf(request, label, baseOf(one)).split("\n\n");
    const ran = await workshop.start(name, label, { ...key, ...env }, script);
    return { ...ran, told: told.get(name) ?? [] };
  }

  const posts = (ran: { readonly told: readonly Told[] }) => ran.told.filter(({ method }) => method === "POST").length;
  const flat = (text: string) =>
    text.replaceAll(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

  /** That a sample has failed, and shows what the provider says. */
  function expectRefused({ document }: Case, ran: Ran & { readonly told: readonly Told[] }, mayEndWell = false): void {
    const all = flat(ran.stdout + ran.stderr);
    if (!mayEndWell) expect({ code: ran.code, all }).not.toEqual({ code: 0, all });
    expect(ran.stdout).not.toMatch(/^(task|video)\b/m);
    const places = [objectAt(objectAt(document.root["x-lifecycle"]).errors).message ?? []].flat().map(textOf);
    const messages = places
      .flatMap((place) => select(ran.told.at(-1)?.body, place))
      .filter((one) => typeof one === "string");
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.some((message) => all.includes(JSON.stringify(message).slice(1, -1)))).toBe(true);
  }

  /** What the mock says is there, as the sample should print it. */
  async function expectShown(one: Case, ran: Ran & { readonly told: readonly Told[] }): Promise<void> {
    const { request, name, label, document } = one;
    const { flow } = request;
    const body = ran.told.at(-1)?.body;
    expect({ code: ran.code, stderr: ran.code === 0 ? "" : ran.stderr + ran.stdout }).toEqual({ code: 0, stderr: "" });
    const [task] = mock.tasks(name);
    if (flow.kind === "submit" && label === "curl") {
      expect(JSON.parse(ran.stdout)).toEqual(ran.told[0]?.body);
      mock.advance(2000, name);
      const [, look = ""] = sourceOf(request, label, baseOf(one)).split("\n\n");
      const env = { [request.key?.env ?? ""]: "sk-test", TASK_ID: task?.task ?? "" };
      const looked = await workshop.start(name, label, env, look);
      // A task has its result once its time has passed.
      const result = mock.tasks(name)[0]?.result ?? "no result";
      expect(looked).toMatchObject({ code: 0, stdout: expect.stringContaining(result) });
      return;
    }
    if (flow.kind === "submit") {
      const [, id] = /^task (\S+)$/m.exec(ran.stdout) ?? [];
      if (label !== "TypeScript") expect(id).toBe(task?.task);
      expect(id).toBeDefined();
      expect(/^video (\S+)$/m.exec(ran.stdout)?.[1]).toBe(`${server.url}${mock.tasks(name)[0]?.result ?? ""}`);
      return;
    }
    if (label === "curl") {
      expect(JSON.parse(ran.stdout)).toEqual(body);
      return;
    }
    if (flow.kind === "read") {
      expect(ran.stdout).toMatch(/^\w+\nvideo http/);
      expect(ran.stdout.trim()).toMatch(new RegExp(`video ${server.url}${task?.result ?? ""}$`));
      return;
    }
    if (flow.kind === "upload") {
      const stored = await fetch(ran.stdout.trim());
      expect(stored.status).toBe(200);
      expect(stored.headers.get("content-type")).toMatch(/^(image|video)\//);
      return;
    }
    if (flow.kind === "balance") {
      const [amount] = flow.amount.map((keys) => valueAt(body, keys)).filter((value) => value !== undefined);
      const shown = label === "TypeScript" ? Number(amount) : amount;
      expect(ran.stdout.trim()).toBe(`${String(shown)} ${flow.unit}`);
      return;
    }
    expect(JSON.parse(ran.stdout)).toEqual(body);
    expect(document.provider).toBe(request.provider);
  }

  /** A task that is done, for a sample that looks at one; the environment that leads to it. */
  async function finished(one: Case): Promise<Readonly<Record<string, string>>> {
    const { document, id, request, name } = one;
    const submits = Object.entries(objectAt(objectAt(document.root["x-lifecycle"]).submit));
    const [submit = ""] = submits.find(([, facts]) => objectAt(facts).read === id) ?? [];
    const order = requestOf(document, submit);
    if (order.normalized?.verb !== "generate") throw new Error(`${submit} has no normalized request.`);
    const exported: Record<string, unknown> = await import(`@omni-contracts/${document.provider}`);
    const client = clientOf(exported, { apiKey: "sk-test", baseURL: baseOf(one) });
    const { handle } = await client.submit(order.normalized.request);
    mock.advance(2000, name);
    const envs = request.parameters.flatMap(({ env }) => env ?? []);
    const task = mock.tasks(name)[0]?.task ?? "";
    return { TASK_HANDLE: handle, ...Object.fromEntries(envs.map((env) => [env, task])) };
  }

  const isPaid = ({ request }: Case) => request.flow.kind === "submit";
  const fault = (one: Case, answer: Fault["answer"], more: Partial<Fault> = {}): Fault => ({
    ...{ name: "refused", on: one.id, answer },
    ...more,
  });

  const firstPaid = cases.find(isPaid);
  const running = cases.filter(({ label }) => there.includes(label));
  const tell = (one: Case) => [`${one.document.provider} ${one.id} in ${one.label}`, one] as const;

  describe.concurrent("that cost nothing", () => {
    it.each(running.filter((one) => !isPaid(one)).map(tell))("%s", { timeout: 3 * MINUTES }, async (_, one) => {
      const env = one.request.flow.kind === "read" ? await finished(one) : {};
      await expectShown(one, await start(one, [], env));
      const [isCurl, isPublic] = [one.label === "curl", one.request.key === undefined];
      const error = isPublic ? "provider_unavailable" : "authentication";
      const example = refusalOf(one.document, one.id);
      if (isWhole || example === undefined)
        expectRefused(one, await start(one, [fault(one, { error, status: isPublic ? 500 : 401 })], env));
      if (example !== undefined)
        expectRefused(one, await start(one, [fault(one, { example, status: 200 })], env), isCurl);
    });
  });

  describe.concurrent("that cost money", () => {
    it.each(running.filter(isPaid).map(tell))("%s pays once", { timeout: 3 * MINUTES }, async (_, one) => {
      const ran = await start(one);
      await expectShown(one, ran);
      expect(posts(ran)).toBe(1);
      expect(mock.ledger(one.name).totals).toMatchObject({ accepted: 1, charged: 1, orphaned: 0, refused: 0 });

      const [before, isCurl] = [mock.ledger(one.name).totals, one.label === "curl"];
      // These two show what they are answered, or throw an error that tells it.
      const saysWhat = !isCurl && one.label !== "TypeScript";
      for (const [error, status] of REFUSALS) {
        const refused = await start(one, [fault(one, { error, status })]);
        expectRefused(one, refused);
        if (saysWhat) expect(refused.stderr).toContain(REFUSED);
        // The normalized client sends again what the contract calls free to send again, some times.
        if (!(status === 429 && one.label === "TypeScript")) expect(posts(refused)).toBe(1);
      }
      const example = refusalOf(one.document, one.id);
      const answer =
        example === undefined ? ({ error: "invalid_request", status: 200 } as const) : { example, status: 200 };
      const inSuccess = await start(one, [fault(one, answer)]);
      expectRefused(one, inSuccess, isCurl);
      expect(posts(inSuccess)).toBe(1);
      expect(mock.ledger(one.name).totals).toMatchObject({ accepted: before.accepted, charged: before.charged });

      // Taken, and the answer is lost: one task more, and no second request.
      const lost = await start(one, [fault(one, { reset: true }, { served: true })]);
      expect(lost.code).not.toBe(0);
      expect(posts(lost)).toBe(1);
      expect(mock.ledger(one.name).totals).toMatchObject({ accepted: before.accepted + 1 });
      if (isCurl) return;

      // Taken, and the answer says no more than that something broke: that is no refusal. One submit stands for all.
      if (saysWhat && one.document === firstPaid?.document && one.id === firstPaid.id) {
        const unclear = await start(one, [
          fault(one, { error: "provider_unavailable", status: 500 }, { served: true }),
        ]);
        expectRefused(one, unclear);
        expect(unclear.stderr).toContain("may exist and cost money");
        expect(unclear.stderr).not.toContain(REFUSED);
        expect(posts(unclear)).toBe(1);
        expect(mock.ledger(one.name).totals).toMatchObject({ accepted: before.accepted + 2 });
      }

      // Looks that fail are repeated, and a task that fails is told of.
      const blips: Fault = {
        name: "blips",
        on: "read",
        times: 2,
        answer: { error: "provider_unavailable", status: 503 },
      };
      const waited = await start(one, [blips]);
      expect({ code: waited.code, stderr: waited.stderr }).toMatchObject({ code: 0 });
      expect(waited.stdout).toMatch(/^video http/m);
      const failed = await start(one, [{ name: "failed", task: { ends: "failed" } }]);
      expect(failed.code).not.toBe(0);
      expect(failed.stdout).toMatch(/^task /m);
      expect(failed.stderr).toMatch(/\bfail/i);
      expect(failed.stdout).not.toMatch(/^video /m);
      expect([posts(waited), posts(failed)]).toEqual([1, 1]);
    });
  });
});
