// npm run bench:client: what a normalized call costs over a raw `fetch` that sends the same bytes and parses the same
// answer, in CPU time. The answers are the mock's, kept; `fetch` gives them back at once. Prints Markdown; what was measured
// last stands in docs/benchmarks.md.
import { cpus } from "node:os";
import { createApimart } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { createMock } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { createToapis } from "@omni-contracts/toapis";

const { Request, Response } = globalThis;
const CALLS = 1000;
const ROUNDS = 9;
const prompt = "a paper lantern drifting over a quiet harbour at dusk";

const clients = [
  { provider: "toapis", create: createToapis, request: { model: "gemini_omni", prompt, duration: 10 } },
  { provider: "apimart", create: createApimart, request: { model: "Omni-Flash-Ext", prompt, duration: 8 } },
  { provider: "jimmyai", create: createJimmyai, request: { model: "Gemini-Omini", prompt, duration: 8 } },
  {
    provider: "atlascloud",
    create: createAtlascloud,
    request: { model: "google/gemini-omni-flash/text-to-video-developer", prompt, duration: 8, aspectRatio: "9:16" },
  },
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Microseconds of CPU for one of many calls. */
async function cost(work) {
  const before = process.cpuUsage();
  for (let n = 0; n < CALLS; n += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}

/** How much more the second costs, measured in turns because a machine's speed drifts. */
async function overhead(raw, ours) {
  await cost(raw);
  await cost(ours);
  const rounds = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const [base, whole] = [await cost(raw), await cost(ours)];
    rounds.push({ base, more: whole - base });
  }
  return { base: median(rounds.map(({ base }) => base)), more: median(rounds.map(({ more }) => more)) };
}

const rows = [];
for (const { provider, create, request } of clients) {
  const mock = createMock({ specs: [readDocument(provider)] });
  const sent = [];
  const kept = new Map();
  const keeping = async (outgoing) => {
    const copy = outgoing.clone();
    sent.push({ url: copy.url, method: copy.method, headers: [...copy.headers], body: await copy.text() });
    const answer = await mock.fetch(outgoing);
    kept.set(outgoing.method, {
      text: await answer.clone().text(),
      status: answer.status,
      headers: [...answer.headers],
    });
    return answer;
  };
  const options = { apiKey: "sk-0123456789abcdef", baseURL: `http://mock.test/${provider}` };
  const { handle } = await create({ ...options, fetch: keeping }).submit(request);
  await create({ ...options, fetch: keeping }).status(handle);

  const fetch = async ({ method }) => {
    const { text, status, headers } = kept.get(method);
    return new Response(text, { status, headers });
  };
  const raw =
    ({ url, method, headers, body }) =>
    async () => {
      const outgoing = new Request(url, { method, headers, ...(body && { body: JSON.stringify(JSON.parse(body)) }) });
      const answer = await fetch(outgoing);
      return JSON.parse(await answer.text());
    };
  const client = create({ ...options, fetch });
  const [post, get] = sent;
  rows.push([provider, "submit", await overhead(raw(post), () => client.submit(request))]);
  rows.push([provider, "status", await overhead(raw(get), () => client.status(handle))]);
}

console.log(`Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`);
console.log("| Call | Raw `fetch`, CPU | More for the normalized call | Goal |\n| --- | --- | --- | --- |");
for (const [provider, call, { base, more }] of rows)
  console.log(`| ${provider}, ${call} | ${base.toFixed(0)} µs | ${more.toFixed(0)} µs | ≤ 60 µs |`);
