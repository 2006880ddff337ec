// Runs a command in a group of its own, with an end to its time and its memory.
import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { clearInterval, clearTimeout, setInterval, setTimeout } from "node:timers";

const LARGEST = 5e9;
const env = {
  ...process.env,
  NO_COLOR: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  DO_NOT_TRACK: "1",
  NODE_OPTIONS: "--max-old-space-size=3000",
};

/** What the processes of a group hold, in bytes. */
async function memoryOf(group) {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pgid=,rss="]);
  const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return rows.filter(([one]) => one === group).reduce((sum, [, kilobytes]) => sum + kilobytes * 1024, 0);
}

const running = new Set();
const end = (group) => {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
};
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    for (const group of running) end(group);
    process.exit(130);
  });
}

/** @returns how it ended, and what it said */
export function run({ args, cwd, seconds }) {
  return new Promise((resolve) => {
    const child = spawn("nice", ["-n", "15", process.execPath, ...args], { cwd, env, detached: true });
    running.add(child.pid);
    let output = "";
    let stopped;
    const stop = (why) => {
      stopped = why;
      end(child.pid);
    };
    const clock = setTimeout(() => stop("timeout"), seconds * 1000);
    const watch = setInterval(() => {
      void memoryOf(child.pid).then((bytes) => bytes > LARGEST && stop("memory"));
    }, 2000);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("close", (code) => {
      running.delete(child.pid);
      clearTimeout(clock);
      clearInterval(watch);
      // What it left behind, such as a server.
      end(child.pid);
      resolve({ ended: stopped ?? (code === 0 ? "green" : "red"), output });
    });
  });
}
