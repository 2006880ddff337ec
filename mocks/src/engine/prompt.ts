import { modelSchemas, objectAt, operationsOf, requestContent, type Document, type Json } from "@omni-contracts/specs";
import { perDocument } from "./per-document.js";

/** Enough to know a task again; ten thousand of them are remembered. */
const LONGEST = 200;

/** Where the requests of a contract carry their prompt: `$.input.prompt` is `["input", "prompt"]`. */
const pathsOf = perDocument((document) => {
  const inputs = operationsOf(document)
    .flatMap(({ operation }) => modelSchemas(document, requestContent(document, operation, "application/json").schema))
    .flatMap((model) => model.inputs);
  const paths = inputs.flatMap(({ path, role }) => (role === "prompt" && !path.includes("[") ? [path] : []));
  return [...new Set(paths)].map((path) => path.split(".").slice(1));
});

/** The first 200 characters of the prompt; `undefined` where the request has none. */
export function promptOf(document: Document, sent: Json): string | undefined {
  for (const path of pathsOf(document)) {
    const found = path.reduce<Json | undefined>((at, name) => objectAt(at)[name], sent);
    if (typeof found !== "string") continue;
    if (found.length <= LONGEST) return found;
    // A copy: a slice would hold on to the whole of a long text.
    return `${Buffer.from(found.slice(0, LONGEST)).toString()}…`;
  }
  return undefined;
}
