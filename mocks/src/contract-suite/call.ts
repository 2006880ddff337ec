import {
  isObject,
  objectAt,
  parametersOf,
  requestContent,
  resolved,
  textOf,
  type Document,
  type Json,
  type JsonObject,
  type OperationEntry,
} from "@omni-contracts/specs";

/** What `request` of a typed client takes beside method and path. */
export interface Call {
  params: { path: JsonObject; query: JsonObject; header: JsonObject };
  body?: unknown;
}

// A PNG of one pixel: uploads are judged by content at some providers.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The named sample requests of an operation. */
export function samplesOf(document: Document, { operation }: OperationEntry): Record<string, Json> {
  const examples = Object.entries(objectAt(requestContent(document, operation, "application/json").examples));
  return Object.fromEntries(examples.map(([name, example]) => [name, resolved(document, example).value ?? null]));
}

function multipartBody(document: Document, { operation }: OperationEntry): Record<string, Blob | Json> | undefined {
  const { schema } = requestContent(document, operation, "multipart/form-data");
  const properties = Object.entries(objectAt(resolved(document, schema).properties)).map(([name, value]) => {
    const property = resolved(document, value);
    const part =
      property.format === "binary" ? new File([PIXEL], "pixel.png", { type: "image/png" }) : property.default;
    return [name, part ?? ""] as const;
  });
  return isObject(schema) ? Object.fromEntries(properties) : undefined;
}

/** A call that the contract accepts, made of the documented examples: parameters, and one sample as its body. */
export function callOf(document: Document, entry: OperationEntry, sample?: string): Call {
  const params: Call["params"] = { path: {}, query: {}, header: {} };
  for (const parameter of parametersOf(document, entry.operation)) {
    const place = parameter.in === "path" ? "path" : parameter.in === "query" ? "query" : "header";
    const example = parameter.example ?? objectAt(parameter.schema).example;
    if (parameter.required === true) params[place][textOf(parameter.name)] = example ?? "";
  }
  const samples = samplesOf(document, entry);
  const [first] = Object.keys(samples);
  const body = samples[sample ?? first ?? ""] ?? multipartBody(document, entry);
  return body === undefined ? { params } : { params, body };
}
