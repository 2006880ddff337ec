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

/** For programs: every cell, and the facts behind it under the name of the run, because some runs are judged twice. */
export function jsonOf(report: Report, criteria: readonly Criterion[]): string {
  const described = criteria.map(({ id, title, asks, trials }) => ({
    ...{ id, title, asks },
    trials: trials.map(({ run, title: name }) => ({ run, title: name })),
  }));
  const clients = report.clients.map(({ criteria: judged, ...card }) => {
    const trials = judged.flatMap((one) => one.trials);
    return {
      ...card,
      criteria: judged.map(({ id, sum, trials: cells }) => ({
        ...{ id, ...sum },
        trials: cells.map(({ run, score, words }) => ({ run, score, words })),
      })),
      runs: Object.fromEntries(trials.flatMap(({ run, facts }) => (facts ? [[run, facts]] : []))),
    };
  });
  return `${JSON.stringify({ ...report, criteria: described, clients }, null, 1)}\n`;
}
