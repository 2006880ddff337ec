import createClient, { type Client } from "openapi-fetch";
import { configurationError, createConnection, type ApiOptions, type Connection, type Service } from "./connection.js";
import { OmniError } from "./error.js";

/** A client in the provider's own words: `GET`, `POST` and the other members of openapi-fetch. */
export type Api<Paths extends object> = Client<Paths>;

/** A path parameter that would make another address of the path. */
function assertPath(service: Service, path: Readonly<Record<string, unknown>> = {}): void {
  for (const [name, value] of Object.entries(path)) {
    if (["", ".", ".."].includes(String(value))) {
      throw configurationError(service, `params.path.${name} is ${JSON.stringify(value)}; pass an id.`);
    }
  }
}

/** Nothing that was paid for may be lost in a body that no parser takes: it is kept as text. */
async function assertReadable({ provider }: Service, response: Response, { usedKeys }: Connection): Promise<void> {
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
      responseBody: [...usedKeys].reduce((shown, key) => shown.replaceAll(key, "[key]"), text),
      billed: "unknown",
    });
  }
}

/** JSON, or a multipart form as soon as a member is binary. */
export function serializeBody(body: unknown): string | FormData {
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
export function createApi<Paths extends object>(
  service: Service,
  options: ApiOptions = {},
  connection: Connection = createConnection(service, options),
): Api<Paths> {
  const { base: baseUrl, headers, fetch } = connection;
  const client = createClient<Paths>({
    ...{ baseUrl, headers, fetch },
    bodySerializer: serializeBody,
    // A redirected POST would be a second POST, and the key must not leave the origin.
    redirect: "manual",
  });
  client.use({
    onRequest({ request, schemaPath, params }) {
      assertPath(service, params.path);
      connection.authorize(request, `${request.method} ${schemaPath}`);
    },
    async onResponse({ response, options: { parseAs } }) {
      if (response.ok && parseAs === "json") await assertReadable(service, response, connection);
    },
  });
  return client;
}
