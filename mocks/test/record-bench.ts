// What the tests of the recorder share: a provider of their own on loopback, and a recorder in front of it.
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { afterEach } from "vitest";
import { bed, body, jsonHeaders, run, until } from "./cli-bench.js";

const servers: Server[] = [];
/** To be called by every file of tests, as `useBench`. */
export function useProviders(): void {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
}

/** A server of a test's own; its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const out = () => join(bed.folder, "recording");

/** The recorder for ToAPIs; its base URL for clients. */
export async function record(base: string, ...flags: string[]) {
  const { url, printed, code } = await run(["--record", `toapis=${base}`, "--out", out(), ...flags]);
  return { url: `${url}/toapis`, printed, code };
}

/** The names of the recordings. */
export const files = () =>
  readdirSync(out())
    .filter((name) => /^\d{4}-/.test(name))
    .toSorted();
const textOf = (name: string) => readFileSync(join(out(), name), "utf8");
export const recording = (name: string) => JSON.parse(textOf(name));
/** The one recording, once its answer is in it. */
export async function answered(name: string) {
  await until(() => files().includes(name) && recording(name).answer !== undefined);
  return recording(name);
}
/** Everything that was written. */
export const everything = () =>
  readdirSync(out())
    .map((name) => `${name}\n${textOf(name)}`)
    .join("\n");

export const SUBMIT = "/v1/videos/generations";

/** A paid request of ToAPIs. */
export const submit = (url: string, init: RequestInit = {}) =>
  fetch(url + SUBMIT, { method: "POST", headers: jsonHeaders, body: body("a boat"), ...init });
