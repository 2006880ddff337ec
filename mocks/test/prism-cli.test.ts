// npm run mock:prism -- <provider> [port], as a person uses it.
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { freePort, isTaken } from "../src/prism/prism-process.js";

const cli = fileURLToPath(new URL("../dist/prism/prism-cli.js", import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
  child = undefined;
});

function start(...args: string[]) {
  const started = spawn(process.execPath, [cli, ...args]);
  child = started;
  let err = "";
  started.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise<{ code: number | null; err: string }>((resolve) => {
    started.on("exit", (code) => {
      resolve({ code, err });
    });
  });
}

it.each([
  [[], /^Usage: npm run mock:prism -- <(\w+ \| )*\w+> \[port\]\n$/],
  [["acme"], /^Usage: /],
  [["toapis", "http"], /^"http" is no port; write a number up to 65535\.\n$/],
])("says in one line what is wrong with %j", async (args, message) => {
  const { code, err } = await start(...args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

it("names a taken port and the way out", async () => {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  const { code, err } = await start("toapis", String(port));
  server.close();
  expect({ code, err }).toEqual({
    code: 2,
    err: `Port ${port} is taken. Choose another: npm run mock:prism -- toapis ${port + 1}\n`,
  });
});

it("serves the bundle until Ctrl-C", async () => {
  const port = await freePort();
  const ended = start("toapis", String(port));
  for (let i = 0; i < 200 && !(await isTaken(port)); i += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  const response = await fetch(`http://127.0.0.1:${port}/v1/videos/generations/video_1`, {
    headers: { authorization: "Bearer sk-test", prefer: "code=200, example=inferred-queued" },
  });
  expect(await response.json()).toMatchObject({ status: "queued", object: "generation.task" });
  child?.kill("SIGINT");
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(await isTaken(port)).toBe(false);
});
