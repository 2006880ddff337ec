// The operations of a contract, those that a provider sends among them.
import { isObject, objectAt, operationsOf, textOf, type Document, type OperationEntry } from "@omni-contracts/specs";

export interface Operation extends OperationEntry {
  /** Sent by the provider to an address of its user. */
  readonly isWebhook: boolean;
}

/** Every operation in document order, then the webhooks; `path` of a webhook is empty. */
export function allOperations(document: Document): Operation[] {
  const webhooks = Object.values(objectAt(document.root.webhooks)).flatMap((item): Operation[] => {
    const { post } = objectAt(item);
    if (!isObject(post)) return [];
    return [{ id: textOf(post.operationId), method: "post", path: "", operation: post, isWebhook: true }];
  });
  return [...operationsOf(document).map((entry) => ({ ...entry, isWebhook: false })), ...webhooks];
}
