import type { Document } from "@omni-contracts/specs";
import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError, type IHttpRequest } from "@stoplight/prism-http";
import { isJson, preferenceOf, type Handler, type MockRequest } from "./http.js";

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;

function queryOf(query: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(query.keys())].map((name) => {
    const [first = "", ...more] = query.getAll(name);
    return [name, more.length > 0 ? [first, ...more] : first] as const;
  });
  return Object.fromEntries(entries);
}

function bodyOf({ headers, text }: MockRequest): unknown {
  if (!text) return undefined;
  if (!isJson(headers)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // Prism judges a parsed body; text in its place breaks the schema, which is what a malformed body should do.
    return text;
  }
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
export async function createPrism({ root }: Document): Promise<Handler> {
  const operations = await getHttpOperationsFromSpec(root);
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
    if (!method) throw new TypeError(`Not an HTTP method: ${request.method}`);
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
        ...(violations.length > 0 && { "sl-violations": JSON.stringify(violations) }),
      },
      body: typeof body === "string" ? parsed(body) : body,
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
