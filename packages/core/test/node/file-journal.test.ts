import * as fs from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JournalEntry } from "../../src/index.js";
import { fileJournal, type FileJournal } from "../../src/node/index.js";
import { writeRecord } from "../../src/node/journal-record.js";
import { accepted, acme, errorOf, KEY } from "../support/acme.js";
import { START } from "../support/time.js";

let folder: string;
beforeEach(async () => {
  folder = join(await fs.mkdtemp(join(tmpdir(), "omni-journal-")), "jobs");
});
afterEach(async () => {
  await fs.rm(join(folder, ".."), { recursive: true });
});

const intentOf = (intent: string, at = START, more: object = {}): JournalEntry => ({
  ...{ type: "intent", intent, provider: "acme", operation: "make", model: "plain", at, fingerprint: "12345678" },
  ...more,
});
const order = { model: "plain", prompt: "a red apple that nobody must see" } as const;
const at = (name: string): string => join(folder, name);
const clientOf = (journal: FileJournal, replies: Parameters<typeof acme>[0]["replies"]) =>
  acme({ replies, isFrozen: true, newId: ids(), write: (entry) => journal.write(entry) });
function ids(): () => string {
  const state = { next: 0 };
  return () => `${state.next++}0c1de7a4-ref`;
}

describe("a folder of intents", () => {
  it("tells how each of them ended, in the order in which they were sent, and sends nothing", async () => {
    const journal = fileJournal(folder, { now: () => START });
    const { client, posts } = clientOf(journal, [
      accepted,
      () => new Response("{}", { status: 402 }),
      () => new Response("", { status: 500 }),
    ]);
    const task = await client.submit(order);
    const refused = await errorOf(client.submit(order));
    const lost = await errorOf(client.submit({ ...order, model: "referenced" }));
    expect(posts()).toHaveLength(3);
    const all = await fileJournal(folder, { now: () => START }).recover();
    expect(posts()).toHaveLength(3);
    expect(all.map(({ status }) => status).toSorted()).toEqual(["accepted", "refused", "unknown"]);
    const common = { provider: "acme", at: START, fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/) };
    expect(all.find(({ status }) => status === "accepted")).toMatchObject({
      ...{ ...common, operation: "make", model: "plain", handle: task.handle, settledAt: START },
    });
    expect(all.find(({ status }) => status === "refused")).toMatchObject({ ...common, code: refused.code });
    expect(all.find(({ status }) => status === "unknown")).toMatchObject({
      ...{
        ...common,
        operation: "order",
        model: "referenced",
        handle: lost.handle,
        reference: expect.stringMatching(/0c1de7a4-ref$/),
      },
      isPending: false,
    });
    expect(lost.handle).toMatch(/^oc1_/);
  });

  it("is in the order of time, whatever the names are", async () => {
    const journal = fileJournal(folder);
    for (const [i, name] of ["b", "a", "c"].entries()) await journal.write(intentOf(name, START + i));
    expect((await journal.recover()).map(({ intent }) => intent)).toEqual(["b", "a", "c"]);
  });

  it("has the intent, and room for its end, on the disk before the request", async () => {
    const journal = fileJournal(folder, { now: () => START });
    const seen: unknown[] = [];
    const { client } = acme({
      isFrozen: true,
      write: (entry) => journal.write(entry),
      replies: () => {
        const answer = journal.recover().then(async (all) => {
          const sizes = await Promise.all(
            (await fs.readdir(folder)).map(async (name) => (await fs.stat(at(name))).size),
          );
          seen.push(...all, Math.max(...sizes));
          return accepted();
        });
        return answer;
      },
    });
    await client.submit(order);
    expect(seen).toMatchObject([{ status: "unknown", isPending: true }, 8192]);
  });

  it("keeps no key and no prompt, for its owner's eyes, as JSON", async () => {
    const journal = fileJournal(folder);
    await clientOf(journal, [accepted]).client.submit(order);
    const [name = "", ...others] = await fs.readdir(folder);
    expect(others).toEqual([]);
    const text = await fs.readFile(at(name), "utf8");
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      intent: { provider: "acme", at: "2026-11-21T00:00:00.000Z", process: { pid: process.pid } },
      outcome: { type: "accepted" },
    });
    expect(text).not.toContain(KEY);
    expect(text).not.toContain("apple");
    if (process.platform === "win32") return;
    expect((await fs.stat(at(name))).mode & 0o777).toBe(0o600);
    expect((await fs.stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("that is not there yet has no intents, and is made when it is needed", async () => {
    const deep = at("a/b");
    const journal = fileJournal(deep);
    expect(await journal.recover()).toEqual([]);
    await journal.write(intentOf("x"));
    expect(await journal.recover()).toHaveLength(1);
  });

  it("stays where it was when the process goes elsewhere", async () => {
    const before = process.cwd();
    await fs.mkdir(folder);
    process.chdir(folder);
    try {
      const journal = fileJournal("here");
      process.chdir(before);
      await journal.write(intentOf("x"));
    } finally {
      process.chdir(before);
    }
    expect(await fs.readdir(at("here"))).toHaveLength(2);
  });

  it("may be shared: each intent is a file of its own", async () => {
    const journals = [fileJournal(folder), fileJournal(folder), fileJournal(folder)];
    await Promise.all(
      journals.flatMap((journal, i) =>
        Array.from({ length: 20 }, async (_, k) => {
          const intent = `${i}-${k}`;
          await journal.write(intentOf(intent));
          if (k % 2 === 0) await journal.write({ type: "accepted", intent, handle: `oc1_${intent}`, at: START });
        }),
      ),
    );
    const all = await fileJournal(folder).recover();
    expect(all).toHaveLength(60);
    const right = all.filter((one) => one.status === "accepted" && one.handle === `oc1_${one.intent}`);
    expect(right).toHaveLength(30);
  });

  it("takes an id once, and the first one stays what it was", async () => {
    await fileJournal(folder).write(intentOf("x"));
    await expect(fileJournal(folder).write(intentOf("x"))).rejects.toMatchObject({ code: "invalid_request" });
    const journal = fileJournal(folder);
    await journal.write({ type: "accepted", intent: "x", handle: "oc1_x", at: START });
    await expect(journal.write(intentOf("x"))).rejects.toMatchObject({ code: "invalid_request" });
    expect(await journal.recover()).toMatchObject([{ status: "accepted", handle: "oc1_x" }]);
  });

  it("keeps the handle even of an intent that it does not know", async () => {
    const journal = fileJournal(folder);
    await journal.write({ type: "accepted", intent: "gone", handle: "oc1_gone", at: START });
    expect(await journal.recover()).toMatchObject([{ status: "accepted", intent: "gone", handle: "oc1_gone" }]);
  });
});

describe("names", () => {
  const HOSTILE = [
    ...["../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "..", ".", "", "C:\\x", "a:b", "con", "nul.txt", "a b "],
    ...["A", "a", "ä", "\u0000", "a\nb", '*?<>|"', "_41", "intent-", "💥", "\ufeffa"],
  ];

  it("stay inside the folder, and are told apart, on every system", async () => {
    const journal = fileJournal(folder);
    for (const [i, intent] of HOSTILE.entries()) await journal.write(intentOf(intent, START + i));
    const names = await fs.readdir(folder);
    expect(names).toHaveLength(2 * HOSTILE.length);
    for (const name of names) expect(name).toMatch(/^intent-[a-z0-9_-]*\.(json|next)$/);
    expect(await fs.readdir(join(folder, ".."))).toEqual(["jobs"]);
    expect((await journal.recover()).map(({ intent }) => intent)).toEqual(HOSTILE);
    for (const intent of HOSTILE) expect(await journal.forget(intent)).toBe(true);
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it("that would be too long are refused before anything is sent", async () => {
    await expect(fileJournal(folder).write(intentOf("x".repeat(300)))).rejects.toThrow("too many for a file's name");
  });

  it("of other files are none of its business", async () => {
    const journal = fileJournal(folder);
    await journal.write(intentOf("x"));
    for (const name of ["notes.txt", "intent-x.json.bak", "other.json", ".DS_Store", "intent-X.json"]) {
      await fs.writeFile(at(name), "not ours");
    }
    await fs.mkdir(at("intent-d"));
    expect(await journal.recover()).toHaveLength(1);
    await journal.forget("x");
    await journal.prune({ olderThanMs: 0 });
    expect((await fs.readdir(folder)).toSorted()).toEqual(
      [".DS_Store", "intent-X.json", "intent-d", "intent-x.json.bak", "notes.txt", "other.json"].toSorted(),
    );
  });
});

it.each([
  ["whole", (text: string) => text],
  ["torn", () => "{"],
])("an end that was flushed and not yet renamed is found, beside an intent that is %s", async (_, change) => {
  const journal = fileJournal(folder);
  await journal.write(intentOf("x"));
  const begun = await fs.readFile(at("intent-x.json"), "utf8");
  await journal.write({ type: "accepted", intent: "x", handle: "oc1_x", at: START });
  await fs.rename(at("intent-x.json"), at("intent-x.next"));
  await fs.writeFile(at("intent-x.json"), change(begun));
  const found = { status: "accepted", intent: "x", handle: "oc1_x", path: at("intent-x.next") };
  expect(await journal.recover()).toMatchObject([found]);
  await fs.unlink(at("intent-x.json"));
  expect(await journal.recover()).toMatchObject([found]);
});

describe("a torn file", () => {
  it("is reported with its path, wherever it was torn, and hides no other", async () => {
    const journal = fileJournal(folder);
    for (const intent of ["a", "b"]) {
      await journal.write(intentOf(intent));
      await journal.write({ type: "accepted", intent, handle: `oc1_${intent}`, at: START });
    }
    const path = at("intent-a.json");
    const whole = await fs.readFile(path);
    const end = whole.toString().trimEnd().length;
    for (let size = 0; size < end; size += 7) {
      await fs.writeFile(path, whole.subarray(0, size));
      const all = await journal.recover();
      expect(all).toHaveLength(2);
      expect(all).toContainEqual(expect.objectContaining({ intent: "b", status: "accepted", handle: "oc1_b" }));
      expect(all).toContainEqual({
        ...{ status: "unknown", intent: "a", path, isPending: false },
        ...{ at: expect.any(Number), problem: expect.any(String) },
      });
    }
    expect(await journal.prune({ olderThanMs: 0 })).toBe(1);
    expect(await fs.readdir(folder)).toEqual(["intent-a.json"]);
  });

  it("or one that the system does not give is reported, and hides no other", async () => {
    const journal = fileJournal(folder);
    await journal.write(intentOf("b"));
    await fs.mkdir(at("intent-a.json"));
    expect(await journal.recover()).toMatchObject(
      [
        { status: "unknown", intent: "a", path: at("intent-a.json"), problem: "It could not be read: EISDIR." },
        { status: "unknown", intent: "b", provider: "acme" },
      ].toReversed(),
    );
  });

  it.each<[string, (text: string) => string]>([
    ["a page of zeros", (text) => `${"\0".repeat(100)}${text.slice(100)}`],
    ["a handle with blanks in it, which is still JSON", (text) => text.replace("oc1_abcdef", "oc1_ab    ")],
    ["another outcome", (text) => text.replace('"accepted"', '"rejected"')],
    ["another version", (text) => text.replace('"version": 1', '"version": 2')],
    ["no JSON of a journal", () => "[]"],
  ])("or a changed one is found: %s", async (_, change) => {
    const journal = fileJournal(folder);
    await journal.write(intentOf("a"));
    await journal.write({ type: "accepted", intent: "a", handle: "oc1_abcdef", at: START });
    const path = at("intent-a.json");
    await fs.writeFile(path, change(await fs.readFile(path, "utf8")));
    expect(await journal.recover()).toMatchObject([{ status: "unknown", intent: "a", path, isPending: false }]);
  });
});

describe("an intent without an end", () => {
  async function record(pid: number, host: string, time: number): Promise<void> {
    const intent = { intent: "x", provider: "acme", operation: "make", model: "plain", at: time, fingerprint: "0" };
    await fs.mkdir(folder);
    await fs.writeFile(at("intent-x.json"), writeRecord({ intent: { ...intent, process: { pid, host } } }));
  }
  /** No process has it: the largest that Linux gives is 2^22. */
  const NOBODY = 2 ** 30;
  const now = Date.now();

  it.each<[string, number, string, number, boolean]>([
    ["of this process", process.pid, hostname(), now, true],
    ["of this process, too long ago for an answer", process.pid, hostname(), now - 600_001, false],
    ["of one that had this number before", process.pid, hostname(), now - process.uptime() * 1000 - 5000, false],
    ["of one that runs", process.ppid, hostname(), now, true],
    ["of one that has ended", NOBODY, hostname(), now, false],
    ["of another machine", NOBODY, "elsewhere", now, true],
    ["of another machine, long ago", NOBODY, "elsewhere", now - 600_001, false],
  ])("%s", async (_, pid, host, time, isPending) => {
    await record(pid, host, time);
    expect(await fileJournal(folder, { now: () => now }).recover()).toMatchObject([{ status: "unknown", isPending }]);
  });
});

describe("tidying up", () => {
  it("takes away what has ended long enough ago, and nothing that is unknown", async () => {
    const journal = fileJournal(folder, { now: () => START + 10_000 });
    for (const intent of ["old", "new", "refused", "lost", "open"]) await journal.write(intentOf(intent));
    await journal.write({ type: "accepted", intent: "old", handle: "oc1_old", at: START });
    await journal.write({ type: "accepted", intent: "new", handle: "oc1_new", at: START + 9000 });
    await journal.write({ type: "rejected", intent: "refused", code: "rate_limited", at: START });
    await journal.write({ type: "unknown", intent: "lost", at: START });
    expect(await journal.prune({ olderThanMs: 5000 })).toBe(2);
    expect((await journal.recover()).map(({ intent }) => intent).toSorted()).toEqual(["lost", "new", "open"]);
    expect(await journal.forget("lost")).toBe(true);
    expect(await journal.forget("lost")).toBe(false);
    expect(await journal.forget("never")).toBe(false);
    expect((await journal.recover()).map(({ intent }) => intent).toSorted()).toEqual(["new", "open"]);
    // An answer that comes for what was forgotten is kept all the same.
    await journal.forget("open");
    await journal.write({ type: "accepted", intent: "open", handle: "oc1_open", at: START });
    expect(await journal.recover()).toContainEqual(
      expect.objectContaining({ intent: "open", handle: "oc1_open", model: "plain" }),
    );
  });

  it("takes away room that a process has left before its intent", async () => {
    await fs.mkdir(folder);
    await fs.writeFile(at("intent-left.next"), " ".repeat(8192));
    await fs.writeFile(at("intent-left.tmp"), "{");
    const journal = fileJournal(folder);
    expect(await journal.recover()).toEqual([]);
    await journal.prune({ olderThanMs: 3_600_000 });
    expect(await fs.readdir(folder)).toHaveLength(2);
    await journal.prune({ olderThanMs: -1000 });
    expect(await fs.readdir(folder)).toEqual([]);
  });
});
