import type { Criterion } from "../criterion.js";
import type { Card } from "../examine.js";

/** All that one run of the suite found. */
export interface Report {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly node: string;
  readonly platform: string;
  readonly clients: readonly Card[];
}

/** For programs: every cell with the facts behind it. */
export function jsonOf(report: Report, criteria: readonly Criterion[]): string {
  const described = criteria.map(({ id, title, asks, trials }) => ({
    ...{ id, title, asks },
    trials: trials.map((trial) => ({ run: trial.run, title: trial.title })),
  }));
  const { clients, ...made } = report;
  return `${JSON.stringify({ ...made, criteria: described, clients }, null, 2)}\n`;
}
