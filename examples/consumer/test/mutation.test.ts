// The operators of `npm run mutation`, on files made for it: what they change, what they leave alone, and that a seed is a sample.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "./support/readme.js";

interface Mutants {
  readonly mutants: readonly {
    readonly id: string;
    readonly operator: string;
    readonly before: string;
    readonly after: string;
    readonly mutated: string;
    /** Of a contract: where, and what stands there then; nothing, where it is taken away. */
    readonly change?: { readonly at: readonly (string | number)[]; readonly value?: unknown };
  }[];
  readonly excluded: Readonly<Record<string, number>>;
  readonly order: readonly string[];
}

const TYPESCRIPT = `import { a } from "./a.js";
interface Shape { readonly kind: "round" }
export function pick(list: number[], most = 3): object | undefined {
  if (list.length === 0 || most < 1) return undefined;
  console.log("picked one");
  const found = list.find((one) => one > 2) ?? a;
  if (found === 7) throw new TypeError("not this one");
  return { found, label: "best", isBig: true };
}
`;

const CONTRACT = `x-lifecycle:
  charge: { at: accepted, failed: refunded }
  states: { queued: [waiting], completed: [done, ready] }
  representations: { task: { state: $.data.status } }
  poll: { first: 5 }
post:
  summary: Not this
  x-outcomes:
    - { http: 200, has: $.id, outcome: accepted }
    - { http: 503, where: { $.code: [busy] }, outcome: rejected, error: provider_unavailable, resend: { else: [2] } }
  responses: { "429": { description: Too many } }
schema:
  required: [model]
  properties:
    seconds: { type: integer, enum: [4, 6], x-input: { role: duration } }
    images: { type: array, maxItems: 3 }
x-model: { prices: [{ rates: [{ perSecond: 0.1 }] }] }
`;

async function mutantsOf(folder: string, name: string, text: string, seed: number): Promise<Mutants> {
  const file = join(folder, name);
  await writeFile(file, text);
  const args = [".ci/mutation/main.mjs", "--operators", file, "--seed", String(seed)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return JSON.parse(stdout);
}

const NONE: Mutants = { mutants: [], excluded: {}, order: [] };
const found = { code: NONE, again: NONE, other: NONE, contract: NONE };
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "omni-mutants-"));
  [found.code, found.again, found.other, found.contract] = await Promise.all([
    mutantsOf(folder, "a.ts", TYPESCRIPT, 1),
    mutantsOf(folder, "a.ts", TYPESCRIPT, 1),
    mutantsOf(folder, "a.ts", TYPESCRIPT, 2),
    mutantsOf(folder, "a.yaml", CONTRACT, 1),
  ]);
  await rm(folder, { recursive: true });
});

describe("mutants of TypeScript", () => {
  it("are what the operators say", () => {
    const { mutants } = found.code;
    const changes = mutants.map(({ operator, before, after }) => `${operator}: ${before} -> ${after}`);
    expect(changes).toEqual(
      expect.arrayContaining([
        "equality: === -> !==",
        "logic: || -> &&",
        "boundary: < -> <=",
        "boundary: > -> >=",
        "number: 3 -> 4",
        "number: 3 -> (2)",
        "swap-method: find -> findLast",
        "drop-fallback: list.find((one) => one > 2) ?? a -> list.find((one) => one > 2)",
        "negate-condition: found === 7 -> !(found === 7)",
        'empty-string: "best" -> ""',
        "flip-boolean: true -> false",
        'drop-property: label: "best" -> ',
        'delete-statement: console.log("picked one"); -> ;',
      ]),
    );
    expect(mutants.filter(({ operator }) => operator === "drop-early-exit")).toHaveLength(2);
  });

  it("change one place, and nothing else", () => {
    const exit = found.code.mutants.find(({ operator }) => operator === "drop-early-exit");
    expect(exit?.mutated).toBe(TYPESCRIPT.replace(/if \(list.*\n/, ";\n"));
    for (const { mutated } of found.code.mutants) expect(mutated).not.toBe(TYPESCRIPT);
  });

  it("leave alone what no test should notice, and count it", () => {
    const { mutants, excluded } = found.code;
    const touched = mutants.filter(({ operator }) => operator === "empty-string").map(({ before }) => before);
    expect(touched).toEqual(['"best"']);
    expect(excluded).toEqual({ "module names": 1, "type-only code": 1, "log texts": 1, "wording of messages": 1 });
  });
});

describe("mutants of a contract", () => {
  it("are of every operator that finds its place", () => {
    expect([...new Set(found.contract.mutants.map(({ operator }) => operator))].toSorted()).toEqual([
      ...["bound-off-by-one", "charge-flipped", "enum-changed", "input-swapped", "outcome-error", "outcome-removed"],
      ...["outcome-swapped", "pointer-changed", "price-changed", "required-dropped", "resend-changed"],
      ...["response-removed", "state-moved", "time-changed", "where-changed"],
    ]);
  });

  it("leave the rest of the text as it is written", () => {
    const lines = new Set(CONTRACT.split("\n"));
    for (const { operator, after, mutated } of found.contract.mutants) {
      const strange = mutated.split("\n").filter((line) => !lines.has(line));
      expect(strange.length, `${operator} ${after}\n${mutated}`).toBeLessThanOrEqual(1);
    }
  });

  const outcome = ["post", "x-outcomes", 1];
  it.each([
    ["state-moved", ["x-lifecycle", "states"], { queued: ["waiting", "done"], completed: ["ready"] }],
    ["charge-flipped", ["x-lifecycle", "charge", "failed"], "kept"],
    ["pointer-changed", ["x-lifecycle", "representations", "task", "state"], "$.data.status_elsewhere"],
    ["time-changed", ["x-lifecycle", "poll", "first"], 11],
    ["outcome-swapped", [...outcome, "outcome"], "unknown"],
    ["outcome-removed", outcome, undefined],
    ["resend-changed", [...outcome, "resend"], { else: [3] }],
    ["where-changed", [...outcome, "where", "$.code", 0], "busy_elsewhere"],
    ["enum-changed", ["schema", "properties", "seconds", "enum"], [4]],
    ["bound-off-by-one", ["schema", "properties", "images", "maxItems"], 2],
    ["required-dropped", ["schema", "required"], []],
    ["input-swapped", ["schema", "properties", "seconds", "x-input", "role"], "seed"],
    ["price-changed", ["x-model", "prices", 0, "rates", 0, "perSecond"], 0.11],
  ])("%s", (operator, at, value) => {
    const own = found.contract.mutants.filter((one) => one.operator === operator);
    expect(own.map(({ change }) => ({ at: change?.at, value: change?.value }))).toContainEqual({ at, value });
    for (const { mutated } of own) expect(mutated).not.toBe(CONTRACT);
  });
});

describe("a sample", () => {
  it("is the same for the same seed, and another for another", () => {
    const { code, again, other } = found;
    expect(again.order).toEqual(code.order);
    expect(other.order).not.toEqual(code.order);
    expect(code.order.toSorted()).toEqual(code.mutants.map(({ id }) => id).toSorted());
  });
});
