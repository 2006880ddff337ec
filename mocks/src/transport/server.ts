import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { piecesOf, realSleep, type Sleep } from "./delivery.js";
import {
  bytesOf,
  hasBody,
  largestOf,
  textOfAnswer,
  textOfBody,
  type Handler,
  type MockAnswer,
  type MockRequest,
} from "./http.js";

export interface MockServer {
  /** Origin without a slash at the end; a provider's base URL is this and `/<provider>`. */
  readonly url: string;
  /** Takes no further requests, answers those under way, and ends. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Default: any free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Told of every answer. */
  readonly onAnswer?: (request: MockRequest, answer: MockAnswer, milliseconds: number) => void;
  /** Waits so many milliseconds, for faults that are slow. Default: the machine's timers. */
  readonly sleep?: Sleep;
}

/** How long answers under way may take when the server closes, in milliseconds. */
const DRAIN = 5000;
/** How often connections that have become idle are closed meanwhile, in milliseconds. */
const SWEEP = 50;

/** RFC 9112, section 6.3: a request with neither has no body. */
const hasNoBody = ({ "content-length": length, "transfer-encoding": coding }: IncomingHttpHeaders): boolean =>
  length === undefined && coding === undefined;

function readBody(request: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largest) {
        chunks.push(chunk);
        return;
      }
      // Nothing of it is kept; the connection must not break, because an answer is to come.
      chunks.length = 0;
      resolve(undefined);
    });
    request.once("end", () => {
      resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    });
    request.once("error", reject);
  });
}

/** The body of a request; `undefined` where it is too large. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const { headers } = request;
  const largest = largestOf(headers);
  if (Number(headers["content-length"]) > largest) return undefined;
  const bytes = await readBody(request, largest);
  return bytes && textOfBody(bytes, headers);
}

const isLoopback = (address = ""): boolean => /^(::ffff:)?127\.|^::1$/.test(address);
// Against pages whose name is made to lead here (DNS rebinding).
const isLocalName = (host = ""): boolean => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);

/** Node joins all headers but one. */
const isText = (headers: IncomingHttpHeaders): headers is Record<string, string> => !("set-cookie" in headers);

function textsOf(headers: IncomingHttpHeaders): Record<string, string> {
  if (isText(headers)) return headers;
  const entries = Object.entries(headers).map(([name, value = ""]) => [name, [value].flat().join(", ")] as const);
  return Object.fromEntries(entries);
}

/** What a connection tells of all its requests. */
interface Caller {
  readonly host: string | undefined;
  readonly base: string;
  readonly isRemote: boolean;
}

/** Finds out who asks; a client says the same in every request of a connection. */
function createCallers(): (socket: Socket, host: string | undefined) => Caller {
  const known = new WeakMap<Socket, Caller>();
  return (socket, host) => {
    const before = known.get(socket);
    if (before && before.host === host) return before;
    const isRemote = !isLoopback(socket.remoteAddress) || !isLocalName(host);
    const caller = { host, base: `http://${host ?? "127.0.0.1"}`, isRemote };
    known.set(socket, caller);
    return caller;
  };
}

const NO_QUERY = new URLSearchParams();

/** @param text its body; `undefined` where it is too large */
function requestOf(incoming: IncomingMessage, { base, isRemote }: Caller, text: string | undefined): MockRequest {
  const { method = "GET", url = "/" } = incoming;
  // By hand: as a relative reference, `//x` would be a host.
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? NO_QUERY : new URLSearchParams(url.slice(mark + 1));
  const head = { method, path, query, headers: textsOf(incoming.headers), base, isRemote };
  return text === undefined ? { ...head, isTooLarge: true } : { ...head, text };
}

/** How long a client may go on to send what nobody reads, in milliseconds; cut off at once, it might miss the answer. */
const LINGER = 1000;

/** Lets the client finish a body that is not read; the connection is of no further use. */
function discard(response: ServerResponse): void {
  const { req, socket } = response;
  response.setHeader("connection", "close");
  req.resume();
  const timer = setTimeout(() => socket?.destroy(), LINGER);
  response.once("close", () => {
    clearTimeout(timer);
  });
}

/** Waits until the connection has taken what was written. */
const written = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.write("", () => {
      resolve();
    });
  });

/**
 * Does what is asked of it at the end of this turn of the event loop, all at once. Whoever waits for several answers is then woken
 * once and not for each, which on a small machine costs more than the answers.
 */
function createOutlet(): (write: () => void) => void {
  const ready: (() => void)[] = [];
  return (write) => {
    if (ready.push(write) > 1) return;
    setImmediate(() => {
      for (const one of ready.splice(0)) one();
    });
  };
}

/** What an answer needs to get out. */
interface Outlet {
  readonly response: ServerResponse;
  readonly sleep: Sleep;
  readonly atEndOfTurn: (write: () => void) => void;
}

async function send(answer: MockAnswer, request: MockRequest, { response, sleep, atEndOfTurn }: Outlet): Promise<void> {
  const { delay = 0, reset, breaksAt } = answer.delivery ?? {};
  // Only what takes its time can be stopped, and an abort takes longer than most answers.
  const left = answer.delivery && new AbortController();
  const leave = () => {
    if (!response.writableFinished) answer.onLost?.();
    left?.abort();
  };
  // It may have gone while the request was carried out; nothing tells of that any more.
  if (response.closed) leave();
  else if (left ?? answer.onLost) response.on("close", leave);
  if (left && delay > 0) await sleep(delay * 1000, left.signal);
  if (reset) {
    response.socket?.resetAndDestroy();
    return;
  }
  // Node sends a text together with its headers, in one write.
  const body = answer.body instanceof Uint8Array ? answer.body : textOfAnswer(answer.body);
  if (request.isTooLarge) discard(response);
  // An answer that never has a body has no length either (RFC 9110, section 8.6).
  const headers: OutgoingHttpHeaders = { ...answer.headers };
  if (hasBody(answer)) headers["content-length"] = Buffer.byteLength(body);
  response.writeHead(answer.status, headers);
  if (request.method === "HEAD" || !left) {
    atEndOfTurn(() => {
      response.end(request.method === "HEAD" ? undefined : body);
    });
    return;
  }
  for await (const piece of piecesOf(bytesOf(answer), answer, sleep, left.signal)) response.write(piece);
  if (breaksAt === undefined) {
    response.end();
    return;
  }
  await written(response);
  response.destroy();
}

/**
 * Serves a mock: `http://127.0.0.1:4010/<provider>/…`.
 *
 * @throws Error with `code: "EADDRINUSE"` when the port is taken
 */
export async function serveMock(mock: { readonly handle: Handler }, options: ServerOptions = {}): Promise<MockServer> {
  const { host = "127.0.0.1", sleep = realSleep, onAnswer } = options;
  const atEndOfTurn = createOutlet();
  const callerOf = createCallers();

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const caller = callerOf(incoming.socket, incoming.headers.host);
    const text = hasNoBody(incoming.headers) ? "" : await readText(incoming);
    const request = requestOf(incoming, caller, text);
    const given = await mock.handle(request);
    onAnswer?.(request, given, performance.now() - start);
    await send(given, request, { response, sleep, atEndOfTurn });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Whoever has gone needs no answer.
      if (response.destroyed || response.closed) return;
      if (!response.headersSent)
        response.writeHead(500, { "content-type": "text/plain", "x-mock-fault": "mock-failed" });
      response.end(`The mock failed: ${String(error)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : (options.port ?? 0);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        const cut = setTimeout(() => {
          server.closeAllConnections();
        }, DRAIN);
        // A connection whose last answer is out is kept open by its client; nobody waits for that.
        const sweep = setInterval(() => {
          server.closeIdleConnections();
        }, SWEEP);
        server.close((error) => {
          clearTimeout(cut);
          clearInterval(sweep);
          if (error) reject(error);
          else resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
