import type { Contract } from "@omni-contracts/core/language";
import {
  isObject,
  modelSchemas,
  objectAt,
  operationsOf,
  requestContent,
  type Document,
  type Json,
} from "@omni-contracts/specs";
import { contractOf } from "../engine/contract-of.js";
import { keyFlag, quoted, sampleCall, sampleOf, type Sample } from "./sample-call.js";

/** How one kind of client submits a task and reads it. */
export interface Snippet {
  /** What they are written in. */
  readonly title: string;
  /** Code that submits. */
  readonly submit: string;
  /** Code that asks how the task stands; `TASK_ID` and `HANDLE` stand for what the submit told. */
  readonly read: string;
}

/** As wide as the code of a page may be. */
const WIDTH = 100;
const ID = "TASK_ID";

/** A value as Prettier would write it, or nearly: names without quotes where that is possible. */
function literal(value: Json, indent = ""): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, inner)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const name = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
  const members = Object.entries(value).map(([key, one]) => `${inner}${name(key)}: ${literal(one, inner)},\n`);
  return `{\n${members.join("")}${indent}}`;
}

/** A call that shows a task: its path, and where the id stands in it. */
interface ReadCall {
  readonly method: string;
  readonly path: string;
  /** Place → names of parameters: `path`, `query`. */
  readonly params: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The first read of a submit; `undefined` where it goes to an address that the provider tells. */
function readOf({ lifecycle, operations }: Contract, { id }: Sample): ReadCall | undefined {
  const readId = lifecycle.submit[id]?.read ?? "";
  const { with: places = {}, url } = lifecycle.read[readId] ?? {};
  const operation = operations[readId];
  if (!operation || url !== undefined) return undefined;
  const params: Record<string, Record<string, string>> = {};
  for (const place of Object.keys(places)) {
    const [where = "", key = ""] = place.split(".");
    params[where] = { ...params[where], [key]: ID };
  }
  return { method: operation.method, path: operation.path, params };
}

function curl(document: Document, baseUrl: string, read: ReadCall | undefined): Snippet {
  const filled = (read?.path ?? "").replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => read?.params.path?.[name] ?? whole,
  );
  const query = new URLSearchParams(read?.params.query).toString();
  const address = read ? `${baseUrl}${filled}${query === "" ? "" : `?${query}`}` : "ADDRESS_FROM_THE_ANSWER";
  return {
    title: "curl",
    submit: sampleCall(document, baseUrl, WIDTH) ?? "",
    read: `curl ${quoted(address)} \\\n  ${keyFlag(document)}`,
  };
}

/** `acme` → `Acme`, as in the names of its package. */
const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const start = (provider: string, suffix: string, name: string, baseUrl: string): string =>
  [
    `import { create${capital(provider)}${suffix} } from "@omni-contracts/${provider}";`,
    "",
    `const ${name} = create${capital(provider)}${suffix}({`,
    '  apiKey: "sk-mock",',
    `  baseURL: ${JSON.stringify(baseUrl)},`,
    "});",
    "",
  ].join("\n");

function raw({ provider }: Document, baseUrl: string, { method, path, body }: Sample, read?: ReadCall): Snippet {
  const head = start(provider, "Api", "api", baseUrl);
  const call = (verb: string, at: string, init: Json) =>
    `const { data, error, response } = await api.${verb.toUpperCase()}(${JSON.stringify(at)}, ${literal(init)});`;
  const told = "console.log(response.status, JSON.stringify(data ?? error, null, 2));";
  const params = Object.fromEntries(Object.entries(read?.params ?? {}).map(([where, names]) => [where, { ...names }]));
  return {
    title: "TypeScript, the provider's own words",
    submit: `${head}${call(method, path, { body })}\n${told}`,
    read: read ? `${head}${call(read.method, read.path, { params })}\n${told}` : "",
  };
}

/** The settings of the normalized client, as far as a snippet shows them. */
const SETTINGS = ["prompt", "duration", "aspectRatio", "resolution"];

/** A documented request in normalized words: what each model's inputs say their members mean. */
function normalizedOf(document: Document, { id, body }: Sample): Json {
  const sent = objectAt(body);
  const operation = operationsOf(document).find((one) => one.id === id)?.operation ?? {};
  const models = modelSchemas(document, requestContent(document, operation, "application/json").schema);
  const model = models.find(({ ids }) => ids.some((one) => one === sent.model)) ?? models[0];
  const settings = (model?.inputs ?? []).flatMap(({ path, role, values, effect }) => {
    const [, key = "", ...deeper] = path.split(".");
    const value = sent[key];
    const isShown = typeof role === "string" && SETTINGS.includes(role) && effect !== "ignored" && deeper.length === 0;
    if (!isShown || value === undefined) return [];
    return [[role, typeof value === "string" ? (objectAt(values)[value] ?? value) : value] as const];
  });
  return {
    model: typeof sent.model === "string" ? sent.model : (model?.ids[0] ?? ""),
    ...Object.fromEntries(settings),
  };
}

function normalized(document: Document, baseUrl: string, sample: Sample): Snippet {
  const { provider } = document;
  const head = start(provider, "", provider, baseUrl);
  const request = literal(normalizedOf(document, sample));
  return {
    title: "TypeScript, normalized",
    submit: `${head}const task = await ${provider}.submit(${request});\nconsole.log(task.handle); // what you paid for`,
    read: `${head}const task = await ${provider}.resume("HANDLE").wait();\nconsole.log(task.status, task.video.url);`,
  };
}

/** Calls to paste, made of the first request that the contract shows; none where it shows no request. */
export function snippetsOf(document: Document, baseUrl: string): readonly Snippet[] {
  const sample = sampleOf(document);
  if (!sample) return [];
  const read = readOf(contractOf(document), sample);
  return [curl(document, baseUrl, read), raw(document, baseUrl, sample, read), normalized(document, baseUrl, sample)];
}
