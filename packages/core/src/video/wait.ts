import { OmniError } from "../error.js";
import { readTask } from "../language/read-task.js";
import type { TaskSnapshot } from "../language/task.js";
import { ask } from "./ask.js";
import { asAbort, assertLimit, billedOf, failed, retryAfterOf, type Context } from "./context.js";
import { isComplete, type Parameters } from "./exchange.js";
import { quietly } from "./events.js";
import type { HandleData, Task } from "./handle.js";
import { pauseAfter } from "./schedule.js";

export interface StatusOptions {
  readonly abortSignal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface WaitOptions extends StatusOptions {
  /** Told of every look. */
  readonly onProgress?: ((task: TaskSnapshot) => void) | undefined;
  /** Milliseconds after which to give up waiting; the task goes on. Default: what the contract advises. */
  readonly timeoutMs?: number | undefined;
}

/** Errors of a read that waiting does not mend. */
const HOPELESS = ["authentication", "permission_denied", "invalid_request", "unsupported_feature"];
/** Seconds for which a task that cannot be found may still be on its way into the provider's books. */
const SETTLING = 60;
/** How long a single look may take, in milliseconds. */
const LOOK = 30_000;
const GOES_ON = "The task goes on; resume it with the handle.";

/** The parameters of a read, filled from a handle. */
function parametersOf({ contract }: Context, readId: string, { captures }: HandleData): Parameters {
  const { with: places = {} } = contract.lifecycle.read[readId] ?? {};
  const filled = Object.entries(places).flatMap(([place, names]) => {
    const value = [names]
      .flat()
      .map((name) => captures[name])
      .find((one) => one !== undefined);
    return value === undefined ? [] : [[place, value] as const];
  });
  return Object.fromEntries(filled);
}

/** An operation, or the address that the handle has for it, on the host that the client talks to. */
function operationOf({ contract, connection }: Context, readId: string, { captures }: HandleData) {
  const operation = contract.operations[readId];
  const { url } = contract.lifecycle.read[readId] ?? {};
  const address = url === undefined ? undefined : captures[url];
  if (!operation || address === undefined || !URL.canParse(address)) return operation;
  const { origin, pathname, search, href } = new URL(address);
  // The key goes nowhere but to the provider.
  if (href.startsWith(`${connection.base}/`)) return { ...operation, path: href.slice(connection.base.length) };
  const isKnown = [...contract.service.servers, new URL(connection.base).origin].includes(origin);
  return isKnown ? { ...operation, path: pathname + search } : operation;
}

/** A look, and how long the provider asks to leave it alone. */
interface Look {
  readonly seen: TaskSnapshot;
  readonly retryAfterMs: number | undefined;
}

/** @throws {OmniError} with the handle on it */
async function look(
  context: Context,
  task: Task,
  { abortSignal, headers }: StatusOptions = {},
  limit = LOOK,
): Promise<Look> {
  const { contract, clock, emit } = context;
  const { handle } = task;
  const { provider } = contract.service;
  const common = { phase: "poll", task, billed: billedOf(contract) } as const;

  async function lookBy(readId: string): Promise<Look> {
    const operation = operationOf(context, readId, task);
    const parameters = parametersOf(context, readId, task);
    if (!operation || !isComplete(operation, parameters))
      throw failed(context, "invalid_request", { ...common, message: "The handle does not say where its task is." });
    const failure = { ...common, message: `The task could not be read. ${GOES_ON}` };
    const { as = "" } = contract.lifecycle.read[readId] ?? {};
    const takesVideo = contract.lifecycle.representations[as]?.videos?.some(({ body }) => body);
    const outgoing = { parameters, headers, takesVideo };
    const answer = await ask(context, operation, outgoing, { failure, abortSignal, limit });
    const age = (clock.now() - task.submittedAt) / 1000;
    const { task: found, error } = readTask(contract, readId, answer, age);
    if (error) {
      const unread = error.code === "contract_violation" ? ", and nothing in it that the contract knows" : "";
      throw failed(context, error.code, {
        ...{ ...common, message: error.message ?? `HTTP ${answer.status}${unread}.`, answer, told: error },
        isRetryable: !HOPELESS.includes(error.code),
      });
    }
    return found.next ? lookBy(found.next) : { seen: found, retryAfterMs: retryAfterOf(answer, clock.now()) };
  }

  const found = await lookBy(contract.lifecycle.submit[task.operation]?.read ?? "");
  const { seen } = found;
  emit({ type: "looked", provider, handle, task: seen });
  if (seen.drift) emit({ type: "drift", provider, handle, rawStatus: seen.rawStatus });
  return found;
}

/**
 * One look at a task.
 *
 * @throws {OmniError} with the handle on it
 */
export const lookAt = async (context: Context, task: Task, options?: StatusOptions): Promise<TaskSnapshot> =>
  (await look(context, task, options)).seen;

const hasEnded = ({ status }: TaskSnapshot): boolean => status !== "queued" && status !== "in_progress";

/** Waits until a task has ended; blips of the reads do not end it. */
export async function waitFor(context: Context, task: Task, options: WaitOptions = {}): Promise<TaskSnapshot> {
  const { contract, clock, emit } = context;
  const { poll } = contract.lifecycle;
  const { provider } = contract.service;
  const { handle } = task;
  const { abortSignal, timeoutMs = poll.giveUp * 1000, onProgress } = options;
  assertLimit(context, "timeoutMs", timeoutMs);
  const tell = quietly(onProgress);
  const shortest = Math.min(...poll.every) * 1000;
  // A clock that is set right meanwhile must not move the end.
  const elapsed = () => clock.elapsed?.() ?? clock.now();
  const deadline = elapsed() + timeoutMs;
  const state = { blips: 0, wasSeen: false };

  const common = { phase: "poll", task, billed: billedOf(contract) } as const;
  const left = () => Math.max(0, deadline - elapsed());

  async function pause(milliseconds: number, cause?: unknown): Promise<void> {
    const until = left();
    if (until > 0)
      await clock.sleep(Math.min(milliseconds, until), abortSignal).catch((reason: unknown) => {
        throw asAbort(failed(context, "aborted", { ...common, message: `Stopped waiting. ${GOES_ON}`, cause: reason }));
      });
    // At the end there is one more look, unless it would come sooner after the last one than the contract allows.
    if (milliseconds > until && until < shortest) {
      const message = `Not finished after ${timeoutMs} ms of waiting. ${GOES_ON}`;
      throw failed(context, "wait_timeout", { ...common, message, cause, isRetryable: true });
    }
  }

  // A handle of a machine whose clock is ahead is not older than now.
  const age = () => Math.max(0, clock.now() - task.submittedAt) / 1000;
  if (age() < poll.first || abortSignal?.aborted) await pause((poll.first - age()) * 1000);
  for (;;) {
    try {
      // The last look may be a short one, yet long enough for an answer.
      const { seen, retryAfterMs = 0 } = await look(context, task, options, Math.min(LOOK, Math.max(left(), 1000)));
      state.blips = 0;
      // What a contract makes of "not found" shortly after a submit is no sight of the task.
      if (seen.rawStatus !== undefined) state.wasSeen = true;
      tell(seen);
      if (hasEnded(seen)) return seen;
      await pause(Math.max(retryAfterMs, pauseAfter(poll, { ...seen, age: age() }) * 1000));
    } catch (error) {
      if (!OmniError.isInstance(error) || error.code === "wait_timeout" || error.code === "aborted") throw error;
      // A gateway may say once what no provider means; without an answer there is nothing to wait for.
      if (HOPELESS.includes(error.code) && (error.statusCode === undefined || state.blips > 1)) throw error;
      if (error.code === "task_not_found" && age() > SETTLING && !state.wasSeen && state.blips > 2) throw error;
      state.blips += 1;
      const backOff = Math.min(30_000, 1000 * 2 ** Math.min(state.blips, 5)) * (0.75 + context.random() / 2);
      const waitMs = Math.max(error.retryAfterMs ?? 0, backOff, shortest);
      emit({ type: "look-failed", provider, handle, code: error.code, waitMs });
      await pause(waitMs, error);
    }
  }
}
