import { classify, readTask, type Contract, type TaskStatus } from "@omni-contracts/core/language";
import type { Document } from "@omni-contracts/specs";
import { contractOf } from "../engine/contract-of.js";
import { createRouter } from "../engine/routes.js";
import { encodedPath, type MockAnswer, type MockRequest } from "../transport/http.js";

interface Reader {
  readonly contract: Contract;
  readonly route: ReturnType<typeof createRouter>;
}

const readers = new WeakMap<Document, Reader>();

function readerOf(document: Document): Reader {
  const reader = readers.get(document) ?? { contract: contractOf(document), route: createRouter(document) };
  readers.set(document, reader);
  return reader;
}

/** The state that an answer tells of its task, as a client of the contract reads it. */
export function taskStatusIn(
  document: Document,
  { method, path }: Pick<MockRequest, "method" | "path">,
  { status, headers, body }: MockAnswer,
): TaskStatus | undefined {
  const { contract, route } = readerOf(document);
  const id = route(method, encodedPath(path))?.entry.id ?? "";
  const answer = { status, headers: new Headers(headers), body };
  if (id in contract.lifecycle.read) return readTask(contract, id, answer).task?.status;
  // A mock's task waits at first.
  const isAccepted = id in contract.lifecycle.submit && classify(contract, id, answer).outcome === "accepted";
  return isAccepted ? "queued" : undefined;
}
