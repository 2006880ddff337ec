// A page for each operation.
import { operationsOf, textOf, type Document, type OperationEntry } from "@omni-contracts/specs";
import type { Page, Source } from "../page.js";

function pageOf({ provider }: Document, { id, method, path, operation }: OperationEntry): Page {
  return {
    path: `reference/${provider}/${id}`,
    title: `${textOf(operation.summary)} · ${id}`,
    label: textOf(operation.summary),
    description: `${method.toUpperCase()} ${path}`,
    within: `reference/${provider}`,
    group: [operation.tags ?? []].flat().map(textOf)[0] ?? "",
    markdown: `# ${textOf(operation.summary)}\n\n\`${method.toUpperCase()} ${path}\`\n\n${textOf(operation.description)}`,
  };
}

export const operationPages = ({ documents }: Source): Page[] =>
  documents.flatMap((document) => operationsOf(document).map((entry) => pageOf(document, entry)));
