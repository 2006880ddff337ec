/** A request as the mocks see it, whatever carried it. */
export interface MockRequest {
  /** As it was sent: `POST`. */
  readonly method: string;
  /** As it was sent, percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the mock itself is reached, without a slash at the end; links in answers begin with it. */
  readonly base?: string;
  /** The body as text; of a body that is no JSON every byte is one character. */
  readonly text?: string;
  /** The body was larger than the mock takes, and was not read to its end. */
  readonly isTooLarge?: boolean;
  /** It comes from another machine. */
  readonly isRemote?: boolean;
}

/** How an answer gets to the client, where that is not at once. */
export interface Delivery {
  /** Seconds before it begins. */
  readonly delay?: number;
  /** Seconds over which its body comes. */
  readonly drip?: number;
  /** The connection breaks instead. */
  readonly reset?: boolean;
  /** The share of the body after which the connection breaks. */
  readonly breaksAt?: number;
}

export interface MockAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes and text as they are; anything else is sent as JSON; `undefined` is no body. */
  readonly body: unknown;
  /** How the body gets through, where a fault has a hand in it. */
  readonly delivery?: Delivery;
  /** To be called by whoever carries the answer, when the client went away before it had the whole of it. */
  readonly onLost?: () => void;
}

/** Something that answers: Prism alone, or a mock with its memory. */
export type Handler = (request: MockRequest) => Promise<MockAnswer>;

/** The largest body that a mock reads, in bytes. */
export const LARGEST_BODY = 50 * 1024 * 1024;
/** The same of a form: a file of 100 MB, as the largest limit of a contract is, and what stands around it. */
export const LARGEST_FORM = 101 * 1024 * 1024;

interface Typed {
  readonly "content-type"?: string | undefined;
}

/** How much is read of a body with these headers, in bytes. */
export const largestOf = (headers: Typed): number =>
  /^multipart\/form-data\b/i.test(headers["content-type"] ?? "") ? LARGEST_FORM : LARGEST_BODY;

/** The headers of an answer as the contract language reads them; names are in lower case already. */
export const fieldsOf = (headers: MockAnswer["headers"]): { get(name: string): string | null } => ({
  get: (name) => headers[name.toLowerCase()] ?? null,
});

export const isJson = (headers: Typed): boolean => /^application\/(.+\+)?json\b/i.test(headers["content-type"] ?? "");

/** The body of a request as text: JSON is UTF-8, anything else keeps its bytes as one character each. */
export const textOfBody = (bytes: Buffer, headers: Typed): string =>
  bytes.toString(isJson(headers) ? "utf8" : "latin1");

/** The body of an answer as it is sent. */
export function bytesOf({ body }: MockAnswer): Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(textOfAnswer(body));
}

/** A body that is not bytes, as it is sent. */
export function textOfAnswer(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

/** What the text holds; the text itself where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A path that is no percent-encoding, taken literally: it then names something that nobody has. */
export function encodedPath(path: string): string {
  if (!path.includes("%")) return path;
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return path.replaceAll("%", "%25");
  }
}

/** What to answer with, chosen as Prism's users know it: `Prefer: code=402, example=name` (RFC 7240). */
export function preferenceOf(headers: MockRequest["headers"]): { code?: number; example?: string } {
  const parts = (headers.prefer ?? "").split(/[,;]/).map((part) => part.trim().split("="));
  const given = new Map(
    parts.map(([name = "", value = ""]) => [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, "")]),
  );
  const code = Number(given.get("code") ?? NaN);
  const example = given.get("example");
  return { ...(Number.isInteger(code) && { code }), ...(example && { example }) };
}

const WITHOUT_BODY = [101, 204, 205, 304];

/** Whether HTTP lets an answer with this status have a body. */
export const hasBody = ({ status }: MockAnswer): boolean => !WITHOUT_BODY.includes(status);
