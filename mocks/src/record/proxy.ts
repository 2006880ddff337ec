import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { addAbortSignal } from "node:stream";
import type { Document } from "@omni-contracts/specs";
import type { Sleep } from "../transport/delivery.js";
import type { Exchange, RecordedHeaders } from "./exchange.js";
import type { Folder } from "./folder.js";
import { createGate } from "./gate.js";
import { answerSelf, type OwnFault } from "./own-answer.js";
import { createBodyTaker } from "./recorded-body.js";
import type { Scrubber } from "./secrets.js";
import { pairsOf, passedOn, send, UpstreamTrouble, valueOf, type RawHeaders } from "./upstream.js";

/** What the recorder did with a request, for the terminal. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** What went wrong, or the number of the recording. */
  readonly what: string;
  readonly isTrouble: boolean;
  readonly milliseconds: number;
}

export interface ProxyOptions {
  readonly document: Document;
  readonly base: string;
  readonly folder: Folder;
  readonly scrubber: Scrubber;
  /** Paid submits that may be in the folder, all sessions together. */
  readonly budget: number;
  /** Milliseconds after which a client that waits is told. */
  readonly timeout: number;
  readonly port: number;
  readonly host: string;
  readonly sleep: Sleep;
  readonly now: () => Date;
  readonly onPassed: (passed: Passed) => void;
}

export interface Proxy {
  /** Origin without a slash at the end. */
  readonly url: string;
  /** Takes no further requests, and ends when answers under way are in, or when the timeout has passed. */
  close(): Promise<void>;
}

/** A request body that is larger is not passed on: a file of 100 MB, as the largest limit of a contract is, and some more. */
const LARGEST_REQUEST = 128 * 1024 * 1024;

const isLocalName = (host = ""): boolean => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);

/**
 * The whole of it, before any of it is passed on: a client that breaks off has sent nothing. Large files on slow lines take
 * their time, so only a body of which nothing more comes is given up.
 */
async function wholeBody(
  request: IncomingMessage,
  signal: AbortSignal,
  stalledAfter: number,
): Promise<Buffer | "too-large" | "stalled"> {
  addAbortSignal(signal, request);
  const chunks: Buffer[] = [];
  let size = 0;
  const stalls = new Promise<"stalled">((resolve) => {
    request.setTimeout(stalledAfter, () => {
      resolve("stalled");
    });
  });
  const comes = async (): Promise<Buffer | "too-large"> => {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!(chunk instanceof Buffer)) continue;
      size += chunk.length;
      if (size > LARGEST_REQUEST) return "too-large";
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
  try {
    return await Promise.race([comes(), stalls]);
  } finally {
    // From here on it is the answer that takes its time.
    request.setTimeout(0);
  }
}

/**
 * A proxy to one base URL that changes nothing, writes everything down without its secrets, and lets through no more paid
 * submits than the budget says. What it has sent it never sends again, and reads to its end, whether the client still waits
 * or not.
 *
 * @throws Error with `code: "EADDRINUSE"` when the port is taken
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { document, base, folder, scrubber, budget, timeout, sleep, now, onPassed } = options;
  const gate = createGate(document);
  const ends = new AbortController();
  const closes = new AbortController();
  const underWay = new Set<Promise<void>>();

  const shownHeaders = (raw: RawHeaders): RecordedHeaders =>
    pairsOf(raw).map(([name, value]) => [name, scrubber.header(name, value)] as const);

  async function recordedRequest(
    method: string,
    target: string,
    raw: RawHeaders,
    bytes: Buffer,
  ): Promise<Exchange["request"]> {
    scrubber.learn(target);
    const headers = shownHeaders(raw);
    const taker = createBodyTaker();
    taker.take(bytes);
    const body = await taker.body(valueOf(raw, "content-type"), valueOf(raw, "content-encoding"), scrubber);
    return { method, target: scrubber.text(target), headers, body };
  }

  /** Passes the answer on and takes it down. Whether the client is there does not matter for the second. */
  async function passAnswer(from: IncomingMessage, response: ServerResponse): Promise<NonNullable<Exchange["answer"]>> {
    const { statusCode: status = 502, statusMessage = "", rawHeaders: raw } = from;
    const taker = createBodyTaker();
    const isThere = () => !response.destroyed && !response.writableEnded;
    if (isThere()) {
      response.sendDate = false;
      response.writeHead(status, statusMessage, passedOn(raw));
      response.flushHeaders();
    }
    let isCutOff: boolean;
    try {
      for await (const chunk of from) {
        if (!(chunk instanceof Buffer)) continue;
        taker.take(chunk);
        if (isThere() && !response.write(chunk)) await drained(response);
      }
      isCutOff = !from.complete;
    } catch {
      isCutOff = true;
    }
    // A body that was cut off must not look whole to the client either.
    if (isCutOff) response.destroy();
    else if (isThere()) {
      response.addTrailers(pairsOf(from.rawTrailers));
      response.end();
    }
    // Trailers are headers that came late (RFC 9110, section 6.5).
    const headers = [...shownHeaders(raw), ...shownHeaders(from.rawTrailers)];
    const body = await taker.body(valueOf(raw, "content-type"), valueOf(raw, "content-encoding"), scrubber);
    return { status, headers, body, ...(isCutOff && { isCutOff }) };
  }

  /** The client that waits is told after a while; the request itself goes on. */
  async function tellAfter(response: ServerResponse, isPaid: boolean, signal: AbortSignal): Promise<boolean> {
    await sleep(timeout, signal).catch(() => undefined);
    if (signal.aborted || response.destroyed) return false;
    const exists = isPaid
      ? " The task may exist, and may be paid for: do not send it again before you have looked."
      : "";
    const message = `No whole answer after ${timeout / 1000} s.${exists} What still comes is recorded.`;
    answerSelf(response, 504, "upstream-timeout", message);
    return true;
  }

  async function forward(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
    const start = performance.now();
    const { method = "GET", rawHeaders: raw } = request;
    const [path = ""] = target.split("?");
    const own = (status: number, fault: OwnFault, message: string) => {
      answerSelf(response, status, fault, message);
      // A key in a path is known as soon as the headers were read.
      const shown = scrubber.text(path);
      onPassed({
        ...{ method, path: shown, status, what: fault },
        isTrouble: true,
        milliseconds: performance.now() - start,
      });
    };
    const { isPaid, route } = gate(method, target, raw);
    if (isPaid && folder.spent() >= budget) {
      request.resume();
      shownHeaders(raw);
      const what = route
        ? `${route.entry.id} costs money`
        : `${method} to an address that the contract does not know may cost money`;
      const fix = `Start omni-mock with --budget ${folder.spent() + 1} to let ${folder.spent() === 0 ? "one" : "one more"} through.`;
      own(403, "no-budget", `${what}, and the budget of ${budget} is used up. Nothing was sent. ${fix}`);
      return;
    }
    const bytes = await wholeBody(request, closes.signal, timeout);
    if (bytes === "too-large") {
      own(413, "request-refused", `The body is larger than ${LARGEST_REQUEST} bytes. Nothing was sent.`);
      return;
    }
    if (bytes === "stalled") {
      own(408, "request-refused", `Nothing more of the body came for ${timeout / 1000} s. Nothing was sent.`);
      return;
    }
    const at = now().toISOString();
    const recorded = await recordedRequest(method, target, raw, bytes);
    const giveBack = isPaid ? folder.spend(budget) : undefined;
    if (isPaid && !giveBack) {
      own(403, "no-budget", `The budget of ${budget} is used up. Nothing was sent.`);
      return;
    }
    // On the disk before anything is sent: a crash loses no paid request.
    const note = "sent; no answer so far";
    const exchange = folder.add({ at, isPaid, request: recorded, note, ...(route && { operation: route.entry.id }) });
    const answered = new AbortController();
    const told = tellAfter(response, isPaid, answered.signal);
    try {
      const sent = { method, target, headers: raw, body: bytes, trailers: request.rawTrailers };
      const answer = await passAnswer(await send(base, sent, ends.signal), response);
      const isGone = !response.writableEnded && response.destroyed && !answer.isCutOff;
      answered.abort();
      const isLate = await told;
      const late = isLate ? "came after the timeout" : isGone ? "the client had gone before the end" : undefined;
      const known: Exchange & { note?: string } = { ...exchange };
      delete known.note;
      const milliseconds = Math.round(performance.now() - start);
      folder.update({ ...known, milliseconds, answer, ...(late !== undefined && { note: late }) });
      const what = `${String(exchange.number).padStart(4, "0")}${late === undefined ? "" : `, ${late}`}`;
      const isTrouble = late !== undefined || answer.isCutOff === true;
      onPassed({
        method,
        path: recorded.target.split("?")[0] ?? "",
        status: answer.status,
        what,
        isTrouble,
        milliseconds,
      });
    } catch (error) {
      if (!(error instanceof UpstreamTrouble)) throw error;
      const isNothing = !error.isSent;
      if (isNothing) giveBack?.();
      const said = isNothing ? "Nothing was sent." : isPaid ? "The task may exist, and may be paid for." : "";
      folder.update({ ...exchange, note: `${error.message}. ${said}`.trim() });
      own(502, error.kind, `${error.message}. ${said}`.trim());
    } finally {
      answered.abort();
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = document;
    const { url = "/", headers } = request;
    const refuse = (status: number, fault: OwnFault, message: string) => {
      request.resume();
      answerSelf(response, status, fault, message);
    };
    // Against pages whose name is made to lead here (DNS rebinding).
    if (!isLocalName(headers.host)) {
      refuse(403, "request-refused", "The recorder answers this machine only, by 127.0.0.1.");
      return;
    }
    const [, named, target = ""] = /^\/([^/?]*)(.*)$/.exec(url) ?? [];
    if (named !== provider) {
      refuse(
        404,
        "unknown-provider",
        `Only ${provider} is recorded here; its base URL is http://${headers.host ?? ""}/${provider}.`,
      );
      return;
    }
    await forward(request, response, target.startsWith("/") ? target : `/${target}`);
  }

  const server = createServer((request, response) => {
    const work = handle(request, response).catch((error: unknown) => {
      // Whoever breaks off while sending has sent nothing on.
      if (request.destroyed && !request.complete) return;
      answerSelf(
        response,
        500,
        "not-recorded",
        `The recorder failed: ${error instanceof Error ? error.message : "unknown"}.`,
      );
      onPassed({
        method: request.method ?? "",
        path: "",
        status: 500,
        what: `not recorded: ${String(error)}`,
        isTrouble: true,
        milliseconds: 0,
      });
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  // Large files on slow lines take longer than Node's five minutes.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    async close() {
      server.close();
      server.closeIdleConnections();
      // Of what has not come to its end nothing was sent; nobody waits for the rest.
      closes.abort();
      const stop = new AbortController();
      const all = Promise.allSettled(underWay);
      await Promise.race([all, sleep(timeout, stop.signal).catch(() => undefined)]);
      stop.abort();
      // What is cut off now is written down as far as it came.
      ends.abort();
      await all;
      server.closeAllConnections();
    },
  };
}

/** Until the client has taken what was written, or has gone. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.once("drain", done).once("close", done);
    // It may have gone before anybody listened.
    if (response.destroyed) done();
  });
