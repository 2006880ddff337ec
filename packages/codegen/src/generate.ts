import { lifecycleData, operationsData, modelsData, pricesData, serviceOf, webhooksData } from "./contract-data.js";
import { parseDocument, readBundle, type Json } from "@omni-contracts/specs";
import { openapiTypes } from "./openapi-types.js";
import { requestSchemas } from "./request-schema.js";
import { samplesOf } from "./samples.js";

export const GENERATE_COMMAND = "npm run generate";

const header = (provider: string): string =>
  [
    `// Generated from specs/${provider}/ by \`${GENERATE_COMMAND}\`. Do not edit: change the YAML and run it again.`,
    "",
    "",
  ].join("\n");

const constant = (name: string, value: Json, type?: string): string =>
  `export const ${name} = ${JSON.stringify(value, null, 2)} as const${type ? ` satisfies ${type}` : ""};\n`;

/** The files of a client's `src/generated/`, name → text. */
export async function generate(provider: string, bundle = readBundle(provider)): Promise<Record<string, string>> {
  const document = parseDocument(provider, bundle);
  const head = header(provider);
  const { lifecycle, events } = lifecycleData(document);
  const contract = [
    'import type { Service } from "@omni-contracts/core";',
    'import type { Lifecycle, ModelPrices, Operation } from "@omni-contracts/core/language";',
    "",
    constant("service", serviceOf(document), "Service"),
    constant("operations", operationsData(document), "Readonly<Record<string, Operation>>"),
    constant("lifecycle", lifecycle, "Lifecycle"),
    constant("models", modelsData(document)),
    constant("prices", pricesData(document), "Readonly<Record<string, ModelPrices>>"),
    "/** The rest of the lifecycle: how webhooks tell of a task. */",
    constant("events", events, 'Pick<Lifecycle, "webhooks" | "representations">'),
    constant("webhooks", webhooksData(document)),
  ];
  const schemas = [
    'import type { RequestSchema } from "@omni-contracts/core/language";',
    "",
    constant("requestSchemas", requestSchemas(document), "Readonly<Record<string, RequestSchema>>"),
  ];
  const samples = [
    'import type { operations } from "./openapi.js";',
    "",
    "type Body<Id extends keyof operations> = operations[Id] extends {",
    '  requestBody: { content: { "application/json": infer Json } };',
    "}",
    "  ? Json",
    "  : never;",
    "",
    "/** The documented sample requests: operationId → name → body. */",
    constant("samples", samplesOf(document), "{ [Id in keyof operations]?: Record<string, Body<Id>> }"),
  ];
  return {
    "contract.ts": head + contract.join("\n"),
    "openapi.ts": head + (await openapiTypes(bundle)),
    "samples.ts": head + samples.join("\n"),
    "schemas.ts": head + schemas.join("\n"),
  };
}
