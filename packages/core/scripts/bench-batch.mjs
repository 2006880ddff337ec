// npm run bench:batch: what it costs to wait for 100, 1,000 and 10,000 tasks at once, each count in a process of its own. Time
// is virtual and the provider answers from memory, so what is measured is this library: CPU time, memory, and how many calls
// a minute it makes. Prints Markdown; what was measured last stands in docs/benchmarks.md.
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { waitMany } from "../dist/batch/index.js";
import { createVideoClient } from "../dist/index.js";

const { Response, setImmediate } = globalThis;
const COUNTS = [100, 1_000, 10_000];
const PER_MINUTE = 3_000;
const START = Date.UTC(2026, 10, 21);

const contract = {
  service: { provider: "acme", servers: ["https://api.acme.test"], envKey: "ACME_API_KEY", publicOperations: [] },
  operations: {
    make: { method: "post", path: "/v1/videos", outcomes: [{ http: 200, has: "$.id", outcome: "accepted" }] },
    look: { method: "get", path: "/v1/videos/{id}" },
  },
  lifecycle: {
    charge: { at: "accepted", failed: "refunded" },
    states: { in_progress: ["running"], completed: ["done"] },
    submit: { make: { handle: { id: "$.id" }, read: "look" } },
    read: { look: { with: { "path.id": "id" }, as: "job" } },
    representations: { job: { state: "$.status", progress: { at: "$.progress" }, videos: [{ url: "$.url" }] } },
    poll: { first: 5, every: [5, 15], giveUp: 86_400, typical: 180, perMinute: PER_MINUTE },
  },
  models: {
    plain: {
      ...{ operation: "make", lineage: "acme", channel: "own", status: "current" },
      capabilities: { requires: ["prompt"] },
      inputs: [{ path: "$.prompt", role: "prompt" }],
    },
  },
  requestSchemas: { make: { type: "object", properties: { model: {}, prompt: {} } } },
};

/** A clock that goes on to the next sleeper when nothing else is to be done. Few sleep at once: the point of it all. */
function virtualTime() {
  const sleepers = new Set();
  const state = { now: START, isPumping: false, most: 0 };
  async function pump() {
    if (state.isPumping) return;
    state.isPumping = true;
    while (sleepers.size > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      let next;
      for (const one of sleepers) if (!next || one.at < next.at) next = one;
      if (!next) break;
      sleepers.delete(next);
      state.now = Math.max(state.now, next.at);
      next.wake();
    }
    state.isPumping = false;
  }
  const sleep = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const sleeper = { at: state.now + milliseconds, wake: resolve };
      signal?.addEventListener("abort", () => {
        sleepers.delete(sleeper);
        reject(signal.reason);
      });
      sleepers.add(sleeper);
      state.most = Math.max(state.most, sleepers.size);
      void pump();
    });
  return { state, clock: { now: () => state.now, sleep } };
}

/** The fullest 60 seconds. */
function fullest(times) {
  let first = 0;
  let most = 0;
  times.forEach((at, i) => {
    while (times[first] <= at - 60_000) first += 1;
    most = Math.max(most, i - first + 1);
  });
  return most;
}

async function measure(count) {
  const { state, clock } = virtualTime();
  const looks = [];
  const client = createVideoClient(contract, {
    apiKey: "sk-0123456789abcdef",
    clock,
    fetch: async ({ method, url }) => {
      if (method === "POST") return Response.json({ id: "v-0" });
      looks.push(state.now);
      // From one to three minutes, whichever task it is.
      const takes = 60_000 + ((Number(url.split("-").at(-1)) * 7919) % 120_000);
      const progress = Math.floor((100 * (state.now - START)) / takes);
      return Response.json(
        progress < 100 ? { status: "running", progress } : { status: "done", url: `${url}/video.mp4` },
      );
    },
  });
  // As a process finds them that was started again; to submit so many would leave its own garbage behind.
  const { handle } = await client.submit({ model: "plain", prompt: "a clip" });
  const text = globalThis.atob(handle.slice(4));
  const handles = Array.from(
    { length: count },
    (_, n) => `oc1_${globalThis.btoa(text.replace('"v-0"', `"v-${n}"`)).replace(/=+$/, "")}`,
  );
  state.most = 0;

  let memory = 0;
  const before = process.cpuUsage();
  const results = await waitMany(handles, [client], {
    onProgress: () => {
      if (looks.length % 500 === 0) memory = Math.max(memory, process.memoryUsage.rss());
    },
  });
  const { user, system } = process.cpuUsage(before);
  memory = Math.max(memory, process.memoryUsage.rss());
  const completed = results.filter(({ status }) => status === "fulfilled").length;
  if (completed !== count) throw new Error(`${completed} of ${count} tasks were completed.`);

  const stop = new globalThis.AbortController();
  const waited = waitMany(handles, [client], { abortSignal: stop.signal });
  const from = process.cpuUsage();
  stop.abort();
  await waited;
  const abort = process.cpuUsage(from);
  return {
    ...{ count, looks: looks.length, fullest: fullest(looks), memory, cpu: user + system },
    ...{ sleepers: state.most, aborted: (abort.user + abort.system) / 1000 },
  };
}

const only = process.argv[2];
if (only) console.log(JSON.stringify(await measure(Number(only))));
else {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log(
    "| Tasks | Looks | CPU | CPU a look | Memory (RSS) | Calls in the fullest minute | Timers at once | CPU to abort them all |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const count of COUNTS) {
    const told = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(count)], { encoding: "utf8" });
    const { looks, cpu, memory, fullest: most, sleepers, aborted } = JSON.parse(told);
    const cells = [
      count.toLocaleString("en"),
      looks.toLocaleString("en"),
      `${(cpu / 1e6).toFixed(2)} s`,
      `${(cpu / looks).toFixed(0)} µs`,
      `${(memory / 1e6).toFixed(0)} MB`,
      `${most.toLocaleString("en")} of ${PER_MINUTE.toLocaleString("en")}`,
      sleepers,
      `${aborted.toFixed(0)} ms`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
