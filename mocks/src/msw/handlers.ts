import { http, HttpResponse, type HttpHandler } from "msw";
import type { Mock } from "../mock.js";
import { addressOf, hostsOf, type Target } from "./address.js";

export type HandlerOptions = Pick<Target, "namespace">;

/**
 * Handlers for `setupServer`: whatever goes to a real host of a provider, mirrors too, is answered by the mock, in this
 * process. Links in the answers lead to the same host and so to the mock again. Other hosts are not touched.
 */
export function mockHandlers(mock: Pick<Mock, "fetch" | "servers">, options: HandlerOptions = {}): HttpHandler[] {
  const target = { ...options, servers: mock.servers };

  async function answer(request: Request, provider: string, origin: string): Promise<Response> {
    const { method, headers, signal } = request;
    const hasBody = method !== "GET" && method !== "HEAD";
    const body = hasBody ? await request.arrayBuffer() : undefined;
    const address = addressOf(request, provider, origin, target);
    try {
      // Whoever sent the request follows redirects, or does not.
      return await mock.fetch(address, {
        method,
        headers,
        signal,
        redirect: "manual",
        ...(body?.byteLength && { body }),
      });
    } catch {
      // The connection broke, or nobody waits any more. An error thrown here would become an answer with status 500.
      return HttpResponse.error();
    }
  }

  return hostsOf(target).map(({ provider, origin }) =>
    http.all(`${origin}/*`, ({ request }) => answer(request, provider, origin)),
  );
}
