// npm run bench: clean clone to green, the cached test run, generation, type checking, and the size of a client. Prints
// Markdown; what was measured last stands in docs/benchmarks.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "omni-bench-"));
const clone = join(folder, "clone");
const TSC = "node_modules/typescript/bin/tsc";
const TSC_7 = "examples/typescript-7/node_modules/typescript/bin/tsc";

const seconds = (command, args, cwd) => {
  const start = performance.now();
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  return (performance.now() - start) / 1000;
};
/** A program that uses every client in every way, checked by `tsc` as a consumer would; without the types of Node. */
const typeCheck = (tsc) =>
  median([1, 2, 3, 4, 5].map(() => seconds("node", [join(clone, tsc), "-p", "examples/consumer/types"], clone)));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const install = seconds("npm", ["ci", "--no-audit", "--no-fund"], clone);
  const first = seconds("npm", ["test"], clone);
  const cached = median([1, 2, 3, 4, 5].map(() => seconds("npm", ["test"], clone)));
  const sizes = readdirSync(join(clone, "packages/providers")).flatMap((provider) => {
    const cwd = join(clone, "packages/providers", provider);
    return JSON.parse(execFileSync("npx", ["size-limit", "--json"], { cwd, encoding: "utf8" })).map(({ size }) => ({
      provider,
      size,
    }));
  });
  const providers = readdirSync(join(clone, "packages/providers"));
  const generation = median(
    [1, 2, 3].map(
      () =>
        seconds(
          "npx",
          [
            "turbo",
            "run",
            "generate",
            "--force",
            "--only",
            "--filter=@omni-contracts/specs",
            "--filter=./packages/providers/*",
          ],
          clone,
        ) + seconds("npm", ["run", "bundle", "-w", "specs"], clone),
    ),
  );
  const rows = [
    ["Clean clone to green (`npm ci && npm test`)", `${(install + first).toFixed(0)} s`, "≤ 180 s"],
    ["of which `npm ci`", `${install.toFixed(0)} s`, ""],
    ["Cached `npm test`, median of five", `${cached.toFixed(2)} s`, "≤ 3 s"],
    [
      `Bundle and generate, ${providers.length} contracts, nothing cached, median of three`,
      `${generation.toFixed(1)} s`,
      "≤ 10 s",
    ],
    [
      `Type check of a file that uses ${providers.length} clients in every way, median of five`,
      `${typeCheck(TSC).toFixed(2)} s`,
      "≤ 2 s",
    ],
    ["The same with TypeScript 7", `${typeCheck(TSC_7).toFixed(2)} s`, "≤ 2 s"],
    ...sizes.map(({ provider, size }) => [
      `The client of ${provider}, in a browser`,
      `${(size / 1000).toFixed(2)} KB gzip`,
      "≤ 4 KB",
    ]),
  ];
  console.log(`Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log("| What | Measured | Goal |\n| --- | --- | --- |");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
