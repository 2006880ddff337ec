// What the tables say about money, held against the providers' pages, as people read them.
import { expect, it } from "vitest";
import { errorRows, type Charged, type ErrorRow, type Repeat } from "../src/errors/error-rows.js";
import { withErrorTables } from "../src/reference/error-summary.js";
import { errorTable, moneyCells } from "../src/errors/error-table.js";
import { plainMarkdown } from "../src/site/twins.js";
import { objectAt, operationsOf, textOf } from "@omni-contracts/specs";
import { rowsOf, source } from "./support.js";

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
  // Refused, and free; the contract gives no delays, and the client calls it retryable.
  ["apimart", "createVideoGeneration", "provider_unavailable", "no", "wait"],
  // A look costs nothing; the task may be paid all the same: at once, or nobody says when.
  ["toapis", "getVideo", "task_not_found", "task-unknown", "free"],
  ["toapis", "getVideo", "rate_limited", "task-unknown", "wait"],
  ["apimart", "getTask", "task_not_found", "task-accepted", "free"],
  ["apimart", "getTask", "authentication", "task-accepted", "mend"],
  ["apimart", "getTask", "permission_denied", "task-accepted", "mend"],
  ["apimart", "getTask", "rate_limited", "task-accepted", "wait"],
  ["apimart", "getTask", "provider_unavailable", "task-accepted", "free"],
  // No task is behind these.
  ["apimart", "uploadImage", "authentication", "no", "mend"],
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
    const [, , ...lines] = errorTable(all, "en")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const cells = lines.map((line) => line.split(/(?<!\\)\|/).slice(1, -1));
    expect(cells.filter((row) => row.length !== 5 || row.some((cell) => !cell.trim()))).toEqual([]);
  }
});

const sample = [...rows.values()].flat()[0];

/** What people, and machines, read of a row: the cells of money as they stand in the Markdown beside a page. */
function readAs(language: "en" | "zh", more: Partial<ErrorRow>): readonly string[] {
  if (!sample) throw new Error("There are no errors.");
  const markdown = `# Errors\n\n${moneyCells({ ...sample, ...more }, language).join("\n")}`;
  return plainMarkdown({ path: "", title: "", description: "", kind: "errors", section: "errors", language, markdown })
    .trim()
    .split("\n")
    .slice(2);
}

it.each([
  ["no", "No", "否"],
  ["refunded", "Given back: by the provider's page", "已退还（依服务商页面）"],
  ["yes", "Yes", "是"],
  ["unknown", "Not known", "未知"],
  ["task-accepted", "This look: no; the task: yes, once accepted", "这次查询：否；任务：是，受理即扣费"],
  ["task-unknown", "This look: no; the task: not known", "这次查询：否；任务：未知"],
] as const satisfies readonly (readonly [Charged, string, string])[])(
  "says of money that is charged: %s",
  (charged, en, zh) => {
    expect([readAs("en", { charged })[0], readAs("zh", { charged })[0]]).toEqual([en, zh]);
  },
);

it.each([
  [{ kind: "mend" }, "Only after the fix: unchanged, it fails again", "修正后可以：不修正而原样重发，仍会失败"],
  [
    { kind: "never" },
    "No: there may be a task that is paid for: look for it first",
    "否：任务可能已创建并扣费：先去查找它",
  ],
  [{ kind: "free" }, "Yes: it costs nothing", "能：不产生费用"],
  [{ kind: "new-task" }, "No: a new submit is a new task, and paid for anew", "否：再次提交就是新任务，会再次计费"],
  [
    { kind: "wait", after: "Retry-After", seconds: [1, 2] },
    "Yes: after `Retry-After`, without it after 1, 2 s",
    "能：等待 `Retry-After` 指明的时间，没有则依次等待 1, 2 秒",
  ],
  [{ kind: "wait", seconds: [] }, "Yes: after a while", "能：稍等之后"],
] as const satisfies readonly (readonly [Repeat, string, string])[])("says of a repeat: %o", (repeat, en, zh) => {
  expect([readAs("en", { repeat })[1], readAs("zh", { repeat })[1]]).toEqual([en, zh]);
});

it("marks every error that no page shows, and no other", () => {
  for (const all of rows.values()) {
    const lines = errorTable(all, "en").split("\n");
    const marked = lines.filter((line) => line.includes(">inferred</span>")).length;
    expect(marked).toBe(all.filter(({ example }) => example.startsWith("inferred-")).length);
    expect(marked).toBeGreaterThan(0);
  }
});

it.each(source.documents)("tells in the whole reference of $provider what every error costs", (document) => {
  const all = errorRows(document);
  const { root } = withErrorTables(document);
  for (const { id, path, method } of operationsOf(document)) {
    const description = textOf(objectAt(objectAt(objectAt(root.paths)[path])[method]).description);
    const shown = rowsOf(description);
    for (const { operationId, code, status, charged, repeat } of all.filter((row) => row.operationId === id)) {
      const [cost, again] = [readAs("en", { charged })[0] ?? "", readAs("en", { repeat })[1] ?? ""];
      const own = shown.filter(
        ([errors, ...money]) => errors?.includes(`\`${code}\``) && money.join() === [cost, again].join(),
      );
      expect([operationId, code, own.length]).toEqual([operationId, code, 1]);
      expect(own[0]?.[0]).toMatch(new RegExp(`\`${code}\`[ \\d,]* ${status}\\b`));
      expect(description).toContain(`(../../errors/${document.provider}.html#${id})`);
    }
  }
});
