// npm run mutation: changes one thing at a time in contracts, adapters, interpreter and mock engine, and looks whether a test notices.
//   --seed 1 --sample 60     a sample, drawn from a seed, spread over the areas; goes on where it was stopped
//   --only specs             one area: specs, adapters, interpreter or engine
//   --mutant <id>            one mutant, again
//   --survivors              those that survived, again: after a test was written
//   --check                  every suite without a mutant: all must be green, or nothing else means anything; a sample begins with it
//   --list                   how many mutants there are, and what is left out
//   --operators <file>       the mutants of one file, as JSON, and the order in which they are drawn
//   --report                 writes docs/mutation.md from what was tried
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { AREAS, mutantsOf, mutantsOfArea, mutated } from "./areas.mjs";
import { pageOf, summaryOf } from "./report.mjs";
import { drawn } from "./sample.mjs";
import { createBench } from "./trial.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = join(root, "node_modules/.cache/omni-mutation/results.jsonl");
const REFUSED = "refused by the compiler";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    sample: { type: "string", default: "60" },
    only: { type: "string" },
    mutant: { type: "string" },
    survivors: { type: "boolean" },
    list: { type: "boolean" },
    operators: { type: "string" },
    report: { type: "boolean" },
    check: { type: "boolean" },
  },
});
const seed = Number(options.seed);
const state = { isGreen: false };
const areas = options.only === undefined ? Object.keys(AREAS) : [options.only];
const wrong = areas.find((area) => !(area in AREAS));
if (wrong !== undefined || !Number.isInteger(seed) || !(Number(options.sample) > 0)) {
  console.error(
    wrong === undefined
      ? "--seed and --sample are whole numbers."
      : `There is no area "${wrong}": ${Object.keys(AREAS).join(", ")}.`,
  );
  process.exit(2);
}

const countsOf = (list, keyOf) => {
  const counts = {};
  for (const one of list) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return counts;
};

/** What was tried with this seed; a mutant that was tried again is what it was the last time, and tells of the first. */
function tried() {
  const lines = existsSync(RESULTS) ? readFileSync(RESULTS, "utf8").split("\n").filter(Boolean) : [];
  const all = new Map();
  for (const one of lines.map((line) => JSON.parse(line)).filter((result) => result.seed === seed)) {
    const first = all.get(one.id);
    all.set(
      one.id,
      first?.outcome === "survived" && one.outcome !== "survived" ? { ...one, survivedFirst: true } : one,
    );
  }
  return all;
}

function keep(mutant, result) {
  const { id, area, file, operator, place, before, after } = mutant;
  mkdirSync(dirname(RESULTS), { recursive: true });
  appendFileSync(RESULTS, `${JSON.stringify({ seed, id, area, file, operator, place, before, after, ...result })}\n`);
  const { outcome, by = "", test, seconds } = result;
  console.log(
    `${id} ${outcome} ${by} ${seconds} s\n    ${file} ${place} ${operator}: ${before.slice(0, 60)} -> ${after.slice(0, 60)}${test ? `\n    ${test}` : ""}`,
  );
}

async function again(wanted) {
  for (const area of areas) {
    const mutants = mutantsOfArea(root, area).mutants.filter(({ id }) => wanted(id));
    if (mutants.length === 0) continue;
    const bench = createBench(root, area);
    for (const mutant of mutants) keep(mutant, await bench.attempt(mutant));
  }
}

/** A mutant says something only where all is green without it; what every area looks at is the same, so once is enough. */
async function greenBench(area) {
  if (!state.isGreen) await createBench(root, "check").checkSuites();
  state.isGreen = true;
  return createBench(root, area);
}

async function sample() {
  const share = Math.ceil(Number(options.sample) / Object.keys(AREAS).length);
  for (const area of areas) {
    const results = tried();
    let bench;
    let count = 0;
    for (const mutant of drawn(mutantsOfArea(root, area).mutants, seed, area)) {
      if (count >= share) break;
      let result = results.get(mutant.id);
      if (!result || result.outcome === "unclear") {
        bench ??= await greenBench(area);
        result = await bench.attempt(mutant);
        keep(mutant, result);
      }
      if (result.outcome !== REFUSED) count += 1;
    }
  }
}

function report() {
  const results = [...tried().values()];
  const pools = Object.fromEntries(Object.keys(AREAS).map((area) => [area, mutantsOfArea(root, area)]));
  const notes = JSON.parse(readFileSync(new URL("survivors.json", import.meta.url), "utf8"));
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(join(root, "docs/mutation.md"), pageOf({ seed, date, results, pools, notes }));
  writeFileSync(join(root, "docs/mutation.json"), `${JSON.stringify(summaryOf({ seed, date, results }), null, 2)}\n`);
}

if (options.operators !== undefined) {
  const text = readFileSync(resolve(root, options.operators), "utf8");
  const { mutants, excluded } = mutantsOf(root, options.operators);
  const order = [...drawn(mutants, seed)].map(({ id }) => id);
  console.log(
    JSON.stringify({ mutants: mutants.map((one) => ({ ...one, mutated: mutated(text, one) })), excluded, order }),
  );
} else if (options.list) {
  for (const area of areas) {
    const { mutants, excluded } = mutantsOfArea(root, area);
    console.log(`${area}: ${mutants.length} mutants`);
    for (const [operator, count] of Object.entries(countsOf(mutants, (one) => one.operator))) {
      console.log(`  ${String(count).padStart(5)} ${operator}`);
    }
    for (const [rule, count] of Object.entries(excluded))
      console.log(`  ${String(count).padStart(5)} left out: ${rule}`);
  }
} else if (options.check) {
  await createBench(root, "check").checkSuites();
} else if (options.report) {
  report();
} else if (options.mutant !== undefined) {
  await again((id) => id === options.mutant);
} else if (options.survivors) {
  const results = tried();
  await again((id) => results.get(id)?.outcome === "survived");
} else {
  await sample();
}
