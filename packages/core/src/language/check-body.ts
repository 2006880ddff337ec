import type { Literal } from "./contract.js";
import { isObject } from "./objects.js";

/** A request schema as codegen writes it: JSON Schema 2020-12 without references, cut down to what a check needs. */
export interface RequestSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Literal[];
  readonly const?: Literal;
  readonly not?: RequestSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RequestSchema>>;
  readonly additionalProperties?: boolean;
  readonly items?: RequestSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly allOf?: readonly RequestSchema[];
  readonly anyOf?: readonly RequestSchema[];
  readonly oneOf?: readonly RequestSchema[];
  /** With `oneOf`: the member that chooses the branch, and value → index of its branch. */
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Readonly<Record<string, number>> };
}

/** One thing wrong with a request body. */
export interface Issue {
  /** The member, as one would write it in code: `image_urls[1]`; empty for the body itself. */
  readonly field: string;
  readonly message: string;
}

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

const hasType = (value: unknown, type: string): boolean => {
  const actual = typeOf(value);
  return actual === type || (actual === "integer" && type === "number");
};

const list = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(", ");
const member = (field: string, name: string): string => (field ? `${field}.${name}` : name);
/** JSON Schema counts characters, not UTF-16 units; a character has two of them at most. */
const isShorter = (text: string, than: number): boolean => text.length < than * 2 && Array.from(text).length < than;
const isLonger = (text: string, than: number): boolean => text.length > than && Array.from(text).length > than;

function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
}

function* checkNumber(schema: RequestSchema, value: number, field: string): Generator<Issue> {
  const { minimum, maximum } = schema;
  if (minimum !== undefined && value < minimum) yield { field, message: `must be at least ${minimum}` };
  if (maximum !== undefined && value > maximum) yield { field, message: `must be at most ${maximum}` };
}

function* checkText(schema: RequestSchema, value: string, field: string): Generator<Issue> {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined && isShorter(value, minLength)) {
    yield { field, message: minLength === 1 ? "must not be empty" : `must have at least ${minLength} characters` };
  }
  if (maxLength !== undefined && isLonger(value, maxLength)) {
    yield { field, message: `must have at most ${maxLength} characters` };
  }
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) yield { field, message: `must match ${pattern}` };
  if (format === "uri" && !isUri(value)) yield { field, message: "must be an absolute URL" };
}

function* checkArray(schema: RequestSchema, value: readonly unknown[], field: string): Generator<Issue> {
  const { minItems, maxItems, items } = schema;
  if (minItems !== undefined && value.length < minItems)
    yield { field, message: `must have at least ${minItems} items` };
  if (maxItems !== undefined && value.length > maxItems) {
    yield { field, message: maxItems === 0 ? "must be empty" : `must have at most ${maxItems} items` };
  }
  if (items) for (const [i, item] of value.entries()) yield* check(items, item, `${field}[${i}]`);
}

function* checkObject(
  schema: RequestSchema,
  value: Readonly<Record<string, unknown>>,
  field: string,
): Generator<Issue> {
  const { properties = {}, required = [], additionalProperties } = schema;
  // A member that is undefined is left out by JSON.stringify, so it is absent here too.
  const present = Object.keys(value).filter((name) => value[name] !== undefined);
  for (const name of required) {
    if (!present.includes(name)) yield { field: member(field, name), message: "is required" };
  }
  for (const name of present) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property) yield* check(property, value[name], member(field, name));
    else if (additionalProperties === false) {
      yield {
        field: member(field, name),
        message: `is not known here; known are ${Object.keys(properties).join(", ")}`,
      };
    }
  }
}

/** The branch that the discriminator chooses. */
function chosenBranch({ oneOf = [], discriminator }: RequestSchema, value: unknown): RequestSchema | undefined {
  const chosen = discriminator && isObject(value) ? value[discriminator.propertyName] : undefined;
  const { mapping = {} } = discriminator ?? {};
  return typeof chosen === "string" && Object.hasOwn(mapping, chosen) ? oneOf[mapping[chosen] ?? -1] : undefined;
}

/**
 * Which of several forms a body means, where one of them is a discriminated union: the union if it knows the value, else
 * a form beside it that takes the value, else the union, whose issue lists the values. Where none is, nobody can tell.
 */
function meantForm(forms: readonly RequestSchema[], value: unknown, field: string): RequestSchema | undefined {
  const union = forms.find(({ discriminator }) => discriminator);
  if (!union?.discriminator || chosenBranch(union, value)) return union;
  const name = member(field, union.discriminator.propertyName);
  const others = forms.filter((form) => form !== union);
  return others.find((form) => [...check(form, value, field)].every((issue) => issue.field !== name)) ?? union;
}

/** A rule between members is told at the member that its words name first. */
function fieldOfRule({ description = "" }: RequestSchema, field: string): string {
  const [, name] = /`(\w+)`/.exec(description) ?? [];
  return name === undefined ? field : member(field, name);
}

function* checkBranches(schema: RequestSchema, value: unknown, field: string): Generator<Issue> {
  const { allOf = [], anyOf, oneOf, not, discriminator } = schema;
  for (const part of allOf) yield* check(part, value, field);
  const fits = (part: RequestSchema): boolean => check(part, value, field).next().done === true;
  if (anyOf && !anyOf.some(fits)) {
    const meant = meantForm(anyOf, value, field);
    if (meant) yield* check(meant, value, field);
    else yield { field: fieldOfRule(schema, field), message: schema.description ?? "fits none of the allowed forms" };
  }
  if (not && fits(not)) yield { field, message: schema.description ?? "must be left out" };
  if (!oneOf) return;
  if (!discriminator) {
    if (oneOf.filter(fits).length !== 1) yield { field, message: schema.description ?? "must fit exactly one form" };
    return;
  }
  const { propertyName, mapping } = discriminator;
  const branch = chosenBranch(schema, value);
  if (branch) yield* check(branch, value, field);
  else yield { field: member(field, propertyName), message: `must be one of ${list(Object.keys(mapping))}` };
}

function* check(schema: RequestSchema, value: unknown, field: string): Generator<Issue> {
  const { type, enum: allowed, const: only } = schema;
  if (type !== undefined && ![type].flat().some((one) => hasType(value, one))) {
    yield { field, message: `must be ${[type].flat().join(" or ")}, not ${typeOf(value)}` };
    return;
  }
  if (only !== undefined && value !== only) yield { field, message: `must be ${JSON.stringify(only)}` };
  if (allowed && !allowed.some((one) => one === value)) yield { field, message: `must be one of ${list(allowed)}` };
  if (typeof value === "number") yield* checkNumber(schema, value, field);
  if (typeof value === "string") yield* checkText(schema, value, field);
  if (Array.isArray(value)) yield* checkArray(schema, value, field);
  if (isObject(value)) yield* checkObject(schema, value, field);
  yield* checkBranches(schema, value, field);
}

/**
 * Everything that is wrong with a request body; empty when it is right. A rule between members is told in the words that
 * the contract has for it. Says what Ajv 2020 says, for the keywords that codegen lets through.
 */
export const checkBody = (schema: RequestSchema, body: unknown): Issue[] => [...check(schema, body, "")];
