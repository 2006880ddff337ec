// What the tables say about money, held against the providers' pages, as people read them.
import { expect, it } from "vitest";
import { errorRows } from "../src/errors/error-rows.js";
import { errorTable } from "../src/errors/error-table.js";
import { source } from "./support.js";

const rows = new Map(source.documents.map((document) => [document.provider, errorRows(document)]));

it.each([
  // Refused, and free.
  ["toapis", "createVideo", "authentication", "no", "mend"],
  ["toapis", "createVideo", "insufficient_credits", "no", "mend"],
  ["toapis", "createVideo", "rate_limited", "no", "wait"],
  ["apimart", "createVideoGeneration", "rate_limited", "no", "wait"],
  ["jimmyai", "createGeminiOmniVideo", "insufficient_credits", "no", "mend"],
  // The provider says that it did not serve the request.
  ["toapis", "createVideo", "provider_unavailable", "no", "wait"],
  // Nobody knows whether there is a task.
  ["toapis", "createVideo", "submission_unknown", "unknown", "never"],
  ["apimart", "createVideoGeneration", "submission_unknown", "unknown", "never"],
  ["atlascloud", "generateVideo", "submission_unknown", "unknown", "never"],
  // A look costs nothing.
  ["toapis", "getVideo", "task_not_found", "no", "free"],
  ["toapis", "getVideo", "rate_limited", "no", "wait"],
  // A task that failed: APIMart gives the money back, of ToAPIs no page tells.
  ["apimart", "getTask", "task_failed", "refunded", "new-task"],
  ["toapis", "getVideo", "content_policy", "unknown", "new-task"],
])("%s %s: %s is charged: %s, repeat: %s", (provider, operation, code, charged, repeat) => {
  const found = rows.get(provider)?.filter((row) => row.operationId === operation && row.code === code) ?? [];
  expect(found.length).toBeGreaterThan(0);
  for (const row of found) expect([row.charged, row.repeat.kind]).toEqual([charged, repeat]);
});

it("never calls a submit safe to repeat of which nobody knows whether it was taken", () => {
  const all = [...rows.values()].flat();
  expect(all.length).toBeGreaterThan(200);
  for (const { code, repeat } of all) {
    if (code === "submission_unknown") expect(repeat.kind).toBe("never");
  }
});

it("tells a cause for every error, and what to do in every row of the tables", () => {
  for (const [provider, all] of rows) {
    const bare = all.filter(({ cause }) => !cause).map(({ example }) => example);
    expect([provider, bare]).toEqual([provider, []]);
    const cells = errorTable(all, "en")
      .split("\n")
      .slice(2)
      .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));
    expect(cells.filter((row) => row.length !== 5 || row.some((cell) => !cell.trim()))).toEqual([]);
  }
});
