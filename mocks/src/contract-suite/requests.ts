import { checkBody, type RequestSchema } from "@omni-contracts/core/language";
import { isObject, objectAt, operationsOf, readDocument, type Json, type JsonObject } from "@omni-contracts/specs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import type { Handler } from "../http.js";
import { createPrism } from "../prism.js";
import { samplesOf } from "./call.js";
import { mutate, randomFrom } from "./mutate.js";

/** A sample request with one thing wrong. */
export interface BrokenRequest {
  /** The rule or bound of the provider's pages that it breaks. */
  readonly rule: string;
  readonly operation: string;
  /** The sample that is changed. */
  readonly sample: string;
  readonly set?: JsonObject;
  readonly unset?: readonly string[];
  /** The member that the refusal must name. */
  readonly field: string;
}

const FUZZED_PER_SAMPLE = 100;

/**
 * The request corpus of a provider: every sample is accepted, and every broken request is refused with its member named,
 * by Prism, by Ajv on the bundle, and by core's interpreter on the generated schemas. Seeded mutations of the samples
 * hold the interpreter to Ajv's verdict.
 */
export function describeRequests(
  provider: string,
  schemas: Readonly<Record<string, RequestSchema>>,
  broken: readonly BrokenRequest[],
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

    it.each(broken.map((row) => [row.rule, row] as const))("refused: %s", async (_, row) => {
      const sample = operationOf(row.operation).samples[row.sample];
      if (!isObject(sample)) throw new Error(`${row.operation} has no sample "${row.sample}".`);
      const kept = Object.entries({ ...sample, ...row.set }).filter(([name]) => !row.unset?.includes(name));
      const { issues, ...verdicts } = await judge(row.operation, Object.fromEntries(kept));
      // Prism takes a 422 for bad input wherever the contract has one, whatever that 422 is documented for.
      expect(verdicts).toEqual({ ajv: false, prism: false, status: verdicts.status === 422 ? 422 : 400 });
      const named = issues.some(({ field, message }) => field === row.field || message.includes(`\`${row.field}\``));
      expect(named, `no issue names ${row.field}: ${JSON.stringify(issues)}`).toBe(true);
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
