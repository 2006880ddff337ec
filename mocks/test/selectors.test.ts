import { fixturesOf, keyHeaderOf, providers, readDocument, type Fixture } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { choiceOf } from "../src/faults/choice.js";
import { createMock, readCatalogue, scenarioOf } from "../src/index.js";

const CODES = [400, 401, 402, 429, 500];
const BASE = "http://mock.test";

/** A path with something in the place of every parameter. */
const pathOf = ({ path }: Fixture): string => path.replaceAll(/\{\w+\}/g, "x");

describe.each(providers())("%s: every named example of 400, 401, 402, 429 and 500, word for word", (provider) => {
  const document = readDocument(provider);
  const { name: keyHeader, prefix } = keyHeaderOf(document);
  const key = (words: string) => ({ [keyHeader]: [prefix, words].filter(Boolean).join(" ") });
  const fixtures = fixturesOf(document).filter(({ status }) => CODES.includes(status));
  const mock = createMock({ specs: [document], validate: true });

  async function ask(fixture: Fixture, headers: Record<string, string>, query = "", prompt?: string) {
    const response = await mock.fetch(`${BASE}/${provider}${pathOf(fixture)}${query}`, {
      method: fixture.method,
      headers: { ...headers, ...(prompt !== undefined && { "content-type": "application/json" }) },
      ...(prompt !== undefined && { body: JSON.stringify({ prompt }) }),
    });
    return { status: response.status, body: await response.json() };
  }

  it("has examples of every code that it documents", () => {
    expect(new Set(fixtures.map(({ status }) => status))).toEqual(new Set(CODES));
  });

  it.each(fixtures.map((fixture) => [`${fixture.id} ${fixture.status} ${fixture.name}`, fixture] as const))(
    "%s",
    async (_, fixture) => {
      const { status, name, body } = fixture;
      const wanted = { status, body };
      expect(await ask(fixture, { ...key("sk"), prefer: `code=${status}, example=${name}` })).toEqual(wanted);
      expect(await ask(fixture, key("sk"), `?__code=${status}&__example=${name}`)).toEqual(wanted);
      // Where there is no prompt, the key is where people can write.
      expect(await ask(fixture, key(`sk-[mock:${status} ${name}]`))).toEqual(wanted);
      if (fixture.method !== "get") {
        expect(await ask(fixture, key("sk"), "", `a lantern [mock:${status} ${name}]`)).toEqual(wanted);
      }
      const faults = scenarioOf({ faults: [{ on: fixture.id, answer: { status, example: name } }] }, readCatalogue());
      mock.addFaults(faults, { provider });
      expect(await ask(fixture, key("sk"))).toEqual(wanted);
      mock.clearFaults();
    },
  );

  it("refuses what it does not have, and says what there is", async () => {
    const [fixture] = fixtures;
    if (!fixture) throw new Error("no fixture");
    for (const [headers, query] of [
      [{ prefer: "code=418" }, ""],
      [{ prefer: "code=400, example=nonsense" }, ""],
      [{ prefer: "scenario=nonsense" }, ""],
      [{}, "?__code=418"],
      [{}, "?__code=nonsense"],
      [{}, "?__scenario=nonsense"],
    ] as const) {
      const response = await mock.fetch(`${BASE}/${provider}${pathOf(fixture)}${query}`, {
        method: fixture.method,
        headers: { ...key("sk"), ...headers },
      });
      expect(response.headers.get("x-mock-fault")).toBe("unknown-scenario");
      const text = await response.text();
      expect(text).toMatch(/There is no (418|400 nonsense|nonsense) here\./);
      expect(text).toContain(`${fixture.status} ${fixture.name}`);
      expect(text).toContain("rate-limit-burst");
    }
  });
});

describe("magic texts", () => {
  const unknownIn = (text: string) =>
    choiceOf({ method: "POST", path: "/", query: new URLSearchParams(), headers: {}, text }, new Map(), "authorization")
      .unknown;

  it.each([
    ["[mock:a]", ["a"]],
    ["[mock:a, b] and [mock:c]", ["a", "b", "c"]],
    ["[mock:a[mock:b] c]", ["b"]],
    ["[mock:[mock:a", []],
    ["[mock:[mock:a]]", ["a"]],
    ["[mock:] [mock:a]", ["a"]],
    ["[mock:a\n] [mock:b\r] [mock:c]", ["c"]],
    [`[mock:${"a".repeat(400)}]`, ["a".repeat(400)]],
    [`[mock:${"a".repeat(401)}] [mock:b]`, ["b"]],
    [`[mock:${"a".repeat(400)}[mock:b]`, ["b"]],
  ])("are whole, on one line, and no longer than 400 characters: text %#", (text, names) => {
    expect(unknownIn(text)).toEqual(names);
  });

  it("are heeded a hundred times in a text", () => {
    expect(unknownIn("[mock:a]".repeat(1000))).toHaveLength(100);
    expect(unknownIn(`${"[mock:".repeat(1000)}\n[mock:a]`)).toEqual(["a"]);
  });
});
