import { setTimeout as sleep } from "node:timers/promises";
import { bad, fair, good, plural, worst, type Criterion, type Trial, type Verdict } from "../criterion.js";
import type { Facts } from "../facts.js";
import type { Hand } from "../observe.js";
import type { FaultList } from "../stage.js";

// Every fault lasts: whoever sends again meets it again. The job, if one is taken, is done at the first look.
const QUICK = { task: { reads: 1 } };
/** Milliseconds that the caller waits for an answer, and seconds until there is one, while the servers listen on. */
const ANSWER = 1000;
const SILENT = 3;

interface Ambiguous {
  readonly run: string;
  readonly title: string;
  readonly faults: FaultList;
  readonly isSilent?: boolean;
  /** The request was served before its answer got lost. */
  readonly isTaken: boolean;
}

const AMBIGUOUS: readonly Ambiguous[] = [
  { run: "calm", title: "nothing goes wrong", faults: [], isTaken: true },
  { run: "reset-after", title: "connection breaks, job taken", faults: ["accepted-then-reset"], isTaken: true },
  { run: "reset-before", title: "connection breaks, no job", faults: ["reset-before-accept"], isTaken: false },
  {
    run: "silence-after",
    title: "no answer in time, job taken",
    faults: [{ name: "silence-after", on: "submit", served: true, delay: SILENT }],
    isSilent: true,
    isTaken: true,
  },
  {
    run: "silence-before",
    title: "no answer in time, no job",
    // Nobody sends a submit again for a 400, so whoever does gave up before.
    faults: [{ name: "silence-before", on: "submit", delay: SILENT, answer: { status: 400, body: "" } }],
    isSilent: true,
    isTaken: false,
  },
  { run: "500-after", title: "500, job taken", faults: ["error-after-accept"], isTaken: true },
  {
    run: "502-page",
    title: "502 page of a gateway, no job",
    faults: [{ use: "html-502", on: "submit" }],
    isTaken: false,
  },
  {
    run: "bare-503",
    title: "503, no job",
    faults: [
      {
        name: "bare-503",
        on: "submit",
        answer: { status: 503, headers: { "content-type": "text/plain" }, body: "upstream connect error" },
      },
    ],
    isTaken: false,
  },
  {
    run: "half-json",
    title: "half of a 2xx, job taken",
    faults: [{ use: "truncated-json", on: "submit" }],
    isTaken: true,
  },
  { run: "empty-2xx", title: "empty 2xx, job taken", faults: [{ use: "empty-body", on: "submit" }], isTaken: true },
  {
    run: "html-2xx",
    title: "2xx that is a page, job taken",
    faults: [{ use: "html-as-json", on: "submit" }],
    isTaken: true,
  },
];

/** A client that has no limit of its own for the answer is aborted. */
async function giveUp({ driver, until, abort }: Hand): Promise<void> {
  await until("submit");
  await sleep(ANSWER);
  if (driver.hasAnswerLimit !== true) abort();
}

const scenarioOf = ({ faults, isSilent = false }: Ambiguous): Trial["scenario"] => ({
  faults: () => [...faults, { name: "quick", ...QUICK }],
  ...(isSilent && { answerMs: ANSWER, during: giveUp }),
  // A client that heeds no abort gets its answer after three seconds.
  capMs: 12_000,
});

/** Of a call that went on until the answer came: it had nothing to send again. */
const PATIENT: Verdict = { score: "n/a", words: "it heeds no limit, and waits until the answer comes" };

const verdictOf =
  ({ isSilent = false }: Ambiguous, judge: Trial["judge"]): Trial["judge"] =>
  (facts) =>
    isSilent && facts.posts <= 1 && facts.tookMs >= SILENT * 1000 ? PATIENT : judge(facts);

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
const extra = ({ charged }: Facts): number => Math.max(0, charged - 1);
/** Whose server keeps such keys would have taken one job. */
const ONE_KEY = "all with one idempotency key";

export const posts: Criterion = {
  id: "posts",
  title: "POSTs a submit",
  asks:
    "How often one order is sent when its answer is lost or cannot be read, so that nobody can know whether there is a job. " +
    "Good: once. Fair: more often, and the ledger took one job at most, or all POSTs carry one idempotency key. Bad: more " +
    "often, and the ledger took more than one. Where no answer comes in time, a call that waits until it comes says nothing (n/a).",
  trials: AMBIGUOUS.map((one) => ({
    run: one.run,
    title: one.title,
    scenario: scenarioOf(one),
    judge: verdictOf(one, ({ posts: count, jobs, idempotencyKeys }) => {
      const words = plural(count, "POST");
      if (count <= 1) return good(words);
      if (idempotencyKeys === "one") return fair(`${words}, ${ONE_KEY}`);
      return jobs > 1 ? bad(words) : fair(words);
    }),
  })),
  sum: (facts, verdicts) => {
    const count = most(facts.map((one) => one.posts));
    const hasKeys = facts.every((one) => one.posts <= 1 || one.idempotencyKeys === "one");
    const words =
      count <= 1 ? `1 in each of ${verdicts.length} runs` : `up to ${count}${hasKeys ? `, ${ONE_KEY}` : ""}`;
    return { score: worst(verdicts), words };
  },
};

export const charges: Criterion = {
  id: "charges",
  title: "Charged twice",
  asks:
    "What the ledger charges for one order beyond one job, under the faults that lose the answer of a submit that was taken. " +
    "Good: nothing. Fair: more, but all POSTs carry one idempotency key, so that a server that keeps keys would charge once; " +
    "the stand-ins keep none. Bad: more.",
  trials: AMBIGUOUS.filter(({ isTaken }) => isTaken).map((one) => ({
    run: one.run,
    title: one.title,
    scenario: scenarioOf(one),
    judge: verdictOf(one, (facts) => {
      const count = extra(facts);
      if (count === 0) return good(`${facts.charged} charged`);
      const words = `${facts.charged} charged for one order`;
      return facts.idempotencyKeys === "one" ? fair(`${words}, ${ONE_KEY}`) : bad(words);
    }),
  })),
  sum: (facts, verdicts) => {
    const struck = facts.filter((one) => extra(one) > 0);
    const count = most(facts.map((one) => one.charged));
    const words = struck.length === 0 ? "never" : `${struck.length} of ${facts.length} runs, up to ${count} for one`;
    return { score: worst(verdicts), words };
  },
};
