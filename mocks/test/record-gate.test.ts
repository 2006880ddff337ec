// What a request may cost, as the recorder sees it before it is passed on.
import { describe, expect, it } from "vitest";
import { createGate } from "../src/record/gate.js";

describe("the gate", () => {
  const gate = createGate({
    provider: "acme",
    root: {
      paths: {
        "/files/{id}": { post: { operationId: "replaceFile" } },
        "/videos": { post: { operationId: "make", "x-outcomes": [] } },
      },
    },
  });

  it.each<[string, string, boolean]>([
    ["POST", "/files/1", false],
    ["POST", "/files/1?x=%2F", false],
    ["POST", "/files/..%2Fvideos", true],
    ["POST", "/files/%2e%2e", true],
    ["POST", "/files/..", true],
    ["POST", "/files/a;b", true],
    ["POST", "/files/a\\b", true],
    ["POST", "/videos", true],
    ["POST", "/videos?x=1", true],
    ["post", "/elsewhere", true],
    ["GET", "/elsewhere", false],
  ])("%s %s may cost money: %s", (method, target, isPaid) => {
    expect(gate(method, target, []).isPaid).toBe(isPaid);
  });
});
