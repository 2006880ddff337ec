// npm run bench:mocks: how fast omni-mock is beside the silent Prism CLI and an empty server, and what it holds in memory. All
// of them are processes of their own, loaded in turn from this one, five rounds: a noisy machine then slows all alike. Prints
// the medians in Markdown; what was measured last stands in docs/benchmarks.md.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { classify } from "@omni-contracts/core/language";
import { providers, readDocument } from "@omni-contracts/specs";
import autocannon from "autocannon";
import { contractOf } from "../dist/engine/contract-of.js";
import { setTimeout as wait } from "node:timers/promises";
import { freePort, isTaken, startPrism } from "../dist/prism/prism-process.js";
import { sampleOf } from "../dist/status/sample-call.js";

// Any provider will do; the first that is given, or the last of all.
const [provider = providers().at(-1)] = process.argv.slice(2);
const document = readDocument(provider);
const sample = sampleOf(document);
const CONNECTIONS = 20;
const SECONDS = Number(process.env.SECONDS ?? 5);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const body = JSON.stringify(sample.body);
const headers = { authorization: "Bearer sk-0123456789", "content-type": "application/json" };
const root = fileURLToPath(new URL("..", import.meta.url));

const EMPTY = `require("node:http").createServer((q, r) => { q.resume(); r.setHeader("content-type", "application/json"); r.end("{}"); })
  .listen(Number(process.argv[1]), "127.0.0.1")`;

async function until(port) {
  while (!(await isTaken(port))) await wait(10);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Megabytes that a process holds. */
const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

async function started(make) {
  const port = await freePort();
  const before = performance.now();
  const child = make(port);
  await until(port);
  return { url: `http://127.0.0.1:${port}`, child, ready: performance.now() - before };
}

const servers = {
  empty: await started((port) => spawn(process.execPath, ["-e", EMPTY, String(port)], { stdio: "ignore" })),
  prism: await started((port) => startPrism(provider, port, "ignore", "silent").process),
  mock: await started((port) =>
    spawn(process.execPath, [`${root}bin/omni-mock.mjs`, "--quiet", "--port", String(port), "--speed", "1"], {
      stdio: "ignore",
    }),
  ),
};
await wait(1500);
const atStart = memoryOf(servers.mock.child.pid);

async function load(url, options) {
  const { requests, latency, non2xx } = await autocannon({
    ...{ url, connections: CONNECTIONS, duration: SECONDS, headers },
    ...options,
  });
  return { perSecond: requests.average, p99: latency.p99, non2xx };
}

try {
  const base = { empty: servers.empty.url, prism: servers.prism.url, mock: `${servers.mock.url}/${provider}` };
  const { lifecycle, operations } = contractOf(document);
  const created = await fetch(base.mock + sample.path, { method: "POST", headers, body });
  const outcome = classify({ lifecycle, operations }, sample.id, {
    status: created.status,
    body: await created.json(),
  });
  const read = operations[lifecycle.submit[sample.id].read];
  const path = read.path.replace(/\{\w+\}/, outcome.handle.id);
  const rows = [];
  for (const [name, at, options, goals] of [
    ["GET status", path, {}, [6, 0.5]],
    ["POST create", sample.path, { method: "POST", body }, [5, 0.4]],
  ]) {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const seen = {};
      for (const which of ["empty", "prism", "mock"]) {
        // The first round is to warm them up.
        seen[which] = await load(base[which] + at, { ...options, ...(round === 0 && { duration: 2 }) });
        if (seen[which].non2xx > 0)
          throw new Error(`${which}, ${name}: ${seen[which].non2xx} answers were no success.`);
      }
      if (round > 0) rounds.push(seen);
    }
    const middle = (of) => median(rounds.map(of));
    const [empty, prism, mock] = ["empty", "prism", "mock"].map((which) =>
      middle((seen) => seen[which].perSecond).toFixed(0),
    );
    rows.push([`${name}: requests a second`, mock, `Prism ${prism}, empty ${empty}`, ""]);
    for (const [other, goal, digits] of [
      ["prism", goals[0], 1],
      ["empty", goals[1], 2],
    ]) {
      const ratios = rounds.map((seen) => seen.mock.perSecond / seen[other].perSecond);
      const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((one) => one.toFixed(digits));
      const beside = other === "prism" ? "Prism" : "the empty server";
      rows.push([
        `${name} beside ${beside}`,
        `${median(ratios).toFixed(digits)} × (${least} to ${most})`,
        "",
        `≥ ${goal} ×`,
      ]);
    }
    rows.push([
      `${name}: p99`,
      `${middle((seen) => seen.mock.p99)} ms`,
      `Prism ${middle((seen) => seen.prism.p99)} ms`,
      "≤ 10 ms",
    ]);
  }
  rows.push([
    "Ready",
    `${servers.mock.ready.toFixed(0)} ms`,
    `Prism ${servers.prism.ready.toFixed(0)} ms`,
    "≤ 1,500 ms",
  ]);
  rows.push(["Memory after start", `${atStart.toFixed(0)} MB`, "", "≤ 200 MB"]);
  rows.push(["Memory after all this", `${memoryOf(servers.mock.child.pid).toFixed(0)} MB`, "", ""]);
  console.log("| What | omni-mock | Others | Goal |\n| --- | --- | --- | --- |");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
} finally {
  for (const { child } of Object.values(servers)) child.kill("SIGKILL");
}
