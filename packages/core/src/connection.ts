import { OmniError, type OmniErrorCode } from "./error.js";

/** What codegen knows about a provider as a service. */
export interface Service {
  /** Its name: the folder under `specs/`. */
  readonly provider: string;
  /** Origins without a path; the first is the default. */
  readonly servers: readonly [string, ...string[]];
  /** Environment variable that holds the key when no `apiKey` is given. */
  readonly envKey: string;
  /** The header that carries the key, and the word before it. Default: `Authorization: Bearer …`. */
  readonly keyHeader?: { readonly name: string; readonly prefix?: string };
  /** `METHOD /path` of the operations that take no key. */
  readonly publicOperations: readonly string[];
}

export interface ApiOptions {
  /** Default: the provider's environment variable, read at each call. */
  readonly apiKey?: string | undefined;
  /** Another host, a proxy or a mock; may have a path. Default: the first server of the contract. */
  readonly baseURL?: string | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Default: the global `fetch`, looked up at each call. One that sends again by itself may pay twice. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Where requests go, and what they carry. */
export interface Connection {
  /** The address before the path, without a slash at its end. */
  readonly base: string;
  /** Sent with every request; the key is not among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sends a request. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Adds the key.
   *
   * @param operation `METHOD /path` of the contract
   * @throws {OmniError} `authentication` for a missing or malformed key
   */
  readonly authorize: (request: Request, operation: string) => void;
  /** The keys of all requests so far; they must stand in no error. */
  readonly usedKeys: ReadonlySet<string>;
}

const BEARER = { name: "Authorization", prefix: "Bearer" };

function environment(name: string): string | undefined {
  // Browsers and edge runtimes have no `process`; `fetch` is named so that the global object fits the type.
  const host: { fetch: typeof fetch; process?: { env?: Record<string, string | undefined> } } = globalThis;
  return host.process?.env?.[name];
}

export const configurationError = (
  { provider }: Service,
  message: string,
  code: OmniErrorCode = "invalid_request",
): OmniError => new OmniError({ code, provider, message, phase: "configure" });

function keyOf(service: Service, given: string | undefined): string {
  const { envKey } = service;
  const key = given ?? environment(envKey);
  const refusal = (message: string) => configurationError(service, message, "authentication");
  if (!key) throw refusal(`No API key. Pass apiKey or set ${envKey}.`);
  // Header values are visible ASCII (RFC 9110, section 5.5). `Headers` would refuse too, with the key in its message.
  const odd = /[^\x21-\x7e]/.exec(key);
  if (odd) {
    const origin = given === undefined ? `The environment variable ${envKey}` : "apiKey";
    const what = /[\r\n]/.test(key) ? "a line break" : "a character that no key has";
    throw refusal(`${origin} holds ${what} (at position ${odd.index + 1}). Copy it again.`);
  }
  return key;
}

function baseOf(service: Service, given: string | undefined): string {
  const [server] = service.servers;
  const base = given ?? server;
  const url = typeof base === "string" && URL.canParse(base) ? new URL(base) : undefined;
  // The value is not repeated in the message: it may be a key that went into the wrong option.
  const wrong =
    !url || !/^https?:$/.test(url.protocol)
      ? "is not an absolute http(s) URL"
      : url.username || url.password
        ? "holds credentials"
        : /[?#]/.test(url.href)
          ? "holds a query or a fragment"
          : undefined;
  if (wrong) throw configurationError(service, `baseURL ${wrong}. Write it like ${server}.`);
  return url?.href ?? "";
}

/** Headers that can be sent. `Headers` would refuse the others too, with the value in its message. */
export function headersOf(service: Service, given: ApiOptions["headers"] = {}): Record<string, string> {
  for (const [name, value] of Object.entries(given)) {
    try {
      new Headers({ [name]: value });
    } catch {
      throw configurationError(service, `headers: ${JSON.stringify(name)} cannot be sent as it is.`);
    }
  }
  return { ...given };
}

/** @throws {OmniError} `invalid_request` for a bad `baseURL` or header */
export function createConnection(service: Service, options: ApiOptions = {}): Connection {
  const { name, prefix } = service.keyHeader ?? BEARER;
  // Read at each call: a key may be changed while an answer to the one before is on its way.
  const usedKeys = new Set<string>();
  return {
    base: baseOf(service, options.baseURL).replace(/\/$/, ""),
    headers: headersOf(service, options.headers),
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    authorize(request, operation) {
      if (service.publicOperations.includes(operation)) return;
      const key = keyOf(service, options.apiKey);
      usedKeys.add(key);
      request.headers.set(name, prefix ? `${prefix} ${key}` : key);
    },
    usedKeys,
  };
}
