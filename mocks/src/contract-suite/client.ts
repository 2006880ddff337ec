/** Any typed client: the suite calls its `request` by the contract's own words, so it needs no provider's types. */
export interface AnyClient {
  /** Sends one request of any operation. */
  readonly request: (...args: never[]) => Promise<unknown>;
}

export interface ClientOptions {
  readonly apiKey: string;
  /** Where the mock serves the client's provider. */
  readonly baseURL: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type CreateClient = (options: ClientOptions) => AnyClient;

export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

const isResult = (value: unknown): value is Result =>
  typeof value === "object" && value !== null && "response" in value && value.response instanceof Response;

/** One call through the client. */
export async function request(client: AnyClient, method: string, path: string, init: object): Promise<Result> {
  const result: unknown = await Reflect.apply(client.request, client, [method, path, init]);
  if (!isResult(result)) throw new TypeError("The client gave no response.");
  return result;
}
