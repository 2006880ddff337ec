// Orders jobs, waits for them, and saves their videos. What was ordered once is waited for by every later run, and never
// ordered again: the journals say what was.
import { access } from "node:fs/promises";
import { join, relative } from "node:path";
import { OmniError } from "@omni-contracts/core";
import type { CompletedTask } from "@omni-contracts/core";
import { order, submitMany, waitMany } from "@omni-contracts/core/batch";
import { saveVideo } from "@omni-contracts/core/node";
import { journalOf, readEnd, standingOf, writeEnd, type Ended, type Standing } from "./folder.js";
import type { Job } from "./plan.js";
import { untyped, type Connect } from "./providers.js";

export interface Shop {
  readonly connect: Connect;
  /** The folder of videos and journals. */
  readonly out: string;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
}

/** How a job stands after a run, with what its trouble was. */
export interface Outcome {
  readonly key: string;
  readonly standing: Standing;
  readonly ended?: Ended | undefined;
  readonly error?: Error | undefined;
}

/** What is to be finished: the key of a job, and when it was ordered, where that was in this run. */
export interface Begun {
  readonly key: string;
  readonly name: string;
  readonly startedAt?: number | undefined;
  readonly error?: Error | undefined;
}

/** Orders what was never ordered, each once; one that fails stops no other. */
export async function orderJobs(jobs: readonly Job[], { connect, out, signal, tell }: Shop): Promise<readonly Begun[]> {
  const standings = await Promise.all(jobs.map(({ key }) => standingOf(out, key)));
  const fresh = jobs.filter((_, i) => standings[i]?.state === "new");
  const startedAt = new Map<string, number>();
  const orders = fresh.flatMap(({ key, provider, model, request }) => {
    const bound = connect(provider, { journal: journalOf(out, key) }).find(model);
    return bound ? [order(bound, untyped(request))] : [];
  });
  const results = await submitMany(orders, {
    abortSignal: signal,
    onTask({ index }) {
      const job = fresh[index];
      if (!job) return;
      startedAt.set(job.key, performance.now());
      tell(`ordered  ${job.name}`);
    },
  });
  const errors = new Map(
    results.flatMap((result, i) => (result.status === "rejected" ? [[fresh[i]?.key, result.reason]] : [])),
  );
  return jobs.map(({ key, name }) => ({ key, name, startedAt: startedAt.get(key), error: errors.get(key) }));
}

/** The task has ended without a video, and nothing will change that. */
const isFinal = ({ phase, code }: OmniError): boolean => phase === "result" && code !== "result_missing";

/** Waits for what the journals know of, and saves the videos, one after the other. */
export async function finishJobs(
  begun: readonly Begun[],
  { connect, out, signal, tell }: Shop,
): Promise<readonly Outcome[]> {
  const errors = new Map<string, Error | undefined>(begun.map(({ key, error }) => [key, error]));
  const waits: (Begun & { readonly handle: string; readonly provider: string })[] = [];
  for (const one of begun) {
    const [standing, ended] = await Promise.all([standingOf(out, one.key), readEnd(out, one.key)]);
    const isThere =
      ended?.file !== undefined &&
      (await access(ended.file).then(
        () => true,
        () => false,
      ));
    if (standing.state === "task" && !isThere && !ended?.failed) waits.push({ ...one, ...standing });
    else if (ended) tell(`${ended.failed ? "failed " : "saved  "}  ${one.name}, in an earlier run`);
  }

  type Wait = (typeof waits)[number];
  async function save(task: CompletedTask, { key, name, provider }: Wait, seconds: number | undefined): Promise<void> {
    const { path } = await saveVideo(task, join(out, `${key}.mp4`), {
      ...{ client: connect(provider), abortSignal: signal },
      // A run that was stopped before it could note the file: it is the same video.
      overwrite: true,
    });
    await writeEnd(out, key, { handle: task.handle, file: path, cost: task.cost, seconds });
    errors.delete(key);
    tell(`saved    ${name}: ${relative(process.env.INIT_CWD ?? process.cwd(), path)}`);
  }

  async function fail(thrown: unknown, { key, name, handle }: Wait): Promise<void> {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    errors.set(key, error);
    const failed = OmniError.isInstance(error) && isFinal(error) ? error : undefined;
    if (failed) await writeEnd(out, key, { handle, failed: { message: failed.message, billed: failed.billed } });
    if (!signal.aborted) tell(`${failed ? "failed " : "stopped"}  ${name}: ${error.message}`);
  }

  let saving = Promise.resolve();
  const clients = [...new Set(waits.map(({ provider }) => provider))].map((provider) => connect(provider));
  await waitMany(waits, clients, {
    abortSignal: signal,
    onSettled(result, index) {
      const one = waits[index];
      if (!one) return;
      const seconds = one.startedAt === undefined ? undefined : (performance.now() - one.startedAt) / 1000;
      const end = () => (result.status === "fulfilled" ? save(result.value, one, seconds) : fail(result.reason, one));
      saving = saving.then(end).catch((error: unknown) => fail(error, one).catch(() => undefined));
    },
  });
  await saving;
  return Promise.all(
    begun.map(async ({ key }) => {
      const [standing, ended] = await Promise.all([standingOf(out, key), readEnd(out, key)]);
      return { key, standing, ended, error: errors.get(key) };
    }),
  );
}
