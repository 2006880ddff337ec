import { checkBody, type RequestSchema } from "@omni-contracts/core/language";
import { isObject, objectAt, operationsOf, readDocument, type Json, type JsonObject } from "@omni-contracts/specs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import type { Handler } from "../transport/http.js";
import { createPrism } from "../prism/prism.js";
import { randomFrom } from "../engine/random.js";
import { samplesOf } from "./call.js";
import { linesInError } from "./compile.js";
import { tightenEach, withoutEach, type Variant } from "./constraints.js";
import { mutate } from "./mutate.js";

/** One rule or bound of the provider's pages, with a request that keeps it and one that breaks it. */
export interface Rule {
  /** In words. */
  readonly rule: string;
  /** operationId. */
  readonly operation: string;
  /** The sample that is changed. */
  readonly sample: string;
  /** Further samples, of other models, that break the rule in the same way. */
  readonly also?: readonly string[];
  /** What makes of the sample a request that only just keeps the rule; the sample itself, if absent. */
  readonly takes?: JsonObject;
  /** What makes of the sample a request that breaks it. */
  readonly set?: JsonObject;
  /** Members that are taken away for it. */
  readonly unset?: readonly string[];
  /** The member that the refusal must name. */
  readonly field: string;
  /** Why the broken request compiles; it must not compile if this is absent. */
  readonly untyped?: string;
}

const FUZZED_PER_SAMPLE = 100;

const namesOf = (variants: readonly Variant[]): string[] => variants.map(({ constraint }) => constraint);
const isKept = (schema: RequestSchema, body: Json): boolean => checkBody(schema, body).length === 0;

/**
 * The request corpus of a provider. Every sample is accepted, and every rule of the checklist has a request that keeps it
 * and one that breaks it, refused with its member named: by Prism, by Ajv on the bundle, by core's interpreter on the
 * generated schemas, and by the types, unless the checklist says why not. Every constraint of the schemas is on the
 * checklist: without it, one of the broken requests would pass, and a bound a step tighter would refuse one that keeps it.
 * Seeded mutations of the samples hold the interpreter to Ajv's verdict. `folder` is the client's.
 */
export function describeRequests(
  provider: string,
  folder: URL,
  schemas: Readonly<Record<string, RequestSchema>>,
  rules: readonly Rule[],
): void {
  const document = readDocument(provider);
  const ajv = formats.default(new Ajv2020({ strict: false })).addSchema(document.root, "bundle");
  const operations = operationsOf(document).flatMap((entry) => {
    const samples = samplesOf(document, entry);
    const pointer = `/paths/${entry.path.replaceAll("/", "~1")}/${entry.method}/requestBody/content/application~1json/schema`;
    if (Object.keys(samples).length === 0) return [];
    return [{ entry, samples, accepts: ajv.compile({ $ref: `bundle#${encodeURI(pointer)}` }) }];
  });

  const operationOf = (id: string) => {
    const found = operations.find(({ entry }) => entry.id === id);
    const schema = schemas[id];
    if (!found || !schema) throw new Error(`No operation "${id}" with samples and a generated schema.`);
    return { ...found, schema };
  };

  describe(`${provider}: requests`, () => {
    let prism: Handler;
    beforeAll(async () => {
      prism = await createPrism(document);
    });

    const judge = async (id: string, body: Json) => {
      const { entry, schema, accepts } = operationOf(id);
      const headers = { "content-type": "application/json", authorization: "Bearer sk-test" };
      const request = { method: entry.method, path: entry.path, query: new URLSearchParams(), headers };
      const answer = await prism({ ...request, text: JSON.stringify(body) });
      const prismRefuses = "sl-violations" in answer.headers;
      return { ajv: accepts(body), prism: !prismRefuses, status: answer.status, issues: checkBody(schema, body) };
    };

    const samples = operations.flatMap(({ entry, samples: named }) =>
      Object.entries(named).map(([name, body]) => [entry.id, name, body] as const),
    );
    it.each(samples)("%s takes %s", async (id, _, body) => {
      expect(await judge(id, body)).toEqual({ ajv: true, prism: true, status: 200, issues: [] });
    });

    const requests = rules.flatMap((row) =>
      [row.sample, ...(row.also ?? [])].map((name) => {
        const sample = operationOf(row.operation).samples[name];
        if (!isObject(sample)) throw new Error(`${row.operation} has no sample "${name}".`);
        const left = Object.entries({ ...sample, ...row.set }).filter(([key]) => !row.unset?.includes(key));
        const kept = { ...sample, ...row.takes };
        return { title: `${row.rule} (${name})`, row, kept, broken: Object.fromEntries(left) };
      }),
    );
    const named = requests.map((request) => [request.title, request] as const);

    it.each(named.filter(([, { row }]) => row.takes))("only just taken: %s", async (_, { row, kept }) => {
      expect(await judge(row.operation, kept)).toEqual({ ajv: true, prism: true, status: 200, issues: [] });
    });

    it.each(named)("refused: %s", async (_, { row, broken }) => {
      const { issues, ...verdicts } = await judge(row.operation, broken);
      // Prism takes a 422 for bad input wherever the contract has one, whatever that 422 is documented for.
      expect(verdicts).toEqual({ ajv: false, prism: false, status: verdicts.status === 422 ? 422 : 400 });
      const isNamed = issues.some(({ field, message }) => field === row.field || message.includes(`\`${row.field}\``));
      expect(isNamed, `no issue names ${row.field}: ${JSON.stringify(issues)}`).toBe(true);
    });

    it("compiles no broken request, unless the checklist says why", () => {
      const lines = [
        'import type { operations } from "../src/generated/openapi.js";',
        'type Body<Id extends keyof operations> = operations[Id] extends { requestBody: { content: { "application/json": infer B } } } ? B : never;',
        ...requests.map(
          ({ row, broken }, i) => `export const rule${i}: Body<"${row.operation}"> = ${JSON.stringify(broken)};`,
        ),
        ...requests.map(
          ({ row, kept }, i) => `export const kept${i}: Body<"${row.operation}"> = ${JSON.stringify(kept)};`,
        ),
      ];
      const errors = linesInError(folder, lines.join("\n"));
      const compiling = requests.filter((_, i) => !errors.has(i + 3)).map(({ title }) => title);
      expect(compiling).toEqual(requests.filter(({ row }) => row.untyped !== undefined).map(({ title }) => title));
      const refused = requests.filter((_, i) => errors.has(i + 3 + requests.length)).map(({ title }) => title);
      expect(refused, "requests that keep the rule and do not compile").toEqual([]);
    });

    it.each(operations.map(({ entry }) => entry.id))("has every constraint of %s on the checklist", (id) => {
      const { schema, samples: own } = operationOf(id);
      const rows = requests.filter(({ row }) => row.operation === id);
      const isBroken = (constraint: RequestSchema): boolean =>
        rows.some(({ broken }) => checkBody(schema, broken).length !== checkBody(constraint, broken).length);
      const unbroken = withoutEach(schema).filter((variant) => !isBroken(variant.schema));
      expect(namesOf(unbroken), "no request breaks this").toEqual([]);
      const kept = [...rows.map((request) => request.kept), ...Object.values(own)];
      const loose = tightenEach(schema).filter((variant) => kept.every((body) => isKept(variant.schema, body)));
      expect(namesOf(loose), "no request goes up to this").toEqual([]);
    });

    it("says what Ajv says of seeded mutations", () => {
      const random = randomFrom(20_261_121);
      const verdicts = { accepted: 0, refused: 0 };
      for (const [id, name, body] of samples) {
        const { schema, accepts } = operationOf(id);
        for (let i = 0; i < FUZZED_PER_SAMPLE; i += 1) {
          const mutant = mutate(objectAt(body), random);
          const isAccepted = accepts(mutant);
          const issues = checkBody(schema, mutant);
          expect(issues.length === 0, `${id} ${name} ${JSON.stringify(mutant)}: ${JSON.stringify(issues)}`).toBe(
            isAccepted,
          );
          verdicts[isAccepted ? "accepted" : "refused"] += 1;
        }
      }
      // A generator that only breaks, or never does, would prove nothing.
      expect(verdicts.accepted).toBeGreaterThan(samples.length * 5);
      expect(verdicts.refused).toBeGreaterThan(samples.length * 5);
    });
  });
}
