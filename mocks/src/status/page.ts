import { readFileSync } from "node:fs";
import type { MockAnswer, MockRequest } from "../transport/http.js";

const FOLDER = new URL("../../status/", import.meta.url);
/** Where the parts of the page are. */
const PARTS = "/__mock/status/";
const SCRIPT = "text/javascript; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = {
  "page.css": "text/css; charset=utf-8",
  "page.js": SCRIPT,
  "control.js": SCRIPT,
  "dom.js": SCRIPT,
  "lists.js": SCRIPT,
  "words.js": SCRIPT,
};

/** Whether a page is wanted, as a browser's address bar does; scripts and curl take anything, and get what they always got. */
const wantsPage = ({ headers }: MockRequest): boolean =>
  (headers.accept ?? "").split(",").some((one) => {
    const [type = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return type === "text/html" && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });

/**
 * Only the page's own parts run, by their folder: what was sent to the mock can be fetched from the same origin. Nothing is
 * inline, and text of a request never becomes markup (Trusted Types).
 */
function policy(base: string): string {
  // A source cannot be an IPv6 address (CSP 3, section 2.3.1).
  const own = (path: string) => (base.includes("[") ? "'self'" : `${base}${path}`);
  return [
    "default-src 'none'",
    `script-src ${own(PARTS)}`,
    `style-src ${own(PARTS)}`,
    `connect-src ${own("/__mock/")}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

const SAFE = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

function file(name: string, type: string, headers: Readonly<Record<string, string>> = {}): MockAnswer {
  const body = readFileSync(new URL(name, FOLDER), "utf8");
  return { status: 200, headers: { "content-type": type, ...SAFE, ...headers }, body };
}

/** The page at `/` for people, and its parts; `undefined` for any other request. */
export function answerStatusPage(request: MockRequest): MockAnswer | undefined {
  const { method, path, base = "", isRemote } = request;
  if (path !== "/" && !path.startsWith(PARTS)) return undefined;
  if (method !== "GET" && method !== "HEAD") return undefined;
  const part = path.startsWith(PARTS) ? path.slice(PARTS.length) : undefined;
  const type = Object.hasOwn(TYPES, part ?? "") ? TYPES[part ?? ""] : undefined;
  const isPage = path === "/" && wantsPage(request);
  if (!isPage && type === undefined) return undefined;
  if (isRemote) {
    const body = "The status page answers to this machine only.\n";
    return { status: 403, headers: { "content-type": "text/plain; charset=utf-8", ...SAFE }, body };
  }
  if (type !== undefined) return file(part ?? "", type);
  return file("page.html", "text/html; charset=utf-8", { "content-security-policy": policy(base), vary: "Accept" });
}

/** Whether only the status page asks for it, and often: a log would be full of it. */
export const isOfStatusPage = ({ method, path }: MockRequest): boolean =>
  method === "GET" && (path === "/__mock/status" || path === "/__mock/snippets" || path.startsWith(PARTS));
