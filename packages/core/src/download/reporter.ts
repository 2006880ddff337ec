import { OmniError, type OmniErrorOptions } from "../error.js";
import { compact } from "../language/objects.js";
import { asAbort, shownCause, type ClientAccess } from "../video/context.js";
import { decodeHandle } from "../video/handle.js";
import { userMessageOf } from "../video/user-message.js";

/** Makes the errors of a download, and keeps secrets out of them. */
export interface Reporter {
  /** Whatever the link's query holds is a secret from now on. */
  learn(url: URL): void;
  /** An address as it may be shown: without its query. */
  show(url: URL): string;
  /** A text without keys, and without the queries of links. */
  redact(text: string): string;
  failed(message: string, more?: Partial<OmniErrorOptions>): OmniError;
  misused(message: string): OmniError;
  aborted(bytes: number, cause: unknown): OmniError;
}

/** A value of a query that is shorter than this is no secret, and may stand in a text by chance. */
const SHORTEST = 8;
const KEPT = 4000;

interface About {
  readonly provider: string | undefined;
  readonly access: ClientAccess | undefined;
  readonly handle: string | undefined;
  readonly now: () => number;
}

export function createReporter({ provider, access, handle }: About): Reporter {
  const secrets = new Set<string>();
  const data = handle === undefined ? undefined : decodeHandle(handle);

  function redact(text: string): string {
    const keyless = access?.redact(text) ?? text;
    const known = [...secrets].toSorted((a, b) => b.length - a.length);
    return known
      .reduce((shown, secret) => shown.replaceAll(secret, "…"), keyless)
      .replace(/(https?:\/\/)[^\s/?#"'<>@]*@/gi, "$1…@")
      .replace(/(https?:\/\/[^\s?#"'<>]+)[?#][^\s"'<>]*/gi, "$1?…");
  }

  function failure(code: OmniErrorOptions["code"], message: string, more: Partial<OmniErrorOptions> = {}): OmniError {
    const { cause, responseBody, ...rest } = more;
    return new OmniError(
      compact({
        ...{ code, phase: "download", handle, model: data?.model, userMessage: userMessageOf(code) },
        provider: provider ?? data?.provider ?? "omni-contracts",
        // There is a video, so it was paid for; to fetch it costs nothing.
        billed: "yes",
        ...rest,
        message: redact(message),
        responseBody: responseBody && redact(responseBody).slice(0, KEPT),
        cause: shownCause({ redact }, cause),
      } as const),
    );
  }

  return {
    redact,
    learn({ search, searchParams }) {
      const written = search.split(/[?&]/).map((pair) => pair.slice(pair.indexOf("=") + 1));
      for (const one of [...written, ...searchParams.values()]) if (one.length >= SHORTEST) secrets.add(one);
    },
    show: ({ origin, host, protocol, pathname, search }) =>
      `${origin === "null" ? `${protocol}//${host}` : origin}${pathname}${search ? "?…" : ""}`,
    failed: (message, more) => failure("download_failed", message, more),
    misused: (message) => failure("invalid_request", message),
    aborted: (bytes, cause) =>
      asAbort(failure("aborted", `Stopped after ${bytes} bytes.`, { cause, isRetryable: true })),
  };
}
