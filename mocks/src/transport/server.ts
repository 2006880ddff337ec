import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
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

async function readBody(request: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  // RFC 9112, section 6.3: a request with neither has no body.
  if (length === undefined && coding === undefined) {
    request.resume();
    return Buffer.alloc(0);
  }
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

const isLoopback = (address = ""): boolean => /^(::ffff:)?127\.|^::1$/.test(address);
// Against pages whose name is made to lead here (DNS rebinding).
const isLocalName = (host = ""): boolean => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);

async function readRequest(request: IncomingMessage): Promise<MockRequest> {
  const largest = largestOf(request.headers);
  const isTooLong = Number(request.headers["content-length"]) > largest;
  const bytes = isTooLong ? undefined : await readBody(request, largest);
  const headers: Record<string, string> = {};
  for (const [name, value = ""] of Object.entries(request.headers))
    headers[name] = typeof value === "string" ? value : value.join(", ");
  // By hand: as a relative reference, `//x` would be a host.
  const [path = "/", ...queries] = (request.url ?? "/").split("?");
  return {
    method: request.method ?? "GET",
    path,
    query: new URLSearchParams(queries.join("?")),
    headers,
    base: `http://${headers.host ?? "127.0.0.1"}`,
    isRemote: !isLoopback(request.socket.remoteAddress) || !isLocalName(headers.host),
    ...(bytes ? { text: textOfBody(bytes, headers) } : { isTooLarge: true }),
  };
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
  else if (left ?? answer.onLost) response.once("close", leave);
  if (left && delay > 0) await sleep(delay * 1000, left.signal);
  if (reset) {
    response.socket?.resetAndDestroy();
    return;
  }
  // Node sends a text together with its headers, in one write.
  const body = answer.body instanceof Uint8Array ? answer.body : textOfAnswer(answer.body);
  if (request.isTooLarge) discard(response);
  // An answer that never has a body has no length either (RFC 9110, section 8.6).
  const length = hasBody(answer) ? { "content-length": Buffer.byteLength(body) } : {};
  response.writeHead(answer.status, { ...answer.headers, ...length });
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

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const request = await readRequest(incoming);
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
