// What the tests of omni-mock share: a folder of their own, the program in this process, and as a process.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach } from "vitest";
import { main } from "../src/cli/main.js";
import type { Running } from "../src/cli/serve.js";

export const cli = fileURLToPath(new URL("../bin/omni-mock.mjs", import.meta.url));
export const specs = fileURLToPath(new URL("../../specs", import.meta.url));
// Printed for people who have curl; the tests want nothing but Node.
export const hasCurl = spawnSync("curl", ["--version"]).status === 0;
export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A folder of the test's own. */
export const bed = { folder: "" };
export const running: Running[] = [];
const children: ChildProcess[] = [];
/** To be called by every file of tests: they share this module, and a hook that is set here would be that of the first. */
export function useBench(): void {
  beforeEach(() => {
    bed.folder = mkdtempSync(join(tmpdir(), "omni-mock-"));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.close()));
    for (const child of children.splice(0)) child.kill("SIGKILL");
    rmSync(bed.folder, { recursive: true, force: true });
  });
}

/** `omni-mock` in this process; the port is any free one where none is named. */
export async function run(args: readonly string[], columns = 80) {
  const printed = { out: "", err: "" };
  const screen = {
    ...{ columns, isColourful: false },
    out: (text: string) => {
      printed.out += text;
    },
    err: (text: string) => {
      printed.err += text;
    },
  };
  const outcome = await main(args.includes("--port") ? args : [...args, "--port", "0"], screen);
  if (typeof outcome === "number") return { code: outcome, url: "", printed };
  running.push(outcome);
  return { code: undefined, url: outcome.url, printed };
}

/** Machines may be busy; nothing is waited for longer than it takes. */
const PATIENCE = 60_000;

/** Until it holds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > PATIENCE) throw new Error(`Not within ${PATIENCE} ms: ${holds.toString()}`);
    await wait(10);
  }
}

/** The built program as a process of its own. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  children.push(child);
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = new Promise<number | string | null>((resolve) => {
    child.on("exit", (code, signal) => {
      resolve(code ?? signal);
    });
  });
  /** The origin, as soon as it listens. */
  const listening = async () => {
    await until(() => /http:\S+\/toapis\n/.test(printed.out));
    return /(http:\S+)\/toapis\n/.exec(printed.out)?.[1] ?? "";
  };
  return { child, printed, ended, listening };
}

export const key = { authorization: "Bearer sk-secret" };
export const jsonHeaders = { ...key, "content-type": "application/json" };
export const body = (prompt: string) => JSON.stringify({ model: "gemini_omni", prompt, duration: 10 });
export const submit = (url: string, prompt = "a boat", headers = {}) =>
  fetch(`${url}/toapis/v1/videos/generations`, {
    ...{ method: "POST", headers: { ...jsonHeaders, ...headers }, body: body(prompt) },
  });
