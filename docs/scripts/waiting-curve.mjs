// Simulates waits for thousands of tasks with the schedule of core, and writes tables and plots: `npm run bench:waiting`.
// The folder to write to may be given; it must have a waiting-curve.md with the marks between which the tables go.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { objectAt, providers, readDocument } from "@omni-contracts/specs";
import { plot } from "./waiting/plot.mjs";
import { backOff, bestLike, every, fixedLike, measure, ours } from "./waiting/strategies.mjs";
import { DURATIONS, randomFrom, TOLD } from "./waiting/tasks.mjs";

const TASKS = 2000;
/** What a contract says of a provider that documents the seeds' shortest interval and usual duration, and no more. */
const PLAIN = { first: 3, every: [3, 15], typical: 90 };
const LETTERS = [
  ["A", "nothing"],
  ["B", "an estimate, up to 30 % wrong"],
  ["C", "progress in jumps, stuck at 99"],
  ["D", "noisy progress"],
  ["E", "progress after a queue"],
];

const kinds = Object.keys(DURATIONS);
const tasks = Object.fromEntries(
  kinds.map((kind) => {
    const random = randomFrom(7);
    return [kind, Array.from({ length: TASKS }, () => DURATIONS[kind](random))];
  }),
);

/** As Prettier writes it. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`);
  return [lines[0], `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...lines.slice(1)].join("\n");
}

const times = (one, other) => `${(one.calls / other.calls).toFixed(2)} ×`;
const seconds = (number) => number.toFixed(1);
const figures = ({ calls, mean, p95 }) => `${calls.toFixed(1)} · ${seconds(mean)} · ${seconds(p95)}`;

function compared(poll, told, kind) {
  const result = measure(tasks[kind], ours(poll, told));
  return { result, ratio: times(result, fixedLike(tasks[kind], result)) };
}

function possible(poll, kind) {
  const like = bestLike(tasks[kind], poll, measure(tasks[kind], ours(poll, "nothing")));
  return times(like, fixedLike(tasks[kind], like));
}

const byInformation = table([
  ["What a look tells", ...kinds],
  ...Object.keys(TOLD).map((told) => [
    told,
    ...kinds.map((kind) => {
      const { result, ratio } = compared(PLAIN, told, kind);
      return `**${ratio}** (${figures(result)})`;
    }),
  ]),
  ["nothing; the best that is possible", ...kinds.map((kind) => possible(PLAIN, kind))],
]);

const polls = providers().map((provider) => {
  const { poll, representations } = objectAt(readDocument(provider).root["x-lifecycle"]);
  const has = (name) => Object.values(representations).some((one) => one[name] !== undefined);
  const told = ["nothing"];
  if (has("progress")) told.push("progress after a queue", "progress in jumps, stuck at 99");
  if (has("estimatedSeconds")) told.push("an estimate, up to 30 % wrong");
  return { name: provider, poll, told };
});
polls.push({ name: "plain, up to 30 s", poll: { ...PLAIN, every: [3, 30] }, told: ["nothing"] });

const byContract = table([
  ["Contract", "Pauses", "What a look tells", ...kinds],
  ...polls.flatMap(({ name, poll, told }) => [
    ...told.map((one, at) => [
      at === 0 ? name : "",
      at === 0 ? `${poll.every.join(" to ")} s` : "",
      one,
      ...kinds.map((kind) => compared(poll, one, kind).ratio),
    ]),
    ["", "", "nothing; the best that is possible", ...kinds.map((kind) => possible(poll, kind))],
  ]),
]);

const WAYS = [
  ["every 3 s (the seeds)", every(3)],
  ["every 5 s", every(5)],
  ["every 10 s", every(10)],
  ["every 30 s", every(30)],
  ["1 s, half as much more each time, up to 30 s", backOff(30)],
  ["ours, told nothing", ours(PLAIN, "nothing")],
  ["ours, progress after a queue", ours(PLAIN, "progress after a queue")],
];
const byWay = table([
  ["Way to wait", "Calls", "Mean delay", "p95", "Longest"],
  ...WAYS.map(([name, strategy]) => {
    const { calls, mean, p95, worst } = measure(tasks["with a tail"], strategy);
    return [name, calls.toFixed(1), ...[mean, p95, worst].map((one) => `${seconds(one)} s`)];
  }),
]);

const INTERVALS = Array.from({ length: 59 }, (_, at) => 1 + at / 2);
const plotOf = (kind, title) =>
  plot(title, {
    fixed: INTERVALS.map((interval) => measure(tasks[kind], every(interval))),
    others: [
      ...[3, 5, 10, 20].map((interval) => ({ name: `every ${interval} s`, ...measure(tasks[kind], every(interval)) })),
      { name: "exponential", ...measure(tasks[kind], backOff(30)) },
    ],
    points: LETTERS.map(([letter, told]) => ({
      ...{ letter, name: told === "nothing" ? "ours, told nothing" : `ours, ${told}` },
      ...measure(tasks[kind], ours(PLAIN, told)),
    })),
  });

const folder = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));
const page = `${folder}/waiting-curve.md`;
const tables = { information: byInformation, contract: byContract, way: byWay };
let words = await readFile(page, "utf8");
for (const [name, rows] of Object.entries(tables)) {
  const [from, to] = [`<!-- ${name} -->\n\n`, `\n\n<!-- /${name} -->`];
  if (!words.includes(from) || !words.includes(to)) throw new Error(`${page} has no place for the table "${name}".`);
  words = words.slice(0, words.indexOf(from) + from.length) + rows + words.slice(words.indexOf(to));
}
await writeFile(page, words);
await writeFile(`${folder}/waiting-curve.svg`, plotOf("uniform", "30 to 180 s, all alike likely"));
await writeFile(`${folder}/waiting-curve-log-normal.svg`, plotOf("log-normal", "Mostly about 75 s (log-normal)"));
console.log(Object.values(tables).join("\n\n"));
