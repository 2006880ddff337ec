import { refusalOf } from "./address.js";
import type { Settings } from "./settings.js";

const REDIRECTS = [301, 302, 303, 307, 308];
/** Redirects that are followed. */
const MOST = 5;

/** Where an answer came from, and whether it was asked for with the key. */
export interface Followed {
  readonly response: Response;
  readonly url: URL;
  readonly hadKey: boolean;
}

/** Whether the contract says that the link needs the key. */
export const needsKey = ({ access }: Settings): boolean => access?.contract.lifecycle.result?.auth === "same-origin";

function assertAllowed({ allowPrivateHosts, reporter }: Settings, url: URL, isAfterTls: boolean): void {
  const refusal = refusalOf(url, { allowPrivateHosts, isAfterTls });
  reporter.learn(url);
  if (refusal !== undefined)
    throw reporter.failed(
      `${isAfterTls ? "A redirect" : "The link"} to ${reporter.show(url)} is not followed: it ${refusal}.`,
    );
}

/**
 * A GET whose redirects are followed by hand, each held against the same rules. The key goes along only where the contract
 * says that the link needs it, only to the origin of the client's base URL, and never after another origin was on the way.
 *
 * @throws {OmniError} `download_failed` for an address that must not be asked, `authentication` for a missing key
 */
export async function follow(
  settings: Settings,
  start: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Followed> {
  const { access, fetch, reporter } = settings;
  const home = access && needsKey(settings) ? new URL(access.connection.base).origin : undefined;
  let isTrusted = true;
  let url = start;

  function requestOf(redirect: RequestRedirect): Request {
    // What a client sends with every request may be as secret as its key, and goes where that goes.
    const own = isTrusted && access ? access.connection.headers : {};
    const request = new Request(url, { headers: { ...own, ...headers }, redirect, signal });
    if (isTrusted) access?.connection.authorize(request, "GET of a result");
    return request;
  }

  let isAfterTls = false;
  for (let hops = 0; hops <= MOST; hops += 1) {
    assertAllowed(settings, url, isAfterTls);
    isTrusted &&= url.origin === home;
    const response = await fetch(requestOf("manual"));
    // A `fetch` that follows by itself is held against the rules at the end at least.
    if (response.redirected) assertAllowed(settings, new URL(response.url), url.protocol === "https:");
    const { status, type } = response;
    if (type === "opaqueredirect") return { ...(await followBlindly()), hadKey: false };
    const location = REDIRECTS.includes(status) ? response.headers.get("location") : null;
    if (location === null) return { response, url, hadKey: isTrusted };
    void response.body?.cancel().catch(() => undefined);
    if (!URL.canParse(location, url)) throw reporter.failed(`HTTP ${status} leads to no address.`);
    isAfterTls = url.protocol === "https:";
    url = new URL(location, url);
  }
  throw reporter.failed(`The link was redirected more than ${MOST} times; the last was to ${reporter.show(url)}.`);

  /** Browsers do not say where a redirect leads; they follow it themselves, without a key. */
  async function followBlindly(): Promise<Pick<Followed, "response" | "url">> {
    if (isTrusted)
      throw reporter.failed(
        "The link needs the key and redirects. A browser does not say where to, so it is not followed.",
      );
    const response = await fetch(requestOf("follow"));
    const end = new URL(response.url);
    assertAllowed(settings, end, url.protocol === "https:");
    return { response, url: end };
  }
}
