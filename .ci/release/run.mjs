// Programs that a release starts, and what an interruption does to them.
import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

/** What a person can act on: it is told in one line, without a stack. */
export class Refusal extends Error {}

const exec = promisify(execFile);
/** The program that is under way, and what is left to tidy up: at most one of each. */
const now = { child: undefined, signal: undefined, tidy: () => {} };

export const onEnd = (tidy) => {
  now.tidy = tidy;
};

/** Ctrl-C, or a CI that gives up: whatever runs is ended, with all that it started, then what it left is removed. */
export function endOnSignals() {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ]) {
    process.on(signal, () => {
      if (now.signal !== undefined) return;
      now.signal = signal;
      const end = () => {
        now.tidy();
        console.error(`\nrelease: interrupted. Run the same command again.`);
        process.exit(code);
      };
      if (now.child === undefined) return end();
      now.child.once("close", end);
      process.kill(-now.child.pid, signal);
    });
  }
}

/**
 * Runs a program and shows what it says. It leads a process group of its own, so that a signal ends what it started, too.
 *
 * @throws Refusal when it fails
 */
export function run(cwd, program, args, env = {}) {
  const stdio = ["ignore", "inherit", "inherit"];
  const child = spawn(program, args, { cwd, stdio, detached: true, env: { ...process.env, ...env } });
  now.child = child;
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      now.child = undefined;
      if (now.signal !== undefined) return; // The handler above ends this process.
      if (code === 0) resolve();
      else reject(new Refusal(`\`${program} ${args.join(" ")}\` ended with ${code ?? signal}.`));
    });
  });
}

/**
 * What a program prints.
 *
 * @throws Refusal when it fails; its `stderr` is what the program said
 */
export async function read(cwd, program, args) {
  try {
    const { stdout } = await exec(program, args, { cwd, maxBuffer: 2 ** 26 });
    return stdout.trim();
  } catch (error) {
    const said = String(error.stderr ?? "").trim() || error.message;
    throw Object.assign(new Refusal(`\`${program} ${args.join(" ")}\` failed:\n${said}`), { stderr: error.stderr });
  }
}
