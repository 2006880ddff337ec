import { expect, it } from "vitest";
import { readEvent, readTask, type Contract } from "../src/language/index.js";

/** A provider that may tell a video by its address, by its content, or by both. */
const contract: Contract = {
  operations: {},
  lifecycle: {
    charge: { at: "unknown", failed: "unknown" },
    states: { completed: ["done"] },
    submit: {},
    read: { look: { as: "task" }, lookRuled: { as: "ruled" } },
    webhooks: { told: { as: "ruled" } },
    representations: {
      ruled: {
        first: [
          { where: { "$.state": ["done"] }, has: "$.why", is: "failed" },
          { where: { "$.state": ["done"] }, is: "completed" },
          { has: "$.state", is: "queued" },
        ],
      },
      task: { state: "$.state", videos: [{ each: "$.videos[*]", url: "@.url", data: "@.base64" }] },
    },
    poll: { first: 1, every: [1, 1], giveUp: 10 },
  },
};

it.each([
  ["its address", [{ url: "https://a.test/1" }], [{ url: "https://a.test/1" }]],
  ["its content", [{ base64: "AAAA" }], [{ data: "AAAA" }]],
  ["both: the address wins", [{ url: "https://a.test/1", base64: "AAAA" }], [{ url: "https://a.test/1" }]],
  ["neither", [{ width: 9 }], []],
  [
    "one this way, one that",
    [{ base64: "AAAA" }, { url: "https://a.test/2" }],
    [{ data: "AAAA" }, { url: "https://a.test/2" }],
  ],
])("a video is told by %s", (_, videos, expected) => {
  const reading = readTask(contract, "look", { status: 200, body: { state: "done", videos } });
  expect(reading.task?.videos).toEqual(expected);
});

it.each([
  [{ state: "done", why: "blocked" }, "failed"],
  [{ state: "done" }, "completed"],
  [{ state: "odd" }, "queued"],
])("of the rules that hold of %j the first wins, in answers and in events", (body, status) => {
  expect(readTask(contract, "lookRuled", { status: 200, body }).task?.status).toBe(status);
  expect(readEvent(contract, "told", body)?.status).toBe(status);
});
