import type { Lifecycle } from "@omni-contracts/core/language";
import { readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { contractOf } from "../src/engine/contract-of.js";
import { assertPaidOnce, entryOf, ledgerOf, type LedgerEntry } from "../src/engine/ledger.js";
import type { Task } from "../src/engine/tasks.js";
import type { Life } from "../src/faults/fault.js";
import { nearestClip } from "../src/media/clips.js";
import { START } from "./mocking.js";

const { lifecycle } = contractOf(readDocument("toapis"));
const under = (charge: Lifecycle["charge"]): Lifecycle => ({ ...lifecycle, charge });
const NONE = { last: [], count: 0, early: 0 };

const taskOf = (life: Life = {}): Task => ({
  ...{ provider: "p", namespace: "", submit: "create", handle: { id: "a" }, model: "m", life, clip: nearestClip({}) },
  ...{ price: { amount: 0.5, currency: "USD" }, createdAt: START, runSeconds: 60, faults: [], isTold: true, reads: 0 },
});

/** The ledger of such tasks, so many seconds after their submit. */
const ledgerAfter = (seconds: number, lives: readonly Life[], rules: Lifecycle["charge"], newest = Infinity) => {
  const accepted = lives.map((life) => taskOf(life));
  return ledgerOf({
    accepted,
    lifecycleOf: () => under(rules),
    refusals: NONE,
    notes: [],
    now: START + seconds * 1000,
    newest,
  });
};

/** What the ledger says of a task while it runs, and when it has ended. */
function moneyOf(charge: Lifecycle["charge"], life?: Life) {
  const [running, ended] = [START + 30_000, START + 60_000].map((now) => entryOf(taskOf(life), under(charge), now));
  const short = (one?: LedgerEntry) => [one?.isCharged, one?.isRefunded];
  return { running: short(running), ended: short(ended) };
}

const [CHARGED, REFUNDED, FREE] = [
  [true, false],
  [true, true],
  [false, false],
];

it("is an account for its reader: what is written into it changes no task", () => {
  const task = taskOf();
  const { price } = entryOf(task, lifecycle, START);
  expect(price).toEqual({ amount: 0.5, currency: "USD" });
  Object.assign(price ?? {}, { amount: 1000 });
  expect(task.price).toEqual({ amount: 0.5, currency: "USD" });
});

describe("the money of a task, by the contract's rules", () => {
  it.each([
    ["accepted, kept", { at: "accepted", failed: "kept" }, CHARGED, CHARGED],
    ["accepted, refunded", { at: "accepted", failed: "refunded" }, CHARGED, REFUNDED],
    ["unknown counts against the client", { at: "unknown", failed: "unknown" }, CHARGED, CHARGED],
    ["free after all: what was taken is given back", { at: "accepted", failed: "free" }, CHARGED, REFUNDED],
    ["completed: a failed task never cost anything", { at: "completed", failed: "free" }, FREE, FREE],
  ] as const)("of a failed task: %s", (_, charge, running, ended) => {
    expect(moneyOf(charge, { ends: "failed" })).toEqual({ running, ended });
    expect(moneyOf(charge, { ends: "expired" })).toEqual({ running, ended });
  });

  it("of a failed task whose fault says so: charged at its end, and not before", () => {
    const life = { ends: "failed", charge: "kept" } as const;
    expect(moneyOf({ at: "completed", failed: "free" }, life)).toEqual({ running: FREE, ended: CHARGED });
  });

  it("of a completed task: charged at its end where the contract says so", () => {
    expect(moneyOf({ at: "completed", failed: "free" })).toEqual({ running: FREE, ended: CHARGED });
    expect(moneyOf({ at: "accepted", failed: "refunded" })).toEqual({ running: CHARGED, ended: CHARGED });
  });

  it("of a cancelled task: by a rule of its own, else as of a failed one", () => {
    const ends = { ends: "cancelled" } as const;
    expect(moneyOf({ at: "accepted", failed: "refunded", cancelled: "kept" }, ends).ended).toEqual(CHARGED);
    expect(moneyOf({ at: "accepted", failed: "kept", cancelled: "refunded" }, ends).ended).toEqual(REFUNDED);
    expect(moneyOf({ at: "accepted", failed: "refunded" }, ends).ended).toEqual(REFUNDED);
  });

  it("adds up what was charged and not given back", () => {
    const ledger = ledgerAfter(60, [{}, { ends: "failed" }], { at: "accepted", failed: "refunded" });
    expect(ledger.totals).toMatchObject({ accepted: 2, charged: 2, refunded: 1, spent: { USD: 0.5 } });
  });

  it("adds up all, when the newest only are wanted", () => {
    const lives = [{}, { ends: "failed" }, {}] as const;
    const all = ledgerAfter(60, lives, { at: "accepted", failed: "refunded" });
    const newest = ledgerAfter(60, lives, { at: "accepted", failed: "refunded" }, 1);
    expect(newest).toEqual({ ...all, accepted: all.accepted.slice(-1) });
    expect(newest.totals).toMatchObject({ accepted: 3, charged: 3, refunded: 1, spent: { USD: 1 } });
  });
});

describe("assertPaidOnce", () => {
  const charge = { at: "accepted", failed: "refunded" } as const;
  const ledgerAt = (seconds: number, lives: readonly Life[], rules: Lifecycle["charge"] = charge) => {
    return () => {
      assertPaidOnce(ledgerAfter(seconds, lives, rules));
    };
  };

  it("passes when one was paid, whatever was given back before", () => {
    expect(ledgerAt(60, [{}])).not.toThrow();
    expect(ledgerAt(60, [{ ends: "failed" }, {}])).not.toThrow();
  });

  it("fails when none was paid, or two were", () => {
    expect(ledgerAt(60, [])).toThrow("0 tasks were paid for, not one.");
    expect(ledgerAt(60, [{ ends: "failed" }])).toThrow("0 tasks were paid for, not one.");
    expect(ledgerAt(60, [{}, {}])).toThrow("2 tasks were paid for, not one.");
  });

  it("counts a task that runs as paid: it will be, where the contract charges at the end", () => {
    const atEnd = { at: "completed", failed: "free" } as const;
    expect(ledgerAt(30, [{}], atEnd)).not.toThrow();
    expect(ledgerAt(30, [{}, {}], atEnd)).toThrow("2 tasks were paid for, not one.");
    expect(ledgerAt(60, [{ ends: "failed" }, {}], atEnd)).not.toThrow();
  });
});
