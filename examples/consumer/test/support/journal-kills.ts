// Kills processes that submit to a mock, and holds what their journal says against what the mock has taken.
import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, on, once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createApimart } from "@omni-contracts/apimart";
import { fileJournal, type RecoveredIntent } from "@omni-contracts/core/node";
import { createMock, serveMock } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { createToapis } from "@omni-contracts/toapis";
import { expect } from "vitest";

const CHILD = fileURLToPath(new URL("journal-child.mjs", import.meta.url));

/** How long nothing is answered when nothing is on its way any more, in milliseconds. */
const QUIET = 100;

/** How many intents of a run ended how. */
export interface Tally {
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  /** Tasks that the provider made, and whose handle the process could not write down before it died. */
  readonly rescued: number;
}

/** When a process is killed: so many answers to its submits later, and then so many milliseconds. */
export interface Moment {
  readonly answers: number;
  readonly milliseconds: number;
}

export interface Place {
  /** Starts a process for each moment, all on one folder, and kills it then; holds the journal to account. */
  killAt(moments: readonly Moment[]): Promise<Tally>;
  /** Starts processes on one folder that end by themselves, after so many requests a line. */
  letEnd(processes: number, count: number): Promise<Tally>;
  close(): Promise<void>;
}

/** FNV-1a over the body's JSON, as a fingerprint is made. */
function fingerprintOf(body: unknown): string {
  let hash = 2166136261;
  for (const byte of Buffer.from(JSON.stringify(body))) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** The provider's id of the task, as a handle has it: the fourth member, by name. */
function taskOf(handle: string): unknown {
  const data: { id?: unknown }[] = JSON.parse(Buffer.from(handle.slice(4), "base64url").toString());
  return data[3]?.id;
}

export async function createPlace(): Promise<Place> {
  const mock = createMock({ specs: [readDocument("toapis"), readDocument("apimart")] });
  const requests = { count: 0 };
  const told = new EventEmitter();
  const server = await serveMock(mock, {
    onAnswer: ({ path }) => {
      requests.count += 1;
      const [namespace = ""] = /run-\d+/.exec(path) ?? [];
      told.emit(namespace);
    },
  });
  // A contract's first request takes a while; the dead should not be waited for that long.
  const warm = (provider: string) => ({ apiKey: "sk-test", baseURL: `${server.url}/${provider}/~warm` });
  await createToapis(warm("toapis")).submit({ model: "gemini_omni", prompt: "x", duration: 6 });
  await createApimart(warm("apimart")).submit({ model: "gemini-omni-1.1-flash", prompt: "x" });
  const folders: string[] = [];
  const state = { runs: 0 };

  async function start(name: string, folder: string, count?: number): Promise<ChildProcess> {
    const args = [CHILD, folder, server.url, name, ...(count === undefined ? [] : [String(count)])];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    return child;
  }

  async function account(namespace: string, folder: string): Promise<Tally> {
    const options = (provider: string) => ({ apiKey: "sk-test", baseURL: `${server.url}/${provider}/~${namespace}` });
    const [toapis, apimart] = [createToapis(options("toapis")), createApimart(options("apimart"))];
    // What the dead have sent may still be answered: until nothing has been for a while.
    for (let seen = -1; seen !== requests.count;) {
      seen = requests.count;
      await wait(QUIET);
    }
    const before = requests.count;
    const all = await fileJournal(folder).recover();
    expect(requests.count, "recovery asks nobody").toBe(before);
    const ledger = mock.ledger(namespace);
    const of = (status: RecoveredIntent["status"]) => all.filter((one) => one.status === status);
    const [accepted, refused, unknown] = [of("accepted"), of("refused"), of("unknown")];

    // No file was torn: a name changes in one step.
    expect(all.filter((one) => "problem" in one)).toEqual([]);
    // None was sent that is not there; none was sent twice.
    expect(ledger.totals.accepted + ledger.totals.refused).toBeLessThanOrEqual(all.length);
    // What is called accepted is a task.
    const tasks = new Set(ledger.accepted.map(({ task }) => task));
    const known = new Set(accepted.map(({ handle = "" }) => taskOf(handle)));
    for (const id of known) expect(tasks).toContain(id);
    expect(known.size).toBe(accepted.length);

    // Every task is accounted for, by what is called accepted or unknown, and by nothing that is called refused.
    const found = new Set<unknown>();
    for (const { handle } of unknown) {
      if (handle === undefined) continue;
      const raw: unknown = await toapis.status(handle).then(
        (task) => task.raw,
        () => undefined,
      );
      if (typeof raw === "object" && raw !== null && "id" in raw) found.add(raw.id);
    }
    const lost = new Set(unknown.map(({ fingerprint }) => fingerprint));
    let rescued = 0;
    for (const { provider, task, prompt = "" } of mock.tasks(namespace)) {
      if (known.has(task)) continue;
      rescued += 1;
      if (provider === "toapis") expect(found, `${String(task)} is found by its reference`).toContain(task);
      else {
        const { body } = apimart.check({ model: "gemini-omni-1.1-flash", prompt });
        expect(lost, prompt).toContain(fingerprintOf(body));
      }
    }
    return { accepted: accepted.length, refused: refused.length, unknown: unknown.length, rescued };
  }

  async function run(work: (namespace: string, folder: string) => Promise<void>): Promise<Tally> {
    const folder = await mkdtemp(join(tmpdir(), "omni-kills-"));
    folders.push(folder);
    const namespace = `run-${state.runs++}`;
    await work(namespace, join(folder, "jobs"));
    const tally = await account(namespace, join(folder, "jobs"));
    mock.reset(namespace);
    return tally;
  }

  return {
    killAt: (moments) =>
      run(async (namespace, folder) => {
        const one = async ({ answers, milliseconds }: Moment, i: number) => {
          const heard = on(told, namespace);
          const child = await start(`${namespace}.${i}`, folder);
          const ended = once(child, "exit");
          for (let n = 0; n < answers; n += 1) await heard.next();
          await wait(milliseconds);
          child.kill("SIGKILL");
          expect(await ended).toEqual([null, "SIGKILL"]);
          await heard.return?.();
        };
        await Promise.all(moments.map(one));
      }),
    letEnd: (processes, count) =>
      run(async (namespace, folder) => {
        const names = Array.from({ length: processes }, (_, i) => `${namespace}.${i}`);
        const children = await Promise.all(names.map((name) => start(name, folder, count)));
        const ends = await Promise.all(children.map((child) => once(child, "exit")));
        expect(ends).toEqual(names.map(() => [0, null]));
      }),
    async close() {
      await server.close();
      for (const folder of folders) await rm(folder, { recursive: true });
    },
  };
}
