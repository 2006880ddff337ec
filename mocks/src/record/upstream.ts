import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { codeOf, firstLine, WrongUse } from "@omni-contracts/specs/terminal";
import { isLoopback } from "../cli/host.js";

/** RFC 9110, section 7.6.1: they speak of one connection, and are not passed on. */
const HOP_BY_HOP = new Set([
  ...["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"],
  ...["proxy-authorization", "proxy-authenticate"],
]);

/** Header names and values as `rawHeaders` of Node has them, one after the other. */
export type RawHeaders = readonly string[];

export const pairsOf = (raw: RawHeaders): [name: string, value: string][] =>
  raw.flatMap<[string, string]>((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ""]] : []));

export const valueOf = (raw: RawHeaders, wanted: string): string =>
  pairsOf(raw).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";

/** The headers that are passed on: all as they came, in their order, but those of the connection. */
export function passedOn(raw: RawHeaders, without: readonly string[] = []): string[] {
  const pairs = pairsOf(raw);
  const named = pairs.flatMap(([name, value]) => (name.toLowerCase() === "connection" ? value.split(",") : []));
  const dropped = new Set([...HOP_BY_HOP, ...without, ...named.map((name) => name.trim().toLowerCase())]);
  return pairs.flatMap(([name, value]) => (dropped.has(name.toLowerCase()) ? [] : [name, value]));
}

/**
 * The base URL that is recorded, without a slash at the end.
 *
 * @throws WrongUse when it is none, or when keys would go over the network as they are
 */
export function baseUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const wrong = (what: string) => new WrongUse(`--record "${text.replace(/\/\/.*@/, "//")}" ${what}`);
  if (!url || !/^https?:$/.test(url.protocol))
    throw wrong("is no base URL; write one like acme=https://api.acme.test.");
  if (url.username !== "" || url.password !== "")
    throw wrong("holds a password; leave it out, clients send their own key.");
  if (url.search !== "" || url.hash !== "") throw wrong("goes on behind the path; leave out what follows ? and #.");
  if (url.protocol === "http:" && !isLoopback(url.hostname.replace(/^\[|\]$/g, ""))) {
    throw wrong("would send keys unencrypted; write https.");
  }
  return url.href.replace(/\/+$/, "");
}

export interface Sent {
  readonly method: string;
  /** Path and query behind the base URL, as they came. */
  readonly target: string;
  readonly headers: RawHeaders;
  readonly body: Buffer;
  /** Headers that followed the body; only a chunked one can have them. */
  readonly trailers: RawHeaders;
}

/** A request that could not be answered, in words; `isSent` is false where nothing can have reached the other side. */
export class UpstreamTrouble extends Error {
  constructor(
    readonly kind: "upstream-unreachable" | "upstream-tls" | "upstream-broke",
    readonly isSent: boolean,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const UNREACHABLE = new Map([
  ["ECONNREFUSED", "nobody listens there"],
  ["ENOTFOUND", "there is no such host"],
  ["EAI_AGAIN", "the name of the host cannot be looked up now"],
  ["ENETUNREACH", "there is no way to it"],
  ["EHOSTUNREACH", "there is no way to it"],
  ["ETIMEDOUT", "it does not take the connection"],
]);

function troubleOf(error: unknown, origin: string, isSent: boolean): UpstreamTrouble {
  const code = codeOf(error);
  const isTls = /SSL|TLS|CERT|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code);
  const why =
    UNREACHABLE.get(code) ?? (isTls ? `${code}: its certificate, or that it speaks https at all` : firstLine(error));
  const kind = isTls ? "upstream-tls" : isSent ? "upstream-broke" : "upstream-unreachable";
  const what = isTls ? "cannot be trusted" : isSent ? "broke off" : "cannot be reached";
  return new UpstreamTrouble(kind, isSent, `${origin} ${what}: ${why}`, { cause: error });
}

/**
 * Sends a request once, on a connection of its own: one that is kept alive may die under a request, and then nobody knows
 * whether it was carried out.
 *
 * @throws UpstreamTrouble when no answer begins
 */
export function send(
  base: string,
  { method, target, headers, body, trailers }: Sent,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(base);
  const isTls = url.protocol === "https:";
  const isChunked = /chunked/i.test(valueOf(headers, "transfer-encoding"));
  // A body of the proxy's own making is never framed twice (RFC 9112, section 6.3).
  const framing = isChunked ? ["Transfer-Encoding", "chunked"] : [];
  const own = passedOn(headers, ["host", "expect", ...(isChunked ? ["content-length"] : [])]);
  return new Promise((resolve, reject) => {
    const at = { isSent: false };
    const request = (isTls ? httpsRequest : httpRequest)({
      ...{ host: url.hostname.replace(/^\[|\]$/g, ""), method, agent: false, signal },
      ...(url.port !== "" && { port: url.port }),
      path: `${url.pathname.replace(/\/+$/, "")}${target}`,
      headers: ["Host", url.host, ...own, ...framing, "Connection", "close"],
    });
    request.on("socket", (socket) => {
      socket.once(isTls ? "secureConnect" : "connect", () => {
        at.isSent = true;
      });
    });
    request.on("error", (error) => {
      reject(troubleOf(error, url.origin, at.isSent));
    });
    request.on("response", resolve);
    if (isChunked) request.addTrailers(pairsOf(trailers));
    request.end(body.length > 0 ? body : undefined);
  });
}
