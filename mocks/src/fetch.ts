import { textOfBody, type Handler } from "./http.js";

/** A handler as a `fetch`, for tests and demos that want no port. The origin of the request does not matter. */
export const mockFetch =
  (handler: Handler): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const url = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const text = textOfBody(Buffer.from(await request.arrayBuffer()), headers);
    const answer = await handler({
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      text,
    });
    // As on a network: whoever stops waiting gets no answer, whatever the server has done by then.
    signal.throwIfAborted();
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
