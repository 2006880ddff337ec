import { providers, readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { createMock, readCatalogue, scenarioOf } from "../src/index.js";
import { START } from "./mocking.js";

const specs = providers().map(readDocument);
const headers = { authorization: "Bearer sk", "content-type": "application/json" };
const NAMESPACES = ["a", "b", "c.d", "a-longer_one.of-64-characters".padEnd(64, "x")];

async function submit(fetching: typeof fetch, prefix: string, prompt: string) {
  const response = await fetching(`http://mock.test/toapis${prefix}/v1/videos/generations`, {
    method: "POST",
    headers,
    body: JSON.stringify({ model: "gemini_omni", prompt }),
  });
  return response.json();
}

describe("namespaces", () => {
  it("keep 200 tasks in four of them apart while all are polled at once", async () => {
    const mock = createMock({ specs, clock: () => START, validate: true });
    const prefixes = NAMESPACES.map((name) => `/~${name}`);
    const tasks = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const prefix = prefixes[i % prefixes.length] ?? "";
        return { prefix, ...(await submit(mock.fetch, prefix, `task ${i}`)) };
      }),
    );
    // Each namespace lives in a time of its own.
    for (const [i, name] of NAMESPACES.entries()) mock.advance(i * 60, name);
    const shown = await Promise.all(
      tasks.map(async ({ prefix, id }) => {
        const response = await mock.fetch(`http://mock.test/toapis${prefix}/v1/videos/generations/${id}`, { headers });
        return response.json();
      }),
    );
    for (const [i, task] of shown.entries()) {
      expect(task.id).toBe(tasks[i]?.id);
      expect(task.progress).toBe([0, 33, 67, 100][i % 4]);
    }
    for (const [i, name] of NAMESPACES.entries()) {
      const { accepted } = mock.ledger(name);
      expect(accepted.map(({ task }) => task)).toEqual(tasks.filter((_, at) => at % 4 === i).map(({ id }) => id));
    }
    expect(mock.ledger().accepted).toEqual([]);
  });

  it("stand in the links of the answers", async () => {
    const mock = createMock({ specs, clock: () => START, validate: true });
    const { id } = await submit(mock.fetch, "/~a", "x");
    mock.advance(1000, "a");
    const task = await (await mock.fetch(`http://mock.test/toapis/~a/v1/videos/generations/${id}`, { headers })).json();
    const link = task.result.data[0].url;
    expect(link).toBe(`http://mock.test/toapis/~a/__files/${id}/1.mp4`);
    expect((await mock.fetch(link)).status).toBe(200);
    expect((await mock.fetch(link.replace("/~a", ""))).status).toBe(404);
    expect((await mock.fetch(link.replace("/~a", "/~b"))).status).toBe(404);
  });

  it("share no fault, no ledger and no reset", async () => {
    const mock = createMock({ specs, clock: () => START, validate: true });
    mock.addFaults(scenarioOf({ faults: ["reset-before-accept"] }, readCatalogue()), { namespace: "a" });
    await expect(submit(mock.fetch, "/~a", "x")).rejects.toThrow("fetch failed");
    expect(await submit(mock.fetch, "/~b", "x")).toMatchObject({ status: "queued" });
    expect(await submit(mock.fetch, "", "x")).toMatchObject({ status: "queued" });
    mock.reset("b");
    expect(mock.ledger("a").totals).toMatchObject({ accepted: 0, refused: 1 });
    expect(mock.ledger("b").totals).toMatchObject({ accepted: 0, refused: 0 });
    expect(mock.ledger().totals).toMatchObject({ accepted: 1, refused: 0 });
  });

  it("give ids of their own, and always the same ones", async () => {
    const [one, two] = [1, 2].map(() => createMock({ specs, clock: () => START, validate: true }));
    if (!one || !two) throw new Error("no mocks");
    const first = await submit(one.fetch, "/~a", "x");
    expect((await submit(one.fetch, "/~b", "x")).id).not.toBe(first.id);
    await submit(two.fetch, "/~b", "other");
    expect(await submit(two.fetch, "/~a", "x")).toEqual(first);
  });
});

describe("two mocks in one process", () => {
  it("share nothing", async () => {
    const one = createMock({ specs, clock: () => START, validate: true });
    const two = createMock({ specs, clock: () => START, validate: true });
    const { id } = await submit(one.fetch, "", "x");
    one.advance(1000);
    one.addFaults(scenarioOf({ faults: ["html-502"] }, readCatalogue()));
    expect(two.now()).toBe(START);
    expect(two.ledger().accepted).toEqual([]);
    expect(two.faults()).toEqual([]);
    const response = await two.fetch(`http://mock.test/toapis/v1/videos/generations/${id}`, { headers });
    expect(response.status).toBe(404);
  });
});

describe("memory", () => {
  it("forgets the oldest tasks beyond the limit", async () => {
    const mock = createMock({ specs, clock: () => START, limit: 3, validate: true });
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push((await submit(mock.fetch, "", `x${i}`)).id);
    expect(mock.ledger().accepted.map(({ task }) => task)).toEqual(ids.slice(2));
    const response = await mock.fetch(`http://mock.test/toapis/v1/videos/generations/${ids[0]}`, { headers });
    expect(response.status).toBe(404);
  });

  it("takes no task of a namespace that has few for one that has many", async () => {
    const mock = createMock({ specs, clock: () => START, limit: 3, validate: true });
    await submit(mock.fetch, "/~a", "x");
    for (let i = 0; i < 5; i += 1) await submit(mock.fetch, "/~b", `x${i}`);
    expect(mock.ledger("a").accepted).toHaveLength(1);
    expect(mock.ledger("b").accepted).toHaveLength(2);
  });

  it("forgets the oldest namespaces beyond a thousand, but never the one without a name", async () => {
    const mock = createMock({ specs, clock: () => START, validate: true });
    await submit(mock.fetch, "", "x");
    for (let i = 0; i < 1001; i += 1) await submit(mock.fetch, `/~n${i}`, "x");
    expect(mock.ledger().accepted).toHaveLength(1);
    expect(mock.ledger("n0").accepted).toHaveLength(0);
    expect(mock.ledger("n1000").accepted).toHaveLength(1);
  });
});
