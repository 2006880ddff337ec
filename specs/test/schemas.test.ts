// Prism skips validation without a word when one schema does not compile: each must, and each example must pass.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { isObject, objectAt, providers, readDocument, resolved, type Document, type Json } from "../src/index.js";

const EXTENSIONS = ["x-input", "x-model", "x-evidence", "discriminator", "example"];

/** An Ajv that knows what OpenAPI and the contract language add, and refuses every other keyword. */
function strictAjv() {
  const options = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true };
  const ajv = formats.default(new Ajv2020(options)).addFormat("binary", true);
  for (const keyword of EXTENSIONS) ajv.addKeyword({ keyword });
  return ajv;
}

const pointer = (keys: string[]): string =>
  keys.map((key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");

interface Described {
  readonly at: string;
  readonly schema: Json;
  /** Name → value. */
  readonly examples: Record<string, Json>;
}

/** Every body, parameter and header of a contract: whatever has a `schema`; its examples stand beside it. */
function describedIn(document: Document, value: Json, keys: string[] = []): Described[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => describedIn(document, item, [...keys, String(i)]));
  if (!isObject(value)) return [];
  const { schema, example, examples } = value;
  const named = Object.entries(objectAt(examples)).map(([name, one]) => [name, resolved(document, one).value ?? null]);
  const single = [example, objectAt(schema).example].filter((one) => one !== undefined).map((one) => ["example", one]);
  const own = {
    at: pointer([...keys, "schema"]),
    schema: schema ?? null,
    examples: Object.fromEntries([...single, ...named]),
  };
  const inner = Object.entries(value).filter(([key]) => !key.startsWith("x-") && key !== "value" && key !== "schemas");
  return [
    ...(isObject(schema) ? [own] : []),
    ...inner.flatMap(([key, one]) => describedIn(document, one, [...keys, key])),
  ];
}

describe.each(providers())("%s", (provider) => {
  const document = readDocument(provider);
  const { root } = document;
  // References in a bundle are absolute (`#/components/…`), so the document has to lie at the root.
  const ajv = formats
    .default(new Ajv2020({ strict: false }))
    .addFormat("binary", true)
    .addSchema(root, "bundle");
  const compile = (at: string) => ajv.compile({ $ref: `bundle#/${at}` });

  const components = Object.entries(objectAt(objectAt(root.components).schemas)).map(([name, schema]) => ({
    ...{ at: pointer(["components", "schemas", name]), schema, examples: {} },
  }));
  const described: Described[] = [...components, ...describedIn(document, root)];
  const examples = described.flatMap(({ at, examples: named }) =>
    Object.entries(named).map(([name, value]) => [`${name} of ${decodeURIComponent(at)}`, at, value] as const),
  );

  it.each(described.map(({ at, schema }) => [decodeURIComponent(at), at, schema] as const))(
    "%s compiles, and has no keyword that Ajv does not know",
    (_, at, schema) => {
      expect(() => compile(at)).not.toThrow();
      const closed = JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "$ref" ? undefined : value)));
      expect(() => strictAjv().compile(closed)).not.toThrow();
    },
  );

  it.each(examples)("%s is what its schema says", (_, at, value) => {
    const validate = compile(at);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it("has schemas and examples", () => {
    expect(components).not.toEqual([]);
    expect(examples).not.toEqual([]);
  });
});
