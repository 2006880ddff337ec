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

/** Longer than any task takes at the documented interval; a flow that waits longer has failed. */
const LOOKS = 200;
const IN_BODY = "$response.body#";
/** States after which no video comes any more. */
const LOST = ["failed", "cancelled", "expired"];

/** Flows of a contract, each an Arazzo document. */
export interface Flows {
  /** Submit and result, upload and submit: what also works at the provider, for money. */
  readonly flows: JsonObject;
  /**
   * What each documented error looks like: every one of a submit, and of uploads and looks those that no submit has. Only a mock can
   * be asked for one; a provider would make the video.
   */
  readonly errors: JsonObject;
}

/** An error that an operation documents. */
interface Refusal {
  readonly status: number;
  /** In the name of its flow. */
  readonly name: string;
  /** For people: the status, and the code where HTTP calls it a success. */
  readonly what: string;
  readonly prefer: string;
  readonly examples: readonly Fixture[];
}

const pathsOf = (source: Json | undefined): string[] =>
  [source ?? []].flat().filter((place): place is string => typeof place === "string");

const scalarOf = (value: Json | undefined): string | number | undefined =>
  (typeof value === "string" && value !== "" && !value.includes("'")) || typeof value === "number" ? value : undefined;

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

  /** An empty text is no address, and no message. */
  const isThere = (pointer: string): JsonObject => ({
    condition: `${IN_BODY}${pointer} != null && ${IN_BODY}${pointer} != ''`,
  });

  const stateIs = (pointer: string, words: readonly string[]): JsonObject => ({
    condition: words.map((word) => `${IN_BODY}${pointer} == '${word}'`).join(" || "),
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
      return pointer === undefined ? [] : [[name, `${IN_BODY}${pointer}`] as const];
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

  /** What a read is asked with: captures of the handle, or, where one is the whole address, those that stand in its path. */
  function whereToLook(id: string, submit: string, captures: JsonObject): JsonObject[] {
    const { with: places, url } = objectAt(reads[id]);
    const sent = (capture: string): string => `$steps.submit.outputs.${capture}`;
    if (typeof url === "string") {
      const found = answersOf(submit).flatMap((one) => pathParts(id, url, captures, one))[0] ?? {};
      return Object.entries(found).map(([name, capture]) => ({ name, in: "path", value: sent(capture) }));
    }
    return Object.entries(objectAt(places)).flatMap(([place, names]) => {
      const [where = "", name = ""] = place.split(".");
      const known = [names]
        .flat()
        .map(textOf)
        .find((one) => one in captures);
      return known === undefined ? [] : [{ name, in: where, value: sent(known) }];
    });
  }

  /** Which capture stands for which parameter of a read's path, in the address that an answer to the submit shows. */
  function pathParts(id: string, url: string, captures: JsonObject, { body }: Fixture): Record<string, string>[] {
    const valueOf = (capture: string): string =>
      textOf(valueAtPointer(body, textOf(captures[capture]).slice(IN_BODY.length)));
    const [address = ""] = valueOf(url).split("?");
    const theirs = address.split("/").toReversed();
    const ours = operations.get(id)?.path.split("/").toReversed().slice(0, -1) ?? [];
    const parts = ours.flatMap((part, at) => {
      const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
      const capture = Object.keys(captures).find((one) => valueOf(one) !== "" && valueOf(one) === theirs[at]);
      return name === undefined ? [] : [[name, capture] as const];
    });
    const known = parts.flatMap(([name, capture]) => (capture === undefined ? [] : [[name, capture] as const]));
    return known.length > 0 && known.length === parts.length ? [Object.fromEntries(known)] : [];
  }

  /** Where the videos stand in a representation. */
  const linksOf = (form: JsonObject): string[] =>
    [form.videos ?? []]
      .flat()
      .map(objectAt)
      .flatMap(({ each, url }) =>
        pathsOf(url).map((path) => path.replace(/^@/, typeof each === "string" ? each : "$")),
      );

  /** Looks until the task is completed; the interval is the shortest that the contract allows. */
  function readStep(id: string, parameters: readonly JsonObject[]): JsonObject | undefined {
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
    if (state === undefined || parameters.length === 0) return undefined;
    const link = placeIn(completed, linksOf(form));
    const [interval] = [objectAt(lifecycle.poll).every ?? []].flat();
    const lost = LOST.flatMap(wordsOf).filter((word) => !words.includes(word));
    const said = words.filter((word) => completed.some(({ body }) => valueAtPointer(body, state) === word));
    return {
      ...{ stepId: "read", operationId: operationId(id), parameters: [...parameters] },
      successCriteria: [succeeds(id), stateIs(state, said), ...(link === undefined ? [] : [isThere(link)])],
      onFailure: [
        // A task that says that it is completed, and shows no video, will show none.
        { name: "no-video", type: "end", criteria: [stateIs(state, [...lost, ...said])] },
        { name: "look-again", type: "retry", retryAfter: Number(interval), retryLimit: LOOKS },
      ],
      ...(link !== undefined && { outputs: { video: `${IN_BODY}${link}` } }),
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

  /** The second call of a protocol that does not show the video where it tells the state. */
  function resultStep(id: string, parameters: readonly JsonObject[]): JsonObject | undefined {
    const link = placeIn(answersOf(id), linksOf(formOf(id)));
    if (link === undefined || parameters.length === 0) return undefined;
    return {
      ...{ stepId: "result", operationId: operationId(id), parameters: [...parameters] },
      successCriteria: [succeeds(id), isThere(link)],
      outputs: { video: `${IN_BODY}${link}` },
    };
  }

  function lifeOf(id: string): JsonObject[] {
    const entry = operations.get(id);
    if (!isCallable(entry)) return [];
    const submit = submitStep(entry);
    const look = textOf(objectAt(submits[id]).read);
    const next = textOf(objectAt(reads[look]).next);
    const captures = objectAt(submit.outputs);
    const read = readStep(look, whereToLook(look, id, captures));
    const result = next === "" ? undefined : resultStep(next, whereToLook(next, id, captures));
    if (!read || (next !== "" && !result)) return [];
    const summary = `${textOf(entry.operation.summary)}, and wait for the video`;
    return [workflow(id, summary, [submit, read, ...(result ? [result] : [])])];
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

  /** The upload of one of our files, of which kind it is, and where the answer shows its address. */
  function uploadStep(id: string): { step: JsonObject; kind: "image" | "video"; link: string } | undefined {
    const entry = operations.get(id);
    const { file, url } = objectAt(uploads[id]);
    const link = placeIn(answersOf(id), url);
    if (!entry || link === undefined) return undefined;
    const part = resolved(document, requestContent(document, entry.operation, "multipart/form-data").schema);
    const { media } = objectAt(resolved(document, objectAt(part.properties)[textOf(file)])["x-input"]);
    const types = [objectAt(media).types ?? []].flat().map(textOf);
    const kind = types.length === 0 || types.includes("image/png") ? "image" : "video";
    const payload = { [textOf(file)]: `$file('${kind === "image" ? "image.png" : "video.mp4"}')` };
    const requestBody = { contentType: "multipart/form-data", payload };
    return { step: { stepId: "upload", operationId: operationId(id), requestBody }, kind, link };
  }

  function uploadOf(id: string): JsonObject[] {
    const asked = uploadStep(id);
    if (!asked) return [];
    const { step, kind, link } = asked;
    const upload = {
      ...step,
      successCriteria: [succeeds(id), isThere(link)],
      outputs: { url: `${IN_BODY}${link}` },
    };
    const taker = takerOf(kind);
    const summary = `${textOf(operations.get(id)?.operation.summary)}, and make a video of it`;
    const submit = taker && {
      ...submitStep(taker.entry),
      requestBody: {
        ...{ contentType: "application/json", payload: taker.body },
        replacements: [{ target: taker.target, value: "$steps.upload.outputs.url" }],
      },
    };
    return [workflow(id, summary, submit ? [upload, submit] : [upload])];
  }

  const codePlaces = pathsOf(objectAt(lifecycle.errors).code).flatMap((path) => pointerOf(path) ?? []);
  const codePlaceIn = ({ body }: Fixture): string | undefined =>
    codePlaces.find((place) => scalarOf(valueAtPointer(body, place)) !== undefined);
  const codeIn = (one: Fixture, place = codePlaceIn(one)): string | number | undefined =>
    place === undefined ? undefined : scalarOf(valueAtPointer(one.body, place));

  /** Answers that HTTP calls a success, without what a success is for, and with a code that none has: the first of each code. */
  function refusedInside(id: string): Fixture[] {
    const wanted = [...Object.values(objectAt(objectAt(submits[id]).handle)), objectAt(uploads[id]).url];
    const places = wanted.flatMap(pathsOf).map(pointerOf);
    const shows = ({ body }: Fixture): boolean =>
      places.some((place) => place === undefined || valueAtPointer(body, place) !== undefined);
    const answers = answersOf(id);
    const codes = new Set([undefined, ...answers.filter(shows).map((one) => codeIn(one))]);
    const refused = places.length === 0 ? [] : answers.filter((one) => !shows(one) && !codes.has(codeIn(one)));
    return [...new Map(refused.toReversed().map((one) => [codeIn(one), one])).values()].toReversed();
  }

  /** What an operation documents as an error: each status, and each code inside HTTP's successes. */
  function refusalsOf(id: string): Refusal[] {
    const failed = fixtures.filter((one) => one.id === id && one.status >= 400);
    const statuses = [...new Set(failed.map(({ status }) => status))];
    return [
      ...refusedInside(id).map((one) => ({
        ...{ status: one.status, name: `${one.status}-${one.name}`, what: `${one.status} ${codeIn(one)}` },
        ...{ prefer: `code=${one.status}, example=${one.name}`, examples: [one] },
      })),
      ...statuses.map((status) => ({
        ...{ status, name: String(status), what: String(status), prefer: `code=${status}` },
        examples: failed.filter((one) => one.status === status),
      })),
    ];
  }

  /** What the body says: the code of one of the examples, or, where the first has none, that there is a message. */
  function saysWhy(examples: readonly Fixture[]): JsonObject[] {
    const first = examples.slice(0, 1);
    const [place] = first.flatMap((one) => codePlaceIn(one) ?? []);
    if (place === undefined) {
      const text = placeIn(first, objectAt(lifecycle.errors).message);
      return text === undefined ? [] : [isThere(text)];
    }
    const codes = new Set(examples.flatMap((one) => codeIn(one, place) ?? []));
    const literals = [...codes].map((code) => (typeof code === "number" ? String(code) : `'${code}'`));
    return [{ condition: literals.map((literal) => `${IN_BODY}${place} == ${literal}`).join(" || ") }];
  }

  /**
   * Documented errors of an operation, asked for as Prism and omni-mock understand it; a provider ignores the wish, and charges.
   *
   * @param before steps that come first
   * @param known errors that need no flow any more; gets those that have one now
   */
  function errorsOf(
    id: string,
    step: JsonObject,
    before: readonly JsonObject[] = [],
    known = new Set<string>(),
  ): JsonObject[] {
    const { parameters = [], ...rest } = step;
    return refusalsOf(id).flatMap(({ status, name, what, prefer, examples }) => {
      if (known.has(what)) return [];
      known.add(what);
      const asked = {
        ...{ ...rest, parameters: [parameters, { name: "Prefer", in: "header", value: prefer }].flat() },
        successCriteria: [statusIs([status]), ...saysWhy(examples)],
      };
      return [
        workflow(`${id}Error${name}`, `What an error ${what} looks like; on mock servers only`, [...before, asked]),
      ];
    });
  }

  /** All of a submit; of uploads and looks those that no submit has. */
  function allErrors(): JsonObject[] {
    const entries = Object.keys(submits)
      .flatMap((id) => operations.get(id) ?? [])
      .filter(isCallable);
    const known = new Set(entries.flatMap(({ id }) => refusalsOf(id).map(({ what }) => what)));
    return [
      ...entries.flatMap((entry) => errorsOf(entry.id, requestStep(entry))),
      ...Object.keys(uploads).flatMap((id) => {
        const asked = uploadStep(id);
        return asked ? errorsOf(id, asked.step, [], known) : [];
      }),
      ...entries.flatMap((entry) => {
        const id = textOf(objectAt(submits[entry.id]).read);
        const submit = submitStep(entry);
        const parameters = whereToLook(id, entry.id, objectAt(submit.outputs));
        const look = { stepId: "read", operationId: operationId(id), parameters };
        return parameters.length === 0 ? [] : errorsOf(id, look, [submit], known);
      }),
    ];
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
      `For mock servers only: they are asked for an error by Prefer. A provider does not know that header: there each of these flows that submits would make a video and cost money. ${elsewhere}.`,
      allErrors(),
    ),
  };
}
