import type { Handler, MockAnswer, MockRequest } from "./http.js";

const METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
/** Asked for by typed clients and by people who steer a mock; what else a page asks for is allowed as well. */
const REQUEST_HEADERS = ["authorization", "content-type", "prefer", "idempotency-key"];

const asList = (text = ""): string[] => text.split(",").flatMap((one) => one.trim().toLowerCase() || []);

function preflight({ headers }: MockRequest, origin: string): MockAnswer {
  const asked = asList(headers["access-control-request-headers"]);
  return {
    status: 204,
    headers: {
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": METHODS,
      "access-control-allow-headers": [...new Set([...REQUEST_HEADERS, ...asked])].join(", "),
      "access-control-max-age": "600",
      // Asked for by browsers when a page of the open net calls this machine.
      ...("access-control-request-private-network" in headers && { "access-control-allow-private-network": "true" }),
      vary: "Origin, Access-Control-Request-Headers",
    },
    body: undefined,
  };
}

async function answerPage(request: MockRequest, origin: string, handler: Handler): Promise<MockAnswer> {
  if (request.method === "OPTIONS" && "access-control-request-method" in request.headers)
    return preflight(request, origin);
  const answer = await handler(request);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-expose-headers": Object.keys(answer.headers).join(", "),
      vary: "Origin",
    },
  };
}

/**
 * Lets pages of any origin use a mock, with credentials too: for those the wildcard is not allowed (Fetch, section 3.2.5),
 * so origin and headers are named.
 */
export const withCors =
  (handler: Handler): Handler =>
  (request) => {
    const { origin } = request.headers;
    return origin === undefined ? handler(request) : answerPage(request, origin, handler);
  };
