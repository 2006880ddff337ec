// npm run bench:mocks: what the mocks take for a refusal of bad input, for a day of a task's life, and to be ready. Prints
// Markdown; what was measured last stands in docs/benchmarks.md.
import { once } from "node:events";
import { createServer } from "node:http";
import { operationsOf, providers, readDocument, requestContent, resolved } from "@omni-contracts/specs";
import { createMock, serveMock } from "../dist/index.js";
import { contractOf } from "../dist/engine/contract-of.js";

const start = performance.now();
const specs = providers().map(readDocument);
const mock = createMock({ specs });
const server = await serveMock(mock);
const ready = performance.now() - start;

const headers = { authorization: "Bearer sk", "content-type": "application/json" };
const DAY = "24 hours of a task, with a look an hour, in process";
const SENDING = "50 MB that an empty server throws away";
const MB = 1024 * 1024;
const BODIES = {
  "malformed JSON": '{"model": ',
  "an empty body": "",
  "5,000 levels": "[".repeat(5000),
  "50 MB of [": "[".repeat(50 * MB),
  "10,000 unknown members": JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`m${i}`, i]))),
  "an unknown model": '{"model": "nonsense", "prompt": "a"}',
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];

/** Milliseconds from the first byte sent to the last received; the first call of a kind counts as well. */
async function timed(provider, path, init) {
  const before = performance.now();
  const response = await fetch(`${server.url}/${provider}${path}`, { headers, ...init });
  await response.text();
  return performance.now() - before;
}

// What sending 50 MB takes by itself: to a server that throws them away.
const drain = createServer((request, response) => {
  request.resume().on("end", () => response.end());
}).listen(0, "127.0.0.1");
await once(drain, "listening");
const sending = [];
for (let i = 0; i < 5; i += 1) {
  const before = performance.now();
  const url = `http://127.0.0.1:${drain.address().port}`;
  await (await fetch(url, { method: "POST", headers, body: BODIES["50 MB of ["] })).text();
  sending.push(performance.now() - before);
}
rows.push({
  ...{ provider: "an empty server", name: SENDING },
  ...{ worst: Math.max(...sending), median: median(sending) },
});
drain.close();

for (const { provider, ...document } of specs) {
  const [id] = Object.keys(contractOf({ provider, ...document }).lifecycle.submit);
  const { path } = operationsOf({ provider, ...document }).find((one) => one.id === id);
  const cases = [
    ...Object.entries(BODIES).map(([name, body]) => [name, path, { method: "POST", body }]),
    ["an unknown path", "/nothing", {}],
    ["a wrong method", path, { method: "DELETE" }],
    [
      "another content type",
      path,
      { method: "POST", body: "a", headers: { ...headers, "content-type": "text/plain" } },
    ],
  ];
  for (const [name, at, init] of cases) {
    const times = [];
    for (let i = 0; i < 5; i += 1) times.push(await timed(provider, at, init));
    rows.push({ provider, name, worst: Math.max(...times), median: median(times) });
  }
}

/** A submit, and a look in every hour of the day that follows. */
async function liveADay(document) {
  const { provider } = document;
  const { lifecycle, operations } = contractOf(document);
  const [[id, { read }]] = Object.entries(lifecycle.submit);
  const submit = operationsOf(document).find((one) => one.id === id);
  const [example] = Object.values(requestContent(document, submit.operation, "application/json").examples);
  const body = JSON.stringify(resolved(document, example).value);
  const before = performance.now();
  await mock.fetch(`http://mock/${provider}${submit.path}`, { method: "POST", headers, body });
  const path = operations[read].path.replace(/\{\w+\}/, mock.ledger().accepted.at(-1).task);
  for (let hour = 0; hour < 24; hour += 1) {
    mock.advance(3600);
    const response = await mock.fetch(`http://mock/${provider}${path}`, { headers });
    if (!response.ok) throw new Error(await response.text());
  }
  return performance.now() - before;
}

for (const document of specs) {
  const times = [];
  for (let i = 0; i < 5; i += 1) times.push(await liveADay(document));
  rows.push({ provider: document.provider, name: DAY, worst: Math.max(...times), median: median(times) });
}

const worst = (name) => rows.filter((row) => row.name === name).toSorted((a, b) => b.worst - a.worst)[0];
console.log(`Node ${process.version}\n`);
console.log("| What | Worst of all providers | Median there | Goal |\n| --- | --- | --- | --- |");
for (const name of new Set(rows.map((row) => row.name))) {
  const { worst: most, median: middle, provider } = worst(name);
  const goal = name === SENDING ? "" : `≤ ${name === DAY ? 50 : 100} ms`;
  console.log(`| ${name} | ${most.toFixed(1)} ms (${provider}) | ${middle.toFixed(1)} ms | ${goal} |`);
}
console.log(`| Four contracts read and served | ${ready.toFixed(0)} ms | | |`);
await server.close();
