import type { OmniError, OmniErrorOptions } from "../error.js";
import { retryAfterOf } from "../video/context.js";
import { factsOf, rangeOf, type FileFacts } from "./answer.js";
import { findFreshLink, lifeOf } from "./expired.js";
import { follow, needsKey, type Followed } from "./follow.js";
import { createInspector, ENOUGH, mediaTypeOf } from "./inspect.js";
import { readerOf, startOf, type Guard, type Reader } from "./reader.js";
import type { Settings } from "./settings.js";
import { Passing, type State } from "./state.js";

/** Bytes of an answer that is no video which are read for the error, and characters of them in its message. */
const TEXT = 2000;
const SHOWN = 120;

const PASSING = [408, 425, 429];
const isPassing = (status: number): boolean => status >= 500 || PASSING.includes(status);

const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ").slice(0, SHOWN);

/** What the beginning of an answer says, when it is text. */
async function textOf(reader: Reader, guard: Guard): Promise<string> {
  // Half an error page is as good as a whole one.
  const start = await startOf(reader, TEXT, guard).catch(() => new Uint8Array());
  const text = new TextDecoder().decode(start.subarray(0, TEXT));
  return text.includes("\0") || text.includes("\ufffd") ? "" : text;
}

/** @throws {OmniError} for a file that is larger than what is taken */
export function assertSize({ maxBytes, reporter }: Settings, bytes: number): void {
  if (bytes > maxBytes)
    throw reporter.failed(`The video has ${bytes} bytes or more; at most ${maxBytes} are taken (\`maxBytes\`).`);
}

/**
 * Asks for the file, or for what is missing of it, and makes the state fit the answer. `anew`: it is another file now, and
 * what was handed out is not of it.
 *
 * @throws {Passing} what may be right at the next try
 */
export async function connect(
  settings: Settings,
  state: State,
  guard: Guard,
  canRestart: boolean,
): Promise<"anew" | undefined> {
  const { reporter, clock, video } = settings;
  const { at, validator } = state;
  const passing = (message: string, more: Partial<OmniErrorOptions> = {}): Passing =>
    new Passing(reporter.failed(message + lifeOf(settings), { isRetryable: true, ...more }));

  state.wire = new AbortController();
  state.skip = 0;
  const asksRange = at > 0 && state.canRange && validator !== undefined;
  // A range of a compressed body would be one of other bytes. Browsers decide on encodings themselves.
  const headers = {
    "accept-encoding": "identity",
    ...(asksRange && { range: `bytes=${at}-`, "if-range": validator }),
  };
  const followed = await guard(() => follow(settings, state.url, headers, state.wire.signal));
  const { response } = followed;
  const { status } = response;
  const facts = factsOf(response);
  const reader = readerOf(response);
  state.reader = reader;

  if (asksRange && (status === 206 || status === 416)) {
    const told = rangeOf(response);
    const isSame = state.total === undefined || told?.total === undefined || told.total === state.total;
    if (status === 206 && told?.first === at && isSame) {
      state.total ??= told.total ?? (facts.length === undefined ? undefined : at + facts.length);
      assertSize(settings, state.total ?? at);
      return undefined;
    }
    if (status === 416 && told?.total === at && isSame) {
      state.total = at;
      state.reader = undefined;
      reader.cancel();
      return undefined;
    }
    // Or the page may not see what range it is. The whole is safe.
    state.canRange = false;
    throw passing(`HTTP ${status} is not the range that was asked for.`, { statusCode: status });
  }
  if (status !== 200) {
    const responseBody = await textOf(reader, guard);
    if (isPassing(status)) {
      const retryAfterMs = retryAfterOf(response, clock.now());
      throw passing(`HTTP ${status}.`, { statusCode: status, responseBody, retryAfterMs });
    }
    return renewed(followed, responseBody);
  }
  assertSize(settings, facts.length ?? 0);
  // Before anything else is made of it: a page that comes for a while is no other version of the file.
  const start = await startOf(reader, ENOUGH, guard);
  const mediaType = mediaTypeOf(start, [facts.type, video.mediaType]);
  if (mediaType === undefined) {
    const text = await textOf(reader, guard);
    const what = `${facts.type ?? "no type"}, ${text ? `"${oneLine(text)}"` : `${start.length} bytes or more`}`;
    throw passing(`What came is no video (${what}).`, { statusCode: status, responseBody: text });
  }
  if (at > 0 && isSameFile(state, facts)) {
    state.skip = at;
    state.total ??= facts.length;
    return undefined;
  }
  if (at > 0 && !canRestart)
    throw reporter.failed(
      `After ${at} bytes the server has another file, or does not tell which one it has. Fetch it again.`,
      { isRetryable: true },
    );
  const { length: total } = facts;
  Object.assign(state, { at: 0, inspector: createInspector(), total, validator: facts.validator, mediaType });
  return at > 0 ? "anew" : undefined;

  /** Goes on with a fresh link, or says why there is none. */
  async function renewed({ hadKey, url }: Followed, responseBody: string): Promise<"anew" | undefined> {
    reader.cancel();
    const before = state.looked;
    const found = before ?? (await findFreshLink(settings, state.url));
    state.looked = found;
    if ("why" in found) throw refused(found.why, found.mayPass);
    if (before) throw refused(" It is a fresh link from `status(handle)`, and there is no other.", false);
    state.url = found.url;
    return connect(settings, state, guard, canRestart);

    function refused(why: string, isRetryable: boolean): OmniError {
      const isKeyless = needsKey(settings) && !hadKey;
      const keyless = isKeyless ? " The key was not sent: it goes to the origin of `baseURL` only." : "";
      const said = responseBody ? ` ("${oneLine(responseBody)}")` : "";
      const message = `HTTP ${status} from ${reporter.show(url)}${said}.${keyless}${lifeOf(settings)}${why}`;
      return reporter.failed(message, { statusCode: status, responseBody, isRetryable });
    }
  }
}

/** Whether an answer with the whole is of the file that was begun: the same version, or nothing better than its length. */
function isSameFile(state: State, facts: FileFacts): boolean {
  const { validator, total } = state;
  const isLong = total === undefined || facts.length === undefined || total === facts.length;
  return isLong && facts.validator === validator && (validator !== undefined || (total ?? facts.length) !== undefined);
}
