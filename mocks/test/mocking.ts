import { readDocument, type Document } from "@omni-contracts/specs";
import { createMock, type Mock, type MockAnswer, type MockOptions } from "../src/index.js";

export const START = Date.UTC(2026, 10, 21);
export const SECONDS = START / 1000;

/** A mock of one contract, at a time that a test moves, with every answer held against the contract. */
export interface Bench {
  readonly mock: Mock;
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<MockAnswer>;
  /** The body of an answer, through JSON, as a client gets it. */
  // What a body holds is what a test is about.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  read(method: string, path: string, body?: unknown): Promise<any>;
}

const documents = new Map<string, Document>();

export function documentOf(provider: string): Document {
  const document = documents.get(provider) ?? readDocument(provider);
  documents.set(provider, document);
  return document;
}

export function benchOf(contract: string | Document, options: Partial<MockOptions> = {}): Bench {
  const document = typeof contract === "string" ? documentOf(contract) : contract;
  const mock = createMock({ specs: [document], clock: () => START, validate: true, ...options });

  function call(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    const text = typeof body === "string" ? body : body === undefined ? undefined : JSON.stringify(body);
    const [pathname = "", query] = path.split("?");
    return mock.handle({
      method,
      path: `/${document.provider}${pathname}`,
      query: new URLSearchParams(query),
      base: "http://mock.test",
      headers: {
        authorization: "Bearer sk-test",
        ...(text !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(text !== undefined && { text }),
    });
  }

  return {
    mock,
    call,
    read: async (...given) => JSON.parse(JSON.stringify((await call(...given)).body)),
  };
}
