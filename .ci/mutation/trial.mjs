// Tries mutants, one after the other, in the copy of an area.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { mutated } from "./areas.mjs";
import { createCompiler } from "./compile.mjs";
import { run } from "./process.mjs";
import { allSteps, packageOf, stepsFor, touchedBy } from "./suites.mjs";
import { makeCopy, restore } from "./workspace.mjs";

/** The first test that failed, and why, in one line each. */
function failureIn(output) {
  const lines = output.split("\n").map((line) => line.trim());
  const failed = lines.findIndex((line) => /^FAIL /.test(line));
  const test = lines[failed]?.replace(/^FAIL\s+/, "");
  const error = lines.slice(Math.max(failed, 0)).find((line) => /Error|error TS|\[\d+\]/.test(line));
  return { ...(test !== undefined && { test }), ...(error !== undefined && { error: error.slice(0, 200) }) };
}

/** What fails because it takes too long, or because another process is in its way. */
const OF_TIME = /timed out|did not listen|did not succeed in time|EADDRINUSE|Timeout/;

/** The same step with more time: a busy machine must not pass for a test that notices something. */
const patient = (step) => ({
  ...step,
  seconds: step.seconds * 2,
  args: step.args.map((one, i) => (step.args[i - 1] === "--testTimeout" ? String(Number(one) * 2) : one)),
});

/** Makes a copy for an area. @returns what tries a mutant in it, and what tries none */
export function createBench(root, area) {
  const { copy, pristine } = makeCopy(root, area);
  const compilers = new Map();
  const compile = (folder) => {
    const config = join(copy, folder, "tsconfig.build.json");
    if (!compilers.has(config)) compilers.set(config, createCompiler(config));
    return compilers.get(config)();
  };
  const once = (step) => run({ ...step, cwd: join(copy, step.cwd) });
  async function go(step) {
    const first = await once(step);
    const isOfTime = first.ended === "timeout" || (first.ended === "red" && OF_TIME.test(first.output));
    if (!isOfTime) return first;
    const second = await once(patient(step));
    const isStill = second.ended === "timeout" || (second.ended === "red" && OF_TIME.test(second.output));
    // Twice too slow is an endless loop on a quiet machine, and nothing at all on a busy one.
    return isStill && loadavg()[0] > 2 * availableParallelism() ? { ...second, ended: "unclear" } : second;
  }

  async function play(steps, report = () => undefined) {
    for (const step of steps) {
      const started = performance.now();
      const { ended, output } = await go(step);
      report(step.name, ended, (performance.now() - started) / 1000);
      if (ended !== "green") return { ended, by: step.name, ...failureIn(output), output };
    }
    return undefined;
  }

  return {
    /** Without a mutant everything must be green. @throws {Error} when it is not */
    async checkSuites() {
      const red = await play(allSteps(pristine), (name, ended, seconds) => {
        console.log(`  ${ended.padEnd(7)} ${String(Math.round(seconds)).padStart(4)} s  ${name}`);
      });
      if (red) throw new Error(`Without a mutant, "${red.by}" is ${red.ended}.\n${red.output.slice(-4000)}`);
    },
    /** @returns how the mutant ended, and what ended it */
    async attempt(mutant) {
      const { file } = mutant;
      const started = performance.now();
      if (file.endsWith(".ts") && !compilers.has(join(copy, packageOf(file), "tsconfig.build.json")))
        compile(packageOf(file));
      writeFileSync(join(copy, file), mutated(readFileSync(join(pristine, file), "utf8"), mutant));
      try {
        const [refusal] = file.endsWith(".ts") ? compile(packageOf(file)) : [];
        const red = refusal === undefined ? await play(stepsFor(pristine, mutant)) : undefined;
        const seconds = Math.round((performance.now() - started) / 1000);
        if (refusal !== undefined) return { outcome: "refused by the compiler", error: refusal.slice(0, 200), seconds };
        if (!red) return { outcome: "survived", seconds };
        const { ended, by, test, error } = red;
        const outcome = { red: "killed", timeout: "killed by time", memory: "killed by memory" }[ended] ?? ended;
        return { outcome, by, test, error, seconds };
      } finally {
        restore(pristine, copy, touchedBy(file));
        // The compiler must not take the mutant's files for the ones that stand there.
        if (file.endsWith(".ts")) compile(packageOf(file));
      }
    },
  };
}
