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

export interface Trial {
  /** Trials with the same `run` are run once, and judged in several ways. */
  readonly run: string;
  readonly title: string;
  /** Runs while nothing else does. */
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
  /** All trials in one cell. */
  readonly sum: (facts: readonly Facts[], verdicts: readonly Verdict[]) => Verdict;
}

export const good = (words: string): Verdict => ({ score: "good", words });
export const fair = (words: string): Verdict => ({ score: "fair", words });
export const bad = (words: string): Verdict => ({ score: "bad", words });

const ORDER: readonly Score[] = ["bad", "fair", "good", "n/a"];

export const worst = (verdicts: readonly Verdict[]): Score =>
  ORDER.find((score) => verdicts.some((one) => one.score === score)) ?? "n/a";

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** A run of a trial, or why there is none. */
export async function runTrial(driver: Driver, bench: Bench, { run, scenario }: Trial): Promise<Facts | Lack> {
  const lack = driver.lacks?.[run];
  if (lack !== undefined) return { lack };
  return observe(driver, bench, scenario);
}

/** @param told of the criterion's trials, in their order */
export function judge({ trials, sum }: Criterion, told: readonly (Facts | Lack)[]): { cells: Verdict[]; sum: Verdict } {
  const cells = trials.map(({ judge: judgeOne }, at): Verdict => {
    const one = told[at];
    if (!one) return { score: "n/a", words: "not run" };
    return isLack(one) ? { score: "n/a", words: one.lack } : judgeOne(one);
  });
  const isKnown = (at: number) => cells[at]?.score !== "n/a";
  const facts = told.filter((one, at): one is Facts => !isLack(one) && isKnown(at));
  const verdicts = cells.filter((_, at) => isKnown(at));
  if (verdicts.length > 0) return { cells, sum: sum(facts, verdicts) };
  return { cells, sum: { score: "n/a", words: [...new Set(cells.map(({ words }) => words))].join("; ") } };
}
