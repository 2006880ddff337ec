import createClient, { type Client } from "openapi-fetch";
import { OmniError, type OmniErrorCode } from "./error.js";

/** What codegen knows about a provider as a service. */
export interface Service {
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
  readonly apiKey?: string;
  /** Another host, a proxy or a mock; may have a path. Default: the first server of the contract. */
  readonly baseURL?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the global `fetch`, looked up at each call. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A client in the provider's own words: `GET`, `POST` and the other members of openapi-fetch. */
export type Api<Paths extends object> = Client<Paths>;

const BEARER = { name: "Authorization", prefix: "Bearer" };

function environment(name: string): string | undefined {
  // Browsers and edge runtimes have no `process`; `fetch` is named so that the global object fits the type.
  const host: { fetch: typeof fetch; process?: { env?: Record<string, string | undefined> } } = globalThis;
  return host.process?.env?.[name];
}

function configurationError(
  { provider }: Service,
  message: string,
  code: OmniErrorCode = "invalid_request",
): OmniError {
  return new OmniError({ code, provider, message, phase: "configure" });
}

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
function headersOf(service: Service, given: ApiOptions["headers"] = {}): Record<string, string> {
  for (const [name, value] of Object.entries(given)) {
    try {
      new Headers({ [name]: value });
    } catch {
      throw configurationError(service, `headers: ${JSON.stringify(name)} cannot be sent as it is.`);
    }
  }
  return { ...given };
}

/** A path parameter that would make another address of the path. */
function assertPath(service: Service, path: Readonly<Record<string, unknown>> = {}): void {
  for (const [name, value] of Object.entries(path)) {
    if (["", ".", ".."].includes(String(value))) {
      throw configurationError(service, `params.path.${name} is ${JSON.stringify(value)}; pass an id.`);
    }
  }
}

/** Nothing that was paid for may be lost in a body that no parser takes: it is kept as text. */
async function assertReadable({ provider }: Service, response: Response, key: string | undefined): Promise<void> {
  const text = await response.clone().text();
  try {
    JSON.parse(text || "null");
  } catch {
    throw new OmniError({
      code: "contract_violation",
      provider,
      phase: "result",
      message: `HTTP ${response.status}, but the body is no JSON; see responseBody. After a submit, the task may exist.`,
      statusCode: response.status,
      responseBody: key ? text.replaceAll(key, "[key]") : text,
      billed: "unknown",
    });
  }
}

/** JSON, or a multipart form as soon as a member is binary. */
function serializeBody(body: unknown): string | FormData {
  if (body instanceof FormData) return body;
  const members = typeof body === "object" && body !== null ? Object.entries(body) : [];
  if (!members.some(([, value]) => value instanceof Blob || value instanceof Uint8Array)) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of members) {
    if (value instanceof Blob) form.append(name, value);
    else if (value instanceof Uint8Array) form.append(name, new Blob([new Uint8Array(value)]));
    else if (value !== undefined) form.append(name, String(value));
  }
  return form;
}

/**
 * The typed client of one provider.
 *
 * Sends each request once, follows no redirect, and adds the key to it. HTTP errors come back as `error`, as the contract
 * types them; `response` has status and headers.
 *
 * @throws {OmniError} `invalid_request` at once for a bad `baseURL` or header; each call rejects, before anything is sent,
 * with `authentication` for a missing or malformed key and `invalid_request` for a path parameter that is no id; and with
 * `contract_violation`, the body as text in `responseBody`, for a success that is no JSON
 */
export function createApi<Paths extends object>(service: Service, options: ApiOptions = {}): Api<Paths> {
  const { name, prefix } = service.keyHeader ?? BEARER;
  const client = createClient<Paths>({
    baseUrl: baseOf(service, options.baseURL),
    headers: headersOf(service, options.headers),
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    bodySerializer: serializeBody,
    // A redirected POST would be a second POST, and the key must not leave the origin.
    redirect: "manual",
  });
  client.use({
    onRequest({ request, schemaPath, params }) {
      assertPath(service, params.path);
      if (service.publicOperations.includes(`${request.method} ${schemaPath}`)) return;
      const key = keyOf(service, options.apiKey);
      request.headers.set(name, prefix ? `${prefix} ${key}` : key);
    },
    async onResponse({ request, response, options: { parseAs } }) {
      const key = request.headers.get(name)?.split(" ").at(-1);
      if (response.ok && parseAs === "json") await assertReadable(service, response, key);
    },
  });
  return client;
}
