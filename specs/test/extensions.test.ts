// Every contract speaks the language of extensions.schema.yaml, and every name in it leads somewhere.
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  fixturesOf,
  isInferred,
  isObject,
  objectAt,
  operationsOf,
  parametersOf,
  providers,
  readDocument,
  textOf,
  type Document,
  type Json,
} from "../src/index.js";

const language = parse(readFileSync(new URL("../extensions.schema.yaml", import.meta.url), "utf8"));
const ajv = formats.default(
  new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false }),
);
ajv.addSchema(language, "language");

function validatorOf(name: string): ValidateFunction | undefined {
  return ajv.getSchema(`language#/$defs/${name}`);
}

interface Extension {
  readonly name: string;
  readonly at: string;
  readonly value: Json;
}

/** Every x- member of a document; what stands inside an extension or an example is not looked at again. */
function extensionsIn(value: Json, at: string): Extension[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => extensionsIn(item, `${at}/${i}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.startsWith("x-")) return [{ name, at: `${at}/${name}`, value: inner }];
    return name === "value" || name === "example" ? [] : extensionsIn(inner, `${at}/${name}`);
  });
}

const sourcesOf = (evidence: Json): Json[] => (isObject(evidence) ? [evidence.source ?? []].flat() : [evidence]);

describe.each(providers())("%s", (provider) => {
  const document: Document = readDocument(provider);
  const { root } = document;
  const extensions = extensionsIn(root, "");
  const operations = operationsOf(document);
  const ids = operations.map(({ id }) => id);
  const lifecycle = objectAt(root["x-lifecycle"]);
  const representations = Object.keys(objectAt(lifecycle.representations));

  it.each(extensions.map((one) => [one.at, one] as const))("%s is in the language", (_, { name, value }) => {
    const validate = validatorOf(name);
    expect(validate, `${name} is no extension of the language`).toBeDefined();
    expect(validate?.(value), JSON.stringify(validate?.errors)).toBe(true);
  });

  it("names only sources that it has, and uses each source", () => {
    const known = Object.keys(objectAt(root["x-sources"]));
    const evidence = extensions.filter(({ name }) => name === "x-evidence").flatMap(({ value }) => sourcesOf(value));
    const prices = extensions.flatMap(({ name, value }) =>
      name === "x-model" ? [objectAt(value).prices ?? []].flat() : [],
    );
    const named = [...evidence, ...prices.map((price) => objectAt(price).source)].map(String);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    const text = JSON.stringify({ ...root, "x-sources": undefined });
    expect(known.filter((name) => !text.includes(name))).toEqual([]);
  });

  it("has an x-lifecycle whose names lead somewhere", () => {
    const submits = Object.entries(objectAt(lifecycle.submit));
    const reads = Object.entries(objectAt(lifecycle.read));
    for (const [id, value] of submits) {
      const { read, as } = objectAt(value);
      expect(ids).toContain(id);
      expect(Object.keys(objectAt(lifecycle.read))).toContain(read);
      if (as !== undefined) expect(representations).toContain(as);
    }
    for (const [id, value] of reads) {
      const { with: parameters, as, next } = objectAt(value);
      expect(ids).toContain(id);
      expect(representations).toContain(as);
      if (next !== undefined) expect(Object.keys(objectAt(lifecycle.read))).toContain(next);
      const captures = submits.flatMap(([, submit]) =>
        objectAt(submit).read === id ? Object.keys(objectAt(objectAt(submit).handle)) : [],
      );
      for (const [place, names] of Object.entries(objectAt(parameters))) {
        for (const name of [names].flat()) expect(captures).toContain(name);
        const operation = operations.find((one) => one.id === id)?.operation ?? {};
        const shared = Object.values(objectAt(root.paths)).find((item) => objectAt(item).get === operation);
        const declared = [operation, objectAt(shared)].flatMap((holder) => parametersOf(document, holder));
        if (!place.startsWith("$"))
          expect(declared.map((one) => [one.in, one.name].map(textOf).join("."))).toContain(place);
      }
    }
    for (const [name, value] of Object.entries(objectAt(lifecycle.webhooks))) {
      expect(Object.keys(objectAt(root.webhooks))).toContain(name);
      expect(representations).toContain(objectAt(value).as);
    }
    for (const group of ["upload", "balance"])
      for (const id of Object.keys(objectAt(lifecycle[group]))) expect(ids).toContain(id);
  });

  it("has outcomes on every submit and on nothing else", () => {
    const paid = operations.filter(({ operation }) => operation["x-outcomes"]).map(({ id }) => id);
    expect(paid).toEqual(Object.keys(objectAt(lifecycle.submit)).filter((id) => paid.includes(id)));
    expect(paid.length).toBe(Object.keys(objectAt(lifecycle.submit)).length);
  });

  it("documents 400, 401, 402, 429 and 500, and has a named example of each error", () => {
    for (const { id, operation } of operations) {
      const statuses = Object.keys(objectAt(operation.responses));
      const isPublic = [operation.security].flat(2).length === 0;
      const wanted = ["400", "429", "500", ...(isPublic ? [] : ["401"]), ...(operation["x-outcomes"] ? ["402"] : [])];
      expect(statuses, id).toEqual(expect.arrayContaining(wanted));
      const named = fixturesOf(document)
        .filter((fixture) => fixture.id === id)
        .map(({ status }) => String(status));
      expect(
        statuses.filter((status) => !named.includes(status)),
        id,
      ).toEqual([]);
    }
  });

  it("says in the text of an inferred error that it is made up", () => {
    const errors = fixturesOf(document).filter((fixture) => isInferred(fixture) && fixture.status >= 400);
    const honest = errors.filter(
      ({ name, body }) => /synthetic|invalid apitype/.test(JSON.stringify(body)) || name.includes("missing-key"),
    );
    expect(errors.map(({ name }) => name)).toEqual(honest.map(({ name }) => name));
  });
});
