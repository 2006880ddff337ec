// Many videos from a list: checked and priced before anything is sent, ordered once each, whatever happens in between.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { budgetOf, HOME, pathOf, readArgs, run, SHARED, SHARED_HELP } from "./shared/cli.js";
import { lockFolder } from "./shared/folder.js";
import { readWishes } from "./shared/list.js";
import { assertAffordable, estimateOf, mostOf, sum } from "./shared/money.js";
import { planJobs } from "./shared/plan.js";
import { connector } from "./shared/providers.js";
import { costReport, reportOn } from "./shared/report.js";
import { table } from "./shared/table.js";
import { finishJobs, orderJobs } from "./shared/work.js";

const USAGE = `Usage: npm run -w @omni-contracts/recipes batch-pipeline -- --budget <USD> [options]

Makes the videos of a list. Checks and prices all of it first, orders each once, saves what comes, and ends with a cost report.
Run it again after Ctrl-C, a crash or a failure: it goes on with what was ordered and pays for nothing twice.

  --list <file>       JSON: [{ "name", "provider", "model", "prompt", "duration", … }]; default: prompts.json of this package
  --dry-run           prices only; nothing is sent
${SHARED_HELP}`;

await run(USAGE, async (args, signal) => {
  const known = { ...SHARED, list: { type: "string" }, "dry-run": { type: "boolean" } } as const;
  const { list, "dry-run": isDry, ...options } = readArgs(() => parseArgs({ args, options: known }));
  const budget = budgetOf(options.budget);
  const out = options.out === undefined ? join(HOME, "out/batch-pipeline") : pathOf(options.out);
  const connect = connector(options["base-url"], process.env, isDry);
  const path = list === undefined ? join(HOME, "prompts.json") : pathOf(list);

  const jobs = planJobs(readWishes(path, await readFile(path, "utf8").catch(() => undefined)), connect);
  const quotes = jobs.map(({ quote }) => quote);
  const rows = jobs.map(({ name, provider, model, quote }) => [
    ...[name, `${provider} ${model}`, estimateOf(quote)],
    quote.price ? `${quote.price.basis}, read ${quote.price.verified}` : quote.unknown.message,
  ]);
  console.log(table(["NAME", "MODEL", "ESTIMATE", "WHY"], rows));
  console.log(`\nAll of it: at most ${sum(quotes.map(mostOf))}; the budget is ${budget} USD.\n`);
  assertAffordable(quotes, budget, options["allow-unpriced"]);
  if (isDry) return 0;

  await lockFolder(out);
  const shop = { connect, out, signal, tell: console.log };
  const reported = reportOn(jobs, await finishJobs(await orderJobs(jobs, shop), shop), out);
  console.log(`\n${costReport(reported)}`);
  return reported.every(({ verdict }) => verdict.state === "saved") ? 0 : 1;
});
