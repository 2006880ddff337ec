import { OmniError, type OmniErrorCode } from "../error.js";
import { classify } from "../language/classify.js";
import { isObject } from "../language/objects.js";
import type { Handle, Outcome } from "../language/task.js";
import { onAbort } from "./abort.js";
import { elapsedOf, NEEDLESS, within } from "./clock.js";
import {
  asAbort,
  billedOf,
  failed,
  isPassing,
  retryAfterOf,
  shownCause,
  type Context,
  type Failure,
} from "./context.js";
import { quietly, type Journal, type JournalEntry } from "./events.js";
import { exchange, type Exchanged } from "./exchange.js";
import { fingerprintOf, taskOf, type Task } from "./handle.js";

/** A request that is ready to be paid for. */
export interface Order {
  readonly model: string;
  /** operationId. */
  readonly operation: string;
  /** As it goes on the wire. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The caller's or our own id of the task, where the provider keeps one. */
  readonly reference?: string | undefined;
}

/** A refusal that cost nothing, and after how many milliseconds the same request is sent again. */
export interface Refusal {
  readonly code: OmniErrorCode;
  readonly waitMs: number;
}

export interface SubmitOptions {
  /** Stops waiting for the answer, within 50 ms. What was sent stays sent: its handle still goes to `onTask`. */
  readonly abortSignal?: AbortSignal | undefined;
  /** How long to wait for the answer. Default: the client's `submitTimeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** Told the handle as soon as there is one; awaited before anything else happens. Keep it. */
  readonly onTask?: ((task: { readonly handle: string }) => unknown) | undefined;
  /** Told of a free refusal, before the request is sent again as the contract allows, after so many milliseconds. */
  readonly onRefused?: ((refusal: Refusal) => unknown) | undefined;
  /** Sent besides those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The longest that a refusal is waited for; a longer one is the caller's to plan. */
const LONGEST_WAIT = 60_000;

/** How long a journal may take over what has happened already, in milliseconds. */
const PATIENCE = 10_000;

/** Failures of `fetch` that happen before anything is sent. */
const UNSENT = ["bad port", "ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "CERT_HAS_EXPIRED"];

/** The code of the innermost cause, or its message where it has none; causes may be a ring. */
function causeCode(error: unknown, depth = 0): unknown {
  const { cause, code, message }: { cause?: unknown; code?: unknown; message?: unknown } = isObject(error) ? error : {};
  if (typeof code === "string" || depth > 9) return code;
  return cause === undefined ? message : causeCode(cause, depth + 1);
}

/**
 * Sends a request that costs money: once. It is sent again only after a refusal that the contract calls free and repeatable;
 * whatever else goes wrong, the task may exist.
 */
export function submitOrder(context: Context, order: Order, options: SubmitOptions = {}): Promise<Task> {
  const { contract, clock, journal, emit } = context;
  const { provider } = contract.service;
  const { model, operation: id, body, reference } = order;
  const { abortSignal, timeoutMs = context.submitTimeoutMs } = options;
  const submittedAt = clock.now();
  // A clock that is set right meanwhile must not move the end.
  const elapsed = () => elapsedOf(clock);
  const deadline = elapsed() + timeoutMs;
  const fingerprint = fingerprintOf(body);
  const intent = `${provider}-${submittedAt.toString(36)}-${fingerprint}-${context.newId().slice(0, 8)}`;

  const found = (captures: Handle): Task =>
    taskOf({ provider, operation: id, model, captures, submittedAt, fingerprint });
  /** What finds the task without an answer: the client's own reference. */
  function beforehand(): Task | undefined {
    const blind = classify(contract, id, { status: 0, request: body });
    return blind.outcome === "unknown" && blind.handle ? found(blind.handle) : undefined;
  }

  /** The caller has gone: nothing more is sent. */
  const end = new AbortController();
  /** Ends the wait for an answer, not the wait for the caller's own `onTask` and journal. */
  const limit = new AbortController();
  const state: { wasSent: boolean; task?: Task; failure?: OmniError } = { wasSent: false };

  const fail = (code: OmniErrorCode, message: string, more: Partial<Failure> = {}) =>
    failed(context, code, { ...more, phase: "submit", message, model });

  const unknown = (message: string, more: Partial<Failure> = {}, code: OmniErrorCode = "submission_unknown") => {
    const { task = beforehand() } = more;
    const mine = reference === undefined ? "" : ` by your reference ${reference}`;
    const how = task ? "Look for it with the handle" : `Look for it in the provider's console${mine}`;
    const advice = `The task may exist and cost money. ${how}; do not submit again before.`;
    return fail(code, `${message} ${advice}`, { ...more, task, billed: "unknown" });
  };

  /** What has happened has happened: a journal that fails or hangs must not hide it. */
  async function note(entry: JournalEntry): Promise<void> {
    if (!journal) return;
    try {
      await within(clock, PATIENCE, undefined, () => journal.write(entry));
    } catch {
      const handle = "handle" in entry ? entry.handle : undefined;
      emit({ type: "journal-failed", provider, model, entry: entry.type, handle });
    }
  }

  /** Waits until a refused request may be sent again. @throws {OmniError} when it may not */
  async function outwait(
    { error, resend }: Extract<Outcome, { outcome: "rejected" }>,
    answer: Exchanged,
    attempt: number,
  ) {
    const fixed = resend?.else[attempt];
    const asked = retryAfterOf(answer, clock.now());
    const waitMs = fixed === undefined ? Infinity : (asked ?? fixed * 1000);
    // A pause that outlasts the time for the answer would only hide what the answer says.
    if (waitMs > LONGEST_WAIT || waitMs >= deadline - elapsed() || end.signal.aborted) {
      const message = error.message ?? `HTTP ${answer.status}.`;
      throw fail(error.code, message, { answer, told: error, isRetryable: isPassing(error.code) });
    }
    const refusal = { code: error.code, waitMs };
    emit({ type: "refused", provider, model, ...refusal });
    quietly(options.onRefused)(refusal);
    await clock.sleep(waitMs, end.signal);
  }

  async function post(attempt: number): Promise<Exchanged> {
    const operation = contract.operations[id];
    if (!operation) throw fail("unsupported_feature", `There is no ${id}.`);
    emit({ type: "submitting", provider, model, attempt });
    // After the listeners, which may have stopped it.
    if (end.signal.aborted) throw fail("aborted", "Stopped.");
    state.wasSent = true;
    try {
      return await exchange(context, operation, { body, headers: options.headers });
    } catch (cause) {
      state.wasSent = !OmniError.isInstance(cause) && !UNSENT.some((one) => one === causeCode(cause));
      if (state.wasSent) throw unknown("No answer came.", { cause: shownCause(context, cause) });
      if (OmniError.isInstance(cause)) throw cause;
      throw fail("network", `There is no connection to ${context.connection.base}; nothing was sent.`, {
        cause: shownCause(context, cause),
        isRetryable: true,
      });
    }
  }

  async function send(attempt = 0): Promise<Task> {
    const answer = await post(attempt);
    const outcome = classify(contract, id, answer);
    state.wasSent = outcome.outcome !== "rejected";
    if (outcome.outcome === "accepted") return found(outcome.handle);
    if (outcome.outcome === "unknown") {
      const { error, handle } = outcome;
      const message = `HTTP ${answer.status}${error.message ? `: ${error.message}` : ""}.`;
      throw unknown(message, { answer, told: error, ...(handle && { task: found(handle) }) });
    }
    await outwait(outcome, answer, attempt);
    return send(attempt + 1);
  }

  async function intend(into: Journal): Promise<void> {
    const common = { intent, provider, operation: id, model, at: submittedAt, fingerprint, reference };
    try {
      await into.write({ type: "intent", ...common, handle: beforehand()?.handle });
    } catch (cause) {
      throw fail("aborted", "The journal could not be written, so nothing was sent.", { cause, isRetryable: true });
    }
  }

  async function settle(): Promise<Task> {
    if (journal) await intend(journal);
    try {
      state.task = await send();
    } catch (cause) {
      const isLost = state.wasSent && !OmniError.isInstance(cause);
      const error = isLost ? unknown("The answer broke the client.", { cause: shownCause(context, cause) }) : cause;
      // From now on this is how it ended, whatever else comes.
      if (OmniError.isInstance(error)) state.failure = error;
      limit.abort(NEEDLESS);
      const { code = "aborted", handle: lost } = state.failure ?? {};
      const isUnknown = code === "submission_unknown";
      await note({
        ...{ intent, at: clock.now() },
        ...(isUnknown ? { type: "unknown", handle: lost } : { type: "rejected", code }),
      });
      throw error;
    }
    limit.abort(NEEDLESS);
    const { handle: accepted } = state.task;
    emit({ type: "submitted", provider, model, handle: accepted });
    // Side by side: a journal that hangs must not keep the handle from the caller.
    await Promise.all([note({ type: "accepted", intent, handle: accepted, at: clock.now() }), tell(state.task)]);
    return state.task;
  }

  async function tell(task: Task): Promise<void> {
    try {
      await options.onTask?.({ handle: task.handle });
    } catch (cause) {
      const message = "onTask failed. The task exists; its handle is on this error.";
      throw fail("aborted", message, { task, cause, billed: billedOf(contract) });
    }
  }

  /** The error for a caller who does not wait any longer; by how far it has come. */
  function leaving(code: OmniErrorCode, message: string, cause?: unknown): OmniError {
    const { task, wasSent, failure } = state;
    if (failure) return failure;
    if (task) {
      const billed = billedOf(contract);
      return fail(code, `${message} The task goes on; resume it with the handle.`, { task, cause, billed });
    }
    if (wasSent) return unknown(message, { cause }, code);
    return fail(code, `${message} Nothing is on its way.`, { cause, isRetryable: true });
  }

  return new Promise((resolve, reject) => {
    // Before anything was sent, stopping is free; afterwards the answer is still read, and its handle still told.
    const leave = (error: OmniError) => {
      end.abort();
      limit.abort(NEEDLESS);
      reject(error);
    };
    const stop = () => {
      const error = leaving("aborted", "Stopped.", abortSignal?.reason);
      leave(error.code === "aborted" ? asAbort(error) : error);
    };
    const forget = onAbort(abortSignal, stop);
    if (abortSignal?.aborted) {
      stop();
      return;
    }
    clock.sleep(timeoutMs, limit.signal).then(
      () => {
        const code = state.wasSent ? "submission_unknown" : "aborted";
        leave(leaving(code, `No answer within ${timeoutMs} ms.`));
      },
      () => undefined,
    );
    settle()
      .then(resolve, reject)
      .finally(() => {
        limit.abort(NEEDLESS);
        forget();
      });
  });
}
