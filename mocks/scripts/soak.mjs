// npm run bench:soak: what omni-mock holds in memory while 200,000 requests of every kind come over 20 connections. Prints
// Markdown; ends with 1 when an answer is not what it should be, when memory goes beyond 350 MB, or when it still grows at the
// end. COUNT=20000 shortens it.
import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, createServer, request as open } from "node:http";
import { setTimeout } from "node:timers";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { classify } from "@omni-contracts/core/language";
import { keyHeaderOf, providers, readDocument } from "@omni-contracts/specs";
import { contractOf } from "../dist/engine/contract-of.js";
import { randomFrom } from "../dist/engine/random.js";
import { freePort, isTaken } from "../dist/prism/prism-process.js";
import { sampleOf } from "../dist/status/sample-call.js";

const COUNT = Number(process.env.COUNT ?? 200_000);
const CONNECTIONS = 20;
const SAMPLES = 20;
const MOST = 350;
/** How much more the last quarter may hold than the second. */
const GROWTH = 1.1;
const random = randomFrom(1);
const pick = (list) => list[Math.floor(random() * list.length)];

const root = fileURLToPath(new URL("..", import.meta.url));
const clip = readFileSync(`${root}media/16x9-4s.mp4`);
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const port = await freePort();
const child = spawn(
  process.execPath,
  [`${root}bin/omni-mock.mjs`, "--quiet", "--port", String(port), "--speed", "60"],
  {
    stdio: ["ignore", "ignore", "inherit"],
  },
);
while (!(await isTaken(port))) await wait(20);
await wait(1500);
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

const told = { events: 0 };
const receiver = createServer((incoming, response) => {
  incoming.resume();
  told.events += 1;
  response.end();
});
await new Promise((resolve) => receiver.listen(0, "127.0.0.1", resolve));
const callback = `http://127.0.0.1:${receiver.address().port}/events`;

const all = providers().map((provider) => {
  const document = readDocument(provider);
  const contract = contractOf(document);
  const { name, prefix } = keyHeaderOf(document);
  const sample = sampleOf(document);
  const read = contract.operations[contract.lifecycle.submit[sample.id].read];
  const [upload] = Object.entries(contract.lifecycle.upload ?? {});
  return {
    ...{ provider, contract, sample, read },
    key: { [name]: `${prefix === undefined ? "" : `${prefix} `}sk-soak` },
    upload: upload && { path: contract.operations[upload[0]].path, part: upload[1].file },
    /** Paths of tasks that were made, the last ones. */
    tasks: [],
  };
});

/** @returns status and body; status 0 when the connection was given up */
const send = (method, path, headers = {}, body, leaves = false) =>
  new Promise((resolve, reject) => {
    const sent = open({ ...{ agent, port, host: "127.0.0.1", method, path }, headers }, (response) => {
      const chunks = [];
      const marks = response.headers["x-mock-fault"] ?? "";
      if (/mock-failed|off-contract/.test(marks)) reject(new Error(marks));
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
      response.on("error", () => resolve({ status: 0 }));
    });
    sent.on("error", (error) => (leaves || error.code === "ECONNRESET" ? resolve({ status: 0 }) : reject(error)));
    if (leaves) setTimeout(() => sent.destroy(), 3 * random());
    sent.end(body);
  });

const PAGES = ["/", "/__mock/status", "/__mock/providers", "/__mock/webhooks"];
/** Some that are remembered with the request, and some of the task's life. */
const FAULTS = [
  "html-502",
  "rate-limit-burst",
  "key-rotated",
  "stuck",
  "failed-charged",
  "unknown-status",
  "truncated-json",
];
const JSON_TYPE = { "content-type": "application/json" };
const marks = { next: 0 };
/** The sample, unlike any other. */
const bodyOf = ({ sample }, more = {}) => {
  const mark = `soak ${(marks.next += 1)}`;
  const text = JSON.stringify({ ...sample.body, ...more });
  return text.replace(/("prompt":")/, `$1${mark} `);
};
const anyPath = (one) => pick(one.tasks) ?? `/${one.provider}${one.read.path.replace(/\{\w+\}/, "nobody")}`;
/** A namespace of its own in every case. */
const space = () => (random() < 0.8 ? "" : `/~soak-${Math.floor(random() * 5000)}`);

async function create(one, more = {}, body = bodyOf(one, more)) {
  const at = `/${one.provider}${space()}`;
  const { status, body: answered } = await send("POST", at + one.sample.path, { ...one.key, ...JSON_TYPE }, body);
  const parsed = JSON.parse(String(answered));
  const outcome = classify(one.contract, one.sample.id, { status, body: parsed, request: JSON.parse(body) });
  const { id } = outcome.handle ?? {};
  if (id !== undefined) one.tasks.push(at + one.read.path.replace(/\{\w+\}/, id));
  if (one.tasks.length > 500) one.tasks.shift();
  return outcome.outcome === "accepted";
}

/** A picture as far as anybody looks: its head, and bytes. */
const picture = Buffer.alloc(clip.length);
picture.set([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 4, 0, 8, 2,
]);
/** Long, as of any client: Node 20 takes its letters, without the dashes, for the end of a part. */
const BOUNDARY = "----soak-boundary-8Jx2kQ0vR7";

async function upload(one, { name, type, bytes }) {
  const head = `content-disposition: form-data; name="${one.upload.part}"; filename="${name}"\r\ncontent-type: ${type}`;
  const form = [`--${BOUNDARY}\r\n${head}\r\n\r\n`, bytes, `\r\n--${BOUNDARY}--\r\n`].map((part) => Buffer.from(part));
  const headers = { ...one.key, "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  return (await send("POST", `/${one.provider}${one.upload.path}`, headers, Buffer.concat(form))).status;
}

/** Kind of request → how often of a hundred, and what is sent; each says whether the answer was as it should be. */
const kinds = {
  read: [34, async (one) => (await send("GET", anyPath(one), one.key)).status < 500],
  create: [24, (one) => create(one)],
  "from a page": [
    5,
    async (one) => (await send("GET", anyPath(one), { ...one.key, origin: "http://localhost:3000" })).status < 500,
  ],
  preflight: [
    2,
    async (one) =>
      (
        await send("OPTIONS", anyPath(one), {
          ...{ origin: "http://localhost:3000", "access-control-request-method": "POST" },
        })
      ).status === 204,
  ],
  "no JSON": [
    4,
    async (one) =>
      (await send("POST", `/${one.provider}${one.sample.path}`, { ...one.key, ...JSON_TYPE }, "{")).status < 500,
  ],
  "no model": [4, async (one) => !(await create(one, { model: `no-model-${random()}` }))],
  "no such path": [3, async (one) => (await send("GET", `/${one.provider}/${random()}`, one.key)).status === 404],
  "asked for a fault": [
    4,
    async (one) => {
      const fault = pick(FAULTS);
      const headers = { ...one.key, ...JSON_TYPE, prefer: `scenario=${fault}` };
      const { status } = await send("POST", `/${one.provider}${one.sample.path}`, headers, bodyOf(one));
      return fault !== "html-502" || status === 502;
    },
  ],
  webhook: [4, (one) => create(one, one.webhook ?? {})],
  upload: [3, async (one) => one.upload === undefined || (await upload(one, one.upload.file)) < 300],
  download: [
    5,
    async (one) => {
      const { body } = await send("GET", anyPath(one), one.key);
      const [, link] = /"(http:\/\/127[^"]+\.mp4)"/.exec(String(body)) ?? [];
      if (!link) return true;
      const { status } = await send("GET", new URL(link).pathname, { ...one.key, range: "bytes=0-4095" });
      return status === 206 || status === 404 || status === 410 || status === 403;
    },
  ],
  "left early": [
    2,
    async (one) =>
      (await send("POST", `/${one.provider}${one.sample.path}`, { ...one.key, ...JSON_TYPE }, bodyOf(one), true))
        .status < 500,
  ],
  "looked at by people": [0.3, async () => (await send("GET", pick(PAGES), { accept: "text/html" })).status === 200],
  "faults set and taken": [
    1,
    async () => {
      const at = `/__mock/faults?namespace=soak-${Math.floor(random() * 5000)}`;
      await send("POST", at, JSON_TYPE, JSON.stringify({ scenario: "latency" }));
      return (await send("DELETE", at)).status === 200;
    },
  ],
};
const total = Object.values(kinds).reduce((sum, [share]) => sum + share, 0);
function anyKind() {
  let left = random() * total;
  for (const [name, [share, run]] of Object.entries(kinds)) if ((left -= share) < 0) return [name, run];
  return ["read", kinds.read[1]];
}

// Which member names the address of a webhook: the first that a request with it is accepted with.
for (const one of all)
  for (const name of ["webhook_url", "callback_url", "callback", "webhook", "notify_url"])
    if (one.webhook === undefined && (await create(one, { [name]: callback }))) one.webhook = { [name]: callback };

// Which kind of file each of them takes.
const FILES = [
  { name: "a.mp4", type: "video/mp4", bytes: clip },
  { name: "a.png", type: "image/png", bytes: picture },
];
for (const one of all.filter((any) => any.upload))
  for (const file of FILES) if (!one.upload.file && (await upload(one, file)) < 300) one.upload.file = file;

// What a mock remembers has an end: tasks, namespaces, bytes of uploads. It is filled first; only then should memory be flat.
async function fill() {
  const uploaders = all.filter((one) => one.upload);
  for (const { provider, upload: taken } of uploaders) if (!taken.file) throw new Error(`${provider} takes no file.`);
  for (let i = 0; i < 5000; i += 1) await kinds.upload[1](pick(uploaders));
  for (let i = 0; i < 12_000; i += 1) await create(pick(all));
}

const count = { done: 0, begun: 0 };
const failures = new Map();
const held = [];
async function worker() {
  while (count.begun < COUNT) {
    count.begun += 1;
    const [name, run] = anyKind();
    const isRight = await run(pick(all)).catch((error) => (failures.set(`${name}: ${error}`, 1), false));
    if (!isRight) failures.set(name, (failures.get(name) ?? 0) + 1);
    count.done += 1;
    if (count.done % Math.ceil(COUNT / SAMPLES) === 0) held.push({ done: count.done, megabytes: memory() });
  }
}

try {
  const atStart = memory();
  await fill();
  const filled = memory();
  const start = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - start) / 1000;
  const mean = (list) => list.reduce((sum, { megabytes }) => sum + megabytes, 0) / list.length;
  const quarter = (n) => held.slice((n * held.length) / 4, ((n + 1) * held.length) / 4);
  const [second, last] = [mean(quarter(1)), mean(quarter(3))];
  const most = Math.max(...held.map(({ megabytes }) => megabytes));
  console.log("| Requests | Memory |\n| --- | --- |");
  console.log(`| none | ${atStart.toFixed(0)} MB |`);
  console.log(`| 17,000 that fill what is remembered | ${filled.toFixed(0)} MB |`);
  for (const { done, megabytes } of held.filter((_, i) => i % 4 === 3))
    console.log(`| ${done} | ${megabytes.toFixed(0)} MB |`);
  console.log(
    `\n${COUNT} requests in ${seconds.toFixed(0)} s; ${told.events} events came; most memory ${most.toFixed(0)} MB (≤ ${MOST}); ` +
      `last quarter ${(last / second).toFixed(2)} × the second (≤ ${GROWTH}).`,
  );
  for (const [name, times] of failures) console.log(`NOT AS IT SHOULD BE: ${name} (${times})`);
  if (failures.size > 0 || most > MOST || last / second > GROWTH) process.exitCode = 1;
} finally {
  child.kill("SIGKILL");
  receiver.closeAllConnections();
  receiver.close();
  agent.destroy();
}
