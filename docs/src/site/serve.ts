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

/** Says in a page that a mock is served with it, so that nobody has to ask an address where there may be none. */
const withMock = (html: string): string => html.replace("</head>", '<meta name="omni-mock" content="mock"></head>');

/** `undefined` for a path that is no percent-encoding. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const WRONG_METHOD: MockAnswer = {
  status: 405,
  headers: { "content-type": "text/plain; charset=utf-8", allow: "GET, HEAD" },
  body: "This is a page: it can be read, and takes nothing. The mocks are at /mock/<provider>.\n",
};

async function fileAnswer(dist: string, path: string): Promise<MockAnswer> {
  // Nothing is called "..".
  const wanted = normalize(decoded(path) ?? "..");
  const names = [wanted, `${wanted}index.html`, `${wanted}.html`].map((name) => dist + name.slice(1));
  const isInside = !wanted.includes("..") && !wanted.includes("\0");
  for (const file of isInside ? names : []) {
    if (!(await isFile(file))) continue;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const bytes = await readFile(file);
    const body = extname(file) === ".html" ? withMock(bytes.toString()) : bytes;
    return { status: 200, headers: { "content-type": type, "cache-control": "no-cache" }, body };
  }
  // A folder without its slash, as web servers have it; relative, so that it holds below any path.
  if (isInside && !wanted.endsWith("/") && (await isFile(`${dist}${wanted.slice(1)}/index.html`))) {
    const location = `./${encodeURIComponent(wanted.split("/").at(-1) ?? "")}/`;
    return { status: 302, headers: { location, "cache-control": "no-cache" }, body: "" };
  }
  const page = await readFile(`${dist}404.html`, "utf8");
  const body = withMock(page.replaceAll('"./"', '"/"'));
  return { status: 404, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** Answers for the files of `dist`, which ends with a slash, and at `/mock` for every provider. */
export function siteHandler(dist: string): Handler {
  // Tasks run at twenty times their real speed, as with `npm start`.
  const mock = createMock({ specs: providers().map(readDocument), speed: 20 });
  return (request) => {
    const { path, base = "" } = request;
    if (path.startsWith(`${MOCK}/`))
      return mock.handle({ ...request, path: path.slice(MOCK.length), base: base + MOCK });
    return ["GET", "HEAD"].includes(request.method) ? fileAnswer(dist, path) : Promise.resolve(WRONG_METHOD);
  };
}

/**
 * Serves the site on this machine only; `/` is its root.
 *
 * @throws Error with `code: "EADDRINUSE"` when the port is taken
 */
export const serveSite = (dist: string, port: number): Promise<MockServer> =>
  serveMock({ handle: siteHandler(dist) }, { port });
