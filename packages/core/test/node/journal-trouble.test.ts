// What a disk can do to a journal: no room, no right, and a process that dies between any two of its steps.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileJournal, type JournalFiles } from "../../src/node/index.js";
import { accepted, acme, errorOf } from "../support/acme.js";
import { START } from "../support/time.js";

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await fs.mkdtemp(join(tmpdir(), "omni-journal-"));
  folder = join(parent, "jobs");
});
afterEach(async () => {
  await fs.rm(parent, { recursive: true });
});

const order = { model: "plain", prompt: "a red apple" } as const;
const failure = (code: string): Error => Object.assign(new Error(`${code}: so says the system`), { code });

/** A client with a journal on these files, and the folder in which it writes. */
function clientOn(files: JournalFiles, at = folder, replies = [accepted]) {
  const journal = fileJournal(at, { fs: files });
  return acme({ replies, isFrozen: true, write: (entry) => journal.write(entry) });
}

type Step = "mkdir" | "open" | "writeFile" | "sync" | "close" | "rename";

/** The real files, with something before each step that changes them. `half`: write half of a text and fail. */
function watched(before: (step: Step, path: string) => "half" | undefined): JournalFiles {
  return {
    ...fs,
    mkdir: async (path, options) => {
      before("mkdir", path);
      return fs.mkdir(path, options);
    },
    async open(path, flags, mode) {
      before("open", `${path} ${flags}`);
      const file = await fs.open(path, flags, mode);
      const guarded = async (step: Step, work: (isHalf: boolean) => Promise<void>) => {
        let isHalf: boolean;
        try {
          isHalf = before(step, path) === "half";
        } catch (error) {
          // The system closes the files of a process that is gone.
          if (step === "close") await file.close();
          throw error;
        }
        await work(isHalf);
      };
      return {
        writeFile: (text) =>
          guarded("writeFile", async (isHalf) => {
            if (isHalf) {
              await file.writeFile(text.slice(0, text.length / 2));
              throw failure("ENOSPC");
            }
            await file.writeFile(text);
          }),
        sync: () => guarded("sync", () => file.sync()),
        close: () => guarded("close", () => file.close()),
      };
    },
    rename: async (from, to) => {
      before("rename", to);
      await fs.rename(from, to);
    },
  };
}

describe("an intent that cannot be written is not sent", () => {
  const STEPS: readonly Step[] = ["mkdir", "open", "writeFile", "sync", "rename"];
  it.each(STEPS.flatMap((step) => ["ENOSPC", "EACCES", "EIO"].map((code) => [step, code] as const)))(
    "%s: %s",
    async (step, code) => {
      const files = watched((now) => {
        if (now === step) throw failure(code);
        return undefined;
      });
      const { client, requests } = clientOn(files);
      const error = await errorOf(client.submit(order));
      // Systems that cannot flush a folder say EACCES or EPERM, and are forgiven; of a file nothing is.
      expect(error).toMatchObject({ code: "aborted", billed: "no", isRetryable: true });
      expect(error.message).toContain("nothing was sent");
      expect(String(error.cause)).toContain(folder);
      expect(String(error.cause)).toContain(code);
      expect(requests).toEqual([]);
      // What was begun is gone: it would be called unknown for ever.
      expect(await fileJournal(folder).recover()).toEqual([]);
      expect(await fs.readdir(folder).catch(() => [])).toEqual([]);
    },
  );

  it("says what to do about it", async () => {
    const tell = async (code: string) => {
      const files = watched(() => {
        throw failure(code);
      });
      return String((await errorOf(clientOn(files).client.submit(order))).cause);
    };
    expect(await tell("ENOSPC")).toContain("The disk is full. Free some space, or give the journal another folder.");
    expect(await tell("EACCES")).toContain("This process may not write there.");
    expect(await tell("EROFS")).toContain("That file system can only be read.");
  });

  it.each(["", "/deeper"])("on a path that is a file%s", async (below) => {
    await fs.writeFile(folder, "not a folder");
    const { client, requests } = clientOn(fs, folder + below);
    const error = await errorOf(client.submit(order));
    expect(error.code).toBe("aborted");
    expect(String(error.cause)).toMatch(/jobs(\/deeper)?: (EEXIST|ENOTDIR)\. /);
    expect(requests).toEqual([]);
    expect(await errorOf(fileJournal(folder + below).recover())).toMatchObject({
      code: "invalid_request",
      phase: "configure",
    });
    expect(await fs.readFile(folder, "utf8")).toBe("not a folder");
  });
});

describe("what has happened", () => {
  it("is kept on a disk that fills up while the answer is on its way: its room was kept free", async () => {
    const state = { isFull: false };
    const files = watched((step, path) => {
      // What is there can be overwritten and renamed; nothing new can be made.
      if (state.isFull && step === "open" && /\.\w+ w/.test(path)) throw failure("ENOSPC");
      return undefined;
    });
    const { client, events } = clientOn(files, folder, [
      () => {
        state.isFull = true;
        return accepted();
      },
    ]);
    const { handle } = await client.submit(order);
    expect(events.map(({ type }) => type)).not.toContain("journal-failed");
    expect(await fileJournal(folder).recover()).toMatchObject([{ status: "accepted", handle }]);
    expect((await errorOf(client.submit({ ...order, prompt: "another" }))).code).toBe("aborted");
  });

  it("and cannot be written is told, the handle is given all the same, and the intent is unknown", async () => {
    const state = { isBroken: false };
    const files = watched((step) => {
      if (state.isBroken && step === "sync") throw failure("EIO");
      return undefined;
    });
    const { client, events } = clientOn(files, folder, [
      () => {
        state.isBroken = true;
        return accepted();
      },
    ]);
    const { handle } = await client.submit(order);
    expect(events).toContainEqual(expect.objectContaining({ type: "journal-failed", entry: "accepted", handle }));
    const [one, ...others] = await fileJournal(folder).recover();
    expect(others).toEqual([]);
    expect(["unknown", "accepted"]).toContain(one?.status);
  });
});

describe("a process that dies", () => {
  /** Dies before its n-th step, or in the middle of it; gives what the provider has seen, and how many steps there were. */
  async function dieAt(n: number, isTorn: boolean, outcome: "accepted" | "rejected") {
    const state = { steps: 0, isDead: false };
    const dead = (): never => {
      state.isDead = true;
      throw failure("EDEAD");
    };
    const files = watched((step) => {
      if (state.isDead) dead();
      if (step === "close") return undefined;
      state.steps += 1;
      if (state.steps === n && isTorn && step === "writeFile") return "half";
      if (state.steps >= n) dead();
      return undefined;
    });
    const gone: JournalFiles = {
      ...files,
      unlink: (path) => (state.isDead ? Promise.reject(failure("EDEAD")) : fs.unlink(path)),
    };
    const journal = fileJournal(folder, { fs: gone, now: () => START });
    const common = { provider: "acme", operation: "make", model: "plain", fingerprint: "0", at: START };
    const ending =
      outcome === "accepted" ? { type: outcome, handle: "oc1_x" } : { type: outcome, code: "rate_limited" };
    let sent = 0;
    let isNoted = false;
    try {
      await journal.write({ type: "intent", intent: "x", ...common });
      sent += 1;
      await journal.write({ intent: "x", at: START, ...ending } as const);
      isNoted = true;
    } catch {
      // It is dead.
    }
    return { sent, isNoted, steps: state.steps };
  }

  it.each([
    ["accepted", "accepted"],
    ["rejected", "refused"],
  ] as const)("between any two steps of an intent that was %s loses nothing", async (outcome, status) => {
    const { steps } = await dieAt(Infinity, false, outcome);
    expect(steps).toBeGreaterThan(12);
    const seen = new Set<string>();
    for (let n = 1; n <= steps + 1; n += 1) {
      for (const isTorn of [false, true]) {
        await fs.rm(folder, { recursive: true });
        const { sent, isNoted } = await dieAt(n, isTorn, outcome);
        const all = await fileJournal(folder).recover();
        const told = all.map((one) => one.status).join();
        seen.add(`${sent} ${told}`);
        // Whatever was sent is there; what was not sent is at most unknown.
        if (sent === 1) expect([status, "unknown"], `step ${n}`).toContain(told);
        else expect(["", "unknown"], `step ${n}`).toContain(told);
        if (isNoted) expect(told).toBe(status);
        await fs.mkdir(folder, { recursive: true });
      }
    }
    expect([...seen].toSorted()).toEqual(["0 ", "0 unknown", `1 ${status}`, "1 unknown"].toSorted());
  });
});

/** Mounts a small disk in memory. Gives what takes it away; `undefined` where this process has no right to. */
function smallDisk(place: string, kilobytes: number): (() => void) | undefined {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", place], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return () => {
    execFileSync("umount", [place]);
  };
}

it("a disk that is full in fact: every task is there with its handle, and then nothing is sent", async ({ skip }) => {
  const disk = join(parent, "disk");
  await fs.mkdir(disk);
  const unmount = smallDisk(disk, 128);
  if (!unmount) skip("no right to mount a small disk; the same is tried with injected errors");
  try {
    const journal = fileJournal(join(disk, "jobs"));
    const state = { ids: 0, posts: 0 };
    const { client, events } = acme({
      isFrozen: true,
      newId: () => `${state.ids++}`.padStart(8, "0"),
      replies: async () => {
        state.posts += 1;
        // Somebody else takes the whole of the rest while the answer is on its way.
        if (state.posts === 3) await fs.writeFile(join(disk, "hog"), Buffer.alloc(131_072)).catch(() => undefined);
        return Response.json({ id: `v-${state.posts}` });
      },
      write: (entry) => journal.write(entry),
    });
    const handles: string[] = [];
    for (let i = 0; i < 3; i += 1) handles.push((await client.submit(order)).handle);
    const error = await errorOf(client.submit(order));
    expect(error.code).toBe("aborted");
    expect(String(error.cause)).toContain("ENOSPC. The disk is full.");
    expect(state.posts).toBe(3);
    expect(events.map(({ type }) => type)).not.toContain("journal-failed");
    const all = await journal.recover();
    expect(all.map((one) => [one.status, one.handle])).toEqual(handles.map((handle) => ["accepted", handle]));
    expect(new Set(handles).size).toBe(3);
  } finally {
    unmount?.();
  }
});
