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

/** Why a report is not written over one in which every client was measured; `undefined` when it may be. */
export function refusalOf(clients: readonly Card[]): string | undefined {
  const names = clients.flatMap(({ driver, problem }) => (problem === undefined ? [] : [driver.name]));
  if (names.length === 0) return undefined;
  return `docs/report-card.* stay as they are, because ${names.join("; ")} could not be measured; --out <folder> writes what was.`;
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
