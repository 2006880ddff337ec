// For pages: nothing here may need Node, nor the engine of the mock, which is large.
import { bypass, http, HttpResponse, passthrough, type HttpHandler } from "msw";
import { addressOf, hostsOf, type Target } from "./address.js";

export interface ForwardingOptions extends Target {
  /** Where `omni-mock` is served: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Default: the global one, when a request is made. */
  readonly fetch?: typeof fetch;
}

/** Statuses with which an answer has no body (Fetch, section 2.2.3). */
const BODILESS = [204, 205, 304];

const originOf = (url: string): string => new URL(url).origin;

/**
 * Handlers for `setupWorker`: whatever goes to a real host of a provider is answered by a mock that is served elsewhere.
 * Links in the answers lead to that mock directly.
 */
export function forwardingHandlers(options: ForwardingOptions): HttpHandler[] {
  const base = originOf(options.url);
  const send: typeof fetch = (...given) => (options.fetch ?? globalThis.fetch)(...given);

  async function forward(request: Request, provider: string): Promise<Response> {
    const { method, headers, signal, redirect } = request;
    const hasBody = method !== "GET" && method !== "HEAD";
    // Not as a stream: browsers take those over HTTP/2 only.
    const body = hasBody ? await request.arrayBuffer() : undefined;
    const init = { method, headers, signal, redirect, ...(body?.byteLength && { body }) };
    const address = addressOf(request, provider, base, options);
    try {
      const answer = await send(bypass(new Request(address, { ...init, credentials: "omit" })));
      // A redirect that nobody may look at cannot be handed on.
      if (answer.status === 0) return HttpResponse.error();
      const given = BODILESS.includes(answer.status) ? null : answer.body;
      return new Response(given, { status: answer.status, headers: answer.headers });
    } catch {
      return HttpResponse.error();
    }
  }

  return [
    // What goes to the mock itself, such as a result, needs no handler and no warning.
    http.all(`${base}/*`, () => passthrough()),
    ...hostsOf(options).map(({ provider, origin }) =>
      http.all(`${origin}/*`, ({ request }) => forward(request, provider)),
    ),
  ];
}

const isServers = (value: unknown): value is Target["servers"] =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((one) => Array.isArray(one) && one.every((origin) => typeof origin === "string"));

/**
 * Asks a mock that is served which hosts it answers for. It tells pages of this machine only; others name the hosts
 * themselves.
 *
 * @throws Error when no mock answers there
 */
export async function serversOf(url: string, send: typeof fetch = globalThis.fetch): Promise<Target["servers"]> {
  const address = `${originOf(url)}/__mock/providers`;
  const response = await send(address).catch((cause: unknown) => {
    throw new Error(`Nobody answers at ${address}. Start a mock there: npx omni-mock`, { cause });
  });
  const found: unknown = response.ok ? await response.json() : undefined;
  if (!isServers(found)) throw new Error(`${address} answered ${response.status}, and no list of hosts.`);
  return found;
}
