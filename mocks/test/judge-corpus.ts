// What the judges are held to each other with: the requests of the contracts and their checklists, and seeded changes of them.
import { readFileSync } from "node:fs";
import {
  isObject,
  objectAt,
  operationsOf,
  parseDocument,
  readDocument,
  textOf,
  type Document,
  type Json,
  type JsonObject,
  type OperationEntry,
} from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { samplesOf } from "../src/contract-suite/call.js";
import { mutate } from "../src/contract-suite/mutate.js";
import { randomFrom } from "../src/engine/random.js";
import { createRouter } from "../src/engine/routes.js";
import { createAjvJudge } from "../src/judge/ajv.js";
import type { Judge, Refusal } from "../src/judge/judge.js";
import { createPrismJudge } from "../src/judge/prism.js";
import { createPrism } from "../src/prism/prism.js";
import type { MockRequest } from "../src/transport/http.js";

export const KEY = { authorization: "Bearer sk-test" };
export const JSON_TYPE = { "content-type": "application/json" };

export interface Bench {
  readonly document: Document;
  readonly ajv: Judge;
  readonly prism: Judge;
  /** What both say of a request. */
  readonly both: (request: Partial<MockRequest> & Pick<MockRequest, "method" | "path">) => Promise<Verdicts>;
}

export interface Verdicts {
  readonly ajv: Refusal | undefined;
  readonly prism: Refusal | undefined;
}

export async function benchOf(document: Document): Promise<Bench> {
  const ajv = createAjvJudge(document);
  const prism = createPrismJudge(await createPrism(document));
  const router = createRouter(document);
  return {
    document,
    ajv,
    prism,
    both: async (given) => {
      const request = { query: new URLSearchParams(), headers: KEY, ...given };
      const route = router(request.method, request.path);
      if (!route) throw new Error(`${document.provider} has no ${request.method} ${request.path}.`);
      return { ajv: await ajv(route, request), prism: await prism(route, request) };
    },
  };
}

const benches = new Map<string, Promise<Bench>>();

/** The bench of a provider, made once: Prism takes its time to read a contract. */
export function benchFor(provider: string): Promise<Bench> {
  const bench = benches.get(provider) ?? benchOf(readDocument(provider));
  benches.set(provider, bench);
  return bench;
}

/** The verdicts alone, to be compared. */
export const codesOf = ({ ajv, prism }: Verdicts) => ({
  ajv: ajv?.code ?? "accepted",
  prism: prism?.code ?? "accepted",
});

export const same = (code: Refusal["code"] | "accepted") => ({ ajv: code, prism: code });

/** A request with a JSON body. */
export const post = ({ method, path }: OperationEntry, body: unknown) => ({
  ...{ method, path, headers: { ...KEY, ...JSON_TYPE } },
  text: typeof body === "string" ? body : JSON.stringify(body),
});

/** The operations that take JSON, with the examples of what they take. */
export const jsonOperations = (document: Document) =>
  operationsOf(document).flatMap((entry) => {
    const samples = Object.entries(samplesOf(document, entry));
    return samples.length > 0 ? [{ entry, samples }] : [];
  });

export interface Row {
  readonly title: string;
  readonly entry: OperationEntry;
  readonly field: string;
  /** Absent where the sample itself is what keeps the rule. */
  readonly kept?: JsonObject;
  readonly broken: JsonObject;
}

/** The rows of a provider's checklist, each with a request that only just keeps its rule and one that breaks it. */
export function rowsOf(document: Document): Row[] {
  const file = new URL(`../../packages/providers/${document.provider}/test/rules.yaml`, import.meta.url);
  // A list, made the member of an object: that is what the reader of contracts reads.
  const { root } = parseDocument(document.provider, `rules:\n${readFileSync(file, "utf8")}`);
  const operations = jsonOperations(document);
  return [root.rules ?? []]
    .flat()
    .filter(isObject)
    .flatMap(({ rule, operation, sample, also, takes, set, unset, field }) =>
      [sample ?? "", also ?? []].flat().map((name) => {
        const found = operations.find(({ entry }) => entry.id === operation);
        if (!found) throw new Error(`No operation ${textOf(operation)} takes JSON.`);
        const body = objectAt(found.samples.find(([one]) => one === name)?.[1]);
        const left = Object.entries({ ...body, ...objectAt(set) }).filter(
          ([key]) => ![unset ?? []].flat().includes(key),
        );
        return {
          ...{ title: `${textOf(rule)} (${textOf(name)})`, entry: found.entry, field: textOf(field) },
          ...(isObject(takes) && { kept: { ...body, ...takes } }),
          broken: Object.fromEntries(left),
        };
      }),
    );
}

const ODD: Json[] = [
  null,
  true,
  0,
  -1,
  6.5,
  1e21,
  "",
  "x",
  "https://example.com/a",
  [],
  {},
  [null],
  ["https://example.com/b"],
];

/** Seeded bodies near what an operation takes: members moved between its requests, removed, nested ones changed. */
function* bodiesNear(bodies: readonly JsonObject[], random: () => number): Generator<JsonObject> {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const inside = (value: Json): Json => {
    if (Array.isArray(value)) {
      const kept = value.filter(() => random() < 0.7);
      return random() < 0.5 ? [...kept, ...kept.slice(0, 1)] : value.map(inside);
    }
    if (isObject(value)) return mutate(value, random);
    return random() < 0.5 ? (pick(ODD) ?? null) : value;
  };
  for (;;) {
    const start = pick(bodies) ?? {};
    let body = { ...start };
    // Mostly of the same model: what another one takes is seldom right here.
    const others = random() < 0.8 ? bodies.filter(({ model }) => model === start.model) : bodies;
    const other = { ...pick(others) };
    const edits = 1 + Math.floor(random() * 2);
    for (let i = 0; i < edits; i += 1) {
      const kind = random();
      const name = pick(Object.keys(body)) ?? "prompt";
      const foreign = pick(Object.keys(other)) ?? "prompt";
      if (kind < 0.6) body[foreign] = other[foreign] ?? null;
      else if (kind < 0.75) Reflect.deleteProperty(body, name);
      else if (kind < 0.9) body[name] = inside(body[name] ?? null);
      else body = mutate(body, random);
    }
    yield body;
  }
}

const JARGON =
  /must NOT|schema|anyOf|oneOf|unevaluated|undefined|\[object|what the contract asks for|none of the forms|\n/;

/** Both judges give the same verdict on seeded bodies, of which many are right and many wrong. */
export function describeFuzz(provider: string, count: number): void {
  const document = readDocument(provider);
  const rows = rowsOf(document);
  const operations = jsonOperations(document);

  describe(`${provider}: ${count} seeded bodies`, () => {
    it("gives the same verdicts by both judges, and a reason in plain words", async () => {
      const { both } = await benchFor(provider);
      const random = randomFrom(20_261_121);
      const verdicts = { accepted: 0, refused: 0 };
      for (const { entry, samples } of operations) {
        const kept = rows.flatMap((row) => (row.entry.id === entry.id && row.kept ? [row.kept] : []));
        const near = bodiesNear([...samples.map(([, body]) => objectAt(body)), ...kept], random);
        for (let i = 0; i < count / operations.length; i += 1) {
          const body: unknown = near.next().value;
          const found = await both(post(entry, body));
          const { ajv, prism } = codesOf(found);
          if (ajv !== prism) expect.fail(`${JSON.stringify(body)}: ${JSON.stringify(found)}`);
          verdicts[found.ajv ? "refused" : "accepted"] += 1;
          if (found.ajv) expect(found.ajv.message).not.toMatch(JARGON);
        }
      }
      // A generator that only breaks, or never does, would prove nothing.
      expect(verdicts.accepted).toBeGreaterThan(count / 5);
      expect(verdicts.refused).toBeGreaterThan(count / 5);
    });
  });
}
