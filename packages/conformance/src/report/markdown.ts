import type { Criterion, Score, Verdict } from "../criterion.js";
import type { Card } from "../examine.js";
import type { Report } from "./report.js";

const SYMBOLS: Readonly<Record<Score, string>> = { good: "✅", fair: "⚠️", bad: "❌", "n/a": "–" };

const escaped = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const shown = ({ score, words }: Verdict): string =>
  score === "n/a" ? `n/a: ${escaped(words)}` : `${SYMBOLS[score]} ${score}: ${escaped(words)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const nameOf = ({ driver }: Card): string => escaped(driver.name);
const cellOf = ({ criteria }: Card, id: string): Verdict =>
  criteria.find((one) => one.id === id)?.sum ?? { score: "n/a", words: "not run" };

/** Clients × criteria. */
export const summary = ({ clients }: Report, criteria: readonly Criterion[]): string =>
  table(
    ["Client", ...criteria.map(({ title }) => title)],
    clients.map((card) => [nameOf(card), ...criteria.map(({ id }) => shown(cellOf(card, id)))]),
  );

function details({ clients }: Report, { id, title, asks, trials }: Criterion): string {
  const rows = clients.map((card) => {
    const told = card.criteria.find((one) => one.id === id)?.trials ?? [];
    return [nameOf(card), ...trials.map(({ run }) => shown(told.find((one) => one.run === run) ?? cellOf(card, id)))];
  });
  return [`## ${title}`, asks, table(["Client", ...trials.map((one) => one.title)], rows)].join("\n\n");
}

const METHOD = `
- **Every cell is measured**, in one run, on one machine, against servers on 127.0.0.1 that wrote down what arrived. None is taken
  from a page, from a source or from an earlier run. What a client says of itself counts nowhere; only how its call ends does.
- **The servers**: clients of the four providers and the scripts talk to the mocks of this repository. The others speak protocols
  of their own, so they talk to small stand-ins with the same faults and one ledger: submit, status, result, cancel. A stand-in
  answers a right client as the provider's documentation says; how the real server behaves under a fault is not known here.
- **The servers listen on** for 2.5 s when a call has ended, and for six after one abort, before anything is counted: a client may go
  on behind its caller's back. What it would do later than that is not seen.
- **The faults last** until the run is over, unless a table says otherwise. So the number of POSTs is a client's whole budget of
  repeats; a fault in passing would cost one job too many, not five.
- **A package may have two rows**: one for the call that does all, and one for those that submit and wait apart, as a careful caller
  of their pages writes it. Where the wait is the caller's own loop, trials of the wait say nothing of the client, and are n/a.
- **Options** are those by default, but for what leads to this machine, hands over the caller's signal and limits, or shortens the
  pauses between two looks. Where time is measured, pauses are those by default. A client may do better with other options.
- **A client without a limit for the answer of a submit** is aborted when that limit is over. A call that goes on until the late answer
  is there was never in doubt, so it is n/a and not good.
- **Idempotency keys** are noted, and kept by no server here. Which real server keeps them is not known here.
- **The criteria are this repository's**, and its clients were built to meet them. Others were built to meet other things; the tables
  say what happens, not which client to take. The scripts are in our words.
- **One machine, one run**: milliseconds differ from run to run, scores of whole seconds and counts do not.
`.trim();

const NOT = `
Whether a download ends well, and before its address expires; uploads, webhooks, rate limits beyond one 429, prices, quality, speed,
size, types, verbs that no row names, and what any real provider does.
`.trim();

/** For people. */
export function markdownOf(report: Report, criteria: readonly Criterion[]): string {
  const { date, node, platform, clients } = report;
  const problems = clients.flatMap(({ driver, problem }) =>
    problem === undefined ? [] : [`**${driver.name}** could not be measured. ${escaped(problem)}.`],
  );
  const used = clients.map((card) => {
    const { version, protocol, how } = card.driver;
    return [nameOf(card), version, protocol, escaped(how)];
  });
  return (
    [
      "# Client report card",
      "What clients do with a paid job when something goes wrong, counted by the servers and their ledger. Made by " +
        `\`npm run conformance\` on ${date} with Node ${node} on ${platform}; the same command makes it again.`,
      "The numbers, with the facts behind every cell, are in [report-card.json](report-card.json). To measure a client of your " +
        "own: [packages/conformance](../packages/conformance/README.md).",
      ...problems,
      "## Summary",
      "✅ good, ⚠️ fair, ❌ bad: the worst of a criterion's trials. What each means stands with its table below. Trials that say nothing of a client (n/a) " +
        "are left out of it; those that were not run are named.",
      summary(report, criteria),
      "## Clients",
      table(["Client", "Version", "Speaks", "Used as"], used),
      ...criteria.map((one) => details(report, one)),
      "## How it is measured",
      METHOD,
      "## What is not measured",
      NOT,
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}
