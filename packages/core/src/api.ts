import createClient, { type Client } from "openapi-fetch";
import { OmniError } from "./error.js";

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

function configurationError(provider: string, code: "authentication" | "invalid_request", message: string): OmniError {
  return new OmniError({ code, provider, message, phase: "configure" });
}

function keyOf({ provider, envKey }: Service, given: string | undefined): string {
  const key = given ?? environment(envKey);
  const origin = given === undefined ? `The environment variable ${envKey}` : "apiKey";
  if (!key) {
    throw configurationError(provider, "authentication", `No API key. Pass apiKey or set ${envKey}.`);
  }
  if (typeof key !== "string") throw configurationError(provider, "authentication", "apiKey is not a string.");
  // Header values are visible ASCII (RFC 9110, section 5.5). `Headers` would refuse too, with the key in its message.
  const odd = key.search(/[^\x21-\x7e]/);
  if (odd >= 0) {
    const what = /[\r\n]/.test(key) ? "a line break" : "a character that no key has";
    throw configurationError(
      provider,
      "authentication",
      `${origin} holds ${what} (at position ${odd + 1}). Copy it again.`,
    );
  }
  return key;
}

function baseOf({ provider, servers }: Service, given: string | undefined): string {
  const base = given ?? servers[0];
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
  if (wrong) throw configurationError(provider, "invalid_request", `baseURL ${wrong}. Write it like ${servers[0]}.`);
  return url?.href ?? "";
}

/** Headers that can be sent. `Headers` would refuse the others too, with the value in its message. */
function headersOf({ provider }: Service, given: ApiOptions["headers"] = {}): Record<string, string> {
  for (const [name, value] of Object.entries(given)) {
    try {
      new Headers({ [name]: value });
    } catch {
      throw configurationError(
        provider,
        "invalid_request",
        `headers: ${JSON.stringify(name)} cannot be sent as it is.`,
      );
    }
  }
  return { ...given };
}

/** A path parameter that would make another address of the path. */
function assertPath({ provider }: Service, path: Readonly<Record<string, unknown>> = {}): void {
  const name = Object.keys(path).find((key) => ["", ".", ".."].includes(String(path[key])));
  if (name !== undefined) {
    throw configurationError(
      provider,
      "invalid_request",
      `params.path.${name} is ${JSON.stringify(path[name])}; pass an id.`,
    );
  }
}

/** Nothing that was paid for may be lost in a body that no parser takes: it is kept as text. */
async function assertReadable({ provider }: Service, { headers }: Request, response: Response): Promise<void> {
  const text = await response.clone().text();
  const key = headers.get("Authorization")?.replace("Bearer ", "");
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
      const { name, prefix } = service.keyHeader ?? BEARER;
      const key = keyOf(service, options.apiKey);
      request.headers.set(name, prefix ? `${prefix} ${key}` : key);
    },
    async onResponse({ request, response, options: { parseAs } }) {
      if (response.ok && parseAs === "json") await assertReadable(service, request, response);
    },
  });
  return client;
}
