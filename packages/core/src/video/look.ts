import { readTask } from "../language/read-task.js";
import type { TaskSnapshot } from "../language/task.js";
import { ask } from "./ask.js";
import { billedOf, failed, retryAfterOf, type Context } from "./context.js";
import { isComplete, type Parameters } from "./exchange.js";
import type { HandleData, Task } from "./handle.js";

export interface StatusOptions {
  /** Stops looking; the task goes on. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Sent besides those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Errors of a read that waiting does not mend. */
export const HOPELESS = ["authentication", "permission_denied", "invalid_request", "unsupported_feature"];
/** How long a single look may take, in milliseconds. */
const LOOK = 30_000;
export const GOES_ON = "The task goes on; resume it with the handle.";

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

/**
 * @param leftMs what is left of a wait; the last look may be a short one, yet long enough for an answer
 * @throws {OmniError} with the handle on it
 */
export async function look(
  context: Context,
  task: Task,
  { abortSignal, headers }: StatusOptions = {},
  leftMs = LOOK,
): Promise<Look> {
  const { contract, clock, emit } = context;
  const { provider, handle } = task;
  const common = { phase: "poll", task, billed: billedOf(contract) } as const;
  const limit = Math.min(LOOK, Math.max(leftMs, 1000));

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
