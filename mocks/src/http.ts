/** A request as the mocks see it, whatever carried it. */
export interface MockRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; a multipart body byte for byte, one character each. */
  readonly text?: string;
}

export interface MockAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON. */
  readonly body: unknown;
}

/** Something that answers: Prism alone, or the engine with its memory. */
export type Handler = (request: MockRequest) => Promise<MockAnswer>;

export const isJson = (headers: MockRequest["headers"]): boolean =>
  /^application\/(.+\+)?json\b/i.test(headers["content-type"] ?? "");

/** The body of a request as text: JSON is UTF-8, anything else keeps its bytes as one character each. */
export const textOfBody = (bytes: Buffer, headers: MockRequest["headers"]): string =>
  bytes.toString(isJson(headers) ? "utf8" : "latin1");

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
