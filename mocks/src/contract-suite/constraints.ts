import type { RequestSchema } from "@omni-contracts/core/language";
import { isObject } from "@omni-contracts/specs";

/** One thing that a schema asks of a member: a keyword, or one of the names or rules in it. */
interface Constraint {
  /** The first id of the model whose schema it stands in, where there are several. */
  readonly model: string;
  /** The member, as `.clips[].url`; empty for the body. */
  readonly at: string;
  readonly keyword: string;
  readonly value: unknown;
}

/** A schema with one constraint changed. */
export interface Variant {
  /** The constraint, for people: `acme-1: duration enum [4,6,8,10]`. */
  readonly constraint: string;
  /** The model whose schema it stands in; empty where there is only one schema. */
  readonly model: string;
  readonly schema: RequestSchema;
}

const LISTS = ["required", "allOf"];
// Text of at least one character is text that is not empty: nothing only just is.
const BOUNDS: Readonly<Record<string, number>> = {
  minItems: 1,
  minimum: 1,
  maxItems: -1,
  maxLength: -1,
  maximum: -1,
};
const KEYWORDS = [
  "enum",
  "const",
  "pattern",
  "format",
  "minLength",
  "additionalProperties",
  ...LISTS,
  ...Object.keys(BOUNDS),
];

const isUnion = ({ discriminator }: RequestSchema): boolean => discriminator !== undefined;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Change = (schema: RequestSchema, at: string, model: string) => RequestSchema;

/** The schema with `change` made at every member; what stands inside a rule between members is that rule's own. */
function changed(schema: RequestSchema, change: Change, at = "", model = ""): RequestSchema {
  const { oneOf, anyOf, properties, items, discriminator } = schema;
  const members = Object.entries(properties ?? {}).map(
    ([name, value]) => [name, changed(value, change, `${at}.${name}`, model)] as const,
  );
  const names = Object.entries(discriminator?.mapping ?? {});
  const nameOf = (index: number): string => names.find(([, branch]) => branch === index)?.[0] ?? model;
  const inner = {
    ...schema,
    ...(oneOf && { oneOf: oneOf.map((branch, i) => changed(branch, change, at, nameOf(i))) }),
    // Forms beside a discriminated union are models too; any other `anyOf` is a rule.
    ...(anyOf?.some(isUnion) && { anyOf: anyOf.map((form) => changed(form, change, at, "another")) }),
    ...(properties && { properties: Object.fromEntries(members) }),
    ...(items && { items: changed(items, change, `${at}[]`, model) }),
  };
  return change(inner, at, model);
}

function constraintsOf(schema: RequestSchema): Constraint[] {
  const found: Constraint[] = [];
  changed(schema, (one, at, model) => {
    for (const [keyword, held] of Object.entries(one).filter(([name]) => KEYWORDS.includes(name))) {
      const values: unknown[] = LISTS.includes(keyword) && Array.isArray(held) ? held : [held];
      for (const value of values) found.push({ model, at, keyword, value });
    }
    return one;
  });
  // The member that chooses the model is judged by the choice.
  const chooser = [schema, ...(schema.anyOf ?? [])].find(isUnion)?.discriminator?.propertyName ?? "";
  const isChoice = ({ at, keyword, value }: Constraint): boolean =>
    at === `.${chooser}` || (at === "" && keyword === "required" && value === chooser);
  return found.filter((one) => !isChoice(one));
}

function variantOf(schema: RequestSchema, constraint: Constraint, replace: (held: unknown) => unknown): Variant {
  const { model, at, keyword, value } = constraint;
  const text = isObject(value) && typeof value.description === "string" ? value.description : value;
  const change: Change = (one, place, owner) => {
    const held: unknown = Reflect.get(one, keyword);
    return place === at && owner === model && held !== undefined ? { ...one, [keyword]: replace(held) } : one;
  };
  const name = `${at.slice(1) || "body"} ${keyword} ${typeof text === "string" ? text : JSON.stringify(text)}`;
  return { constraint: model ? `${model}: ${name}` : name, model, schema: changed(schema, change) };
}

/** The schema once for every constraint, each time without it. */
export const withoutEach = (schema: RequestSchema): Variant[] =>
  constraintsOf(schema).map((constraint) =>
    variantOf(schema, constraint, (held) => {
      const listed: unknown[] = LISTS.includes(constraint.keyword) && Array.isArray(held) ? held : [];
      if (listed.length > 0) return listed.filter((one) => !isSame(one, constraint.value));
      return isSame(held, constraint.value) ? undefined : held;
    }),
  );

/** The schema once for every bound, each time a step tighter. */
export const tightenEach = (schema: RequestSchema): Variant[] =>
  constraintsOf(schema)
    .filter(({ keyword }) => keyword in BOUNDS)
    .map((constraint) =>
      variantOf(schema, constraint, (held) =>
        isSame(held, constraint.value) ? Number(held) + (BOUNDS[constraint.keyword] ?? 0) : held,
      ),
    );
