// npm run conformance: every client under the mocks' faults, and the report of it. Nothing leaves this machine.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBench } from "./bench.js";
import { CRITERIA } from "./criteria/index.js";
import type { Driver } from "./driver.js";
import { naive } from "./drivers/naive.js";
import { ours } from "./drivers/ours.js";
import { examine } from "./examine.js";
import { loadDrivers } from "./load.js";
import { optionsOf, USAGE, type Options } from "./options.js";
import { installPeers } from "./peers-installed.js";
import { markdownOf, summary } from "./report/markdown.js";
import { jsonOf, refusalOf, type Report } from "./report/report.js";
import { outliveStrays } from "./strays.js";

const HOME = fileURLToPath(new URL("../../../docs/", import.meta.url));
const PEERS = new URL("../peers/", import.meta.url);

async function driversOf({ groups, files }: Options): Promise<readonly Driver[]> {
  if (groups.includes("peers")) await installPeers(PEERS);
  const own = await Promise.all(files.map(loadDrivers));
  const peers = groups.includes("peers") ? await loadDrivers(fileURLToPath(new URL("index.mjs", PEERS))) : [];
  return [
    ...own.flat(),
    ...(groups.includes("ours") ? ours : []),
    ...(groups.includes("naive") ? naive : []),
    ...peers,
  ];
}

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, HOME);
  if (options.isHelp) {
    console.log(USAGE);
    return 0;
  }
  // Before a minute of work, not after it.
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  const drivers = await driversOf(options);
  outliveStrays((message) => {
    console.error(`One of the clients left behind an error that nobody catches: ${message}`);
  });
  const bench = await openBench();
  const onProgress = (done: number, all: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} runs${done === all ? "\n" : ""}`);
  };
  const clients = await examine(drivers, bench, { onProgress });
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    clients,
  };
  console.log(summary(report, CRITERIA));
  for (const { driver, problem } of clients) if (problem !== undefined) console.error(`${driver.name}: ${problem}`);
  const refusal = options.isHome ? refusalOf(clients) : undefined;
  if (refusal !== undefined) console.error(refusal);
  else if (options.out !== undefined) {
    await writeFile(`${options.out}/report-card.md`, markdownOf(report, CRITERIA));
    await writeFile(`${options.out}/report-card.json`, jsonOf(report, CRITERIA));
  }
  return clients.some(({ problem }) => problem !== undefined) ? 1 : 0;
}

main(process.argv.slice(2)).then(
  // Clients that heed no abort would keep the process alive.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  },
);
