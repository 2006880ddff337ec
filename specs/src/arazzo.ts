import { objectAt, textOf, type Document, type JsonObject } from "./document.js";
import { contractOf } from "./flows/contract.js";
import { createFlow } from "./flows/create.js";
import { errorFlows } from "./flows/errors.js";
import { submitsOf } from "./flows/submit.js";
import { uploadFlow } from "./flows/upload.js";

/** Flows of a contract, each an Arazzo document. */
export interface Flows {
  /** From a submit to the video, and from an upload: what also works at the provider, for money. */
  readonly flows: JsonObject;
  /**
   * What each documented error looks like: every one of a submit, and of uploads and looks those that no submit has. Only a mock can
   * be asked for one; a provider would make the video.
   */
  readonly errors: JsonObject;
}

/**
 * The contract's flows as Arazzo 1.0.1, from `x-lifecycle` and the examples alone.
 *
 * @param source the bundle's address
 * @param mock where a mock serves the contract: Redocly goes there unless it is told another server, so that nobody pays by mistake
 */
export function arazzoOf(document: Document, source: string, mock: string): Flows {
  const contract = contractOf(document);
  const { title, version } = objectAt(document.root.info);
  const arazzo = (what: string, description: string, workflows: JsonObject[]): JsonObject => ({
    arazzo: "1.0.1",
    info: { title: `${textOf(title)}: ${what}`, description, version: textOf(version) },
    sourceDescriptions: [{ name: document.provider, type: "openapi", url: source, "x-serverUrl": mock }],
    workflows,
  });
  const elsewhere = `Redocly runs them against a mock at ${mock}`;
  return {
    flows: arazzo(
      "flows",
      `At the provider, each of these flows that submits makes a video and costs money. ${elsewhere}, unless -S names another server; other programs may go to the provider's.`,
      [
        ...submitsOf(contract).flatMap((entry) => createFlow(contract, entry)),
        ...Object.keys(contract.uploads).flatMap((id) => uploadFlow(contract, id)),
      ],
    ),
    errors: arazzo(
      "errors",
      `For mock servers only: they are asked for an error by Prefer. A provider does not know that header: there each of these flows that submits would make a video and cost money. ${elsewhere}.`,
      errorFlows(contract),
    ),
  };
}
