// One prompt, several models of several providers: prices first, then the videos side by side.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { budgetOf, HOME, pathOf, readArgs, run, SHARED, SHARED_HELP } from "./shared/cli.js";
import { lockFolder } from "./shared/folder.js";
import { InputError } from "./shared/input-error.js";
import { assertAffordable, estimateOf, isPriced, usdOf } from "./shared/money.js";
import { pageOf, timeOf } from "./shared/page.js";
import { keyOf, modelsOf, problemsOf, quoteFor, settingsOf, type Job } from "./shared/plan.js";
import { connector } from "./shared/providers.js";
import { costReport, reportOn } from "./shared/report.js";
import { table } from "./shared/table.js";
import { finishJobs, orderJobs } from "./shared/work.js";

const MODELS = [
  "toapis/gemini-omni-1.1-flash-preview-official",
  "apimart/Omni-Flash-Ext",
  "atlascloud/google/gemini-omni-flash/text-to-video",
  "atlascloud/google/gemini-omni-flash/text-to-video-developer",
  "jimmyai/Gemini-Omini",
];
const USAGE = `Usage: npm run -w @omni-contracts/recipes compare-models -- --prompt <text> --budget <USD> [options]

Asks several models for the same video: compares the prices, orders the cheapest first for as long as the budget lasts, and
writes a page with the videos side by side. Run it again to go on; another prompt or setting is another comparison.

  --prompt <text>     required
  --models <list>     provider/model,provider/model,…; default: ${MODELS.join(",\n                      ")}
  --duration <s>      default: 4
  --resolution <r>    default: 720p
  --aspect-ratio <r>  default: 16:9
  --dry-run           prices only; nothing is sent
${SHARED_HELP}`;

const text = { type: "string" } as const;
const OPTIONS = {
  ...SHARED,
  ...{ prompt: text, models: text, duration: text, resolution: text, "aspect-ratio": text },
  "dry-run": { type: "boolean" },
} as const;

/** What the budget lasts for, the cheapest first; then, if that is wanted, what nobody knows the price of. */
function choose(jobs: readonly Job[], budget: number, allowUnpriced = false): readonly Job[] {
  const chosen: Job[] = [];
  const priced = jobs.filter(({ quote }) => isPriced(quote));
  for (const job of priced.toSorted((a, b) => (a.quote.price?.max ?? 0) - (b.quote.price?.max ?? 0)))
    if (usdOf([...chosen, job].map(({ quote }) => quote)) <= budget) chosen.push(job);
  return allowUnpriced ? [...chosen, ...jobs.filter((job) => !priced.includes(job))] : chosen;
}

await run(USAGE, async (args, signal) => {
  const options = readArgs(() => parseArgs({ args, options: OPTIONS }));
  const budget = budgetOf(options.budget);
  const out = options.out === undefined ? join(HOME, "out/compare-models") : pathOf(options.out);
  const connect = connector(options["base-url"], process.env, options["dry-run"]);
  const request = settingsOf(options.prompt, { duration: "4", resolution: "720p", "aspect-ratio": "16:9", ...options });

  const wishes = modelsOf(options.models?.split(",") ?? MODELS).map((one) => ({ ...one, request }));
  const jobs = wishes.map((wish): Job => {
    const name = `${wish.provider}-${wish.model}`.replaceAll(/[^\w.-]/g, "-");
    return { ...wish, name, key: keyOf(name, [wish.model, request]), quote: quoteFor(wish, connect) };
  });
  const possible = jobs.filter(({ quote }) => quote.issues.length === 0);
  const chosen = choose(possible, budget, options["allow-unpriced"]);
  const reasonOf = (job: Job): string => {
    if (chosen.includes(job)) return "yes";
    if (!possible.includes(job)) return `no: ${problemsOf(job.quote)}`;
    return isPriced(job.quote) ? "no: the budget does not last" : "no: no price; --allow-unpriced orders it";
  };
  const quotes = jobs.map((job) => [job.provider, job.model, estimateOf(job.quote), reasonOf(job)]);
  console.log(`${table(["PROVIDER", "MODEL", "ESTIMATE", "ORDERED"], quotes)}\n`);
  if (chosen.length === 0) throw new InputError(`Nothing can be ordered for ${budget} USD.`);
  assertAffordable(
    chosen.map(({ quote }) => quote),
    budget,
    options["allow-unpriced"],
  );
  if (options["dry-run"]) return 0;

  await lockFolder(out);
  const shop = { connect, out, signal, tell: console.log };
  const reported = reportOn(chosen, await finishJobs(await orderJobs(chosen, shop), shop), out);
  const times = reported.map((one) => [
    one.job.name,
    timeOf(one.outcome.ended?.seconds),
    request.resolution,
    `${request.duration} s`,
  ]);
  console.log(`\n${costReport(reported)}`);
  console.log(`\n${table(["VIDEO", "TIME TO VIDEO", "ASKED FOR", "LENGTH"], times)}`);
  const page = join(out, `${keyOf("compared", request)}.html`);
  await writeFile(page, pageOf(request.prompt, reported));
  console.log(`\nSide by side: ${page}`);
  return reported.every(({ verdict }) => verdict.state === "saved") ? 0 : 1;
});
