import { isObject, objectAt, resolved, textOf, type Document, type Json, type JsonObject } from "@omni-contracts/specs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { Compile } from "./schemas.js";

/** What is wrong with one member, and what to do. */
export interface Problem {
  /** As one would write it in code: `clips[0].url`; empty for the value itself. */
  readonly field: string;
  /** What follows the name of the member in a sentence: `must be at most 10`. */
  readonly text: string;
  /** Stands for the whole sentence: a rule between members, in the words of the contract. */
  readonly rule?: string;
}

const SHORT = 40;
const FEW = 16;

/** A value of the contract, as one would write it in JSON. */
export const written = (value: unknown): string => JSON.stringify(value);

/** A value of the request, of any size. */
export function quoted(value: unknown): string {
  const text = written(typeof value === "string" ? value.slice(0, SHORT) : value);
  return typeof value === "string" && value.length > SHORT ? `${text.slice(0, -1)}…"` : text;
}

/** `a, b or c`, and how many more where there are too many to read. */
export function listed(items: readonly string[], word = "or", most = FEW): string {
  if (items.length > most) return `${items.slice(0, most - 2).join(", ")} ${word} ${items.length - most + 2} more`;
  const last = items.at(-1) ?? "";
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ${word} ${last}` : last;
}

const TYPES: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "true or false",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

export const kindOf = (value: unknown): string =>
  Array.isArray(value) ? "an array" : isObject(value) ? "an object" : quoted(value);

/** Whatever a pattern asks for at the beginning, if it asks for nothing else: `^https?://` → `http://`, `https://`. */
function startsOf(pattern: string): string[] | undefined {
  const [, group, single] = /^\^(?:\(([^()]*)\)|([^()|]*))$/.exec(pattern) ?? [];
  const starts = (group ?? single ?? "").split("|").flatMap((start) => {
    const [all, head = "", optional = "", tail = ""] = /^(.*)(.)\?(.*)$/.exec(start) ?? [];
    return all === undefined ? [start] : [head + tail, head + optional + tail];
  });
  return starts.some((start) => start === "" || /[\\[\]{}.*+?^$]/.test(start)) ? undefined : starts;
}

function patternText(pattern: string): string {
  const starts = startsOf(pattern);
  return starts ? `must begin with ${listed(starts.map((start) => `\`${start}\``))}` : `must match \`${pattern}\``;
}

const counted = (count: Json, one: string): string => `${written(count)} ${one}${count === 1 ? "" : "s"}`;

const FORMATS: Readonly<Record<string, string>> = {
  uri: "must be an absolute URL, such as `https://example.com/a`",
  "date-time": "must be a time of RFC 3339, such as `2026-01-31T12:00:00Z`",
  date: "must be a date, such as `2026-01-31`",
};

interface Check {
  readonly keyword: string;
  readonly asked: Json;
  readonly textFor: (asked: Json, value: unknown) => string;
  readonly fits: ValidateFunction;
}

/** What each keyword that looks at one value asks for, in the order in which it is told. */
const KEYWORDS: readonly (readonly [string, Check["textFor"]])[] = [
  [
    "type",
    (asked, value) => `must be ${listed([asked].flat().map((one) => TYPES[textOf(one)] ?? ""))}, not ${kindOf(value)}`,
  ],
  ["const", (asked, value) => `must be ${written(asked)}, not ${kindOf(value)}`],
  ["enum", (asked, value) => `must be ${listed([asked].flat().map(written))}, not ${kindOf(value)}`],
  ["minLength", (asked) => (asked === 1 ? "must not be empty" : `must have at least ${counted(asked, "character")}`)],
  ["maxLength", (asked) => `must have at most ${counted(asked, "character")}`],
  ["pattern", (asked) => patternText(textOf(asked))],
  ["format", (asked) => FORMATS[textOf(asked)] ?? `must be a valid \`${textOf(asked)}\``],
  ["minimum", (asked, value) => `must be at least ${written(asked)}, not ${quoted(value)}`],
  ["maximum", (asked, value) => `must be at most ${written(asked)}, not ${quoted(value)}`],
  ["exclusiveMinimum", (asked, value) => `must be more than ${written(asked)}, not ${quoted(value)}`],
  ["exclusiveMaximum", (asked, value) => `must be less than ${written(asked)}, not ${quoted(value)}`],
  ["multipleOf", (asked, value) => `must be a multiple of ${written(asked)}, not ${quoted(value)}`],
  ["minItems", (asked) => `must have at least ${counted(asked, "item")}`],
  ["maxItems", (asked) => (asked === 0 ? "must be empty" : `must have at most ${counted(asked, "item")}`)],
  ["uniqueItems", () => "must not have the same item twice"],
];

export const memberOf = (field: string, name: string): string =>
  !/^[\w$-]+(\[\])?$/.test(name) ? `${field}[${quoted(name)}]` : field ? `${field}.${name}` : name;

export interface Explainer {
  /** The problem that is told first; `undefined` if there is none that can be told. */
  explain(schema: Json, value: unknown): Problem | undefined;
  /** The names that an object may have. */
  namesIn(schema: Json): string[];
}

/**
 * Finds what to tell about a value that Ajv has refused. Ajv's own errors are in its own words, mix the branches of a
 * choice, and come by the thousand; here the schema is walked beside the value up to the first problem, each keyword
 * judged by Ajv. A missing or unknown name comes before a wrong value, and that before a rule between members.
 */
export function createExplainer(document: Document, compile: Compile): Explainer {
  const compiled = new WeakMap<JsonObject, Check[]>();

  /** The keywords of a schema that look at one value, each as a judge of its own. */
  function checksOf(schema: JsonObject): Check[] {
    const found =
      compiled.get(schema) ??
      KEYWORDS.flatMap(([keyword, textFor]) => {
        const asked = schema[keyword];
        return asked === undefined ? [] : [{ keyword, asked, textFor, fits: compile({ [keyword]: asked }) }];
      });
    compiled.set(schema, found);
    return found;
  }

  const partsOf = (schema: JsonObject, ...keywords: string[]): Json[] =>
    keywords.flatMap((keyword) => [schema[keyword] ?? []].flat());

  function namesIn(given: Json): string[] {
    const schema = resolved(document, given);
    const own = Object.keys(objectAt(schema.properties));
    return [...new Set([...own, ...partsOf(schema, "allOf", "anyOf", "oneOf").flatMap(namesIn)])];
  }

  function* inObject(schema: JsonObject, value: JsonObject, field: string): Generator<Problem> {
    const { additionalProperties, unevaluatedProperties } = schema;
    const properties = objectAt(schema.properties);
    for (const name of partsOf(schema, "required").map(textOf)) {
      if (!Object.hasOwn(value, name)) yield { field: memberOf(field, name), text: "is required; add it" };
    }
    if (additionalProperties === false || unevaluatedProperties === false) {
      const known = additionalProperties === false ? Object.keys(properties) : namesIn(schema);
      const names = new Set(known);
      const list = listed(
        known.map((name) => `\`${name}\``),
        "and",
      );
      for (const name of Object.keys(value)) {
        if (names.has(name)) continue;
        yield {
          field: memberOf(field, name),
          text: `is not known here; leave it out (known ${known.length === 1 ? "is" : "are"} ${list})`,
        };
      }
    }
    for (const [name, property] of Object.entries(properties)) {
      if (Object.hasOwn(value, name)) yield* walk(property, value[name], memberOf(field, name));
    }
  }

  /** A rule is told at the member that its words name first. */
  function problemOfRule({ description }: JsonObject, field: string, otherwise: string): Problem {
    const rule = textOf(description).trim();
    if (rule === "") return { field, text: otherwise };
    const [, name] = /`(\w+)`/.exec(rule) ?? [];
    return { field: name === undefined ? field : memberOf(field, name), text: rule, rule };
  }

  function* walk(given: Json | undefined, value: unknown, field: string): Generator<Problem> {
    const schema = resolved(document, given);
    for (const { keyword, asked, textFor, fits } of checksOf(schema)) {
      if (fits(value)) continue;
      yield { field, text: textFor(asked, value) };
      // What is of another type, or none of the values, need not hear of the rest.
      if (keyword === "type" || keyword === "const" || keyword === "enum") return;
    }
    if (isObject(value)) yield* inObject(schema, value, field);
    if (Array.isArray(value) && schema.items !== undefined) {
      const items = resolved(document, schema.items);
      for (const [i, item] of value.entries()) yield* walk(items, item, `${field}[${i}]`);
    }
    const holds = (part: Json): boolean => walk(part, value, field).next().done === true;
    for (const part of partsOf(schema, "allOf")) yield* walk(part, value, field);
    const { not, anyOf, oneOf } = schema;
    const noForm = "fits none of the forms that the contract has for it";
    if (anyOf !== undefined && !partsOf(schema, "anyOf").some(holds)) yield problemOfRule(schema, field, noForm);
    if (oneOf !== undefined && partsOf(schema, "oneOf").filter(holds).length !== 1)
      yield problemOfRule(schema, field, noForm);
    if (not !== undefined && holds(not)) yield problemOfRule(schema, field, "is not allowed here; leave it out");
  }

  return {
    explain(schema, value) {
      const first = walk(schema, value, "").next();
      return first.done === true ? undefined : first.value;
    },
    namesIn,
  };
}
