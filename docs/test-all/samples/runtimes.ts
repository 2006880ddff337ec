// The programs that run samples, and what one run came to.
import { execFile, execFileSync } from "node:child_process";

export const LABELS = ["curl", "TypeScript", "TypeScript, raw", "Python", "Go"] as const;
export type Label = (typeof LABELS)[number];

export interface Ran {
  /** 0 for a success. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run may take so many milliseconds; none waits for anything real. */
const LIMIT = 120_000;

export const run = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly limit?: number },
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { cwd, env = process.env, limit = LIMIT } = options;
    execFile(command, args, { cwd, env, timeout: limit, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // One that never ends has not failed: nobody would see why.
      if (error?.killed) reject(new Error(`${command} ${args.join(" ")} did not end.\n${stdout}${stderr}`));
      resolve({ code: error ? (typeof error.code === "number" ? error.code : 1) : 0, stdout, stderr });
    });
  });

/** The first of some commands that ends well. */
function firstOf(commands: readonly (readonly [string, ...string[]])[]): string | undefined {
  const found = commands.find(([command, ...args]) => {
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  return found?.[0];
}

const REQUESTS = ["-c", "import requests"] as const;

/** What each language needs, and where it is; `undefined` where it is missing. Debian's names, for the message. */
export const RUNTIMES: Readonly<Record<Label, { readonly command: string | undefined; readonly debian: string }>> = {
  curl: { command: firstOf([["curl", "--version"]]), debian: "curl" },
  TypeScript: { command: process.execPath, debian: "nodejs" },
  "TypeScript, raw": { command: process.execPath, debian: "nodejs" },
  Python: {
    command: firstOf([
      // Debian's own, which has the package; then whatever is first.
      ["/usr/bin/python3", ...REQUESTS],
      ["python3", ...REQUESTS],
    ]),
    debian: "python3-requests",
  },
  Go: { command: firstOf([["go", "version"]]), debian: "golang-go" },
};

/** The languages that can be run here. The others are told of, in one line each. */
export function runnable(): readonly Label[] {
  return LABELS.filter((label) => {
    const { command, debian } = RUNTIMES[label];
    if (command === undefined) console.warn(`Samples in ${label} are not run: install ${debian}.`);
    return command !== undefined;
  });
}
