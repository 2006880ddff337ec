import type { Document } from "@omni-contracts/specs";
import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError, type IHttpRequest } from "@stoplight/prism-http";
import { isJson, parseJson, preferenceOf, type Handler, type MockRequest } from "../transport/http.js";

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;

function queryOf(query: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(query.keys())].map((name) => {
    const [first = "", ...more] = query.getAll(name);
    return [name, more.length > 0 ? [first, ...more] : first] as const;
  });
  return Object.fromEntries(entries);
}

// Prism judges a parsed body. Malformed JSON reaches it as text, which no object schema takes: a refusal, as it should be.
const bodyOf = ({ headers, text }: MockRequest): unknown => (text && isJson(headers) ? parseJson(text) : text);

// HTTP parsers refuse long headers; this is where the Prism server cuts its own.
const LONGEST_HEADER = 8 * 1024 - 100;

function violationHeader(violations: readonly unknown[]): string {
  const text = JSON.stringify(violations);
  return text.length > LONGEST_HEADER ? `Too many violations! ${text.slice(0, LONGEST_HEADER)}` : text;
}

/** Prism's own errors are `application/problem+json` and belong to no contract. */
const problem = (error: Error) => {
  const { status, ...rest } = ProblemJsonError.toProblemJson(error);
  return { status, headers: { "content-type": "application/problem+json" }, body: { status, ...rest } };
};

/**
 * Prism in process: stateless, static, and the reference for what a request is worth. As with the Prism server,
 * `sl-violations` in an answer says what is wrong with the request.
 */
export async function createPrism(document: Document): Promise<Handler> {
  const operations = await getHttpOperationsFromSpec(document.root);
  const config = {
    isProxy: false,
    mock: { dynamic: false },
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
  } as const;
  const prism = createInstance(config, { logger: createLogger("prism", { level: "silent" }) });

  return async (request) => {
    const { code, example } = preferenceOf(request.headers);
    const method = METHODS.find((one) => one === request.method.toLowerCase());
    if (!method)
      return problem(new ProblemJsonError("NO_METHOD_MATCHED_ERROR", `No operation has ${request.method}`, 405, ""));
    const input: IHttpRequest = {
      method,
      url: { path: request.path, query: queryOf(request.query) },
      headers: { ...request.headers },
      body: bodyOf(request),
    };
    const mock = { dynamic: false, ...(code && { code }), ...(example && { exampleKey: example }) };
    const result = await prism.request(input, operations, { ...config, mock })();
    if (result._tag === "Left") return problem(result.left);
    const { output, validations } = result.right;
    const { body } = output;
    const violations = [...validations.input, ...validations.output];
    return {
      status: output.statusCode,
      headers: {
        ...Object.fromEntries(Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
        ...(violations.length > 0 && { "sl-violations": violationHeader(violations) }),
      },
      body: typeof body === "string" ? parseJson(body) : body,
    };
  };
}
