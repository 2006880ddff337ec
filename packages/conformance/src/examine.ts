import { judge, runTrial, type Criterion, type Judged, type Trial, type Verdict } from "./criterion.js";
import { CRITERIA } from "./criteria/index.js";
import type { Driver } from "./driver.js";
import type { Facts, Lack } from "./facts.js";
import { observe } from "./observe.js";
import type { Bench } from "./stage.js";

/** One client's row. */
export interface Card {
  readonly driver: Pick<Driver, "name" | "version" | "protocol" | "how">;
  /** Why something was not measured: without any fault, it did not bring a video, or its driver broke. */
  readonly problem?: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly sum: Verdict;
    readonly trials: readonly Judged[];
  }[];
}

export interface ExamineOptions {
  /** Default: all. */
  readonly criteria?: readonly Criterion[];
  /** Runs at the same time; those that measure time come after the others. Default: 20. */
  readonly atOnce?: number;
  readonly onProgress?: (done: number, all: number) => void;
}

/** Clients of which time is measured at the same time; their runs are mostly sleep. */
const TIMED_AT_ONCE = 3;

async function pool(atOnce: number, work: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...work];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const uniqueTrials = (criteria: readonly Criterion[]): readonly Trial[] => [
  ...new Map(criteria.flatMap(({ trials }) => trials).map((trial) => [trial.run, trial])).values(),
];

/** Runs every trial with every client, and judges what the servers saw. */
export async function examine(drivers: readonly Driver[], bench: Bench, options: ExamineOptions = {}): Promise<Card[]> {
  const { criteria = CRITERIA, atOnce = 20, onProgress } = options;
  const trials = uniqueTrials(criteria);
  const problems = new Map<Driver, string>();
  const told = new Map<Driver, Map<string, Facts | Lack>>(drivers.map((driver) => [driver, new Map()]));
  const progress = { done: 0, all: drivers.length * (trials.length + 1) };
  const step = (count = 1) => {
    progress.done += count;
    onProgress?.(progress.done, progress.all);
  };

  async function check(driver: Driver): Promise<void> {
    const faults = () => [{ name: "quick", task: { reads: 1 } }];
    try {
      const { ended, error = "" } = await observe(driver, bench, { faults, listenMs: 0 });
      if (ended !== "video") problems.set(driver, `Without any fault it ends with ${ended} ${error}`.trim());
    } catch (error) {
      problems.set(driver, `Not measured: ${messageOf(error)}`);
    }
    step();
  }
  const listening: Promise<void>[] = [];
  /** A driver that breaks is no reason to measure nobody else. */
  async function record(driver: Driver, trial: Trial, onEnd: () => void): Promise<void> {
    try {
      told.get(driver)?.set(trial.run, await runTrial(driver, bench, trial, onEnd));
    } catch (error) {
      problems.set(driver, `Not measured in "${trial.run}": ${messageOf(error)}`);
    }
    onEnd();
    step();
  }
  /** Until the call is over: to listen on afterwards costs nothing, so the next run need not wait for that. */
  const work = (driver: Driver, trial: Trial) => (): Promise<void> =>
    new Promise((free) => {
      listening.push(record(driver, trial, free));
    });

  await pool(
    atOnce,
    drivers.map((driver) => () => check(driver)),
  );
  const sound = drivers.filter((driver) => !problems.has(driver));
  step(problems.size * trials.length);
  const [timed, others] = [true, false].map((isTimed) => trials.filter((one) => (one.isTimed ?? false) === isTimed));
  // Trial by trial, so that a slow client's runs are not all at the end.
  await pool(
    atOnce,
    (others ?? []).flatMap((trial) => sound.map((driver) => work(driver, trial))),
  );
  await pool(
    TIMED_AT_ONCE,
    sound.map((driver) => async () => {
      await Promise.all((timed ?? []).map((trial) => work(driver, trial)()));
    }),
  );
  await Promise.all(listening);

  return drivers.map((driver) => cardOf(criteria, driver, told.get(driver) ?? new Map(), problems.get(driver)));
}

function cardOf(
  all: readonly Criterion[],
  driver: Driver,
  told: ReadonlyMap<string, Facts | Lack>,
  problem: string | undefined,
): Card {
  const { name, version, protocol, how } = driver;
  const criteria = all.map((criterion) => {
    const runs = criterion.trials.map(({ run }) => told.get(run) ?? { lack: problem ?? "not run" });
    const { cells, sum } = judge(criterion, runs);
    return { id: criterion.id, sum, trials: cells };
  });
  return { driver: { name, version, protocol, how }, ...(problem !== undefined && { problem }), criteria };
}
