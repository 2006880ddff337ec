// Prism skips validation without a word when one schema does not compile, and without the 2020-12 dialect.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { fixturesOf, objectAt, operationsOf, providers, readDocument, resolved, textOf } from "../src/index.js";

const EXTENSIONS = ["x-input", "x-model", "x-evidence", "discriminator", "example"];

/** An Ajv that knows what OpenAPI and the contract language add, and refuses every other keyword. */
function strictAjv() {
  const options = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true };
  const ajv = formats.default(new Ajv2020(options)).addFormat("binary", true);
  for (const keyword of EXTENSIONS) ajv.addKeyword({ keyword });
  return ajv;
}

const pointer = (...keys: string[]): string =>
  keys.map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");

describe.each(providers())("%s", (provider) => {
  const document = readDocument(provider);
  const { root } = document;
  // References in a bundle are absolute (`#/components/…`), so the document has to lie at the root.
  const ajv = formats.default(new Ajv2020({ strict: false })).addSchema(root, "bundle");

  it("has the 2020-12 dialect and servers without a path", () => {
    expect(root.jsonSchemaDialect).toBe("https://json-schema.org/draft/2020-12/schema");
    for (const server of [root.servers ?? []].flat()) expect(new URL(textOf(objectAt(server).url)).pathname).toBe("/");
  });

  it.each(Object.keys(objectAt(objectAt(root.components).schemas)))("schema %s compiles", (name) => {
    expect(() => ajv.compile({ $ref: `bundle#/${pointer("components", "schemas", name)}` })).not.toThrow();
  });

  it("uses no keyword that Ajv does not know", () => {
    for (const schema of Object.values(objectAt(objectAt(root.components).schemas))) {
      const closed = JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "$ref" ? undefined : value)));
      expect(() => strictAjv().compile(closed)).not.toThrow();
    }
  });

  it.each(fixturesOf(document).map((fixture) => [`${fixture.id} ${fixture.status} ${fixture.name}`, fixture] as const))(
    "%s is what its schema says",
    (_, { id, status, body }) => {
      const { path, method, operation } = operationsOf(document).find((one) => one.id === id) ?? {};
      const response = objectAt(objectAt(operation?.responses)[String(status)]);
      const { schema } = objectAt(objectAt(resolved(document, response).content)["application/json"]);
      const at =
        objectAt(schema).$ref ??
        `#/${pointer("paths", path ?? "", method ?? "", "responses", String(status), "content", "application/json", "schema")}`;
      const validate = ajv.compile({ $ref: `bundle${textOf(at)}` });
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    },
  );
});
