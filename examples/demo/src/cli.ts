// npm run demo: the documented sample requests, through the typed clients, against the mocks. Nothing leaves this machine.
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createMock, serveMock, type Handler, type Mock, type MockServer } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { apimart } from "./apimart.js";
import { atlascloud } from "./atlascloud.js";
import { jimmyai } from "./jimmyai.js";
import { run, type Row } from "./run.js";
import type { Provider } from "./scenario.js";
import { progressLine, table } from "./screen.js";
import { toapis } from "./toapis.js";

const PROVIDERS = { toapis, apimart, jimmyai, atlascloud };
/** The mocks live by a clock of their own: this many of its seconds pass between two looks, in a blink of ours. */
const SECONDS_A_LOOK = 24;
const BLINK = 50;
const USAGE = `Usage: npm run demo -- [--port <number>]

Runs the documented sample requests of every provider, from submit to a video, against mocks on 127.0.0.1.
--port  where the mocks listen; default 4010, 0 for any free port`;

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "code" in error;

function portOf(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { port: { type: "string", default: "4010" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is no port; write a number from 0 to 65535.`);
  }
  return port;
}

/** The mocks, made for the first request, so that a taken port is told at once. */
function lazyMock(clock: () => number): { readonly handle: Handler } {
  let made: Mock | undefined;
  return {
    handle: (request) => {
      made ??= createMock({ specs: Object.keys(PROVIDERS).map(readDocument), clock, seed: clock() });
      return made.handle(request);
    },
  };
}

async function serve(port: number, now: () => number): Promise<MockServer> {
  try {
    return await serveMock(lazyMock(now), { port });
  } catch (error) {
    if (!isSystemError(error) || error.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is taken. Choose another: npm run demo -- --port ${port + 1}`, { cause: error });
  }
}

async function play(
  providers: readonly Provider[],
  signal: AbortSignal,
  wait: () => Promise<void>,
): Promise<(Row & { provider: string })[]> {
  const titles = providers.flatMap(({ name, scenarios }) => scenarios.map(({ title }) => `${name}  ${title}`));
  const width = Math.max(...titles.map((title) => title.length));
  const rows = [];
  for (const { name, contract, scenarios } of providers) {
    for (const scenario of scenarios) {
      const label = `${name}  ${scenario.title}`.padEnd(width);
      const onLook = progressLine(process.stdout, label);
      rows.push({ provider: name, ...(await run(contract, scenario, signal, onLook, wait)) });
    }
  }
  return rows;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(USAGE);
    return;
  }
  const stop = new AbortController();
  process.once("SIGINT", () => {
    stop.abort();
  });
  let now = Date.now();
  const server = await serve(portOf(args), () => now);
  console.log(`Mocks of ${Object.keys(PROVIDERS).join(", ")} on ${server.url}\n`);
  try {
    const providers = Object.entries(PROVIDERS).map(([name, create]) => create(`${server.url}/${name}`, "sk-demo"));
    const rows = await play(providers, stop.signal, async () => {
      await sleep(BLINK, undefined, { signal: stop.signal });
      now += SECONDS_A_LOOK * 1000;
    });
    console.log(`\n${table(rows, process.stdout.columns)}\n`);
    console.log("Nothing was spent: every answer came from a mock made of the contracts in specs/.");
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.log("\nStopped. Nothing was spent.");
    process.exitCode = 130;
  } finally {
    await server.close();
  }
}

// Whoever reads on, as `head` does, may stop reading.
process.stdout.on("error", () => {
  process.exit(0);
});
try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
