import { isObject } from "../language/objects.js";
import { webhookError } from "./trouble.js";

/** A `Request` whose body nobody has read, or its parts: `headers` as Node has them, and `body` as it came. */
export type WebhookRequest =
  | Request
  | {
      readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
      /** The bytes that came, or their text; never what a parser made of them. */
      readonly body: string | Uint8Array;
    };

/** A request as far as a signature covers it. */
export interface RawRequest {
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The largest event that is read, in bytes; an event is a few thousand. */
const LARGEST = 1024 * 1024;

function headersOf(given: Exclude<WebhookRequest, Request>["headers"]): Headers {
  if (given instanceof Headers) return given;
  const headers = new Headers();
  for (const [name, value = []] of Object.entries(given)) {
    // HTTP/2 of Node puts `:method` and its like beside the headers; they are none.
    if (!name.startsWith(":")) for (const one of [value].flat()) headers.append(name, one);
  }
  return headers;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Not every caller has types: the body alone is no request. @throws {OmniError} `invalid_request` */
function assertRequest(provider: string, request: unknown): void {
  if (isObject(request) && isObject(request.headers)) return;
  const message = "Pass the `Request`, or `{ headers, body }` with the raw text or bytes that came.";
  throw webhookError(provider, "invalid_request", message);
}

/**
 * The bytes of a request. A stranger may send anything, so reading ends at 1 MiB.
 *
 * @throws {OmniError} `invalid_request` when the body was read or parsed already, `contract_violation` when it is too large or
 * breaks off
 */
export async function readRequest(provider: string, request: WebhookRequest): Promise<RawRequest> {
  const tooLarge = () =>
    webhookError(
      provider,
      "contract_violation",
      `The event has more than ${LARGEST} bytes. No event of this contract has.`,
    );
  assertRequest(provider, request);
  if (!("arrayBuffer" in request)) {
    const { body } = request;
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    // Not every caller has types: a parser may have been there.
    if (!(bytes instanceof Uint8Array)) {
      const message =
        "`body` is no text and no bytes. The signature covers the bytes that came: read them before any parser does, " +
        'in Express with `express.raw({ type: "application/json" })`.';
      throw webhookError(provider, "invalid_request", message);
    }
    if (bytes.length > LARGEST) throw tooLarge();
    return { headers: headersOf(request.headers), bytes: new Uint8Array(bytes) };
  }
  if (request.bodyUsed) {
    const message = "The body was read already. Verify first, or pass `{ headers, body }` with the text that was read.";
    throw webhookError(provider, "invalid_request", message);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      size += piece.value.length;
      if (size > LARGEST) break;
      chunks.push(piece.value);
    }
  } catch (cause) {
    throw webhookError(provider, "contract_violation", "The event broke off.", { cause });
  }
  if (size > LARGEST) {
    await reader?.cancel().catch(() => undefined);
    throw tooLarge();
  }
  return { headers: request.headers, bytes: joined(chunks) };
}
