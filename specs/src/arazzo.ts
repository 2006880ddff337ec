import { fixturesOf, type Fixture } from "./fixtures.js";
import { keyHeaderOf } from "./key-header.js";
import { modelSchemas } from "./models.js";
import {
  objectAt,
  operationsOf,
  requestContent,
  resolved,
  textOf,
  type Document,
  type Json,
  type JsonObject,
  type OperationEntry,
} from "./document.js";
import { pointerOf, valueAtPointer } from "./pointer.js";

/** Answers that a flow of their own shows, where an operation documents them. */
const ERRORS = [400, 401, 402, 403, 404, 422, 429, 500, 503];
/** Longer than any task takes at the documented interval; a flow that waits longer has failed. */
const LOOKS = 200;
/** States after which no video comes any more. */
const LOST = ["failed", "cancelled", "expired"];

/** Flows of a contract, each an Arazzo document. */
export interface Flows {
  /** Submit and result, upload and submit: what also works at the provider, for money. */
  readonly flows: JsonObject;
  /** What each documented error of a submit looks like. Only a mock can be asked for one; a provider would make the video. */
  readonly errors: JsonObject;
}

const pathsOf = (source: Json | undefined): string[] =>
  [source ?? []].flat().filter((place): place is string => typeof place === "string");

const isSuccess = ({ status }: Fixture): boolean => status >= 200 && status < 300;

/**
 * The contract's flows as Arazzo 1.0.1, from `x-lifecycle` and the examples alone.
 *
 * @param source the bundle's address
 * @param mock where a mock serves the contract: Redocly goes there unless it is told another server, so that nobody pays by mistake
 */
export function arazzoOf(document: Document, source: string, mock: string): Flows {
  const { provider, root } = document;
  const lifecycle = objectAt(root["x-lifecycle"]);
  const submits = objectAt(lifecycle.submit);
  const reads = objectAt(lifecycle.read);
  const uploads = objectAt(lifecycle.upload);
  const operations = new Map(operationsOf(document).map((entry) => [entry.id, entry]));
  const fixtures = fixturesOf(document);
  const answersOf = (id: string): Fixture[] => fixtures.filter((one) => one.id === id && isSuccess(one));

  const operationId = (id: string): string => `$sourceDescriptions.${provider}.${id}`;
  const statusIs = (statuses: readonly number[]): JsonObject => ({
    condition: statuses.map((status) => `$statusCode == ${status}`).join(" || "),
  });
  const succeeds = (id: string): JsonObject => statusIs([...new Set(answersOf(id).map(({ status }) => status))]);

  const stateIs = (pointer: string, words: readonly string[]): JsonObject => ({
    condition: words.map((word) => `$response.body#${pointer} == '${word}'`).join(" || "),
  });

  /** Where the first of these examples has something. */
  function placeIn(examples: readonly Fixture[], paths: Json | undefined): string | undefined {
    const pointers = pathsOf(paths).flatMap((path) => pointerOf(path) ?? []);
    return pointers.find((pointer) => examples.some(({ body }) => valueAtPointer(body, pointer) !== undefined));
  }

  /** The first documented request. */
  function requestOf({ operation }: OperationEntry): Json | undefined {
    const examples = objectAt(requestContent(document, operation, "application/json").examples);
    return Object.values(examples).map((example) => resolved(document, example).value)[0];
  }

  const isCallable = (entry: OperationEntry | undefined): entry is OperationEntry =>
    entry !== undefined && !entry.path.includes("{") && requestOf(entry) !== undefined;

  const requestStep = (entry: OperationEntry): JsonObject => ({
    ...{ stepId: "submit", operationId: operationId(entry.id) },
    requestBody: { contentType: "application/json", payload: requestOf(entry) ?? {} },
  });

  function submitStep(entry: OperationEntry): JsonObject {
    const handle = objectAt(objectAt(submits[entry.id]).handle);
    const outputs = Object.entries(handle).flatMap(([name, paths]) => {
      const pointer = placeIn(answersOf(entry.id), paths);
      return pointer === undefined ? [] : [[name, `$response.body#${pointer}`] as const];
    });
    return {
      ...requestStep(entry),
      successCriteria: [succeeds(entry.id)],
      ...(outputs.length > 0 && { outputs: Object.fromEntries(outputs) }),
    };
  }

  /** The representation that an operation answers with. */
  const formOf = (id: string): JsonObject =>
    objectAt(objectAt(lifecycle.representations)[textOf(objectAt(reads[id]).as)]);

  /** Looks until the task is completed; the interval is the shortest that the contract allows. */
  function readStep(id: string, captures: readonly string[]): JsonObject | undefined {
    const { with: places } = objectAt(reads[id]);
    const form = formOf(id);
    const wordsOf = (name: string): string[] =>
      [objectAt(form.states)[name] ?? objectAt(lifecycle.states)[name] ?? []].flat().map(textOf);
    const words = wordsOf("completed");
    const completed = answersOf(id).filter(({ body }) =>
      pathsOf(form.state).some((path) => {
        const pointer = pointerOf(path);
        return pointer !== undefined && words.includes(textOf(valueAtPointer(body, pointer)));
      }),
    );
    const state = placeIn(completed, form.state);
    const parameters = Object.entries(objectAt(places)).flatMap(([place, names]) => {
      const [where = "", name = ""] = place.split(".");
      const known = [names]
        .flat()
        .map(textOf)
        .find((one) => captures.includes(one));
      return known === undefined ? [] : [{ name, in: where, value: `$steps.submit.outputs.${known}` }];
    });
    if (state === undefined || parameters.length === 0) return undefined;
    const videos = [form.videos ?? []].flat().map(objectAt);
    const links = videos.flatMap(({ each, url }) =>
      pathsOf(url).map((path) => path.replace(/^@/, typeof each === "string" ? each : "$")),
    );
    const link = placeIn(completed, links);
    const [interval] = [objectAt(lifecycle.poll).every ?? []].flat();
    const lost = LOST.flatMap(wordsOf).filter((word) => !words.includes(word));
    const said = words.filter((word) => completed.some(({ body }) => valueAtPointer(body, state) === word));
    return {
      ...{ stepId: "read", operationId: operationId(id), parameters },
      successCriteria: [
        succeeds(id),
        stateIs(state, said),
        ...(link === undefined ? [] : [{ condition: `$response.body#${link} != null` }]),
      ],
      onFailure: [
        ...(lost.length === 0 ? [] : [{ name: "no-video", type: "end", criteria: [stateIs(state, lost)] }]),
        { name: "look-again", type: "retry", retryAfter: Number(interval), retryLimit: LOOKS },
      ],
      ...(link !== undefined && { outputs: { video: `$response.body#${link}` } }),
    };
  }

  const key = keyHeaderOf(document);
  /** What all workflows have: the key comes from outside. */
  const workflow = (workflowId: string, summary: string, steps: readonly JsonObject[]): JsonObject => ({
    ...{ workflowId, summary },
    inputs: { type: "object", properties: { apiKey: { type: "string", format: "password" } } },
    parameters: [
      {
        name: key.name,
        in: "header",
        value: key.prefix === undefined ? "$inputs.apiKey" : `${key.prefix} {$inputs.apiKey}`,
      },
    ],
    steps: [...steps],
  });

  function lifeOf(id: string): JsonObject[] {
    const entry = operations.get(id);
    if (!isCallable(entry)) return [];
    const submit = submitStep(entry);
    const read = readStep(textOf(objectAt(submits[id]).read), Object.keys(objectAt(submit.outputs)));
    const summary = textOf(entry.operation.summary);
    return read ? [workflow(id, `${summary}, and wait for the video`, [submit, read])] : [];
  }

  /** A submit that takes a picture, or a video, by its address, and where in the body that stands. */
  function takerOf(kind: "image" | "video"): { entry: OperationEntry; body: Json; target: string } | undefined {
    const roles = kind === "video" ? ["video"] : ["firstFrame", "inputReferences"];
    for (const entry of Object.keys(submits).flatMap((id) => operations.get(id) ?? [])) {
      if (!isCallable(entry)) continue;
      const { schema, examples } = requestContent(document, entry.operation, "application/json");
      const models = modelSchemas(document, schema);
      for (const body of Object.values(objectAt(examples)).map((one) => resolved(document, one).value)) {
        const model = models.find(({ ids }) => ids.includes(textOf(objectAt(body).model)));
        const inputs = model?.inputs.filter(({ role }) => roles.includes(textOf(role))) ?? [];
        const pointers = inputs.flatMap(({ path, list }) => pointerOf(list === true ? `${path}[*]` : path) ?? []);
        const target = pointers.find((pointer) => textOf(valueAtPointer(body, pointer)).startsWith("https:"));
        if (body !== undefined && target !== undefined) return { entry, body, target };
      }
    }
    return undefined;
  }

  function uploadOf(id: string): JsonObject[] {
    const entry = operations.get(id);
    const { file, url } = objectAt(uploads[id]);
    const link = placeIn(answersOf(id), url);
    if (!entry || link === undefined) return [];
    const part = resolved(document, requestContent(document, entry.operation, "multipart/form-data").schema);
    const { media } = objectAt(resolved(document, objectAt(part.properties)[textOf(file)])["x-input"]);
    const types = [objectAt(media).types ?? []].flat().map(textOf);
    const kind = types.length === 0 || types.includes("image/png") ? "image" : "video";
    const upload = {
      ...{ stepId: "upload", operationId: operationId(id) },
      requestBody: {
        contentType: "multipart/form-data",
        payload: { [textOf(file)]: `$file('${kind === "image" ? "image.png" : "video.mp4"}')` },
      },
      successCriteria: [succeeds(id), { condition: `$response.body#${link} != null` }],
      outputs: { url: `$response.body#${link}` },
    };
    const taker = takerOf(kind);
    const summary = `${textOf(entry.operation.summary)}, and make a video of it`;
    const submit = taker && {
      ...submitStep(taker.entry),
      requestBody: {
        ...{ contentType: "application/json", payload: taker.body },
        replacements: [{ target: taker.target, value: "$steps.upload.outputs.url" }],
      },
    };
    return [workflow(id, summary, submit ? [upload, submit] : [upload])];
  }

  /** Every documented error of a submit, asked for as Prism and omni-mock understand it; a provider ignores the wish, and charges. */
  function errorsOf(id: string): JsonObject[] {
    const entry = operations.get(id);
    if (!isCallable(entry)) return [];
    const documented = new Set(fixtures.flatMap((one) => (one.id === id ? [one.status] : [])));
    return ERRORS.filter((status) => documented.has(status)).map((status) => {
      const prefer = { name: "Prefer", in: "header", value: `code=${status}` };
      const asked = { ...requestStep(entry), parameters: [prefer], successCriteria: [statusIs([status])] };
      return workflow(`${id}Error${status}`, `What an error ${status} looks like; on mock servers only`, [asked]);
    });
  }

  const { title, version } = objectAt(root.info);
  const names = { submit: Object.keys(submits), upload: Object.keys(uploads) };
  const arazzo = (what: string, description: string, workflows: JsonObject[]): JsonObject => ({
    arazzo: "1.0.1",
    info: { title: `${textOf(title)}: ${what}`, description, version: textOf(version) },
    sourceDescriptions: [{ name: provider, type: "openapi", url: source, "x-serverUrl": mock }],
    workflows,
  });
  const elsewhere = `Redocly runs them against a mock at ${mock}`;
  return {
    flows: arazzo(
      "flows",
      `At the provider, each of these flows that submits makes a video and costs money. ${elsewhere}, unless -S names another server; other programs may go to the provider's.`,
      [...names.submit.flatMap(lifeOf), ...names.upload.flatMap(uploadOf)],
    ),
    errors: arazzo(
      "errors",
      `For mock servers only: they are asked for an error by Prefer. A provider does not know that header, and each of these flows would make a video there and cost money. ${elsewhere}.`,
      names.submit.flatMap(errorsOf),
    ),
  };
}
