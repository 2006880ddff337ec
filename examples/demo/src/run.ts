import { classify, readTask, type Answer, type Contract, type TaskSnapshot } from "@omni-contracts/core/language";
import type { Result, Scenario } from "./scenario.js";

/** What became of one scenario. */
export interface Row {
  readonly title: string;
  readonly model: string;
  readonly task: string;
  /** The provider's words for the states, in the order in which they were seen. */
  readonly states: readonly string[];
  readonly url: string;
}

const answerOf = ({ data, error, response }: Result): Answer => ({
  status: response.status,
  headers: response.headers,
  body: data ?? error,
});

/**
 * Submits once, then reads until the task is finished; `wait` lets time pass between two looks.
 *
 * @throws Error in plain words when the submit is refused or the task does not end in a video
 */
export async function run(
  contract: Contract,
  scenario: Scenario,
  signal: AbortSignal,
  onLook: (task: TaskSnapshot) => void,
  wait: () => Promise<void>,
): Promise<Row> {
  const { title, model, operation } = scenario;
  const outcome = classify(contract, operation, answerOf(await scenario.submit(signal)));
  if (outcome.outcome !== "accepted") {
    throw new Error(
      `${title}: the submit was ${outcome.outcome} (${outcome.error.code}): ${outcome.error.message ?? ""}`,
    );
  }
  const id = outcome.handle.id ?? "";
  const read = contract.lifecycle.submit[operation]?.read ?? "";
  const states: string[] = [];
  for (;;) {
    const { task, error } = readTask(contract, read, answerOf(await scenario.read(id, signal)));
    if (error) throw new Error(`${title}: task ${id} could not be read (${error.code}): ${error.message ?? ""}`);
    if (task.rawStatus && states.at(-1) !== task.rawStatus) states.push(task.rawStatus);
    onLook(task);
    const url = task.videos[0]?.url;
    if (url) return { title, model, task: id, states, url };
    if (!["queued", "in_progress"].includes(task.status))
      throw new Error(`${title}: task ${id} ended as ${task.status}.`);
    await wait();
  }
}
