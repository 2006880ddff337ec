import { flowOf } from "./flow.js";
import { listAt, objectAt, resolved, textAt, type Document, type JsonObject } from "./json.js";
import { normalizedOf } from "./normalized-request.js";
import { listOf, reduced, ruleOf, speaksOf } from "./rules.js";
import type { SampleBody, SampleFile, SampleKey, SampleParameter, SampleRequest } from "./sample.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** An operation, and where it stands. */
export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
  /** The parameters of the path and of the operation, resolved. */
  readonly parameters: readonly JsonObject[];
}

/** Every operation, in document order. */
export const entriesOf = (document: Document): readonly Entry[] =>
  Object.entries(objectAt(document.root.paths)).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = objectAt(item)[method];
      if (operation === undefined) return [];
      const all = [...listAt(objectAt(item).parameters), ...listAt(objectAt(operation).parameters)];
      const parameters = all.map((one) => resolved(document, one));
      return [{ method, path, operation: objectAt(operation), parameters }];
    }),
  );

/** The key, by the first scheme that the operation asks for; none where it asks for none. */
function keyOf({ root, provider }: Document, operation: JsonObject): SampleKey | undefined {
  const asked = listAt(operation.security ?? root.security).map((one) => Object.keys(objectAt(one)));
  const [name] = asked.some((names) => names.length === 0) ? [] : asked.flat();
  if (name === undefined) return undefined;
  const scheme = objectAt(objectAt(objectAt(root.components).securitySchemes)[name]);
  const isOwn = scheme.type === "apiKey";
  const prefix = isOwn ? textAt(scheme["x-key-prefix"]) : "Bearer";
  return {
    env: `${provider.toUpperCase()}_API_KEY`,
    header: isOwn ? textAt(scheme.name) : "Authorization",
    prefix: prefix === "" ? "" : `${prefix} `,
  };
}

/** `taskId` → `TASK_ID` */
const shout = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();

/**
 * The parameters that a sample shows: those that must be there, and those whose example is another value than what is taken
 * without them. What stands in the path comes from the environment: nobody knows it beforehand.
 */
const parametersOf = (document: Document, { parameters }: Entry): readonly SampleParameter[] =>
  parameters.flatMap(({ name, in: place, required, example = null, schema }): SampleParameter[] => {
    const called = textAt(name);
    if (place === "path") return [{ name: called, in: "path", env: called === "id" ? "TASK_ID" : shout(called) }];
    const { default: usual } = resolved(document, schema);
    if (required !== true && (usual === undefined || example === usual)) return [];
    return place === "query" || place === "header" ? [{ name: called, in: place, value: example }] : [];
  });

/** The file of a form. One kind of file is as good as another; most forms take this picture, or this video. */
function fileOf(document: Document, schema: JsonObject): SampleFile | undefined {
  const [field, part] =
    Object.entries(objectAt(schema.properties)).find(([, one]) => resolved(document, one).format === "binary") ?? [];
  if (field === undefined) return undefined;
  const types = listAt(objectAt(objectAt(resolved(document, part)["x-input"]).media).types);
  return types.length === 0 || types.includes("image/png")
    ? { field, path: "image.png", type: "image/png" }
    : { field, path: "video.mp4", type: "video/mp4" };
}

function bodyOf(document: Document, operation: JsonObject, exampleName: string | undefined): SampleBody | undefined {
  const content = objectAt(resolved(document, operation.requestBody).content);
  const form = content["multipart/form-data"];
  const file = form && fileOf(document, resolved(document, objectAt(form).schema));
  if (file) return { kind: "form", file };
  const examples = objectAt(objectAt(content["application/json"]).examples);
  const named = exampleName === undefined ? Object.values(examples)[0] : examples[exampleName];
  if (exampleName !== undefined && named === undefined)
    throw new Error(`${textAt(operation.operationId)} has no example "${exampleName}".`);
  return named === undefined ? undefined : { kind: "json", value: resolved(document, named).value ?? null };
}

/** The first status that the contract calls a success. */
const successOf = (operation: JsonObject): number =>
  Number(Object.keys(objectAt(operation.responses)).find((status) => status.startsWith("2")) ?? 200);

/**
 * What a sample of an operation shows, from the contract and one of its examples (default: the first).
 *
 * @throws Error when the contract has no such operation, or it no such example
 */
export function requestOf(document: Document, operationId: string, exampleName?: string): SampleRequest {
  const entries = entriesOf(document);
  const entry = entries.find(({ operation }) => operation.operationId === operationId);
  if (!entry) throw new Error(`${document.provider} has no operation "${operationId}".`);
  const { operation, method, path } = entry;
  const success = successOf(operation);
  const told = [...listAt(operation["x-outcomes"]), ...listAt(operation["x-errors"])].map(objectAt);
  const refusals = told
    .filter((rule) => rule.outcome !== "accepted" && speaksOf(rule, success))
    .flatMap((rule) => listOf(ruleOf(rule.where)));
  const [server] = listAt(document.root.servers);
  const key = keyOf(document, operation);
  const body = bodyOf(document, operation, exampleName);
  const normalized = normalizedOf(document, operation, body);
  return {
    provider: document.provider,
    summary: textAt(operation.summary),
    server: textAt(objectAt(server).url),
    ...{ operationId, method, path, success },
    ...(key && { key }),
    parameters: parametersOf(document, entry),
    ...(body && { body }),
    refusals: reduced(refusals),
    flow: flowOf(document, operationId, success, entries),
    ...(normalized && { normalized }),
  };
}
