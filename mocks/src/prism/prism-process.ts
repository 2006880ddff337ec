import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
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

/** A loopback port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });

/** Starts `prism mock` on a provider's bundle, as people know it. Loopback only; one process whatever NODE_ENV says. */
export function startPrism(provider: string, port: number, stdio: StdioOptions, verbosity = "info"): PrismProcess {
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  const args = ["mock", bundleFile(provider), "--port", String(port), "--host", "127.0.0.1", "--multiprocess", "false"];
  const child = spawn(process.execPath, [cli, ...args, "--verboseLevel", verbosity], { stdio });
  return { process: child, url: `http://127.0.0.1:${port}` };
}
