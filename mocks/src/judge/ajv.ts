import {
  isObject,
  keyHeaderOf,
  objectAt,
  parametersOf,
  resolved,
  textOf,
  type Document,
  type Json,
  type JsonObject,
  type OperationEntry,
} from "@omni-contracts/specs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { perDocument } from "../engine/per-document.js";
import type { Route } from "../engine/routes.js";
import type { MockRequest } from "../transport/http.js";
import { createExplainer, kindOf, listed, memberOf, quoted, written, type Explainer, type Problem } from "./explain.js";
import type { Judge, Refusal, Verdict } from "./judge.js";
import { readForm, readJson } from "./read-body.js";
import { createCompile, type Compile } from "./schemas.js";

type BodyJudge = (body: unknown) => Refusal | undefined;

const refuse = (field: string, message: string): Refusal => ({ code: "invalid_request", field, message });

/** Made at the first call. */
function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

// No character of JSON text, so no contract has such a name.
const MARK = "\u0000";
const EMPTY = {};

function hasInherited(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasInherited);
  if (!isObject(value)) return false;
  // Every request is looked at, so no list is made of its members.
  for (const name in value) if (name in EMPTY || hasInherited(value[name])) return true;
  return false;
}

function withMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMarks);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, inner]) => [name in {} ? MARK + name : name, withMarks(inner)]));
}

/**
 * The value, with names that every object inherits marked, such as `constructor`: Ajv would find them among the names that
 * it has evaluated, and take them where unknown ones are refused.
 */
const marked = (value: unknown): unknown => (hasInherited(value) ? withMarks(value) : value);

const sentence = (field: string, { text, rule }: Problem): string =>
  rule ?? `${field ? `\`${field}\`` : "The body"} ${text}.`;

interface Tools {
  readonly document: Document;
  readonly compile: Compile;
  readonly explainer: Explainer;
}

/** The discriminated union in a schema, and the forms that stand beside it. */
function unionIn(document: Document, schema: JsonObject): { union?: JsonObject; others: Json[] } {
  if (isObject(schema.discriminator)) return { union: schema, others: [] };
  const forms = [schema.anyOf ?? []].flat();
  const union = forms.map((form) => resolved(document, form)).find((form) => isObject(form.discriminator));
  return union ? { union, others: forms.filter((form) => resolved(document, form) !== union) } : { others: [] };
}

/** What begins like the value comes first: among many, the ones that were most likely meant. */
function nearest(ids: readonly string[], value: unknown): string[] {
  const wanted = textOf(value).toLowerCase();
  const shared = (id: string): number => {
    let length = 0;
    // The end counts, too: of ids that begin alike, the one that is whole was meant.
    while (length <= id.length && id[length]?.toLowerCase() === wanted[length]) length += 1;
    return length;
  };
  return ids.toSorted((a, b) => shared(b) - shared(a));
}

const MANY = 20;

/** The judge of a body that is one of several forms, of which a member tells the one that is meant: a model's id. */
function unionJudge(tools: Tools, union: JsonObject, others: readonly Json[]): BodyJudge {
  const { compile, explainer } = tools;
  const { propertyName, mapping } = objectAt(union.discriminator);
  const chooser = textOf(propertyName);
  const forms = new Map(
    Object.entries(objectAt(mapping)).map(([id, reference]) => {
      const schema: Json = { $ref: textOf(reference) };
      return [id, { schema, validate: lazily(() => compile(schema)) }] as const;
    }),
  );
  const beside = others.map((schema) => ({ schema, validate: lazily(() => compile(schema)) }));

  function unknownChoice(body: JsonObject): Refusal {
    const given = body[chooser];
    const ids = [...forms.keys()];
    const known = ids.length > MANY ? listed(nearest(ids, given).map(written)) : listed(ids.map(written), "or", MANY);
    const choose = `choose one of ${known}`;
    if (given === undefined) return refuse(chooser, `\`${chooser}\` is required; ${choose}.`);
    if (typeof given !== "string")
      return refuse(chooser, `\`${chooser}\` must be a string, not ${kindOf(given)}; ${choose}.`);
    const problems = beside.map(({ schema }) => explainer.explain(schema, body));
    const also = problems.flatMap((problem) => (problem?.field === chooser ? `; or it ${problem.text}` : []));
    return refuse(chooser, `\`${chooser}\` ${quoted(given)} is not known; ${choose}${also.join("")}.`);
  }

  /** A name that the chosen form does not know, but another does. */
  function misplaced({ field }: Problem, body: JsonObject): Refusal | undefined {
    const chosen = forms.get(textOf(body[chooser]));
    const name = Object.keys(body).find((one) => memberOf("", one) === field);
    if (!chosen || name === undefined || explainer.namesIn(chosen.schema).includes(name)) return undefined;
    const takers = [...forms].filter(([, { schema }]) => explainer.namesIn(schema).includes(name)).map(([id]) => id);
    if (takers.length === 0) return undefined;
    const list = listed(nearest(takers, body[chooser]).map(written));
    const message = `\`${field}\` is not known to ${written(body[chooser])}; leave it out, or choose a \`${chooser}\` that takes it: ${list}.`;
    return refuse(field, message);
  }

  return (body) => {
    if (!isObject(body)) return refuse("", "The body must be a JSON object.");
    const judged = marked(body);
    const chosen = forms.get(textOf(body[chooser]));
    if (chosen?.validate()(judged) || beside.some(({ validate }) => validate()(judged))) return undefined;
    if (chosen) {
      const problem = explainer.explain(chosen.schema, body) ?? UNTOLD;
      return misplaced(problem, body) ?? refuse(problem.field, sentence(problem.field, problem));
    }
    // Another form is meant where it takes the value that no form of the union knows.
    for (const { schema } of beside) {
      const problem = explainer.explain(schema, body) ?? UNTOLD;
      if (problem.field !== chooser) return refuse(problem.field, sentence(problem.field, problem));
    }
    return unknownChoice(body);
  };
}

/** Where Ajv refuses by a keyword that nobody has words for. */
const UNTOLD: Problem = { field: "", text: "is not what the contract asks for" };

/** The judge of JSON bodies. */
function bodyJudge(tools: Tools, schema: Json): BodyJudge {
  const { document, compile, explainer } = tools;
  const { union, others } = unionIn(document, resolved(document, schema));
  if (union) return unionJudge(tools, union, others);
  const validate = lazily(() => compile(schema));
  return (body) => {
    if (validate()(marked(body))) return undefined;
    const problem = explainer.explain(schema, body) ?? UNTOLD;
    return refuse(problem.field, sentence(problem.field, problem));
  };
}

const mediaTypeOf = (header: string): string => header.split(";")[0]?.trim().toLowerCase() ?? "";

const takes = (declared: string, given: string): boolean =>
  declared === "*/*" || (declared.endsWith("/*") ? given.startsWith(declared.slice(0, -1)) : given === declared);

/** A named text outside of a JSON body: a parameter, or a text part of a form. */
interface Input {
  readonly name: string;
  /** How a sentence calls it. */
  readonly kind: string;
  readonly isRequired: boolean;
  readonly schema: Json;
  readonly isList: boolean;
  /** Texts become what the schema says, in the object that holds them. */
  readonly validate: () => ValidateFunction;
}

interface Parameter extends Input {
  readonly place: string;
  readonly isExploded: boolean;
}

/** What the contract says of the requests to one operation. */
interface Expected {
  readonly isKeyRequired: boolean;
  readonly parameters: readonly Parameter[];
  readonly isBodyRequired: boolean;
  /** How to send a body, for people. */
  readonly send: string;
  readonly bodies: readonly { readonly declared: string; readonly schema: Json; readonly key: string }[];
}

/** What the request has in the place of a parameter. */
function valueOf(parameter: Parameter, { params }: Route, { headers, query }: MockRequest): unknown {
  const { name, place, isList, isExploded } = parameter;
  if (place === "path") return params[name];
  if (place === "header") {
    const value = headers[name.toLowerCase()];
    return isList ? value?.split(",").map((item) => item.trim()) : value;
  }
  // OpenAPI takes an empty value for one that is left out.
  const values = query.getAll(name).filter((value) => value !== "");
  if (values.length === 0) return undefined;
  if (isList) return isExploded ? values : values.at(-1)?.split(",");
  return values.length > 1 ? values : values[0];
}

/** Ours: each model's schema is compiled at its first request, and a refusal names the member and the fix. */
export const createAjvJudge = perDocument((document: Document): Judge => {
  const compile = createCompile(document);
  const coercing = lazily(() => createCompile(document, { coerceTypes: true }));
  const explainer = createExplainer(document, compile);
  const tools: Tools = { document, explainer, compile };
  const bodies = new Map<string, BodyJudge>();
  const operations = new Map<string, Expected>();
  const forms = new Map<string, Input[]>();

  function inputOf(name: string, kind: string, isRequired: boolean, schema: Json = {}): Input {
    const isList = resolved(document, schema).type === "array";
    // In an object, so that there is something to coerce in.
    const holder = { type: "object", properties: { value: schema } };
    return { name, kind, isRequired, schema, isList, validate: lazily(() => coercing()(holder)) };
  }

  function judgeInput({ name, kind, isRequired, schema, validate }: Input, value: unknown): Refusal | undefined {
    const whole = `The ${kind} \`${name}\``;
    if (value === undefined) return isRequired ? refuse(name, `${whole} is required; add it.`) : undefined;
    // Ajv coerces in place.
    const holder = { value };
    const isRight: boolean = validate()(holder);
    if (isRight) return undefined;
    if (Array.isArray(value) && resolved(document, schema).type !== "array")
      return refuse(name, `${whole} stands there ${value.length} times; send it once.`);
    const { field, text } = explainer.explain(schema, holder.value) ?? UNTOLD;
    return refuse(name, `${whole} ${field ? `has \`${field}\`, which ` : ""}${text}.`);
  }

  function parametersFor(entry: OperationEntry): Parameter[] {
    const item = objectAt(objectAt(document.root.paths)[entry.path]);
    const declared = [item, entry.operation].flatMap((holder) => parametersOf(document, holder));
    return declared.map(({ name, in: place, required, schema, explode }) => ({
      ...inputOf(textOf(name), `${textOf(place)} parameter`, required === true, schema),
      place: textOf(place),
      isExploded: explode !== false,
    }));
  }

  function judgeParameters(expected: Expected, route: Route, request: MockRequest): Refusal | undefined {
    for (const parameter of expected.parameters) {
      const refusal = judgeInput(parameter, valueOf(parameter, route, request));
      if (refusal) return refusal;
    }
    return undefined;
  }

  function partsFor(key: string, schema: Json): Input[] {
    const { properties, required } = resolved(document, schema);
    const needed = [required ?? []].flat();
    const made = Object.entries(objectAt(properties)).map(([name, part]) =>
      inputOf(name, "part", needed.includes(name), part),
    );
    const found = forms.get(key) ?? made;
    forms.set(key, found);
    return found;
  }

  async function judgeForm(key: string, schema: Json, text: string, contentType: string): Promise<Refusal | undefined> {
    const form = await readForm(text, contentType);
    if ("problem" in form) return refuse(form.problem.includes("content-type") ? "content-type" : "", form.problem);
    const inputs = partsFor(key, schema);
    for (const input of inputs) {
      const values = form.parts.getAll(input.name);
      // A file is a file; its bytes are not judged.
      if (values.some((value) => typeof value !== "string")) continue;
      const refusal = judgeInput(input, input.isList && values.length > 0 ? values : values.at(-1));
      if (refusal) return refusal;
    }
    const known = inputs.map(({ name }) => name);
    const isClosed = resolved(document, schema).additionalProperties === false;
    const unknown = isClosed ? [...form.parts.keys()].find((name) => !known.includes(name)) : undefined;
    return unknown === undefined
      ? undefined
      : refuse(unknown, `The part \`${unknown}\` is not known here; leave it out.`);
  }

  function judgeJson(id: string, schema: Json, text: string): Refusal | undefined {
    const read = readJson(text);
    if ("problem" in read) return refuse("", read.problem);
    const judge = bodies.get(id) ?? bodyJudge(tools, schema);
    bodies.set(id, judge);
    return judge(read.body);
  }

  function judgeBody(expected: Expected, { headers, text = "" }: MockRequest): Verdict | Promise<Verdict> {
    const { bodies: all, isBodyRequired, send } = expected;
    if (all.length === 0) return undefined;
    if (text === "") return isBodyRequired ? refuse("", `The body is missing; send one with ${send}.`) : undefined;
    const header = headers["content-type"] ?? "";
    const given = mediaTypeOf(header);
    const body = all.find(({ declared }) => takes(declared, given));
    if (body === undefined)
      return refuse(
        "content-type",
        `Send the body with ${send}${given ? `, not \`${given}\`` : "; the header is missing"}.`,
      );
    const { key, schema } = body;
    if (/^multipart\/form-data$|^application\/x-www-form-urlencoded$/.test(given))
      return judgeForm(key, schema, text, header);
    // The contract describes no bytes, and other texts are nobody's JSON.
    return /[/+]json$/.test(given) ? judgeJson(key, schema, text) : undefined;
  }

  const { name, prefix } = keyHeaderOf(document);
  const scheme = prefix === undefined ? "" : `${prefix} `;

  function expectedOf(entry: OperationEntry): Expected {
    const { content, required } = resolved(document, entry.operation.requestBody);
    const security = [entry.operation.security ?? document.root.security ?? []].flat();
    return {
      // No scheme at all, or an empty one among them: the key may be left out.
      isKeyRequired: security.length > 0 && security.every((one) => Object.keys(objectAt(one)).length > 0),
      parameters: parametersFor(entry),
      isBodyRequired: required === true,
      send: `\`content-type: ${Object.keys(objectAt(content)).join("` or `content-type: ")}\``,
      bodies: Object.entries(objectAt(content)).map(([type, media]) => {
        const { schema = {} } = objectAt(media);
        return { declared: mediaTypeOf(type), schema, key: `${entry.id} ${type}` };
      }),
    };
  }

  const headerName = name.toLowerCase();

  function judgeKey({ isKeyRequired }: Expected, { headers }: MockRequest): Refusal | undefined {
    if (!isKeyRequired) return undefined;
    const value = headers[headerName] ?? "";
    // The word before the key is written in any case (RFC 9110).
    const isWritten =
      value.slice(0, scheme.length).toLowerCase() === scheme.toLowerCase() && value.slice(scheme.length).trim() !== "";
    if (isWritten) return undefined;
    const problem = value.trim() === "" ? "The API key is missing" : "The API key is not sent as it should be";
    return { code: "authentication", field: name, message: `${problem}; send \`${name}: ${scheme}<key>\`.` };
  }

  return (route, request) => {
    const { entry } = route;
    const expected = operations.get(entry.id) ?? expectedOf(entry);
    operations.set(entry.id, expected);
    return judgeKey(expected, request) ?? judgeParameters(expected, route, request) ?? judgeBody(expected, request);
  };
});
