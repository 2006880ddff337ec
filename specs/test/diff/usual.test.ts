// What the gate takes HTTP to say where no rule matches is what clients take it to say.
import { describe, expect, it } from "vitest";
import type { Lifecycle } from "../../../packages/core/src/language/contract.js";
import { usual } from "../../src/diff/usual.js";
import { classify, readError } from "../../rules/reader.js";

const STATUSES = Array.from({ length: 200 }, (_, i) => 400 + i);
const lifecycle: Lifecycle = {
  charge: { at: "unknown", failed: "unknown" },
  states: {},
  submit: {},
  read: { readVideo: { with: { "path.id": "id" }, as: "task" } },
  representations: { task: { id: "$.id" } },
  poll: { first: 1, every: [1, 1], giveUp: 1 },
};
const contract = { lifecycle, operations: {} };
const answer = (status: number) => ({ status, headers: new Headers(), body: {} });

describe("without a rule", () => {
  it.each(STATUSES)("%d means to the gate what it means to a client", (status) => {
    const { outcome, error, resend } = {
      resend: undefined,
      error: undefined,
      ...classify(contract, "submit", answer(status)),
    };
    const said = usual(status, "outcomes");
    expect([said?.outcome, said?.error]).toEqual([outcome, outcome === "unknown" ? "" : error?.code]);
    expect(said?.resend !== undefined).toBe(resend !== undefined);
    expect(usual(status, "errors")?.error).toBe(readError(contract, "listModels", answer(status))?.code);
    expect(usual(status, "reads")?.error).toBe(readError(contract, "readVideo", answer(status))?.code);
  });
});
