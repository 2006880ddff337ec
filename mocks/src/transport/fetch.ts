import { setImmediate as nextTurn } from "node:timers/promises";
import { piecesOf, realSleep, type Sleep } from "./delivery.js";
import { bytesOf, hasBody, largestOf, textOfBody, type Handler, type MockAnswer } from "./http.js";

/** What Node's `fetch` throws when the other side hangs up. */
const hungUp = (): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });

/** What Node's `fetch` throws when the other side hangs up in the middle of a body. */
const cutOff = (): TypeError => {
  const cause = Object.assign(new Error("other side closed"), { name: "SocketError", code: "UND_ERR_SOCKET" });
  return new TypeError("terminated", { cause });
};

/** Waits; whoever is told to stop meanwhile hears the reason of its own signal, as from `fetch`. */
async function wait(sleep: Sleep, milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
}

function bodyOf(answer: MockAnswer, request: Request, sleep: Sleep): BodyInit | null {
  if (request.method === "HEAD" || !hasBody(answer)) return null;
  const bytes = bytesOf(answer);
  if (!answer.delivery?.drip && answer.delivery?.breaksAt === undefined) return bytes;
  // The request is held on to: Node forgets to pass on its caller's abort once the request itself is collected.
  const pieces = piecesOf(bytes, answer, (milliseconds) => wait(sleep, milliseconds, request.signal), request.signal);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await pieces.next();
        if (next.done && answer.delivery?.breaksAt !== undefined) {
          answer.onLost?.();
          // An error throws away what was not read yet; as on a network, what was sent comes first.
          await nextTurn();
          controller.error(cutOff());
        } else if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        answer.onLost?.();
        throw error;
      }
    },
    cancel: () => answer.onLost?.(),
  });
}

const REDIRECTS = [301, 302, 303, 307, 308];
/** As many as `fetch` follows. */
const MOST = 20;

/** The request that follows from a redirect (Fetch, section 4.5). */
function followed(request: Request, body: ArrayBuffer, { status, headers }: MockAnswer): Request {
  const { method, signal } = request;
  const asGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  const kept = new Headers(request.headers);
  if (asGet) kept.delete("content-type");
  return new Request(new URL(headers.location ?? "", request.url), {
    ...{ method: asGet ? "GET" : method, headers: kept, signal },
    ...(!asGet && body.byteLength > 0 && { body }),
  });
}

/** A handler as a `fetch`, for tests and demos that want no port. The origin of the request does not matter. */
export const mockFetch = (handler: Handler, sleep: Sleep = realSleep): typeof fetch => {
  async function send(request: Request, redirect: RequestRedirect, turn = 0): Promise<Response> {
    const { signal, method } = request;
    signal.throwIfAborted();
    const { origin: base, pathname: path, searchParams: query } = new URL(request.url);
    const headers: Record<string, string> = Object.fromEntries(request.headers);
    const body = await request.arrayBuffer();
    const isTooLarge = body.byteLength > largestOf(headers);
    const carried = isTooLarge ? { isTooLarge } : { text: textOfBody(Buffer.from(body), headers) };
    const answer = await handler({ method, path, query, headers, base, ...carried });
    try {
      // As on a network: whoever stops waiting gets no answer, whatever the server has done by then.
      signal.throwIfAborted();
      if (answer.delivery?.delay) await wait(sleep, answer.delivery.delay * 1000, signal);
    } catch (error) {
      answer.onLost?.();
      throw error;
    }
    if (answer.delivery?.reset) throw hungUp();
    if (redirect !== "manual" && REDIRECTS.includes(answer.status) && answer.headers.location !== undefined) {
      const problem = redirect === "error" ? "unexpected redirect" : turn < MOST ? "" : "redirect count exceeded";
      if (problem) throw new TypeError("fetch failed", { cause: new Error(problem) });
      return send(followed(request, body, answer), redirect, turn + 1);
    }
    return new Response(bodyOf(answer, request, sleep), { status: answer.status, headers: answer.headers });
  }
  return async (input, init) => {
    const request = new Request(input, init);
    return send(request, request.redirect);
  };
};
