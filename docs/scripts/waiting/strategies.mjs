// Ways to wait. Each takes the seconds that a task takes and gives [status calls, seconds from its end to the look that saw it].
import { createSchedule } from "../../../packages/core/dist/video/schedule.js";
import { randomFrom, TOLD } from "./tasks.mjs";

/** Looks until one sees the end; answers cost no time. */
function wait(seconds, first, pauseAfter) {
  let [age, calls] = [first, 1];
  for (; age < seconds; calls += 1) age += pauseAfter(age);
  return [calls, age - seconds];
}

/** The schedule of core. */
export function ours(poll, told) {
  const random = randomFrom(11);
  return (seconds) => {
    const lookAt = TOLD[told](seconds, random);
    const pauseAfter = createSchedule(poll);
    return wait(seconds, poll.first, (age) => pauseAfter({ age, ...lookAt(age) }));
  };
}

export function every(interval) {
  return (seconds) => {
    const calls = Math.ceil(seconds / interval);
    return [calls, calls * interval - seconds];
  };
}

/** The pause grows by a half each time. */
export const backOff = (longest) => (seconds) => {
  let pause = 1;
  return wait(seconds, 1, () => (pause = Math.min(longest, pause * 1.5)));
};

/**
 * Nobody can do better between these pauses without being told anything: it knows how long all these tasks will take, though not
 * which is which. By dynamic programming over half seconds: least calls + price × seconds late.
 */
export function best({ first, every: pauses }, tasks, price) {
  const STEP = 0.5;
  const [shortest, longest] = [Math.min(...pauses) / STEP, Math.max(...pauses) / STEP];
  const sorted = tasks.toSorted((a, b) => a - b);
  const size = Math.ceil(sorted.at(-1) / STEP) + longest + 1;
  const ended = new Float64Array(size);
  const sum = new Float64Array(size);
  for (let at = 0, count = 0, total = 0; at < size; at += 1) {
    for (; count < sorted.length && sorted[count] <= at * STEP; count += 1) total += sorted[count];
    ended[at] = count;
    sum[at] = total;
  }
  const cost = new Float64Array(size);
  const pause = new Int32Array(size).fill(shortest);
  for (let at = size - longest - 1; at >= 0; at -= 1) {
    const alive = sorted.length - ended[at];
    let least = Infinity;
    for (let step = shortest; step <= longest && alive > 0; step += 1) {
      const next = at + step;
      const late = (ended[next] - ended[at]) * next * STEP - (sum[next] - sum[at]);
      const total = alive + price * late + cost[next];
      if (total < least) [least, pause[at]] = [total, step];
    }
    cost[at] = alive > 0 ? least : 0;
  }
  return (seconds) => wait(seconds, first, (age) => pause[Math.round(age / STEP)] * STEP);
}

/** What a way to wait costs over all tasks. */
export function measure(tasks, strategy) {
  const results = tasks.map(strategy);
  const late = results.map(([, seconds]) => seconds).sort((a, b) => a - b);
  return {
    calls: results.reduce((sum, [calls]) => sum + calls, 0) / tasks.length,
    mean: late.reduce((sum, seconds) => sum + seconds, 0) / tasks.length,
    p95: late[Math.floor(0.95 * late.length)],
    worst: late.at(-1),
  };
}

/** Narrows a parameter that the mean delay grows with, until that is the wanted one. */
function withMean(tasks, wanted, make, [low, high]) {
  let [from, to] = [low, high];
  for (let turn = 0; turn < 20; turn += 1) {
    const middle = Math.sqrt(from * to);
    if (measure(tasks, make(middle)).mean < wanted) from = middle;
    else to = middle;
  }
  return measure(tasks, make(from));
}

/** The fixed interval with the same mean delay. */
export const fixedLike = (tasks, { mean }) => withMean(tasks, mean, every, [0.05, 200]);

/** The best with the same mean delay, where there is one. */
export const bestLike = (tasks, poll, { mean }) =>
  withMean(tasks, mean, (worth) => best(poll, tasks, 1 / worth), [0.005, 50]);
