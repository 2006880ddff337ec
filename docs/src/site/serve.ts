// The built site and a mock on one origin: pages at /, providers at /mock/<provider>/, so that a page needs no address.
import { readFile, stat } from "node:fs/promises";
import { extname, normalize } from "node:path";
import { createMock, serveMock, type Handler, type MockAnswer, type MockServer } from "@omni-contracts/mocks";
import { providers, readDocument } from "@omni-contracts/specs";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mp4": "video/mp4",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Where the mock answers. */
const MOCK = "/mock";

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

async function fileAnswer(dist: string, path: string): Promise<MockAnswer> {
  const wanted = normalize(decodeURIComponent(path));
  const names = [wanted, `${wanted}index.html`, `${wanted}.html`].map((name) => dist + name.slice(1));
  const isInside = !wanted.includes("..") && !wanted.includes("\0");
  for (const file of isInside ? names : []) {
    if (!(await isFile(file))) continue;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return { status: 200, headers: { "content-type": type, "cache-control": "no-cache" }, body: await readFile(file) };
  }
  const page = await readFile(`${dist}404.html`, "utf8");
  return { status: 404, headers: { "content-type": "text/html; charset=utf-8" }, body: page.replaceAll('"./"', '"/"') };
}

/** Answers for the files of `dist`, which ends with a slash, and at `/mock` for every provider. */
export function siteHandler(dist: string): Handler {
  // Tasks run at twenty times their real speed, as with `npm start`.
  const mock = createMock({ specs: providers().map(readDocument), speed: 20 });
  return (request) => {
    const { path, base = "" } = request;
    if (path.startsWith(`${MOCK}/`))
      return mock.handle({ ...request, path: path.slice(MOCK.length), base: base + MOCK });
    return fileAnswer(dist, path);
  };
}

/**
 * Serves the site on this machine only; `/` is its root.
 *
 * @throws Error with `code: "EADDRINUSE"` when the port is taken
 */
export const serveSite = (dist: string, port: number): Promise<MockServer> =>
  serveMock({ handle: siteHandler(dist) }, { port });
