import type { Driver } from "./driver.js";
import { isLack, type Facts, type Lack } from "./facts.js";
import { observe, type Scenario } from "./observe.js";
import type { Bench } from "./stage.js";

export type Score = "good" | "fair" | "bad" | "n/a";

/** What a run, or several, are worth, in words that need no table. */
export interface Verdict {
  readonly score: Score;
  readonly words: string;
}

/** A trial's verdict, and what it rests on; without facts it was not run. */
export interface Judged extends Verdict {
  readonly run: string;
  readonly facts?: Facts;
}

export interface Trial {
  /** Trials with the same `run` are run once, and judged in several ways. */
  readonly run: string;
  readonly title: string;
  /** Runs when the calls of all other trials are over. */
  readonly isTimed?: boolean;
  readonly scenario: Scenario;
  readonly judge: (facts: Facts) => Verdict;
}

export interface Criterion {
  readonly id: string;
  /** For the head of a column. */
  readonly title: string;
  /** What is measured, and what the scores mean. */
  readonly asks: string;
  readonly trials: readonly Trial[];
  /**
   * All trials in one cell.
   *
   * @param facts of the trials that say something, in their order
   * @param verdicts of the same
   * @param all of all trials, in their order
   */
  readonly sum: (facts: readonly Facts[], verdicts: readonly Verdict[], all: readonly Judged[]) => Verdict;
}

export const good = (words: string): Verdict => ({ score: "good", words });
export const fair = (words: string): Verdict => ({ score: "fair", words });
export const bad = (words: string): Verdict => ({ score: "bad", words });

const ORDER: readonly Score[] = ["bad", "fair", "good", "n/a"];

export const worst = (verdicts: readonly Verdict[]): Score =>
  ORDER.find((score) => verdicts.some((one) => one.score === score)) ?? "n/a";

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Why a trial is not run with a client; `undefined` when it is. */
export function lackOf({ lacks, download }: Driver, { run, scenario }: Trial): string | undefined {
  const isMissing = scenario.isDownloaded === true && !download;
  return lacks?.[run] ?? (isMissing ? "its driver has no call that downloads" : undefined);
}

/** A run of a trial, or why there is none. @param onEnd as of {@link observe} */
export async function runTrial(driver: Driver, bench: Bench, trial: Trial, onEnd?: () => void): Promise<Facts | Lack> {
  const lack = lackOf(driver, trial);
  return lack === undefined ? observe(driver, bench, trial.scenario, onEnd) : { lack };
}

function judgeOne({ run, judge: verdictOf }: Trial, told: Facts | Lack | undefined): Judged {
  if (!told) return { run, score: "n/a", words: "not run" };
  if (isLack(told)) return { run, score: "n/a", words: told.lack };
  return { run, ...verdictOf(told), facts: told };
}

/** A sum of some of the trials must not look like one of all. */
function leftOut(trials: readonly Trial[], cells: readonly Judged[]): string {
  const titles = trials.flatMap(({ title }, at) => (cells[at]?.facts ? [] : [title]));
  const ran = trials.length - titles.length;
  return titles.length === 0 ? "" : ` (${ran} of ${trials.length} trials; left out: ${titles.join("; ")})`;
}

/** @param told of the criterion's trials, in their order */
export function judge({ trials, sum }: Criterion, told: readonly (Facts | Lack)[]): { cells: Judged[]; sum: Verdict } {
  const cells = trials.map((trial, at) => judgeOne(trial, told[at]));
  const known = cells.filter(({ score }) => score !== "n/a");
  const facts = known.flatMap((one) => (one.facts ? [one.facts] : []));
  if (known.length > 0) {
    const { score, words } = sum(facts, known, cells);
    return { cells, sum: { score, words: words + leftOut(trials, cells) } };
  }
  return { cells, sum: { score: "n/a", words: [...new Set(cells.map(({ words }) => words))].join("; ") } };
}
