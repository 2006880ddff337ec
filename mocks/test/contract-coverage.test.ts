// The coverage of the contract suite counts what went over the wire: a replay that is left out is a hole with its name.
import { fixturesOf, parseDocument, readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { createRecorder, holesOf, wantedOf } from "../src/contract-suite/coverage.js";
import { createVerbOf } from "../src/contract-suite/verbs.js";

const document = parseDocument(
  "acme",
  `paths:
  /tasks/{id}:
    get:
      operationId: getTask
      responses:
        "200": { content: { application/json: { examples: { done: { value: { a: 1 } }, busy: { value: { a: 2 } } } } } }
        "404": { content: { application/json: { examples: { gone: { value: { a: 3 } } } } } }
`,
);
const fixtures = fixturesOf(document);
const wanted = wantedOf(fixtures, () => ["api", "status"]);

/** Asks for examples through a recorder, as a client would, and counts what was seen. */
async function replayed(asked: readonly (readonly [example: string, status: number])[], path = "/tasks/t_1") {
  const answers = new Map(asked);
  const recorder = createRecorder(document, (request) => {
    const example = request.headers.get("prefer")?.split("example=")[1] ?? "";
    return Promise.resolve(new Response("{}", { status: answers.get(example) ?? 200 }));
  });
  for (const [example, status] of asked) {
    const headers = { Prefer: `code=${status}, example=${example}` };
    await recorder.fetch(new Request(`http://prism.test${path}`, { headers }));
  }
  return recorder.take();
}

const ALL = [
  ["done", 200],
  ["busy", 200],
  ["gone", 404],
] as const;
const by = (method: string, seen: Awaited<ReturnType<typeof replayed>>) => seen.map((one) => ({ ...one, method }));

describe("the coverage of a contract", () => {
  it("wants every example of every status through every method", () => {
    expect(wanted).toHaveLength(6);
  });

  it("wants the verbs that the contract has, with or without a client that has them", () => {
    const verbOf = createVerbOf(readDocument("toapis"));
    const operations = ["createVideo", "getVideo", "uploadImage", "getTokenBalance", "getUserBalance", "listModels"];
    expect(operations.map(verbOf)).toEqual(["submit", "status", "upload", "balance", undefined, undefined]);
  });

  it("has no hole when all of them went over the wire", async () => {
    const seen = await replayed(ALL);
    expect(holesOf({ provider: "acme", wanted, replayed: [...by("api", seen), ...by("status", seen)] })).toEqual([]);
  });

  it("names the one that was left out", async () => {
    const [whole, less] = [await replayed(ALL), await replayed(ALL.filter(([name]) => name !== "busy"))];
    const holes = holesOf({ provider: "acme", wanted, replayed: [...by("api", whole), ...by("status", less)] });
    expect(holes).toEqual([{ operation: "getTask", status: 200, example: "busy", method: "status" }]);
  });

  it("does not count an example that came with another status, or from another address", async () => {
    const wrong = await replayed([
      ["done", 404],
      ["busy", 200],
      ["gone", 404],
    ]);
    const api = wanted.filter(({ method }) => method === "api");
    expect(holesOf({ provider: "acme", wanted: api, replayed: by("api", wrong) })).toHaveLength(1);
    expect(holesOf({ provider: "acme", wanted: api, replayed: by("api", await replayed(ALL, "/other")) })).toHaveLength(
      3,
    );
  });
});
