import { OmniError, type OmniErrorCode } from "../error.js";
import { classify } from "../language/classify.js";
import { isObject } from "../language/objects.js";
import type { AnswerError, Handle, Outcome } from "../language/task.js";
import { asAbort, billedOf, failed, isPassing, retryAfterOf, type Context } from "./context.js";
import { exchange, type Exchanged } from "./exchange.js";
import { encodeHandle, fingerprintOf, type HandleData } from "./handle.js";

/** A request that is ready to be paid for. */
export interface Order {
  readonly model: string;
  /** operationId. */
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SubmitOptions {
  /** Stops waiting for the answer, within 50 ms. What was sent stays sent: its handle still goes to `onTask`. */
  readonly abortSignal?: AbortSignal | undefined;
  /** How long to wait for the answer. Default: the client's `submitTimeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** Told the handle as soon as there is one; awaited before anything else happens. Keep it. */
  readonly onTask?: ((task: { readonly handle: string }) => unknown) | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The longest that a refusal is waited for; a longer one is the caller's to plan. */
const LONGEST_WAIT = 60_000;

/** Failures of `fetch` that happen before anything is sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "CERT_HAS_EXPIRED"];

/** The code at the end of a chain of causes, which may be a ring. */
function causeCode(error: unknown, depth = 0): string {
  const { cause, code }: { cause?: unknown; code?: unknown } = isObject(error) ? error : {};
  return typeof code === "string" ? code : cause === undefined || depth > 9 ? "" : causeCode(cause, depth + 1);
}

/** What is known of a submit whose outcome is not. */
interface Told {
  readonly code?: OmniErrorCode;
  readonly answer?: Exchanged;
  readonly error?: AnswerError;
  readonly handle?: Handle;
  readonly cause?: unknown;
}

/**
 * Sends a request that costs money: once. It is sent again only after a refusal that the contract calls free and repeatable;
 * whatever else goes wrong, the task may exist.
 */
export function submitOrder(context: Context, order: Order, options: SubmitOptions = {}): Promise<HandleData> {
  const { contract, clock, journal, emit } = context;
  const { provider } = contract.service;
  const { model, operation: id, body } = order;
  const operation = contract.operations[id];
  const at = clock.now();
  const fingerprint = fingerprintOf(body);
  const intent = `${provider}-${at.toString(36)}-${fingerprint}-${context.newId().slice(0, 8)}`;

  const dataOf = (captures: Handle): HandleData => ({
    provider,
    operation: id,
    model,
    captures,
    submittedAt: at,
    fingerprint,
  });
  /** What finds the task without an answer: the client's own reference. */
  const beforehand = ((): HandleData | undefined => {
    const blind = classify(contract, id, { status: 0, request: body });
    return blind.outcome === "unknown" && blind.handle ? dataOf(blind.handle) : undefined;
  })();

  const unknown = (message: string, told: Told = {}) => {
    const { code = "submission_unknown", answer, error, cause } = told;
    const task = told.handle ? dataOf(told.handle) : beforehand;
    const how = task ? "Look for it with the handle" : "Look for it in the provider's console";
    const made = failed(context, code, {
      ...{
        phase: "submit",
        message: `${message} The task may exist and cost money. ${how}; do not submit again before.`,
      },
      ...{ task, answer, told: error, cause, model, billed: "unknown" },
    });
    return code === "aborted" ? asAbort(made) : made;
  };

  async function note(entry: Parameters<NonNullable<typeof journal>["write"]>[0]): Promise<void> {
    try {
      await journal?.write(entry);
    } catch {
      // What happened has happened: a journal that fails now must not hide it.
    }
  }

  /** @throws {OmniError} when the answer is no acceptance; `undefined` when it may be sent again */
  async function decide(
    outcome: Outcome,
    answer: Exchanged,
    attempt: number,
    isPatient: boolean,
  ): Promise<HandleData | undefined> {
    if (outcome.outcome === "accepted") return dataOf(outcome.handle);
    if (outcome.outcome === "unknown") {
      const { error, handle } = outcome;
      throw unknown(`HTTP ${answer.status}${error.message ? `: ${error.message}` : ""}.`, {
        answer,
        error,
        ...(handle && { handle }),
      });
    }
    const { error, resend } = outcome;
    const fixed = resend?.else[attempt];
    const asked = resend?.after ? retryAfterOf(answer, clock.now()) : undefined;
    const waitMs = fixed === undefined ? undefined : (asked ?? fixed * 1000);
    if (waitMs === undefined || waitMs > LONGEST_WAIT || !isPatient) {
      throw failed(context, error.code, {
        ...{ phase: "submit", message: error.message ?? `HTTP ${answer.status}.`, answer, told: error, model },
        isRetryable: isPassing(error.code),
      });
    }
    state.refusal = error.code;
    emit({ type: "refused", provider, model, code: error.code, waitMs });
    await clock.sleep(waitMs, end.signal);
    return undefined;
  }

  /** The caller has gone: nothing more is sent. */
  const end = new AbortController();
  /** Ends the wait for an answer, not the wait for the caller's own `onTask` and journal. */
  const limit = new AbortController();
  const state: { isLeft: boolean; wasSent: boolean; refusal?: OmniErrorCode; task?: HandleData } = {
    isLeft: false,
    wasSent: false,
  };

  async function send(): Promise<HandleData> {
    if (!operation) throw failed(context, "unsupported_feature", { phase: "validate", message: `There is no ${id}.` });
    for (let attempt = 0; ; attempt += 1) {
      if (state.isLeft) throw failed(context, "aborted", { phase: "submit", message: "Stopped.", model });
      emit({ type: "submitting", provider, model, attempt });
      state.wasSent = true;
      const answer = await exchange(context, operation, { body, headers: options.headers }).catch((cause: unknown) => {
        state.wasSent = !OmniError.isInstance(cause) && !UNSENT.includes(causeCode(cause));
        if (OmniError.isInstance(cause)) throw cause;
        if (state.wasSent) throw unknown("No answer came.", { cause });
        throw failed(context, "network", {
          ...{
            phase: "submit",
            message: "There is no connection; nothing was sent.",
            cause,
            model,
            isRetryable: true,
          },
        });
      });
      const outcome = classify(contract, id, answer);
      state.wasSent = outcome.outcome !== "rejected";
      const task = await decide(outcome, answer, attempt, !state.isLeft);
      if (task) return task;
    }
  }

  async function settle(): Promise<HandleData> {
    const handle = beforehand && encodeHandle(beforehand);
    try {
      await journal?.write({ type: "intent", intent, provider, operation: id, model, at, fingerprint, handle });
    } catch (cause) {
      const message = "The journal could not be written, so nothing was sent.";
      throw failed(context, "aborted", { phase: "submit", message, cause, model, isRetryable: true });
    }
    try {
      state.task = await send();
    } catch (error) {
      const told = OmniError.isInstance(error) ? error : undefined;
      if (told?.code === "submission_unknown")
        await note({ type: "unknown", intent, handle: told.handle, at: clock.now() });
      else await note({ type: "rejected", intent, code: told?.code ?? "aborted", at: clock.now() });
      throw error;
    }
    limit.abort();
    const accepted = encodeHandle(state.task);
    emit({ type: "submitted", provider, model, handle: accepted });
    // Side by side: a journal that hangs must not keep the handle from the caller.
    await Promise.all([note({ type: "accepted", intent, handle: accepted, at: clock.now() }), tell(state.task)]);
    return state.task;
  }

  async function tell(task: HandleData): Promise<void> {
    try {
      await options.onTask?.({ handle: encodeHandle(task) });
    } catch (cause) {
      throw failed(context, "aborted", {
        ...{
          phase: "submit",
          message: "onTask failed. The task exists; its handle is on this error.",
          task,
          cause,
          model,
        },
        billed: billedOf(contract),
      });
    }
  }

  /** The error for a caller who does not wait any longer; by how far it has come. */
  function leaving(code: OmniErrorCode, message: string, cause?: unknown): OmniError {
    const { task, wasSent } = state;
    if (!task && wasSent) return unknown(message, { cause, code });
    const rest = task
      ? ({ message: `${message} The task goes on; resume it with the handle.`, billed: billedOf(contract) } as const)
      : { message: `${message} Nothing is on its way.`, isRetryable: true };
    const made = failed(context, code, { phase: "submit", task, cause, model, ...rest });
    return options.abortSignal?.aborted ? asAbort(made) : made;
  }

  return new Promise((resolve, reject) => {
    const { abortSignal, timeoutMs = context.submitTimeoutMs } = options;
    // Before anything was sent, stopping is free; afterwards the answer is still read, and its handle still told.
    const leave = (code: OmniErrorCode, message: string, cause?: unknown) => {
      state.isLeft = true;
      end.abort();
      limit.abort();
      reject(leaving(code, message, cause));
    };
    const stop = () => {
      leave("aborted", "Stopped.", abortSignal?.reason);
    };
    if (abortSignal?.aborted) {
      stop();
      return;
    }
    abortSignal?.addEventListener("abort", stop, { once: true });
    clock.sleep(timeoutMs, limit.signal).then(
      () => {
        const code = state.wasSent ? "submission_unknown" : (state.refusal ?? "aborted");
        leave(code, `No answer within ${timeoutMs} ms.`);
      },
      () => undefined,
    );
    settle()
      .then(resolve, reject)
      .finally(() => {
        limit.abort();
        abortSignal?.removeEventListener("abort", stop);
      });
  });
}
