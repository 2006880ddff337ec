import { classify, readError, select, type Contract } from "@omni-contracts/core/language";
import { objectAt, operationsOf, resolved, type Document, type Json, type JsonObject } from "@omni-contracts/specs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { contractOf } from "../engine/contract-of.js";
import { createRouter, type Route } from "../engine/routes.js";
import { createLazyJudge } from "../judge/create.js";
import { createCompile } from "../judge/schemas.js";
import { bytesOf, encodedPath, parseJson, type MockAnswer } from "../transport/http.js";
import { createCollector, type Collector } from "./collector.js";
import { headerOf, jsonOf, type Exchange } from "./exchange.js";
import { UNTIL_KNOWN, type Change, type Comparison } from "./finding.js";
import { createReplay } from "./replay.js";
import { misfits, placed, token, typeOf, unknownFields, type Difference } from "./schema-walk.js";
import { sketchOf } from "./sketch.js";
import { createWords } from "./words.js";

type Answered = Exchange & { readonly answer: NonNullable<Exchange["answer"]> };

/** RFC 9110, section 15: the exact status, its class as OpenAPI writes it, or `default`. */
function responseKey(responses: JsonObject, status: number): string | undefined {
  return [String(status), `${Math.floor(status / 100)}XX`, "default"].find((key) => key in responses);
}

const isJsonType = (type: string): boolean => /^application\/(.+\+)?json$/.test(type);

/** As JSON would carry it. */
const plainBody = (answer: MockAnswer): unknown => parseJson(Buffer.from(bytesOf(answer)).toString());

function shown(value: unknown): string {
  if (value === undefined) return "not there";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${typeOf(value)}, ${text.slice(0, 57)}…` : `${typeOf(value)} ${text}`;
}

const changeOf = ({ kind, pointer, name = "", value = null }: Difference): Change | undefined => {
  switch (kind) {
    case "unknown field":
      return { do: "add field", pointer, name, schema: sketchOf(value) };
    case "missing field":
      return { do: "not required", pointer, name };
    case "wrong type":
      return { do: "add type", pointer, type: typeOf(value) };
    case "unknown value":
      return { do: "add value", pointer, value };
    default:
      return undefined;
  }
};

/** What the mock shows at the place of a difference. */
function mockAt(mock: MockAnswer | undefined, path: string): string {
  if (!mock) return "not asked";
  const body = plainBody(mock);
  const [value] = select(body, path);
  return value === undefined && mock.status >= 400 ? `not there (${mock.status})` : shown(value);
}

/**
 * Holds recordings against the contract, and against what a mock of it answers to the same requests.
 *
 * @throws Error when the contract is none
 */
export async function compare(document: Document, exchanges: readonly Exchange[]): Promise<Comparison> {
  const contract: Contract = contractOf(document);
  const route = createRouter(document);
  const ground = { document, going: contract.lifecycle.states[UNTIL_KNOWN] ?? [] };
  const compile = createCompile(document);
  const compiled = new Map<string, ValidateFunction>();
  const judge = createLazyJudge("ajv", document);
  const words = createWords(document, contract);
  const ask = createReplay(document, contract);
  const asked = new Set<string>();
  const collector: Collector = createCollector(document);

  /** Whether the whole schema takes a value; the last word where the walk has no name for what is wrong. */
  function problemOf(
    schema: Json,
    pointer: string,
    value: unknown,
  ): { readonly path: string; readonly text: string } | undefined {
    const validate = compiled.get(pointer) ?? compile({ allOf: [schema] });
    compiled.set(pointer, validate);
    if (validate(value)) return undefined;
    const [error] = validate.errors ?? [];
    return {
      path: `$${(error?.instancePath ?? "").replaceAll(/\/(\d+)(?=\/|$)/g, "[*]").replaceAll("/", ".")}`,
      text: error?.message ?? "is wrong",
    };
  }

  function compareBody(
    exchange: Answered,
    at: { entry: Route["entry"]; key: string; response: JsonObject },
    mock: MockAnswer | undefined,
  ): void {
    const { entry, key, response } = at;
    const { status, headers, body, isCutOff } = exchange.answer;
    const where = { exchange, seenAt: `${entry.id} ${status}` };
    const content = objectAt(response.content);
    const types = Object.keys(content);
    // What has no body has no type; half a body tells nothing.
    if (types.length === 0 || body.kind === "none" || isCutOff || exchange.request.method === "HEAD") return;
    const type = (headerOf(headers, "content-type").split(";")[0] ?? "").trim().toLowerCase();
    const media = content[type] ?? content["*/*"];
    if (media === undefined) {
      const own = mock ? (mock.headers["content-type"] ?? "none") : "not asked";
      collector.add({
        ...where,
        kind: "unknown content type",
        place: type || "no type",
        spec: types.join(", "),
        real: type || "none",
        mock: own,
      });
      return;
    }
    if (!isJsonType(type)) return;
    if (body.kind !== "json") {
      if (body.kind === "text" && body.note !== undefined) return;
      collector.add({
        ...where,
        kind: "unreadable body",
        place: type,
        spec: "JSON",
        real: `no JSON, ${body.bytes} bytes`,
        mock: mock ? "JSON" : "not asked",
      });
      return;
    }
    const answer = answerOf(exchange);
    const { value } = body;
    const { schema = {} } = objectAt(media);
    const pointer = `/paths/${token(entry.path)}/${entry.method}/responses/${key}/content/${token(type)}/schema`;
    const schemas = placed(document, schema, pointer);
    const wrong = misfits(ground, schemas, value);
    const state = words.unknownState(entry.id, answer);
    for (const one of [...wrong, ...unknownFields(ground, schemas, value)]) {
      const isState = one.kind === "unknown value" && state !== undefined && one.value === state;
      const change = changeOf(one);
      collector.add({
        ...{
          ...where,
          kind: isState ? "unknown task status" : one.kind,
          place: one.path,
          spec: one.spec,
          real: shown(one.value),
        },
        mock: mockAt(mock, one.path),
        ...(isState ? { change: { do: "add state", word: state, enum: one.pointer } } : change && { change }),
        identity: isState
          ? state
          : one.kind === "unknown value"
            ? `${one.pointer} ${shown(one.value)}`
            : `${one.pointer} ${one.name ?? ""} ${typeOf(one.value)}`,
      });
    }
    const problem = wrong.length === 0 ? problemOf(schema, pointer, value) : undefined;
    if (problem) {
      collector.add({
        ...where,
        kind: "wrong value",
        place: problem.path,
        spec: problem.text,
        real: shown(select(value, problem.path)[0]),
        mock: mockAt(mock, problem.path),
      });
    }
    if (state !== undefined && !wrong.some((one) => one.value === state)) {
      const known = words.states.join(", ");
      collector.add({
        ...where,
        kind: "unknown task status",
        place: "x-lifecycle.states",
        spec: known,
        real: state,
        mock: "one of them",
        change: { do: "add state", word: state },
        identity: state,
      });
    }
  }

  const answerOf = ({ answer, request }: Answered) => ({
    ...{ status: answer.status, body: jsonOf(answer.body), request: jsonOf(request.body) },
    headers: new Headers(answer.headers.flatMap(([name, value]): [string, string][] => [[name, value]])),
  });

  function compareWords(exchange: Answered, id: string, mock: MockAnswer | undefined): void {
    const answer = answerOf(exchange);
    const where = { exchange, seenAt: `${id} ${answer.status}` };
    const code = words.unknownCode(id, answer);
    if (code !== undefined) {
      const own = mock && words.codeOf(id, { status: mock.status, body: plainBody(mock) });
      const spec = `${words.codes.length} codes, not this one`;
      collector.add({
        ...where,
        kind: "unknown error code",
        place: code,
        spec,
        real: code,
        mock: mock ? (own ?? `none (${mock.status})`) : "not asked",
        identity: code,
      });
    }
    const model = words.unknownModel(id, answer, asked);
    if (model !== undefined) {
      collector.add({
        ...where,
        kind: "unknown model",
        place: model,
        spec: words.models.join(", "),
        real: model,
        mock: "the model asked for",
        identity: model,
      });
    }
  }

  /** What the provider took although the contract forbids it. */
  async function compareVerdict(exchange: Answered, found: Route): Promise<void> {
    const { request } = exchange;
    const { id } = found.entry;
    if (request.body.kind !== "json" && request.body.kind !== "none") return;
    const answer = answerOf(exchange);
    const isTaken =
      id in contract.lifecycle.submit
        ? classify(contract, id, answer).outcome === "accepted"
        : answer.status < 300 && !readError(contract, id, answer);
    if (!isTaken) return;
    const [path = "", query] = request.target.split("?");
    const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
    const text = request.body.kind === "json" ? { text: JSON.stringify(request.body.value) } : {};
    const refusal = await judge(found, {
      method: request.method,
      path,
      query: new URLSearchParams(query),
      headers,
      ...text,
    });
    if (refusal?.code !== "invalid_request") return;
    collector.add({
      ...{
        exchange,
        seenAt: `${id} ${answer.status}`,
        kind: "refused by the mock",
        place: refusal.field || "the request",
      },
      ...{ spec: refusal.message, real: `taken (${answer.status})`, mock: "refused" },
    });
  }

  for (const exchange of exchanges) {
    if (!isAnswered(exchange)) {
      collector.unanswered(exchange);
      continue;
    }
    const { request, answer } = exchange;
    if (answer.isCutOff) collector.unanswered({ ...exchange, note: cutOff(exchange) });
    const found = route(request.method, encodedPath(request.target.split("?")[0] ?? ""));
    const sent = jsonOf(request.body);
    const model = objectAt(sent).model;
    if (typeof model === "string") asked.add(model);
    const mock = await ask(exchange);
    if (!found) {
      if ([404, 405, 501].includes(answer.status) || ["OPTIONS", "HEAD"].includes(request.method)) continue;
      const place = `${request.method} ${request.target.split("?")[0] ?? ""}`;
      collector.add({
        exchange,
        seenAt: `${request.method} ${answer.status}`,
        kind: "unknown operation",
        place,
        spec: "not there",
        real: String(answer.status),
        mock: mock ? String(mock.status) : "not asked",
      });
      continue;
    }
    const { entry } = found;
    const responses = objectAt(entry.operation.responses);
    const key = responseKey(responses, answer.status);
    collector.see(entry.id, answer.status, key, mock);
    if (key === undefined) {
      const pointer = `/paths/${token(entry.path)}/${entry.method}/responses`;
      const type = (headerOf(answer.headers, "content-type").split(";")[0] ?? "").trim();
      const response: JsonObject = { description: "Seen in a recording; no page tells of it." };
      if (answer.body.kind === "json") response.content = { [type]: { schema: sketchOf(answer.body.value) } };
      const change: Change = { do: "add status", pointer, status: answer.status, response };
      collector.add({
        exchange,
        seenAt: entry.id,
        kind: "unknown status",
        place: String(answer.status),
        spec: Object.keys(responses).join(", "),
        real: String(answer.status),
        mock: mock ? String(mock.status) : "not asked",
        change,
      });
    } else compareBody(exchange, { entry, key, response: resolved(document, responses[key]) }, mock);
    compareWords(exchange, entry.id, mock);
    await compareVerdict(exchange, found);
  }
  return collector.comparison(operationsOf(document), exchanges.length);
}

/** Half a body differs from nothing, but it may have been about a task. */
function cutOff({ answer: { status, body }, note }: Answered): string {
  const length = body.kind === "none" ? 0 : body.bytes;
  return `${status}, cut off after ${length} bytes${note === undefined ? "" : `; ${note}`}`;
}

const isAnswered = (exchange: Exchange): exchange is Answered => exchange.answer !== undefined;
