import { type Paint, wrap } from "@omni-contracts/specs/terminal";
import type { Comparison, Finding } from "./finding.js";
import type { Patch } from "./patch.js";

export interface ReportFacts {
  readonly provider: string;
  readonly base: string;
  readonly comparison: Comparison;
  readonly patch: Patch;
  /** Where the patch was written; `undefined` where there is none. */
  readonly patchFile?: string;
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

// What a provider sends could steer the terminal.
const harmless = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "?");

/** Text in lines of a width; words that are longer are cut in pieces. */
function column(text: string, width: number): string[] {
  const pieces = harmless(text)
    .split(" ")
    .map((word) => (word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []).join(" "));
  return wrap(pieces.join(" "), width).split("\n");
}

const GAP = 2;

/** Three texts beside each other. */
function columns(texts: readonly string[], width: number): string[] {
  const each = Math.floor((width - 2 - GAP * (texts.length - 1)) / texts.length);
  const all = texts.map((text) => column(text, each));
  const height = Math.max(...all.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    `  ${all.map((lines) => (lines[row] ?? "").padEnd(each)).join(" ".repeat(GAP))}`.trimEnd(),
  );
}

const seenAt = ({ seenAt: places, times, recordings }: Finding): string =>
  `${places.join(", ")}; ${many(times, "time")}; ${recordings.map((one) => String(one).padStart(4, "0")).join(", ")}`;

function findingText(finding: Finding, number: number, width: number, paint: Paint): string {
  const { kind, place, spec, real, mock } = finding;
  const [first = "", ...rest] = wrap(`${number}. ${kind}: ${harmless(place)}`, width).split("\n");
  return [
    ...[paint("bold", first), ...rest.map((line) => `   ${line}`), wrap(harmless(seenAt(finding)), width, "   ")],
    ...[paint("dim", columns(["spec", "real", "mock"], width)[0] ?? ""), ...columns([spec, real, mock], width)],
  ].join("\n");
}

function summary({ provider, base, comparison }: ReportFacts): string {
  const { findings, exchanges } = comparison;
  const what =
    findings.length === 0
      ? "Nothing differs from the contract"
      : `${many(findings.length, "difference")} from the contract`;
  return `${what} of ${provider}, in ${many(exchanges, "recording")} of ${base}.`;
}

function unansweredLines({ comparison: { unanswered } }: ReportFacts): string[] {
  return unanswered.map(
    ({ number, isPaid, note }) => `${String(number).padStart(4, "0")}${isPaid ? " (may be paid for)" : ""}: ${note}`,
  );
}

/** The report for a terminal, no line wider than `width`. */
export function reportText(facts: ReportFacts, width: number, paint: Paint): string {
  const { comparison, patch, patchFile } = facts;
  const { findings, unseen, untried } = comparison;
  const without = unansweredLines(facts);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [[paint("bold", title), ...lines.map((line) => wrap(harmless(line), width, "  "))].join("\n")];
  const blocks = [
    paint(findings.length === 0 ? "green" : "yellow", wrap(summary(facts), width)),
    ...findings.map((one, i) => findingText(one, i + 1, width, paint)),
    ...list("Without a whole answer", without),
    ...list("Documented, never seen", unseen),
    ...list("Operations never tried", untried.length === 0 ? [] : [untried.join(", ")]),
    ...list(
      "To change by hand, in the bundle",
      patch.snippets.flatMap((one) => one.trimEnd().split("\n")),
    ),
    ...(patchFile === undefined ? [] : [wrap(`Suggested change of the contract: ${patchFile}`, width)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** In a cell of a table in Markdown nothing is markup. */
const cell = (text: string): string => harmless(text).replaceAll(/[\\|`*_<>[\]#]/g, "\\$&");

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map((cells) => row(cells.map(cell)))].join("\n");

const fenced = (language: string, text: string): string => ["````" + language, text.trimEnd(), "````"].join("\n");

/** The report as Markdown. */
export function reportMarkdown(facts: ReportFacts): string {
  const { comparison, patch, provider } = facts;
  const { findings, seen, unseen, untried } = comparison;
  const without = unansweredLines(facts);
  const blocks = [
    `# ${cell(provider)}: contract and recordings`,
    summary(facts),
    ...(findings.length === 0
      ? []
      : [
          table(
            ["", "What", "Where", "Spec", "Real", "Mock", "Seen at"],
            findings.map((one, i) => [String(i + 1), one.kind, one.place, one.spec, one.real, one.mock, seenAt(one)]),
          ),
        ]),
    "## Answers",
    table(
      ["Operation", "Spec", "Real", "Mock", "Times"],
      seen.map((one) => [
        one.operation,
        one.isKnown ? String(one.status) : "not there",
        String(one.status),
        one.mock.join(", "),
        String(one.times),
      ]),
    ),
    ...(without.length === 0 ? [] : ["## Without a whole answer", without.map((line) => `- ${cell(line)}`).join("\n")]),
    ...(unseen.length === 0 ? [] : ["## Documented, never seen", unseen.map((line) => `- ${cell(line)}`).join("\n")]),
    ...(untried.length === 0 ? [] : ["## Operations never tried", untried.map((line) => `- ${cell(line)}`).join("\n")]),
    ...(patch.diff === ""
      ? []
      : [
          "## Suggested change",
          "To be looked at: what was seen once is not yet what the provider promises.",
          fenced("diff", patch.diff),
        ]),
    ...(patch.snippets.length === 0 ? [] : ["## To change by hand", fenced("yaml", patch.snippets.join("\n"))]),
  ];
  return `${blocks.join("\n\n")}\n`;
}
