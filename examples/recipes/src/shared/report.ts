import { estimateOf, mostOf, shown, sum } from "./money.js";
import { STATES, verdictOf, type Verdict } from "./outcome.js";
import type { Job } from "./plan.js";
import { table } from "./table.js";
import type { Outcome } from "./work.js";

export interface Reported {
  readonly job: Job;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

export const reportOn = (jobs: readonly Job[], outcomes: readonly Outcome[], out: string): readonly Reported[] =>
  jobs.flatMap((job) => {
    const outcome = outcomes.find(({ key }) => key === job.key);
    return outcome ? [{ job, outcome, verdict: verdictOf(outcome, out) }] : [];
  });

const BILLED = { yes: "failed, charged", no: "failed, not charged", unknown: "failed, charge not told" };

/** What it was for the money; that a failure is not charged, or given back, is what the provider's pages say. */
const kindOf = ({ outcome: { ended }, verdict }: Reported): string =>
  verdict.state === "failed" && ended?.failed ? BILLED[ended.failed.billed] : verdict.state;

const costOf = ({ outcome }: Reported) => outcome.ended?.cost;

function line(what: string, some: readonly Reported[]): readonly string[] {
  const silent = some.filter((one) => !costOf(one)).length;
  const told = `${sum(some.map(costOf))}${silent > 0 && silent < some.length ? `, ${silent} not told` : ""}`;
  return [what, String(some.length), sum(some.map(({ job }) => mostOf(job.quote))), told];
}

/** The cost report: a row a job, what to do about those that are not saved, and the sums. */
export function costReport(reported: readonly Reported[]): string {
  const rows = reported.map((one) => {
    const cost = costOf(one);
    const { state, note } = one.verdict;
    const file = state === "saved" ? note : "–";
    return [one.job.name, kindOf(one), estimateOf(one.job.quote), cost ? shown(cost) : "not told", file];
  });
  const troubles = reported.flatMap(({ job, verdict: { state, note, advice } }) =>
    advice === undefined ? [] : [`${job.name}: ${state}. ${note}\n  ${advice}`],
  );
  const kinds = STATES.flatMap((state) =>
    [...new Set(reported.filter(({ verdict }) => verdict.state === state).map(kindOf))].toSorted(),
  );
  const accepted = reported.filter(
    ({ outcome: { standing, ended } }) => ended !== undefined || (standing.state === "task" && standing.isSure),
  );
  const sums = [
    line("accepted", accepted),
    ...kinds.map((kind) =>
      line(
        kind,
        reported.filter((one) => kindOf(one) === kind),
      ),
    ),
  ];
  return [
    table(["VIDEO", "STATE", "ESTIMATE", "TOLD", "FILE"], rows),
    ...(troubles.length > 0 ? ["", ...troubles] : []),
    "",
    table(["IN ALL", "VIDEOS", "ESTIMATE, AT MOST", "TOLD BY THE PROVIDERS"], sums),
  ].join("\n");
}
