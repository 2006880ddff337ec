import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { bundleFile } from "@omni-contracts/specs";

export interface PrismProcess {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Whether somebody listens on a loopback port. */
export const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });

/** Below the ports that systems hand out by themselves (RFC 6335 names 49152 and up, Linux begins at 32768). */
const [FIRST, LAST] = [20_000, 32_000];

/**
 * A loopback port that nobody listens on, for a process that has to be told its port. It is one that no other program is
 * given by chance before that process has begun to listen.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    const isFree = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once("error", () => {
        resolve(false);
      });
      server.listen(port, "127.0.0.1", () => {
        server.close(() => {
          resolve(true);
        });
      });
    });
    if (isFree) return port;
  }
}

/** Starts `prism mock` on a provider's bundle, as people know it. Loopback only; one process whatever NODE_ENV says. */
export function startPrism(provider: string, port: number, stdio: StdioOptions, verbosity = "info"): PrismProcess {
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  const args = ["mock", bundleFile(provider), "--port", String(port), "--host", "127.0.0.1", "--multiprocess", "false"];
  const child = spawn(process.execPath, [cli, ...args, "--verboseLevel", verbosity], { stdio });
  return { process: child, url: `http://127.0.0.1:${port}` };
}
