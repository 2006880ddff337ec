import { serializeBody } from "../api.js";
import { headersOf } from "../connection.js";
import type { Operation } from "../language/contract.js";
import type { Answer } from "../language/match.js";
import type { Context } from "./context.js";

/** An answer with its text as it came, without the key and cut to what an error can carry. */
export interface Exchanged extends Answer {
  readonly headers: Headers;
  readonly text: string;
}

/** Where the parameters of a request go: `path.task_id` → value. */
export type Parameters = Readonly<Record<string, string>>;

export interface Outgoing {
  readonly parameters?: Parameters;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The answer may be a video itself. */
  readonly takesVideo?: boolean | undefined;
}

/** The largest answer that is read, in bytes; a video that comes as bytes may be larger, and is read whole. */
const LARGEST = 16 * 1024 * 1024;
/** What an error keeps of a body, in characters. */
const KEPT = 4000;

async function bytesOf(response: Response, isVideo: boolean): Promise<Uint8Array> {
  // What stands in for `fetch` may have bodies of another kind.
  if (typeof response.body?.getReader !== "function") return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length;
    if (size > LARGEST && !isVideo) {
      await reader.cancel();
      throw new Error(`The answer has more than ${LARGEST} bytes.`);
    }
    chunks.push(piece.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address of an operation. */
function addressOf(base: string, { path }: Operation, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  const filled = Object.entries(parameters).reduce((made, [place, value]) => {
    const [where, name = ""] = place.split(".");
    if (where === "query") query.set(name, value);
    return where === "path" ? made.replace(`{${name}}`, encodeURIComponent(value)) : made;
  }, path);
  return base + filled + (query.size > 0 ? `?${query.toString()}` : "");
}

/** Whether every parameter of the path is an id, and none that would make another address of the path. */
export const isComplete = ({ path }: Operation, parameters: Parameters): boolean =>
  [...path.matchAll(/{(\w+)}/g)].every(([, name = ""]) => !["", ".", ".."].includes(parameters[`path.${name}`] ?? ""));

/**
 * Sends one request, once, and reads the answer.
 *
 * @throws {OmniError} before anything is sent, for a key or a header that cannot be sent
 * @throws whatever `fetch` throws, when no answer came or it broke off
 */
export async function exchange(
  { connection, contract, redact }: Context,
  operation: Operation,
  outgoing: Outgoing = {},
): Promise<Exchanged> {
  const { parameters, body, headers, signal, takesVideo = false } = outgoing;
  const method = operation.method.toUpperCase();
  const payload = body === undefined ? undefined : serializeBody(body);
  // By name and not by spelling: the call's own win over the client's, and the type of the body over both.
  const sent = new Headers(connection.headers);
  for (const [name, value] of Object.entries(headersOf(contract.service, headers))) sent.set(name, value);
  if (payload !== undefined) sent.delete("content-type");
  if (typeof payload === "string") sent.set("content-type", "application/json");
  const request = new Request(addressOf(connection.base, operation, parameters), {
    method,
    headers: sent,
    // A redirected POST would be a second POST, and the key must not leave the origin.
    redirect: "manual",
    ...(payload !== undefined && { body: payload }),
    ...(signal && { signal }),
  });
  connection.authorize(request, `${method} ${operation.path}`);
  const response = await connection.fetch(request);
  const isVideo = takesVideo && (response.headers.get("content-type")?.startsWith("video/") ?? false);
  const bytes = await bytesOf(response, isVideo);
  const text = isVideo ? "" : new TextDecoder().decode(bytes);
  const shown = redact(text);
  return {
    status: response.status,
    headers: response.headers,
    // A body that the key was part of, as a number, is no JSON without it.
    body: isVideo ? bytes : (parsed(shown) ?? parsed(text)),
    text: shown.slice(0, KEPT),
    request: body,
  };
}
