import {
  keyHeaderOf,
  objectAt,
  operationsOf,
  requestContent,
  resolved,
  type Document,
  type Json,
} from "@omni-contracts/specs";

/** A submit that the contract shows. */
export interface Sample {
  /** operationId. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body: Json;
}

/** The first documented request of the first submit whose address needs nothing filled in. */
export function sampleOf(document: Document): Sample | undefined {
  const submits = objectAt(objectAt(document.root["x-lifecycle"]).submit);
  for (const { id, method, path, operation } of operationsOf(document)) {
    if (!(id in submits) || path.includes("{")) continue;
    const examples = objectAt(requestContent(document, operation, "application/json").examples);
    const [body] = Object.values(examples).flatMap((example) => resolved(document, example).value ?? []);
    if (body !== undefined) return { id, method, path, body };
  }
  return undefined;
}

/** For a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The flag that sends a key, which no mock looks at. */
export function keyFlag(document: Document): string {
  const { name, prefix } = keyHeaderOf(document);
  return `-H ${quoted(`${name}: ${prefix === undefined ? "" : `${prefix} `}sk-mock`)}`;
}

/** A submit to try, ready to paste into a shell; `undefined` where the contract shows none. */
export function sampleCall(document: Document, baseUrl: string, width: number): string | undefined {
  const sample = sampleOf(document);
  if (!sample) return undefined;
  const short = JSON.stringify(sample.body);
  const body = short.length + "  -d ''".length <= width ? short : JSON.stringify(sample.body, null, 2);
  const method = sample.method === "post" ? [] : [`-X ${sample.method.toUpperCase()}`];
  return [
    `curl ${quoted(`${baseUrl}${sample.path}`)}`,
    ...method,
    keyFlag(document),
    "-H 'Content-Type: application/json'",
    `-d ${quoted(body)}`,
  ]
    .join(" \\\n")
    .replaceAll("\n", "\n  ");
}
