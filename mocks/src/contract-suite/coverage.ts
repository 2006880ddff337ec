import { operationsOf, type Document, type Fixture } from "@omni-contracts/specs";

/** One example of an answer that went through one method of a client. */
export interface Replay {
  /** operationId. */
  readonly operation: string;
  /** The HTTP status. */
  readonly status: number;
  /** The name of the documented example. */
  readonly example: string;
  /** `api` for the client in the provider's own words, else the verb. */
  readonly method: string;
}

/** What was to be replayed and what was, of one provider; a reporter finds it in the meta of the last test. */
export interface Coverage {
  readonly provider: string;
  /** Every one that the contract has. */
  readonly wanted: readonly Replay[];
  /** Those that a test has seen. */
  readonly replayed: readonly Replay[];
}

/** What a server was asked for and gave, as seen on the wire. */
type Seen = Omit<Replay, "method">;

/** A `fetch` that notes which example of which operation came back: from the request's own line and header, and the answer. */
export function createRecorder(document: Document, fetch: (request: Request) => Promise<Response>) {
  const operations = operationsOf(document).map(({ id, method, path }) => {
    const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{[^}]+\}/g, "[^/]+");
    return { id, method: method.toUpperCase(), pattern: new RegExp(`^${escaped}$`) };
  });
  const seen: Seen[] = [];
  return {
    fetch: async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url);
      const found = operations.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
      const example = /example=([\w.-]+)/.exec(request.headers.get("prefer") ?? "")?.[1] ?? "";
      const response = await fetch(request);
      seen.push({ operation: found?.id ?? "", status: response.status, example });
      return response;
    },
    /** What was seen since the last call. */
    take: (): Seen[] => seen.splice(0),
  };
}

const sameAs =
  ({ operation, status, example, method }: Replay) =>
  (one: Replay): boolean =>
    one.operation === operation && one.status === status && one.example === example && one.method === method;

/** Every example through every method that calls its operation. */
export const wantedOf = (fixtures: readonly Fixture[], methodsOf: (operation: string) => readonly string[]): Replay[] =>
  fixtures.flatMap(({ id, status, name }) =>
    methodsOf(id).map((method) => ({ operation: id, status, example: name, method })),
  );

/** What was not replayed. */
export const holesOf = ({ wanted, replayed }: Coverage): Replay[] =>
  wanted.filter((one) => !replayed.some(sameAs(one)));
