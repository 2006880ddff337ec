import { isObject, objectAt, resolve, textOf, type Document, type Json, type JsonObject } from "@omni-contracts/specs";

/** A schema, and where it stands in the document as a JSON Pointer (RFC 6901). */
export interface Placed {
  readonly schema: JsonObject;
  readonly pointer: string;
}

export type DifferenceKind =
  "unknown field" | "missing field" | "wrong type" | "unknown value" | "unexpected field" | "wrong value";

/** One thing that a value has otherwise than its schema. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** As a path of the contract's language; items of a list are one place. */
  readonly path: string;
  /** The schema to change: of an unknown or missing field the object's, of anything else the field's own. */
  readonly pointer: string;
  /** The field, where the object's schema is to be changed. */
  readonly name?: string;
  /** What the contract says there. */
  readonly spec: string;
  readonly value?: Json;
}

export const token = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
const member = (path: string, name: string): string => (/^\w+$/.test(name) ? `${path}.${name}` : `${path}['${name}']`);
const written = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

export function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" ? (Number.isInteger(value) ? "integer" : "number") : typeof value;
}

const isOfType = (value: Json, types: readonly Json[]): boolean =>
  types.includes(typeOf(value)) || (typeof value === "number" && types.includes("number"));

/** A schema and those that it refers to; what is empty is left out. */
export function placed(document: Document, value: Json | undefined, pointer: string): Placed[] {
  if (!isObject(value)) return [];
  if (typeof value.$ref !== "string") return [{ schema: value, pointer }];
  const { $ref, ...beside } = value;
  const target = placed(document, objectAt(resolve(document, { $ref })), $ref.slice(1));
  return Object.keys(beside).some((key) => !/^(description|title|x-.*)$/.test(key))
    ? [...target, { schema: beside, pointer }]
    : target;
}

const inner = (document: Document, { schema, pointer }: Placed, keyword: string): Placed[][] =>
  [schema[keyword] ?? []].flat().map((one, i) => placed(document, one, `${pointer}/${keyword}/${i}`));

const formsOf = (document: Document, at: Placed): Placed[][] => [
  ...inner(document, at, "anyOf"),
  ...inner(document, at, "oneOf"),
];

const property = (document: Document, { schema, pointer }: Placed, name: string): Placed[] | undefined => {
  const properties = objectAt(schema.properties);
  if (!Object.hasOwn(properties, name)) return undefined;
  return placed(document, properties[name], `${pointer}/properties/${token(name)}`);
};

/** What a value is held against. */
export interface Ground {
  readonly document: Document;
  /** Words of a task that goes on: of two forms that are as near, theirs is the home of an unknown word. */
  readonly going: readonly string[];
}

/** How far a value is from a form; the word that tells forms apart weighs most. */
const WEIGHT: Readonly<Record<DifferenceKind, number>> = {
  ...{
    "unknown value": 100,
    "unexpected field": 100,
    "wrong type": 10,
    "missing field": 2,
    "wrong value": 1,
    "unknown field": 0,
  },
};
function weigh({ going }: Ground, all: readonly Difference[]): number {
  const isGoing = all.some(
    ({ kind, spec }) => kind === "unknown value" && spec.split(", ").some((one) => going.includes(one)),
  );
  const weights = all.map(({ kind, path }) => WEIGHT[kind] + (kind === "wrong type" && path === "$" ? 1000 : 0));
  return weights.reduce((sum, one) => sum + one, 0) - (isGoing ? 0.5 : 0);
}

function valuesIn({ schema }: Placed): Json[] | undefined {
  const { enum: listed, const: only } = schema;
  if (Array.isArray(listed)) return listed;
  return only === undefined ? undefined : [only];
}

/** What a schema says in a word or two. */
function saysOf(at: readonly Placed[]): string {
  const values = at.flatMap((one) => valuesIn(one) ?? []);
  if (values.length > 0) return values.map(written).join(", ");
  const types = at.flatMap(({ schema }) => [schema.type ?? []].flat()).map(textOf);
  return types.length > 0 ? types.join(" or ") : "anything";
}

function mergedValues(best: readonly Difference[], others: readonly Difference[]): Difference[] {
  return best.map((one) => {
    if (one.kind !== "unknown value") return one;
    const same = others.filter(({ kind, path }) => kind === "unknown value" && path === one.path);
    const all = new Set(same.flatMap(({ spec }) => spec.split(", ")));
    return { ...one, spec: [...all].join(", ") };
  });
}

/** What a value has otherwise than its schemas: missing, of another type, or with another word. Of several forms the nearest counts. */
export function misfits(ground: Ground, schemas: readonly Placed[], value: Json, path = "$"): Difference[] {
  const { document } = ground;
  return schemas.flatMap((at) => {
    const { schema, pointer } = at;
    const found: Difference[] = inner(document, at, "allOf").flatMap((one) => misfits(ground, one, value, path));
    const forms = formsOf(document, at).map((form) => misfits(ground, form, value, path));
    const [best] = forms.toSorted((a, b) => weigh(ground, a) - weigh(ground, b));
    if (best) found.push(...mergedValues(best, forms.flat()));
    if (isObject(schema.not) && Object.keys(schema.not).length === 0) {
      return [...found, { kind: "unexpected field", path, pointer, spec: "not in this form", value }];
    }
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !isOfType(value, types)) {
      return [...found, { kind: "wrong type", path, pointer, spec: types.map(textOf).join(" or "), value }];
    }
    const values = valuesIn(at);
    if (values && !values.includes(value)) {
      found.push({ kind: "unknown value", path, pointer, spec: values.map(written).join(", "), value });
    }
    if (isObject(value)) {
      for (const name of [schema.required ?? []].flat().map(textOf)) {
        if (Object.hasOwn(value, name)) continue;
        const spec = `required ${saysOf(property(document, at, name) ?? [])}`;
        found.push({ kind: "missing field", path: member(path, name), pointer, name, spec });
      }
      for (const [name, one] of Object.entries(value)) {
        found.push(...misfits(ground, property(document, at, name) ?? [], one, member(path, name)));
      }
    }
    if (Array.isArray(value)) {
      const items = placed(document, schema.items, `${pointer}/items`);
      found.push(...value.flatMap((one) => misfits(ground, items, one, `${path}[*]`)));
    }
    return found;
  });
}

/** Every schema that may speak of a value here, the forms that fit it best first. */
function speaking(ground: Ground, schemas: readonly Placed[], value: Json): Placed[] {
  const { document } = ground;
  return schemas.flatMap((at) => {
    const forms = formsOf(document, at)
      .map((form) => ({ form, weight: weigh(ground, misfits(ground, form, value)) }))
      .toSorted((a, b) => a.weight - b.weight);
    const all = [...inner(document, at, "allOf"), ...forms.map(({ form }) => form)];
    return [at, ...all.flatMap((one) => speaking(ground, one, value))];
  });
}

/** What stands in a value although no schema, in whichever form, knows its name. */
export function unknownFields(ground: Ground, schemas: readonly Placed[], value: Json, path = "$"): Difference[] {
  const { document } = ground;
  const all = speaking(ground, schemas, value);
  if (Array.isArray(value)) {
    const items = all.flatMap(({ schema, pointer }) => placed(document, schema.items, `${pointer}/items`));
    return value.flatMap((one) => unknownFields(ground, items, one, `${path}[*]`));
  }
  if (!isObject(value)) return [];
  const [home] = all.filter(({ schema }) => isObject(schema.properties));
  const isFree = all.some(({ schema: { additionalProperties: free } }) => free === true || isObject(free));
  return Object.entries(value).flatMap(([name, one]) => {
    const known = all.map((at) => property(document, at, name));
    if (known.some((at) => at !== undefined)) {
      return unknownFields(
        ground,
        known.flatMap((at) => at ?? []),
        one,
        member(path, name),
      );
    }
    if (isFree || !home) return [];
    return [
      {
        kind: "unknown field" as const,
        path: member(path, name),
        pointer: home.pointer,
        name,
        spec: "not there",
        value: one,
      },
    ];
  });
}
