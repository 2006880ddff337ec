import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { textOfBody, type Handler, type MockRequest } from "./http.js";

export interface MockServer {
  /** Origin without a slash at the end; a provider's base URL is this and `/<provider>`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Default: any free port. */
  readonly port?: number;
}

async function readRequest(request: IncomingMessage, query: URLSearchParams, path: string): Promise<MockRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  const entries = Object.entries(request.headers).map(
    ([name, value]) => [name, [value ?? ""].flat().join(", ")] as const,
  );
  const headers = Object.fromEntries(entries);
  return { method: request.method ?? "GET", path, query, headers, text: textOfBody(Buffer.concat(chunks), headers) };
}

/**
 * Serves providers side by side on loopback, each under its name: `http://127.0.0.1:4010/<provider>/…`.
 *
 * @throws Error with `code: "EADDRINUSE"` when the port is taken
 */
export async function serveMocks(
  mocks: Readonly<Record<string, Handler>>,
  options: ServerOptions = {},
): Promise<MockServer> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // By hand: as a relative reference, `//x` would be a host.
    const [pathname = "", ...queries] = (request.url ?? "/").split("?");
    const [, provider = "", ...rest] = pathname.split("/");
    const handler = Object.hasOwn(mocks, provider) ? mocks[provider] : undefined;
    if (!handler) {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end(`No provider "${provider}" here. There are: ${Object.keys(mocks).join(", ")}.\n`);
      return;
    }
    const { status, headers, body } = await handler(
      await readRequest(request, new URLSearchParams(queries.join("?")), `/${rest.join("/")}`),
    );
    response.writeHead(status, headers);
    response.end(typeof body === "string" || body === undefined ? body : JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end(`The mock failed: ${String(error)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : (options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}
