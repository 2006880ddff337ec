import {
  isObject,
  keyHeaderOf,
  modelSchemas,
  objectAt,
  operationsOf,
  requestContent,
  resolved,
  textOf,
  type Document,
  type Input,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { capabilitiesOf } from "./capabilities.js";
import { createProbe } from "./probe.js";
import { requestSchema } from "./request-schema.js";

/** The environment variable that holds a provider's key. */
const envKeyOf = (provider: string): string => `${provider.toUpperCase()}_API_KEY`;

function isPublic({ root }: Document, operation: JsonObject): boolean {
  const security = operation.security ?? root.security;
  return (
    Array.isArray(security) &&
    (security.length === 0 || security.some((one) => Object.keys(objectAt(one)).length === 0))
  );
}

const webhookOperation = (item: Json): JsonObject => objectAt(objectAt(item).post);

/** What a client needs to know about the service before it sends anything. */
export function serviceOf(document: Document): JsonObject {
  const servers = Array.isArray(document.root.servers) ? document.root.servers : [];
  const { name, prefix } = keyHeaderOf(document);
  const isBearer = name === "Authorization" && prefix === "Bearer";
  return {
    provider: document.provider,
    servers: servers.flatMap((server) => (isObject(server) && typeof server.url === "string" ? [server.url] : [])),
    envKey: envKeyOf(document.provider),
    ...(!isBearer && { keyHeader: { name, ...(prefix && { prefix }) } }),
    publicOperations: operationsOf(document)
      .filter(({ operation }) => isPublic(document, operation))
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`),
  };
}

const without = (value: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** A copy without `evidence`: how we know is for the readers of contracts, not for clients. */
function withoutEvidence(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (!isObject(value)) return value;
  const members = Object.entries(without(value, ["evidence"]));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutEvidence(member)]));
}

/** The part of the lifecycle that only receivers of webhooks need, in a form that can be laid over the other part. */
export interface LifecycleData {
  readonly lifecycle: JsonObject;
  readonly events: JsonObject;
}

/** The lifecycle, in the form that core reads. */
export function lifecycleData(document: Document): LifecycleData {
  const { webhooks, representations, ...lifecycle } = objectAt(withoutEvidence(document.root["x-lifecycle"] ?? {}));
  const uploads = Object.entries(objectAt(lifecycle.upload)).map(([id, upload]): [string, Json] => {
    const operation = operationsOf(document).find((entry) => entry.id === id)?.operation ?? {};
    const { schema } = requestContent(document, operation, "multipart/form-data");
    const file = objectAt(resolved(document, schema).properties)[textOf(objectAt(upload).file)];
    const { media } = objectAt(resolved(document, file)["x-input"]);
    const { file: part = "", url = "", lifetime } = objectAt(upload);
    // What a file may be is said where it is uploaded. What else the answer shows is for the mocks.
    const facts = { file: part, url, ...(lifetime !== undefined && { lifetime }) };
    return [id, { ...facts, ...(media !== undefined && { media }) }];
  });
  const forms = Object.entries(objectAt(representations));
  // How an event is sent is for the mocks.
  const events = Object.entries(objectAt(webhooks)).map(([name, event]): [string, Json] => {
    return [name, without(objectAt(event), ["delivery", "shows"])];
  });
  const told = Object.values(objectAt(webhooks)).map((one) => objectAt(one).as);
  const polled = Object.values(objectAt(lifecycle.read)).map((one) => objectAt(one).as);
  const those = (names: readonly (Json | undefined)[]) =>
    Object.fromEntries(forms.filter(([name]) => names.includes(name)));
  return {
    lifecycle: {
      ...lifecycle,
      representations: those(polled),
      ...(uploads.length > 0 && { upload: Object.fromEntries(uploads) }),
    },
    events: { webhooks: Object.fromEntries(events), representations: those(told) },
  };
}

/** Operations with the rules for their answers, in the form that core reads. */
export function operationsData(document: Document): JsonObject {
  const entries = operationsOf(document).map(({ id, method, path, operation }) => {
    const { "x-outcomes": outcomes, "x-errors": errors } = operation;
    const rules = { ...(outcomes && { outcomes }), ...(errors && { errors }) };
    return [id, { method, path, ...objectAt(withoutEvidence(rules)) }] as const;
  });
  return Object.fromEntries(entries);
}

/** Webhooks and how they are signed. */
export function webhooksData({ root }: Document): JsonObject {
  const entries = Object.entries(objectAt(root.webhooks)).map(([name, item]) => {
    return [name, { signature: webhookOperation(item)["x-signature"] ?? null }] as const;
  });
  return Object.fromEntries(entries);
}

/** A price list, with the titles and addresses of its sources in place of their short names. */
function priceList({ root }: Document, list: JsonObject): JsonObject {
  const sources = objectAt(root["x-sources"]);
  const source = [list.source ?? []].flat().map((name): Json => {
    const { title = name, url } = objectAt(sources[textOf(name)]);
    return { title, ...(url !== undefined && { url }) };
  });
  return { ...list, source };
}

/** What a model takes for the members that its rates read, where a request leaves them out. */
function pricedDefaults(
  document: Document,
  model: JsonObject,
  lists: readonly JsonObject[],
  inputs: readonly Input[],
): JsonObject {
  const rates = lists.flatMap(({ rates: listed = [] }) => [listed].flat().map(objectAt));
  const read = [
    ...rates.flatMap(({ where }) => Object.keys(objectAt(where))),
    ...(rates.some(({ perSecond }) => perSecond !== undefined) ? inputs : []).flatMap(({ role, path }) =>
      role === "duration" ? [path] : [],
    ),
  ];
  const defaults = Object.entries(objectAt(model.properties)).flatMap(([name, property]) => {
    const { default: usual } = resolved(document, property);
    return usual !== undefined && read.includes(`$.${name}`) ? [[name, usual] as const] : [];
  });
  return Object.fromEntries(defaults);
}

/** What each model costs; apart, because a client that makes videos does not need it. */
export function pricesData(document: Document): JsonObject {
  const entries = operationsOf(document).flatMap(({ operation }) => {
    const { schema } = requestContent(document, operation, "application/json");
    return modelSchemas(document, schema).map(({ ids: [id = ""], schema: model, inputs }): [string, Json] => {
      const { prices: told = [], billed } = objectAt(model["x-model"]);
      const prices = [told].flat().map((list) => priceList(document, objectAt(list)));
      const defaults = pricedDefaults(document, model, prices, inputs);
      const hasDefaults = Object.keys(defaults).length > 0;
      return [id, { prices, ...(hasDefaults && { defaults }), ...(billed !== undefined && { billed }) }];
    });
  });
  return Object.fromEntries(entries);
}

/** Every model: its ids, what x-model says beside prices, its inputs and, found by probing its schema, what it can do. */
export function modelsData(document: Document): JsonObject {
  const ajv = formats.default(new Ajv2020({ strict: false, validateFormats: true }));
  const entries = operationsOf(document).flatMap((entry) => {
    const { schema } = requestContent(document, entry.operation, "application/json");
    return modelSchemas(document, schema).map(({ ids: [id = "", ...aliases], schema: model, inputs }) => {
      const pruned = requestSchema(document, model, id);
      const accepts = ajv.compile(pruned);
      const facts = {
        operation: entry.id,
        ...(aliases.length > 0 && { aliases }),
        ...without(objectAt(model["x-model"]), ["prices", "billed"]),
        capabilities: capabilitiesOf(createProbe(pruned, id, inputs, (body) => accepts(body))),
        inputs,
      };
      return [id, facts] as const;
    });
  });
  return Object.fromEntries(entries);
}
