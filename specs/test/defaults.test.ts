import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { objectAt, readDocument, resolved } from "../src/index.js";

type Defaults = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const told: Record<string, Defaults> = parse(readFileSync(new URL("defaults.yaml", import.meta.url), "utf8"));

/** Schema → member → what it is when it is left out, as the contract has it. */
function defaultsOf(provider: string): Defaults {
  const document = readDocument(provider);
  const schemas = Object.entries(objectAt(objectAt(document.root.components).schemas));
  const found = schemas.map(([name, schema]) => {
    const members = Object.entries(objectAt(objectAt(schema).properties));
    const given = members.map(([member, value]) => [member, resolved(document, value).default] as const);
    return [name, Object.fromEntries(given.filter(([, value]) => value !== undefined))] as const;
  });
  return Object.fromEntries(found.filter(([, defaults]) => Object.keys(defaults).length > 0));
}

it.each(Object.entries(told))("%s: what is left out is what the pages say", (provider, defaults) => {
  expect(defaultsOf(provider)).toEqual(defaults);
});
