// Code samples for every operation, made of the contract. Nothing here knows of Node: a page uses the same functions.
import { curl } from "./curl.js";
import { go } from "./go.js";
import { objectAt, textAt, type Document, type JsonObject } from "./json.js";
import { python } from "./python.js";
import { entriesOf, requestOf } from "./request.js";
import type { Sample, SampleRequest } from "./sample.js";
import { typescriptNormalized } from "./typescript-normalized.js";
import { typescriptRaw } from "./typescript-raw.js";

export { requestOf } from "./request.js";
export type * from "./sample.js";

export interface SampleOptions {
  /** Another host, a proxy or a mock. Default: the first server of the contract. */
  readonly baseURL?: string;
}

/** The samples of a request, one a tab. The normalized client has one only where a verb of it does the same. */
export function samplesOf(request: SampleRequest, { baseURL }: SampleOptions = {}): readonly Sample[] {
  const base = baseURL?.replace(/\/$/, "");
  const asked = base === undefined ? request : { ...request, server: base };
  const normalized = typescriptNormalized(asked, base);
  return [
    { lang: "Shell", label: "curl", source: curl(asked) },
    ...(normalized === undefined ? [] : [{ lang: "TypeScript", label: "TypeScript", source: normalized } as const]),
    { lang: "TypeScript", label: "TypeScript, raw", source: typescriptRaw(asked, base) },
    { lang: "Python", label: "Python", source: python(asked) },
    { lang: "Go", label: "Go", source: go(asked) },
  ];
}

/** A copy of the contract in which every operation has its samples as `x-codeSamples`, as Redoc shows them. */
export function withCodeSamples(document: Document, options?: SampleOptions): Document {
  const root = structuredClone(document.root);
  const ids = entriesOf(document).map(({ method, path, operation }) => ({
    method,
    path,
    id: textAt(operation.operationId),
  }));
  for (const { method, path, id } of ids) {
    const operation: JsonObject = objectAt(objectAt(objectAt(root.paths)[path])[method]);
    operation["x-codeSamples"] = samplesOf(requestOf(document, id), options).map((sample) => ({ ...sample }));
  }
  return { ...document, root };
}
