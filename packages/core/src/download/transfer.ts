import { OmniError } from "../error.js";
import { NEEDLESS, within } from "../video/clock.js";
import { assertSize, connect } from "./connect.js";
import { findFreshLink } from "./expired.js";
import { createInspector } from "./inspect.js";
import type { Guard } from "./reader.js";
import type { Settings } from "./settings.js";
import { Passing, type State } from "./state.js";

/** Bytes, or word that the file begins anew: what came before is not of it. `undefined` at the end. */
export type Piece = Uint8Array | "anew" | undefined;

/** A file on its way; goes on by itself after whatever breaks off. */
export interface Transfer {
  readonly mediaType: () => string;
  /** Bytes that were handed out. */
  readonly at: () => number;
  /** Bytes of the whole, where the server tells. */
  readonly total: () => number | undefined;
  /** By which the same file is known again; `undefined` for one that cannot be gone on with. */
  readonly validator: () => string | undefined;
  /** Takes bytes that an earlier transfer of the same file brought; what comes next is what stands after them. */
  readonly replay: (bytes: Uint8Array) => void;
  /** @throws {OmniError} `download_failed`, or `aborted` */
  readonly next: () => Promise<Piece>;
  /** Ends it; nothing stays open. */
  readonly close: () => void;
}

/** Tries in a row of which none brings much. */
const MOST_TRIES = 5;
/** Bytes further than ever before after which tries are counted anew. */
const MUCH = 1024 ** 2;
/** Milliseconds before the second try; doubled for each further one. */
const FIRST_PAUSE = 500;
/** The longest pause that a server may ask for, in milliseconds. */
const LONGEST_PAUSE = 60_000;

/**
 * @param canRestart whether the taker can drop what it has and begin anew
 * @throws {OmniError} `download_failed` when there is no video at the link, or no way to it
 */
export async function openTransfer(settings: Settings, link: string, canRestart: boolean): Promise<Transfer> {
  const { clock, timeoutMs, abortSignal, reporter, random, onProgress, video } = settings;
  if (!URL.canParse(link)) throw reporter.failed("The link of the video is no absolute URL.");
  const state: State = {
    ...{ url: new URL(link), at: 0, total: undefined, validator: undefined, mediaType: "" },
    ...{ inspector: createInspector(), reader: undefined, wire: new AbortController(), skip: 0 },
    ...{ canRange: true, looked: undefined },
  };
  const effort = { tries: 0, furthest: 0, doubtedAt: -1 };
  const guard: Guard = (work) => within(clock, timeoutMs, abortSignal, work);

  function drop(): void {
    state.wire.abort(NEEDLESS);
    state.reader?.cancel();
    state.reader = undefined;
  }

  /** Waits for the next try, or gives up. */
  async function recover(cause: unknown): Promise<void> {
    drop();
    if (abortSignal?.aborted) throw reporter.aborted(state.at, abortSignal.reason);
    if (OmniError.isInstance(cause)) throw Object.assign(cause, settings.handle && { handle: settings.handle });
    const broken = () => {
      const message = `The download broke off after ${state.at} of ${state.total ?? "an unknown number of"} bytes.`;
      return reporter.failed(message, { cause, isRetryable: true });
    };
    const error = cause instanceof Passing ? cause.error : broken();
    effort.tries = state.at >= effort.furthest + MUCH ? 1 : effort.tries + 1;
    effort.furthest = Math.max(effort.furthest, state.at);
    const backOff = FIRST_PAUSE * 2 ** (effort.tries - 1) * (0.75 + random() / 2);
    const pause = Math.max(error.retryAfterMs ?? 0, backOff);
    if (effort.tries >= MOST_TRIES || pause > LONGEST_PAUSE) throw error;
    await clock.sleep(pause, abortSignal).catch((reason: unknown) => {
      throw reporter.aborted(state.at, reason);
    });
  }

  /** Whether this is the end; a file that ends too soon is asked for once more before it is given up. */
  function assertEnd(): void {
    const { at, total } = state;
    const isShort = total !== undefined && at < total;
    if (!isShort && state.inspector.mayEnd() && at > 0) return;
    const message = `The file ends after ${at} ${isShort ? `of ${total} ` : ""}bytes, in the middle of the video.`;
    const error = reporter.failed(message, { isRetryable: true });
    if (isShort) throw new Passing(error);
    if (effort.doubtedAt === at) throw error;
    effort.doubtedAt = at;
    // What the server took for the whole is none.
    state.total = undefined;
    throw new Passing(error);
  }

  function taken(piece: Uint8Array): Uint8Array | undefined {
    const skipped = Math.min(state.skip, piece.length);
    state.skip -= skipped;
    const bytes = piece.subarray(skipped);
    if (bytes.length === 0) return undefined;
    const end = state.at + bytes.length;
    assertSize(settings, end);
    if (state.total !== undefined && end > state.total) {
      // A part that is none. The whole is safe.
      state.canRange = false;
      const message = `The server sends ${end} bytes or more of a file that it says has ${state.total}.`;
      throw new Passing(reporter.failed(message, { isRetryable: true }));
    }
    state.at += bytes.length;
    state.inspector.take(bytes);
    onProgress({ bytes: state.at, ...(state.total !== undefined && { total: state.total }) });
    return bytes;
  }

  async function step(): Promise<Piece | "more"> {
    if (!state.reader) {
      if (state.at > 0 && state.at === state.total) {
        assertEnd();
        return undefined;
      }
      if ((await connect(settings, state, guard, canRestart)) === "anew") return "anew";
    }
    const { reader } = state;
    // An answer that there is nothing more has no body.
    if (!reader) return "more";
    const piece = await guard(() => reader.read());
    if (piece !== undefined) return taken(piece) ?? "more";
    assertEnd();
    drop();
    return undefined;
  }

  /** Again and again, until it is there or given up. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (cause) {
        await recover(cause);
      }
    }
  }

  if (video.expiresAt && video.expiresAt.getTime() <= clock.now() && settings.client && settings.handle !== undefined) {
    state.looked = await findFreshLink(settings, state.url);
    if ("url" in state.looked) state.url = state.looked.url;
  }
  await insist(() => connect(settings, state, guard, canRestart));

  return {
    mediaType: () => state.mediaType,
    at: () => state.at,
    total: () => state.total,
    validator: () => state.validator,
    replay(bytes) {
      if (state.reader) drop();
      state.at += bytes.length;
      state.inspector.take(bytes);
    },
    async next() {
      for (;;) {
        const piece = await insist(step);
        if (piece !== "more") return piece;
      }
    },
    close: drop,
  };
}
