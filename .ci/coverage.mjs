// npm run coverage:contract: runs the suite that every client passes, and prints what it really sent through which method: operation ×
// status × example × method. Ends with 100 %, or with what is left out and exit 1. `-- --all` names every example.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const folder = mkdtempSync(join(tmpdir(), "omni-coverage-"));
const namesAll = process.argv.includes("--all");
// What every client has; the rest are verbs, which not every operation has.
const METHODS = ["api", "submit", "status", "upload", "balance"];

function coverageOf(provider) {
  const report = join(folder, `${provider}.json`);
  const args = ["run", "--config", "../../../vitest.config.ts", "--root", ".", "--reporter", "json"];
  const cwd = join(root, "packages/providers", provider);
  const { status, stderr } = spawnSync(
    process.execPath,
    [vitest, ...args, "--outputFile", report, "test/contract.test.ts"],
    { cwd, encoding: "utf8" },
  );
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const [coverage] = testResults.flatMap((file) => file.assertionResults.flatMap(({ meta }) => meta.contract ?? []));
  if (coverage === undefined) throw new Error(`The suite of ${provider} told nothing.\n${stderr}`);
  return { ...coverage, isGreen: status === 0 };
}

const keyOf = ({ operation, status, example, method }) => [operation, status, example, method].join(" ");

/** Operations × statuses: by each method, how many of the named examples came back. */
function table({ provider, wanted, replayed }) {
  const done = new Set(replayed.map(keyOf));
  const rows = [...new Set(wanted.map(({ operation, status }) => `${operation} ${status}`))].map((key) => {
    const own = wanted.filter(({ operation, status }) => `${operation} ${status}` === key);
    const cells = METHODS.map((method) => {
      const examples = own.filter((one) => one.method === method);
      return examples.length === 0 ? "" : `${examples.filter((one) => done.has(keyOf(one))).length}/${examples.length}`;
    });
    const examples = [...new Set(own.map(({ example }) => example))];
    return [...key.split(" "), ...cells, ...(namesAll ? [examples.join(", ")] : [])];
  });
  const head = [provider, "status", ...METHODS, ...(namesAll ? ["examples"] : [])];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]))
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)].join("\n");
}

try {
  const all = readdirSync(join(root, "packages/providers")).map(coverageOf);
  for (const coverage of all) console.log(`${table(coverage)}\n`);
  const done = new Set(all.flatMap(({ provider, replayed }) => replayed.map((one) => `${provider} ${keyOf(one)}`)));
  const wanted = all.flatMap((one) => one.wanted.map((cell) => `${one.provider} ${keyOf(cell)}`));
  const holes = wanted.filter((one) => !done.has(one));
  for (const hole of holes) console.log(`not replayed: ${hole}`);
  const red = all.filter(({ isGreen }) => !isGreen).map(({ provider }) => provider);
  if (red.length > 0) console.log(`red: ${red.join(", ")}`);
  const share = Math.floor(((wanted.length - holes.length) / wanted.length) * 1000) / 10;
  console.log(`${wanted.length - holes.length} of ${wanted.length} operation × status × example × method: ${share} %`);
  if (holes.length > 0 || red.length > 0 || wanted.length === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
