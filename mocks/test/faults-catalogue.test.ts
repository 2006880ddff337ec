import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario, readCatalogue } from "../src/index.js";
import { CATALOGUE } from "../src/faults/scenario.js";

describe("faults as data", () => {
  it("are like others, with changes", () => {
    const scenario = parseScenario(
      `
name: evening
faults:
  - rate-limit-burst
  - {use: stuck, task: {stuckAt: 0.9}}
  - {on: getVideoGeneration, every: 4, answer: {status: 503, body: {error: busy}}}
`,
      readCatalogue(),
    );
    expect(scenario.name).toBe("evening");
    expect(scenario.faults).toMatchObject([
      { name: "rate-limit-burst", answer: { retryAfter: 2 } },
      { name: "stuck", task: { stuckAt: 0.9 } },
      { name: "evening", every: 4 },
    ]);
  });

  it.each([
    ["faults: [stuk]", /^faults\[0\]: there is no fault "stuk"\. There are: accepted-then-reset, /],
    ["faults: [{use: stuck, task: {stuckAt: 1.5}}]", "faults[0].task.stuckAt must be <= 1."],
    ["faults: [{on: submit, answer: {stats: 500}}]", "faults[0].answer.stats is not known."],
    [
      "faults: [{task: {ends: exploded}}]",
      /^faults\[0\]\.task\.ends must be equal to one of the allowed values: completed, /,
    ],
    ["faults: []", "faults must NOT have fewer than 1 items."],
    ["fault: [stuck]", /^(fault is not known|The scenario must have required property 'faults')\.$/],
    ["just text", "The scenario must be object."],
  ])("are refused in one line when %s", (text, message) => {
    expect(() => parseScenario(text, readCatalogue())).toThrow(message);
  });

  it("say for people what happened, whether it was charged, and what a right client does", () => {
    const text = readFileSync(new URL("../faults/catalogue.yaml", import.meta.url), "utf8");
    const { faults }: { faults: Record<string, unknown>[] } = parse(text);
    expect(faults.length).toBeGreaterThanOrEqual(30);
    for (const fault of faults) {
      for (const member of ["name", "happens", "charged", "client"]) {
        expect(fault, String(fault.name)).toHaveProperty(member, expect.stringMatching(/\S/));
      }
    }
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });

  it("are what the schema of scenarios allows, which no start takes the time to look at", () => {
    const { faults } = parseScenario(readFileSync(CATALOGUE, "utf8"), new Map());
    expect(faults.map((fault) => [fault])).toEqual([...readCatalogue().values()]);
  });

  it("are listed in the README", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    for (const name of readCatalogue().keys()) expect(readme).toContain(`\`${name}\``);
  });
});
